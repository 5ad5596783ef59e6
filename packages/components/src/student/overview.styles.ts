import { css } from 'lit';

/** The list of steps before handing in. */
export const overview = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .lead {
    max-width: var(--measure);
  }
  ol {
    list-style-type: '';
    padding: 0;
    border-bottom: 1px solid var(--rule);
  }
  .row {
    display: grid;
    grid-template-columns: 2rem minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 var(--space-2);
    width: 100%;
    min-height: 48px;
    padding: 11px var(--space-2);
    border: 0;
    border-top: 1px solid var(--rule);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .row:hover {
    background: var(--sand);
  }
  .row:hover .title {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .number {
    color: var(--ink-quiet);
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: var(--text-small);
    color: var(--ink-quiet);
  }
  .state.done .icon {
    color: var(--moss);
  }
  .state.open {
    color: var(--amber);
    font-weight: 600;
  }
  .nav {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--space-3);
    margin-top: var(--space-3);
  }
  @media (max-width: 560px) {
    .row {
      grid-template-columns: 2rem minmax(0, 1fr);
    }
    .state {
      grid-column: 2;
    }
  }
`;
