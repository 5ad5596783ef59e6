import { css } from 'lit';

export const styles = css`
  .line {
    display: flex;
    gap: var(--space-3);
    align-items: center;
    justify-content: space-between;
  }
  .total {
    display: flex;
    flex: 1;
    gap: var(--space-2);
    align-items: baseline;
    justify-content: space-between;
  }
  .total strong {
    font-size: var(--text-large);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .state {
    min-height: 1.4em;
    margin-block: 2px var(--space-2);
    font-size: var(--text-small);
    line-height: 1.4;
  }
  .state > span {
    display: inline-flex;
    gap: 6px;
    align-items: baseline;
  }
  .quiet {
    color: var(--ink-quiet);
  }
  .open {
    color: var(--amber);
  }
  .right {
    color: var(--moss);
  }
  .actions {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--space-2);
  }
  .actions .button {
    padding-inline: var(--space-3);
  }
  .button[aria-disabled='true'] {
    border-color: var(--rule);
    background: var(--sand);
    color: var(--ink-quiet);
    cursor: not-allowed;
  }
  .toggle {
    display: none;
  }
  @media (max-width: 720px) {
    .toggle {
      display: inline-flex;
      flex: none;
    }
    .total {
      justify-content: flex-end;
    }
  }
`;
