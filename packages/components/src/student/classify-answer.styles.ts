import { css } from 'lit';

/** Items below one another, parted by thin rules. */
export const classify = css`
  .item {
    display: grid;
    gap: var(--space-2) var(--space-5);
    padding-block: var(--space-4);
    border-top: 1px solid var(--rule);
  }
  .items {
    border-bottom: 1px solid var(--rule);
  }
  .item .text,
  .item > label {
    margin: 0;
    float: left;
    font-size: var(--text);
    font-weight: 400;
    line-height: 1.5;
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    clear: both;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 44px;
    padding: 6px 16px 6px 12px;
    border: 1.5px solid var(--edge);
    border-radius: 22px;
    background: var(--card);
    cursor: pointer;
  }
  .pill input {
    margin: 0;
  }
  .pill:hover:not(:has(:disabled)) {
    border-color: var(--petrol);
  }
  .pill:has(:checked) {
    border-color: var(--petrol);
    background: var(--petrol-tint);
    box-shadow: inset 0 0 0 1px var(--petrol);
    font-weight: 600;
  }
  .pill:has(:focus-visible) {
    outline: 3px solid var(--petrol);
    outline-offset: 2px;
  }
  .pill:has(:disabled) {
    cursor: default;
    border-color: var(--rule);
    color: var(--ink-quiet);
  }
  .pill:has(:disabled:checked) {
    border-color: var(--petrol);
    color: var(--ink);
  }
  .item .part {
    grid-column: 1 / -1;
  }
  @media (min-width: 620px) {
    .item:has(> label) {
      grid-template-columns: minmax(0, 1fr) 15rem;
      align-items: center;
    }
  }
`;
