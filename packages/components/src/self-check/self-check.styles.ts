import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .intro {
    display: grid;
    gap: var(--space-2);
    max-width: var(--measure);
  }
  .summary {
    font-size: var(--text-large);
    font-weight: 650;
  }
  .lines {
    display: grid;
    list-style: none;
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: var(--shadow);
  }
  .line {
    display: grid;
    grid-template-columns: 8.5rem minmax(0, 1fr);
    gap: var(--space-1) var(--space-4);
    padding: var(--space-3) var(--space-4);
  }
  .line + .line {
    border-top: 1px solid var(--rule);
  }
  .state {
    display: flex;
    gap: 6px;
    align-items: baseline;
    font-size: var(--text-small);
    font-weight: 600;
  }
  .good .state {
    color: var(--moss);
  }
  .attention .state {
    color: var(--amber);
  }
  .bad .state {
    color: var(--brick);
  }
  .open .state {
    color: var(--ink-quiet);
  }
  .words {
    display: grid;
    gap: 2px;
    justify-items: start;
  }
  h2 {
    font-size: var(--text);
  }
  .words .button {
    margin-top: var(--space-2);
  }
  .facts {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px var(--space-4);
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }
  dt {
    color: var(--ink-quiet);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  textarea.field {
    min-height: 12rem;
    font-size: var(--text-small);
  }
  @media (max-width: 560px) {
    .line {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .actions,
    .button,
    mgv-page-header {
      display: none;
    }
    .lines {
      box-shadow: none;
    }
    .line {
      break-inside: avoid;
    }
  }
`;
