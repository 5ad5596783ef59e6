import { localized, msg } from '@lit/localize';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import '../shared/dialog.ts';
import type { MgvDialog } from '../shared/dialog.ts';

/** What to do with a mark that was not saved. */
export type LeaveAnswer = 'save' | 'discard' | 'stay';

/** Asks what happens to a mark that was not saved, before another attempt comes on screen. */
@localized()
@customElement('mgv-leave-dialog')
export class MgvLeaveDialog extends LitElement {
  static override styles = [base, buttons];

  @query('mgv-dialog') private readonly dialog!: MgvDialog;
  #answer: ((answer: LeaveAnswer) => void) | null = null;

  /** Opens the dialog. Closing it in any other way means staying. */
  async ask(near?: Element): Promise<LeaveAnswer> {
    await this.updateComplete;
    this.dialog.show(near);
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  override render(): TemplateResult {
    return html`
      <mgv-dialog
        heading=${msg('Je beoordeling is nog niet opgeslagen')}
        @close=${() => {
          this.#give('stay');
        }}
      >
        <p>${msg('Wil je die opslaan voordat je verdergaat?')}</p>
        <button
          slot="actions"
          type="button"
          class="button quiet"
          @click=${() => {
            this.#give('stay');
          }}
        >
          ${msg('Blijven')}
        </button>
        <button
          slot="actions"
          type="button"
          class="button secondary"
          @click=${() => {
            this.#give('discard');
          }}
        >
          ${msg('Niet opslaan')}
        </button>
        <button
          slot="actions"
          type="button"
          class="button"
          @click=${() => {
            this.#give('save');
          }}
        >
          ${msg('Opslaan')}
        </button>
      </mgv-dialog>
    `;
  }

  #give(answer: LeaveAnswer): void {
    const resolve = this.#answer;
    this.#answer = null;
    this.dialog.close();
    resolve?.(answer);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-leave-dialog': MgvLeaveDialog;
  }
}
