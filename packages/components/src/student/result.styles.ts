import { css } from 'lit';

/** The result page. */
export const result = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-6);
  }
  header {
    display: grid;
    gap: var(--space-1);
  }
  .mark {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-5);
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: var(--shadow);
  }
  .score {
    font-size: clamp(1.8rem, 1.4rem + 2vw, 2.6rem);
    font-weight: 650;
    line-height: 1.1;
  }
  .score span {
    font-size: var(--text);
    font-weight: 400;
    color: var(--ink-quiet);
  }
  .state span {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    font-weight: 600;
  }
  .state .in-gradebook {
    color: var(--moss);
  }
  .waiting p {
    max-width: var(--measure);
  }
  .known {
    padding-top: var(--space-3);
    border-top: 1px solid var(--rule);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  .comment .prose {
    padding-inline-start: var(--space-4);
    border-inline-start: 3px solid var(--petrol);
    font-size: var(--text-large);
    line-height: 1.45;
  }
  .steps {
    border-bottom: 1px solid var(--rule);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--space-3);
  }
`;
