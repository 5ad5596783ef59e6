import { css } from 'lit';

export const styles = css`
  .form {
    display: grid;
    gap: var(--space-4);
  }
  .item {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3) var(--space-4);
    align-items: start;
  }
  .item > div:first-child {
    flex: 3 1 13rem;
  }
  .item > div {
    flex: 1 1 8rem;
  }
  .item > .hint {
    flex: 1 1 100%;
    margin: 0;
  }
  label:not(.choice),
  legend {
    display: block;
    margin-bottom: var(--space-1);
    padding: 0;
    font-weight: 650;
  }
  .hint {
    display: block;
    margin-top: var(--space-1);
    color: var(--ink-quiet);
    font-size: var(--text-small);
    font-weight: 400;
    line-height: 1.4;
  }
  .choice .hint {
    margin-top: 0;
  }
  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--space-3);
    align-items: start;
    padding: 8px 12px;
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .choice:hover {
    background: var(--sand);
  }
  .choice:has(:checked) {
    background: var(--petrol-tint);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--petrol);
    outline-offset: 1px;
  }
  .choice input {
    width: 18px;
    height: 18px;
    margin: 4px 0 0;
    accent-color: var(--petrol);
  }
  .choice input:focus-visible {
    outline: none;
  }
  .fault {
    display: flex;
    gap: 6px;
    align-items: baseline;
    margin-top: var(--space-1);
    color: var(--brick);
    font-size: var(--text-small);
    font-weight: 600;
  }
  .field[aria-invalid='true'] {
    border-color: var(--brick);
  }
`;
