import { css } from 'lit';

/** One step as the trainer reads it. */
export const styles = css`
  article {
    scroll-margin-top: var(--space-4);
  }
  header {
    margin-bottom: var(--space-3);
  }
  h2 {
    font-size: var(--text);
  }
  .kind {
    color: var(--ink-quiet);
    font-size: var(--text-small);
  }
  .text > * + * {
    margin-top: var(--space-4);
  }
  .situation {
    max-width: var(--measure);
    color: var(--ink-quiet);
    font-size: var(--text-small);
  }
  .question {
    max-width: var(--measure);
    font-weight: 600;
  }
  .question p + p,
  .situation p + p {
    margin-top: var(--space-2);
  }
  :host([current]) .own .bubble {
    box-shadow: 0 0 0 2px var(--petrol);
  }
  .own .bubble.essay {
    font-size: var(--text);
    line-height: 1.5;
  }
  .silent {
    color: var(--ink-quiet);
    font-style: italic;
  }
  .words {
    margin-top: var(--space-1);
    padding-inline: var(--space-3);
    color: var(--ink-quiet);
    font-size: var(--text-small);
  }
  summary {
    display: grid;
    grid-template-columns: auto 1fr auto auto;
    gap: var(--space-2);
    align-items: baseline;
    min-height: 40px;
    padding: 8px 12px;
    border-radius: var(--radius-small);
    background: color-mix(in srgb, var(--sand) 55%, transparent);
    font-size: var(--text-small);
    line-height: 1.4;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    background: var(--sand);
  }
  .examples summary {
    background: none;
    color: var(--petrol);
    padding-inline: 0;
    justify-content: start;
    grid-template-columns: auto auto;
  }
  ul.detail {
    padding-block: 0;
    padding-inline-start: 2.4em;
  }
  ul.detail > li + li {
    margin-top: var(--space-2);
  }
  .turner {
    translate: 0 2px;
    transition: rotate var(--motion);
  }
  [open] .turner {
    rotate: 90deg;
  }
  .earned {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .verdict {
    display: inline-flex;
    gap: 4px;
    align-items: center;
  }
  .right {
    color: var(--moss);
  }
  .wrong {
    color: var(--brick);
  }
  .partly,
  .missed {
    color: var(--amber);
  }
  .detail {
    padding: var(--space-3) var(--space-3) var(--space-4);
    font-size: var(--text-small);
  }
  .detail > * + * {
    margin-top: var(--space-3);
  }
  .parts {
    display: grid;
    gap: var(--space-2);
    padding: 0;
    list-style: none;
  }
  .parts li {
    display: grid;
    grid-template-columns: 18px 1fr;
    gap: var(--space-2);
    line-height: 1.4;
  }
  .parts .said {
    color: var(--ink-quiet);
  }
  @media (max-width: 480px) {
    summary {
      grid-template-columns: auto 1fr auto;
    }
    summary > .verdict {
      grid-row: 2;
      grid-column: 2;
    }
    summary > .earned {
      grid-row: 2;
      grid-column: 3;
    }
  }
`;
