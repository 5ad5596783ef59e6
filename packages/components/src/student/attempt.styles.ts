import { css } from 'lit';

/** The frame around a step: progress above, buttons below. */
export const attempt = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-1) var(--space-4);
    min-height: 1.6rem;
  }
  mgv-error {
    --error-margin: var(--space-4);
  }
  .notice {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
    margin-top: var(--space-4);
    padding: var(--space-4);
    border-inline-start: 4px solid var(--amber);
    border-radius: var(--radius-small);
    background: var(--amber-tint);
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }
  nav {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: var(--space-2);
    margin-top: var(--space-2);
    padding-top: var(--space-5);
    border-top: 1px solid var(--rule);
  }
  nav > :first-child {
    justify-self: start;
  }
  nav > :last-child {
    justify-self: end;
  }
  @media (max-width: 480px) {
    nav {
      grid-template-columns: 1fr 1fr;
    }
    nav > .quiet {
      grid-row: 2;
      grid-column: 1 / -1;
      justify-self: center;
    }
    nav > .button:not(.quiet) {
      justify-self: stretch;
    }
  }
`;
