import { css } from 'lit';
import { stateMarkStyles } from './state-mark.ts';

const table = css`
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: var(--shadow);
  }
  th,
  td {
    padding: 8px 12px;
    border-bottom: 1px solid var(--rule);
    text-align: start;
    font-weight: inherit;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  tbody tr:hover > * {
    background: color-mix(in srgb, var(--sand) 40%, transparent);
  }
  tr > :first-child {
    padding-inline-start: 20px;
  }
  tr > :last-child {
    padding-inline-end: 20px;
    text-align: end;
  }
  thead th {
    padding-block: 4px;
    color: var(--ink-quiet);
    font-size: var(--text-small);
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .sort {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-height: 40px;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .sort svg {
    width: 8px;
    height: 12px;
    fill: var(--edge);
    opacity: 0.5;
  }
  .sort:hover {
    color: var(--ink);
  }
  .sort:hover svg {
    opacity: 1;
  }
  .sort:is(.ascending, .descending) {
    color: var(--ink);
    font-weight: 650;
  }
  .sort:is(.ascending, .descending) svg {
    opacity: 1;
  }
  .ascending .up,
  .descending .down {
    fill: var(--petrol);
  }
  .name {
    line-height: 1.3;
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .when {
    display: block;
    color: var(--ink-quiet);
    font-size: var(--text-small);
    font-weight: 400;
  }
  th.name {
    width: 30%;
  }
  .nothing-yet .name {
    font-weight: 400;
  }
  .left .name,
  .inactive .name,
  .left td:not(.action),
  .inactive td:not(.action) {
    color: var(--ink-quiet);
  }
  .away {
    display: block;
    color: var(--ink-quiet);
    font-size: var(--text-small);
    font-style: italic;
    font-weight: 400;
  }
  .test {
    padding: 1px 8px;
    border: 1px dashed var(--edge);
    border-radius: 999px;
    color: var(--ink-quiet);
    font-size: var(--text-small);
    font-weight: 400;
    white-space: nowrap;
  }
  .points strong {
    font-weight: 650;
  }
  .button.due {
    border-color: transparent;
    background: var(--petrol-tint);
    color: var(--petrol);
  }
  .button.due:hover {
    background: var(--petrol);
    color: var(--on-petrol);
  }
  .gradebook {
    font-size: var(--text-small);
  }
`;

const cards = css`
  @media (max-width: 620px) {
    table,
    tbody {
      display: block;
      background: none;
      box-shadow: none;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    tbody tr {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 2px var(--space-3);
      align-items: center;
      margin-bottom: var(--space-3);
      padding: var(--space-3) var(--space-4) var(--space-4);
      border-radius: var(--radius);
      background: var(--card);
      box-shadow: var(--shadow);
    }
    tbody tr.nothing-yet {
      padding-bottom: var(--space-3);
    }
    tbody tr > :is(th, td:not(.action)):nth-child(n) {
      text-align: start;
    }
    tbody tr > :is(th, td):nth-child(n) {
      width: auto;
      padding: 2px 0;
      border: 0;
      background: none;
    }
    td[data-label] {
      display: flex;
      grid-column: 1;
      gap: var(--space-2);
      font-size: var(--text-small);
    }
    td.attempt::before,
    td.points::before {
      content: attr(data-label);
      color: var(--ink-quiet);
    }
    .name {
      grid-row: 1;
    }
    td.state {
      grid-row: 1;
      grid-column: 2;
      align-self: start;
    }
    td.action {
      grid-row: 2 / span 3;
      grid-column: 2;
      align-self: end;
      text-align: end;
    }
    td.action:empty,
    td.none,
    .nothing-yet > td:is(.attempt, .points, .gradebook) {
      display: none;
    }
    td.action .button {
      min-height: 44px;
    }
  }
`;

/** Table, and stacked cards in a narrow frame. */
export const styles = [
  stateMarkStyles,
  css`
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3) var(--space-4);
      margin-bottom: var(--space-4);
    }
    .tool {
      display: flex;
      flex: 0 1 auto;
      gap: var(--space-2);
      align-items: center;
      font-size: var(--text-small);
    }
    .tool > span {
      flex: none;
      color: var(--ink-quiet);
    }
    .search {
      flex: 1 1 16rem;
      max-width: 26rem;
      margin-inline-start: auto;
    }
    .more {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
      align-items: center;
      justify-content: center;
      margin-top: var(--space-4);
    }
    .empty {
      max-width: var(--measure);
      margin: var(--space-6) auto;
      text-align: center;
    }
    .empty > * + * {
      margin-top: var(--space-3);
    }
    .empty > .icon {
      width: 40px;
      height: 40px;
      color: var(--edge);
    }
    @media (max-width: 620px) {
      .tool {
        flex: 1 1 100%;
        max-width: none;
      }
      .tool > span {
        width: 6.5em;
      }
    }
  `,
  table,
  cards,
];
