import { css } from 'lit';

/** Bubbles. `<li class="turn client|professional">` holds `.who` above and `.bubble` below. */
export const speech = css`
  .speech {
    display: grid;
    gap: var(--space-4);
    list-style-type: '';
    padding: 0;
  }
  .turn {
    display: grid;
    gap: var(--space-1);
    justify-items: start;
    max-width: min(34rem, 88%);
  }
  .turn.professional {
    justify-self: end;
    justify-items: end;
  }
  .who {
    padding-inline: var(--space-3);
    font-size: var(--text-small);
    color: var(--ink-quiet);
  }
  .name {
    font-weight: 650;
  }
  .bubble {
    padding: var(--space-3) var(--space-4);
    border-radius: 18px;
    font-size: var(--text-large);
    line-height: 1.4;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .client .bubble {
    background: var(--sand);
    border-end-start-radius: 4px;
  }
  .professional .bubble {
    background: var(--petrol-tint);
    border-end-end-radius: 4px;
  }
  @media (max-width: 480px) {
    .turn {
      max-width: 95%;
    }
  }
`;
