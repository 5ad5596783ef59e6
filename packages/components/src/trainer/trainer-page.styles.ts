import { css } from 'lit';

export const styles = css`
  :host {
    --page-side: var(--space-5);
  }
  .page {
    padding-bottom: 16px;
  }
  .page.wide {
    max-width: 72rem;
  }
  main {
    gap: var(--space-4);
    margin-top: var(--space-2);
  }
  mgv-page-header[hidden] + main {
    margin-top: 0;
  }
  .overview > header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    align-items: start;
    justify-content: space-between;
    margin-bottom: var(--space-4);
  }
  .overview > header .button {
    margin-inline: -12px;
  }
  .counts {
    margin-top: 2px;
    color: var(--ink-quiet);
  }
  .notice {
    margin-bottom: var(--space-4);
    padding: var(--space-3) var(--space-4);
    border-inline-start: 4px solid var(--amber);
    border-radius: var(--radius-small);
    background: var(--amber-tint);
    font-size: var(--text-small);
  }
  .release {
    z-index: 1;
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    align-items: center;
    justify-content: flex-end;
    margin-top: var(--space-3);
    padding-block: var(--space-3);
    border-top: 1px solid var(--rule);
    background: var(--paper);
  }
  .release .button {
    background: var(--card);
  }
  .release .button[aria-disabled='true'] {
    border-color: var(--rule);
    background: var(--sand);
    color: var(--ink-quiet);
    cursor: not-allowed;
  }
  .loading {
    padding-block: var(--space-7);
    color: var(--ink-quiet);
    text-align: center;
  }
  @media (max-width: 480px) {
    :host {
      --page-side: var(--space-4);
    }
    .release > * {
      flex: 1 1 100%;
    }
  }
`;
