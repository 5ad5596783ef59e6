import { css } from 'lit';

/** A question with its answers as large, calm rows. */
export const options = css`
  legend {
    padding: 0;
    margin-bottom: var(--space-4);
    font-size: var(--text-large);
    font-weight: 650;
    line-height: 1.35;
    max-width: var(--measure);
  }
  .hint {
    margin: calc(-1 * var(--space-2)) 0 var(--space-4);
    font-size: var(--text-small);
    color: var(--ink-quiet);
  }
  .more {
    margin: calc(-1 * var(--space-2)) 0 var(--space-4);
  }
  .options {
    display: grid;
    gap: var(--space-3);
  }
  .option {
    border: 1.5px solid var(--rule);
    border-radius: var(--radius);
    background: var(--card);
    transition: border-color var(--motion);
  }
  .option:hover:not(:has(:disabled)) {
    border-color: var(--edge);
  }
  .option:has(:checked) {
    border-color: var(--petrol);
    box-shadow: inset 0 0 0 1px var(--petrol);
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--petrol);
    outline-offset: 2px;
  }
  .option label {
    display: flex;
    align-items: flex-start;
    gap: var(--space-3);
    min-height: 52px;
    padding: 13px var(--space-4);
    cursor: pointer;
  }
  .option:has(:disabled) {
    background: transparent;
  }
  .option:has(:disabled) label {
    cursor: default;
  }
  input {
    flex: none;
    display: grid;
    place-content: center;
    width: 1.2rem;
    height: 1.2rem;
    margin: 3px 0 0;
    border: 1.5px solid var(--edge);
    border-radius: 50%;
    background: var(--card);
    appearance: none;
    cursor: inherit;
  }
  input[type='checkbox'] {
    border-radius: 5px;
  }
  input:checked {
    border-color: var(--petrol);
  }
  input::before {
    content: '';
    width: 0.66rem;
    height: 0.66rem;
    border-radius: 50%;
    background: var(--petrol);
    scale: 0;
    transition: scale var(--motion);
  }
  input[type='checkbox']:checked {
    background: var(--petrol);
  }
  input[type='checkbox']::before {
    width: 0.76rem;
    height: 0.76rem;
    border-radius: 0;
    background: var(--on-petrol);
    clip-path: polygon(14% 44%, 0 58%, 40% 96%, 100% 20%, 86% 8%, 38% 68%);
  }
  input:checked::before {
    scale: 1;
  }
  input:disabled:not(:checked) {
    border-color: var(--rule);
  }
  @media (forced-colors: active) {
    input {
      appearance: auto;
    }
  }
  input:focus-visible {
    outline: none;
  }
  .option .part {
    padding: 0 var(--space-4) var(--space-4) calc(var(--space-4) + 1.2rem + var(--space-3));
  }
`;
