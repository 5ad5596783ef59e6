import { css } from 'lit';

/** The start page. */
export const start = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-6);
  }
  .intro {
    display: grid;
    gap: var(--space-3);
  }
  .lead {
    font-size: var(--text-large);
    line-height: 1.45;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-5);
    margin-top: var(--space-1);
    list-style-type: '';
    padding: 0;
    color: var(--ink-quiet);
  }
  .facts li {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .about {
    display: grid;
    gap: var(--space-6);
    padding-top: var(--space-6);
    border-top: 1px solid var(--rule);
  }
  section {
    display: grid;
    gap: var(--space-3);
    align-content: start;
  }
  section ul:not(.attempts) {
    display: grid;
    gap: var(--space-2);
    padding-inline-start: 1.1em;
    max-width: var(--measure);
  }
  section li::marker {
    color: var(--edge);
  }
  .attempts {
    list-style-type: '';
    padding: 0;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    width: 100%;
    min-height: 52px;
    padding: 10px var(--space-2);
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
  .row .icon {
    color: var(--petrol);
  }
  .none {
    padding: var(--space-4);
    border-radius: var(--radius);
    background: var(--sand);
  }
  @media (min-width: 720px) {
    .about {
      grid-template-columns: 1fr 1fr;
      gap: var(--space-7);
    }
  }
  @media (max-width: 480px) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .what {
      grid-column: 1 / -1;
    }
    .button {
      width: 100%;
    }
  }
`;
