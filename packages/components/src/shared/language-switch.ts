import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base, buttons } from './base.styles.ts';
import { currentLanguage, setLanguage } from './language.ts';

/** Switches the page between Dutch and English; what was typed stays. */
@customElement('mgv-language-switch')
@localized()
export class MgvLanguageSwitch extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: inline-block;
      }
    `,
  ];

  override render(): TemplateResult {
    const other = currentLanguage() === 'nl' ? 'en' : 'nl';
    const name = other === 'en' ? 'English' : 'Nederlands';
    return html`
      <button
        type="button"
        class="button quiet small"
        lang=${other}
        title=${msg('Taal wisselen')}
        @click=${() => setLanguage(other)}
      >
        ${name}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-language-switch': MgvLanguageSwitch;
  }
}
