import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base, buttons } from './base.styles.ts';
import { keptRestart, restartAddress } from './restart.ts';
import { isUnsaved } from './unload-guard.ts';

/** Opens this page again through the LMS once a session is over; nothing where that cannot be done from here. */
@customElement('mgv-reopen')
@localized()
export class MgvReopen extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .button {
        margin-top: var(--space-2);
      }
      p {
        margin-top: var(--space-1);
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const kept = keptRestart();
    if (!kept) return nothing;
    // What is not saved lives in this page only.
    return html`
      <a
        class="button secondary small"
        href=${restartAddress(kept)}
        target=${isUnsaved() ? '_blank' : '_self'}
        rel="noopener"
        >${msg('Opnieuw openen')}</a
      >
      ${
        isUnsaved()
          ? html`<p class="small">${msg('Dat gebeurt in een nieuw venster, zodat je werk hier blijft staan.')}</p>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-reopen': MgvReopen;
  }
}
