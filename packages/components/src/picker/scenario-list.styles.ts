import { css } from 'lit';

export const styles = css`
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
  .whole {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-3);
    align-items: center;
    min-height: 44px;
    margin-bottom: var(--space-2);
    padding-inline: calc(var(--space-4) + 2px);
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .whole input {
    margin: 0;
  }
  .whole:hover {
    background: var(--sand);
  }
  .whole:has(:focus-visible) {
    outline: 3px solid var(--petrol);
    outline-offset: 2px;
  }
`;
