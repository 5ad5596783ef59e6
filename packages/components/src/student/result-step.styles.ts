import { css } from 'lit';

/** A line that opens. */
export const resultStep = css`
  details {
    border-top: 1px solid var(--rule);
  }
  summary {
    display: grid;
    grid-template-columns: 2rem minmax(0, 1fr) auto 1.1em;
    align-items: center;
    gap: 0 var(--space-2);
    min-height: 52px;
    padding: 13px var(--space-2);
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    background: var(--sand);
  }
  summary h3 {
    font-weight: 500;
  }
  summary .icon {
    color: var(--petrol);
    transition: rotate var(--motion);
  }
  [open] summary .icon {
    rotate: 90deg;
  }
  [open] summary h3 {
    font-weight: 650;
  }
  .number,
  .points {
    font-size: var(--text-small);
    font-weight: 400;
    color: var(--ink-quiet);
    white-space: nowrap;
  }
  .inside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
    padding: var(--space-3) var(--space-2) var(--space-6);
  }
  .empty {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-small);
    background: var(--sand);
    color: var(--ink-quiet);
  }
  h4 {
    margin: 0 0 var(--space-2);
    font-size: var(--text);
    font-weight: 650;
  }
  .criterion {
    padding-block: var(--space-3);
    border-top: 1px solid var(--rule);
    display: grid;
    gap: var(--space-1);
  }
  dt {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--space-4);
    font-weight: 600;
  }
  dd {
    max-width: var(--measure);
  }
  .remark {
    margin-top: var(--space-1);
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--petrol);
  }
  @media (max-width: 480px) {
    summary {
      grid-template-columns: 2rem minmax(0, 1fr) 1.1em;
    }
    summary .points {
      grid-row: 2;
      grid-column: 2;
    }
    summary .icon {
      grid-row: 1 / span 2;
      grid-column: 3;
    }
  }
  @media (min-width: 620px) {
    .inside {
      padding-inline-start: 2.5rem;
    }
  }
`;
