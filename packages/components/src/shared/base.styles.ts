import { css } from 'lit';

/** What every element shares: box model, headings, links, focus ring, buttons, text for screen readers only. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    color: var(--ink);
    font-family: var(--font);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  figure {
    margin: 0;
    padding: 0;
  }
  fieldset {
    border: 0;
    min-width: 0;
  }
  h1 {
    font-size: var(--text-title);
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h2 {
    font-size: var(--text-large);
    font-weight: 650;
    line-height: 1.3;
  }
  h3 {
    font-size: var(--text);
    font-weight: 650;
  }
  p,
  li {
    text-wrap: pretty;
    overflow-wrap: break-word;
  }
  a {
    color: var(--petrol);
    text-underline-offset: 3px;
  }
  a:hover {
    color: var(--petrol-strong);
  }
  :focus-visible {
    outline: 3px solid var(--petrol);
    outline-offset: 2px;
    border-radius: var(--radius-small);
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  [tabindex='-1']:focus-visible {
    outline: 3px solid var(--petrol);
    outline-offset: 4px;
  }
  .small {
    font-size: var(--text-small);
  }
  .quiet-text {
    color: var(--ink-quiet);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    width: 1.1em;
    height: 1.1em;
    flex: none;
    vertical-align: -0.15em;
  }
`;

/** Buttons, 44 px high: `button` alone is the one main action; `secondary` and `quiet` step back. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: 44px;
    padding: 8px 22px;
    border: 2px solid var(--petrol);
    border-radius: var(--radius);
    background: var(--petrol);
    color: var(--on-petrol);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color var(--motion),
      border-color var(--motion);
  }
  .button:hover {
    background: var(--petrol-strong);
    border-color: var(--petrol-strong);
    color: var(--on-petrol);
  }
  .button.secondary {
    background: transparent;
    color: var(--petrol);
    border-color: var(--edge);
  }
  .button.secondary:hover {
    background: var(--petrol-tint);
    border-color: var(--petrol);
    color: var(--petrol-strong);
  }
  .button.quiet {
    padding-inline: 12px;
    background: transparent;
    border-color: transparent;
    color: var(--petrol);
    font-weight: 500;
  }
  .button.quiet:hover {
    background: var(--petrol-tint);
    color: var(--petrol-strong);
  }
  .button.small {
    min-height: 36px;
    padding: 4px 14px;
    font-size: var(--text-small);
  }
  .button:disabled {
    background: var(--sand);
    border-color: var(--rule);
    color: var(--ink-quiet);
    cursor: not-allowed;
  }
  .button:focus-visible {
    border-radius: var(--radius);
  }
  @media (pointer: coarse) {
    .button.small {
      min-height: 44px;
    }
  }
`;

/** Text fields and native selects. */
export const fields = css`
  .field {
    display: block;
    width: 100%;
    min-height: 44px;
    padding: 10px 14px;
    border: 1.5px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }
  textarea.field {
    resize: vertical;
    line-height: 1.5;
    field-sizing: content;
    min-height: 7.5rem;
  }
  .field:focus-visible {
    border-color: var(--petrol);
  }
  .field:disabled,
  .field[readonly] {
    background: var(--sand);
    border-color: var(--rule);
    color: var(--ink);
    opacity: 1;
  }
`;

/** One level of card. */
export const card = css`
  .card {
    padding: var(--space-5);
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: var(--shadow);
  }
  @media (max-width: 480px) {
    .card {
      padding: var(--space-4);
    }
  }
`;
