import type { PassbackState, PassbackView } from '@mgv/contracts';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { inLanguage } from '../shared/language.ts';
import { PassbackRetryEvent } from './trainer.event.ts';
import { passbackWord } from './trainer-words.ts';

const LOOKS: Record<PassbackState, { icon: TemplateResult; tone: string }> = {
  waiting: { icon: icons.clock, tone: 'quiet' },
  sent: { icon: icons.clock, tone: 'quiet' },
  confirmed: { icon: icons.check, tone: 'right' },
  refused: { icon: icons.warning, tone: 'wrong' },
  superseded: { icon: icons.circle, tone: 'quiet' },
  'not-connected': { icon: icons.circle, tone: 'quiet' },
};

/**
 * Where a mark is on its way to the gradebook: an icon and a word, and the reason where it stays behind.
 *
 * @event {PassbackRetryEvent} mgv-passback-retry - The trainer wants a refused mark sent again.
 */
@localized()
@customElement('mgv-passback-state')
export class MgvPassbackState extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: inline-block;
      }
      .state {
        display: inline-flex;
        gap: var(--space-1);
        align-items: center;
      }
      .quiet {
        color: var(--ink-quiet);
      }
      .right {
        color: var(--moss);
      }
      .wrong {
        color: var(--brick);
        font-weight: 600;
      }
      .reason {
        max-width: 32ch;
        margin-block: var(--space-1);
        font-size: var(--text-small);
        line-height: 1.35;
      }
    `,
  ];

  /** `null` shows a dash: nothing was released yet. */
  @property({ attribute: false }) passback: PassbackView | null = null;

  /** Whose mark it is, for the name of the button. */
  @property() person = '';

  override render(): TemplateResult {
    if (!this.passback) {
      return html`<span class="quiet" aria-hidden="true">–</span
        ><span class="visually-hidden">${msg('nog niet verstuurd')}</span>`;
    }
    const { state, explanation } = this.passback;
    const { icon, tone } = LOOKS[state];
    const reason = state === 'refused' || state === 'waiting' ? explanation : null;
    return html`
      <span class="state ${tone}">${icon}<span>${passbackWord(state)}</span></span>
      ${reason ? html`<p class="reason">${inLanguage(reason)}</p>` : nothing}
      ${
        state === 'refused'
          ? html`<button type="button" class="button secondary small" @click=${this.#retry}>
              <span>${msg('Opnieuw versturen')}<span class="visually-hidden"> ${this.person}</span></span>
            </button>`
          : nothing
      }
    `;
  }

  #retry(): void {
    if (this.passback) this.dispatchEvent(new PassbackRetryEvent(this.passback.id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-passback-state': MgvPassbackState;
  }
}
