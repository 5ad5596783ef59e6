import { css } from 'lit';

/** Two panes that scroll by themselves; in a narrow frame one, with the rubric as a sheet from below. */
export const styles = css`
  mgv-error,
  mgv-copy-text {
    display: block;
  }
  .panes {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(19rem, 36%);
    gap: var(--space-4);
    height: max(24rem, calc(100dvh - var(--above, 9rem) - 16px));
    margin-top: var(--space-1);
  }
  mgv-grading-head {
    margin-bottom: var(--space-2);
  }
  :host([framed]) .panes {
    max-height: 54rem;
  }
  .rubric {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-width: 0;
    min-height: 0;
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: var(--shadow);
  }
  .sheet {
    min-height: 0;
    padding: var(--space-4) var(--space-2);
    overflow: auto;
    scrollbar-width: thin;
  }
  mgv-version-list {
    margin-top: var(--space-4);
    padding-inline: var(--space-3);
  }
  mgv-grading-bar {
    padding: var(--space-2) var(--space-4) var(--space-3);
    border-top: 1px solid var(--rule);
  }
  .loading {
    padding-block: var(--space-7);
    color: var(--ink-quiet);
    text-align: center;
  }
  @media (max-width: 720px) {
    .panes,
    :host([framed]) .panes {
      display: block;
      height: auto;
      max-height: none;
    }
    .panes {
      padding-bottom: 10rem;
    }
    .rubric {
      position: fixed;
      inset: auto 0 0;
      z-index: 2;
      border-radius: var(--radius) var(--radius) 0 0;
      box-shadow: 0 -6px 24px rgb(0 0 0 / 16%);
    }
    .sheet {
      max-height: min(58dvh, 34rem);
    }
    .sheet:not([data-open]) {
      display: none;
    }
  }
`;
