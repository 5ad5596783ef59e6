import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ApiProblem, isExpired, NetworkFailure } from './api.ts';
import { base, buttons } from './base.styles.ts';
import { icons } from './icons.ts';
import './reopen.ts';

interface Words {
  title: string;
  detail: string;
}

/** What went wrong in words for a person: the service's own sentences where it gave them. */
export function wordsFor(error: unknown): Words {
  if (isExpired(error)) {
    return {
      title: msg('Je sessie is verlopen'),
      detail: msg('Wat op het scherm staat kun je nog kopiëren. Open de opdracht opnieuw vanuit de cursus.'),
    };
  }
  if (error instanceof ApiProblem && error.title !== '') return { title: error.title, detail: error.detail };
  if (error instanceof NetworkFailure) {
    return {
      title: msg('Er is geen verbinding'),
      detail: msg('Controleer je internet en probeer het nog een keer. Wat op het scherm staat, blijft staan.'),
    };
  }
  return {
    title: msg('Er ging iets mis'),
    detail: msg('Probeer het nog een keer. Blijft het misgaan, open de opdracht dan opnieuw vanuit de cursus.'),
  };
}

/**
 * Says what happened, what is safe and what to do; nothing while `error` is null.
 *
 * @event retry - The person wants to try again; the button is there only with `retryable`.
 */
@customElement('mgv-error')
@localized()
export class MgvError extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .box {
        display: flex;
        gap: var(--space-3);
        margin-top: var(--error-margin, 0);
        padding: var(--space-4);
        border-inline-start: 4px solid var(--brick);
        border-radius: var(--radius-small);
        background: var(--brick-tint);
      }
      .icon {
        margin-top: 3px;
        color: var(--brick);
      }
      .words {
        display: grid;
        gap: var(--space-1);
        justify-items: start;
      }
      strong {
        font-weight: 650;
      }
      .button {
        margin-top: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) error: unknown = null;
  /** Whether a button 'Opnieuw proberen' is shown. */
  @property({ type: Boolean }) retryable = false;

  override render(): TemplateResult | typeof nothing {
    return this.error === null || this.error === undefined ? nothing : this.#box(this.error);
  }

  #box(error: unknown): TemplateResult {
    const { title, detail } = wordsFor(error);
    const reference = error instanceof ApiProblem ? error.reference : '';
    return html`
      <div class="box" role="alert">
        ${icons.warning}
        <div class="words">
          <strong>${title}</strong>
          ${detail ? html`<p>${detail}</p>` : nothing}
          ${reference ? html`<p class="small quiet-text">${msg(str`Referentie: ${reference}`)}</p>` : nothing}
          ${
            this.retryable && !isExpired(error)
              ? html`<button type="button" class="button secondary small" @click=${this.#retry}>
                  ${msg('Opnieuw proberen')}
                </button>`
              : nothing
          }
          ${isExpired(error) ? html`<mgv-reopen></mgv-reopen>` : nothing}
        </div>
      </div>
    `;
  }

  #retry(): void {
    this.dispatchEvent(new Event('retry'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-error': MgvError;
  }
}
