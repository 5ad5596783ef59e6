import { localized, msg } from '@lit/localize';
import type { Utterance } from '@mgv/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from './base.styles.ts';
import { inLanguage } from './language.ts';
import { speech } from './speech.styles.ts';

/**
 * A conversation as speech bubbles: the client left on sand, the professional right on petrol.
 *
 * @slot - One more bubble at the end, for what the student says; use the classes of `speech.styles.ts`.
 */
@customElement('mgv-speech')
@localized()
export class MgvSpeech extends LitElement {
  static override styles = [base, speech];

  @property({ attribute: false }) utterances: readonly Utterance[] = [];

  override render(): TemplateResult {
    return html`
      <ol class="speech" aria-label=${msg('Gesprek')}>
        ${this.utterances.map(
          ({ who, name, direction, text }) => html`
            <li class="turn ${who}">
              <p class="who">
                <span class="name">${name}</span>${
                  direction ? html`<span class="direction"> · ${inLanguage(direction)}</span>` : nothing
                }
              </p>
              <p class="bubble">${inLanguage(text)}</p>
            </li>
          `,
        )}
      </ol>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-speech': MgvSpeech;
  }
}
