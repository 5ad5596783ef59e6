import { css } from 'lit';

/** The student's own bubble, and the field for a longer text. */
export const textAnswer = css`
  .question {
    margin-bottom: var(--space-4);
    font-size: var(--text-large);
    font-weight: 650;
    line-height: 1.35;
    max-width: var(--measure);
  }
  .more {
    margin: calc(-1 * var(--space-2)) 0 var(--space-4);
  }
  .own {
    width: min(34rem, 100%);
    max-width: none;
    margin-inline-start: auto;
    justify-items: stretch;
  }
  .own .who {
    text-align: end;
  }
  textarea.bubble {
    width: 100%;
    min-height: 6.5rem;
    border: 2px solid var(--petrol);
    color: var(--ink);
    font-family: inherit;
    resize: vertical;
    field-sizing: content;
  }
  textarea.bubble:focus-visible {
    border-radius: 18px;
    border-end-end-radius: 4px;
  }
  textarea.bubble[readonly] {
    min-height: 0;
    border-color: transparent;
    resize: none;
  }
  ::placeholder {
    color: var(--ink-quiet);
    opacity: 1;
  }
  textarea.field {
    max-width: 42rem;
    min-height: 12rem;
  }
  textarea.field[readonly] {
    min-height: 0;
    resize: none;
  }
  .count,
  .criteria {
    margin-top: var(--space-2);
    font-size: var(--text-small);
    color: var(--ink-quiet);
  }
  .criteria {
    margin-top: var(--space-4);
    max-width: var(--measure);
  }
`;
