import { css } from 'lit';

export const styles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
    align-items: start;
  }
  .list {
    display: grid;
    gap: var(--space-5);
  }
  legend {
    margin-bottom: var(--space-2);
    padding: 0;
    color: var(--ink-quiet);
    font-size: var(--text-small);
    font-weight: 650;
  }
  .scenario {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-3);
    padding: var(--space-4);
    border: 2px solid transparent;
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: var(--shadow);
    cursor: pointer;
  }
  .scenario + .scenario {
    margin-top: var(--space-3);
  }
  .scenario:hover {
    border-color: var(--edge);
  }
  .scenario:has(:checked) {
    border-color: var(--petrol);
  }
  .scenario:has(:focus-visible) {
    outline: 3px solid var(--petrol);
    outline-offset: 2px;
  }
  input {
    width: 20px;
    height: 20px;
    margin: 3px 0 0;
    accent-color: var(--petrol);
  }
  input:focus-visible {
    outline: none;
  }
  .title {
    display: block;
    font-size: var(--text-large);
    font-weight: 650;
    line-height: 1.3;
  }
  .summary {
    display: block;
    margin-top: var(--space-1);
    line-height: 1.45;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    margin-top: var(--space-2);
    color: var(--ink-quiet);
    font-size: var(--text-small);
    font-variant-numeric: tabular-nums;
  }
  .chosen {
    display: grid;
    gap: var(--space-4);
  }
  .chosen h2:not(:first-child) {
    padding-top: var(--space-4);
    border-top: 1px solid var(--rule);
  }
  .hint {
    padding: var(--space-5);
    border: 2px dashed var(--rule);
    border-radius: var(--radius);
    color: var(--ink-quiet);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    justify-content: flex-end;
    margin-top: var(--space-2);
  }
  .loading {
    padding-block: var(--space-6);
    color: var(--ink-quiet);
    text-align: center;
  }
  @media (min-width: 860px) {
    .columns {
      grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
    }
    .hint,
    .chosen {
      margin-top: calc(var(--text-small) * 1.5 + var(--space-2));
    }
  }
  @media (max-width: 480px) {
    .actions .button {
      flex: 1 1 auto;
    }
  }
`;
