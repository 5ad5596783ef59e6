import { css } from 'lit';

export const styles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
    align-items: start;
  }
  .chosen {
    display: grid;
    gap: var(--space-4);
  }
  .chosen > h2:not(:first-child),
  .item + .item,
  .alone h2:not(:first-child) {
    padding-top: var(--space-4);
    border-top: 1px solid var(--rule);
  }
  .item {
    display: grid;
    gap: var(--space-3);
  }
  .alone {
    gap: var(--space-4);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .tools .button:first-child:not(.secondary) {
    margin-inline-start: -12px;
  }
  .fold > summary {
    min-height: 32px;
    padding-block: 4px;
    color: var(--petrol);
    cursor: pointer;
  }
  .fold[open] > summary {
    margin-bottom: var(--space-2);
  }
  .notice {
    display: flex;
    gap: var(--space-2);
    align-items: baseline;
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-small);
    background: var(--amber-tint);
    color: var(--ink);
  }
  .notice .icon {
    color: var(--amber);
    align-self: start;
    margin-top: 4px;
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
