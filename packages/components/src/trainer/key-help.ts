import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import '../shared/dialog.ts';
import type { MgvDialog } from '../shared/dialog.ts';
import { keyPreference } from './trainer-keys.ts';

/**
 * All shortcuts of the grading view, and the switch that turns them off.
 *
 * @see https://www.w3.org/TR/WCAG22/#character-key-shortcuts
 */
@localized()
@customElement('mgv-key-help')
export class MgvKeyHelp extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--space-2) var(--space-4);
        align-items: baseline;
      }
      kbd {
        display: inline-block;
        min-width: 28px;
        padding: 1px 8px;
        border: 1px solid var(--edge);
        border-bottom-width: 2px;
        border-radius: 6px;
        background: var(--sand);
        font: inherit;
        font-size: var(--text-small);
        text-align: center;
      }
      label {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        min-height: 44px;
        cursor: pointer;
      }
      input {
        width: 20px;
        height: 20px;
        margin: 0;
        accent-color: var(--petrol);
      }
    `,
  ];

  @query('mgv-dialog') private readonly dialog!: MgvDialog;
  @state() private on = keyPreference.read();

  /** Whether the trainer wants shortcuts. */
  get wanted(): boolean {
    return this.on;
  }

  show(near?: Element): void {
    this.dialog.show(near);
  }

  override render(): TemplateResult {
    const keys = [
      { key: 'J', words: msg('volgende inzending') },
      { key: 'K', words: msg('vorige inzending') },
      { key: '1 – 9', words: msg('niveau kiezen bij het gemarkeerde criterium') },
      { key: 'C', words: msg('volgend criterium') },
      { key: 'R', words: msg('opmerking bij dit criterium (Esc: terug)') },
      { key: 'S', words: msg('opslaan') },
      { key: '?', words: msg('dit overzicht') },
    ];
    return html`
      <mgv-dialog heading=${msg('Sneltoetsen')}>
        <dl>
          ${keys.map(
            ({ key, words }) => html`
              <dt><kbd>${key}</kbd></dt>
              <dd>${words}</dd>
            `,
          )}
        </dl>
        <p class="small quiet-text">${msg('In een tekstvak typ je gewoon letters en cijfers.')}</p>
        <label
          ><input type="checkbox" .checked=${this.on} @change=${this.#switch} />${msg('Sneltoetsen gebruiken')}</label
        >
        <button
          slot="actions"
          type="button"
          class="button"
          @click=${() => {
            this.dialog.close();
          }}
        >
          ${msg('Sluiten')}
        </button>
      </mgv-dialog>
    `;
  }

  #switch(event: Event): void {
    this.on = (event.target as HTMLInputElement).checked;
    keyPreference.write(this.on);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-key-help': MgvKeyHelp;
  }
}
