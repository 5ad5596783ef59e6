import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, fields } from '../shared/base.styles.ts';

/** What was filled in, to take along when it can no longer be saved. */
@localized()
@customElement('mgv-copy-text')
export class MgvCopyText extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      div {
        display: grid;
        gap: var(--space-2);
        justify-items: start;
        margin-top: var(--space-3);
      }
      textarea.field {
        max-height: 14rem;
        font-size: var(--text-small);
      }
    `,
  ];

  @property() text = '';
  @state() private copied = false;

  override render(): TemplateResult {
    return html`
      <div>
        <label for="text">${msg('Jouw beoordeling, om te kopiëren')}</label>
        <textarea id="text" class="field" readonly .value=${this.text}></textarea>
        <button type="button" class="button secondary small" @click=${this.#copy}>
          ${this.copied ? msg('Gekopieerd') : msg('Kopieer alles')}
        </button>
      </div>
    `;
  }

  async #copy(): Promise<void> {
    const field = this.renderRoot.querySelector('textarea');
    field?.focus();
    field?.select();
    try {
      await navigator.clipboard.writeText(this.text);
      this.copied = true;
    } catch {
      // Frames may not always write to the clipboard; then the text stands selected, for Ctrl+C.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-copy-text': MgvCopyText;
  }
}
