import { css } from 'lit';

/** The states without an assignment. */
export const waiting = css`
  .loading {
    color: var(--ink-quiet);
  }
  .waiting {
    display: grid;
    gap: var(--space-3);
    padding-block: var(--space-6);
  }
`;
