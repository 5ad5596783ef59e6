import { css } from 'lit';

/** One student on the observer's page. */
export const studentCard = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  h2 {
    overflow-wrap: anywhere;
  }
  ul {
    display: grid;
    gap: var(--space-1);
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-2);
    align-items: baseline;
  }
  .counts {
    color: var(--moss);
    font-weight: 600;
  }
  section {
    display: grid;
    gap: var(--space-2);
    padding-top: var(--space-3);
    border-top: 1px solid var(--rule);
  }
  .score {
    font-size: var(--text-title);
    font-weight: 650;
    line-height: 1.2;
  }
  .score span {
    color: var(--ink-quiet);
    font-size: var(--text);
    font-weight: 400;
  }
  .comment {
    padding-inline-start: var(--space-4);
    border-inline-start: 3px solid var(--petrol);
  }
  summary {
    min-height: 44px;
    padding-block: 10px;
    color: var(--petrol);
    cursor: pointer;
  }
  dl {
    display: grid;
    gap: var(--space-3);
  }
  dt {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    justify-content: space-between;
    font-weight: 600;
  }
  dt span {
    color: var(--ink-quiet);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  dd {
    margin-top: var(--space-1);
  }
`;
