import { css } from 'lit';

/** The column a page stands in; `wide` for the trainer's tables. */
export const page = css`
  .page {
    max-width: 46rem;
    margin-inline: auto;
    padding: var(--space-4) var(--space-5) var(--space-7);
  }
  .page.wide {
    max-width: 80rem;
  }
  @media (max-width: 480px) {
    .page {
      padding: var(--space-2) var(--space-4) var(--space-6);
    }
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
    margin-top: var(--space-4);
  }
  .prose {
    display: grid;
    gap: var(--space-3);
    max-width: var(--measure);
  }
  .prose ul {
    padding-inline-start: 1.2em;
    display: grid;
    gap: var(--space-1);
  }
`;
