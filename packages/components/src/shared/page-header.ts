import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from './base.styles.ts';
import { icons } from './icons.ts';
import './language-switch.ts';

/**
 * The quiet line above every page: back to the course, the language.
 *
 * @slot - What belongs between the two, such as the assignment's name.
 * @slot actions - Small buttons beside the language.
 */
@customElement('mgv-page-header')
@localized()
export class MgvPageHeader extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-1) var(--space-4);
        min-height: 44px;
      }
      .back {
        margin-inline-start: -12px;
      }
      .middle {
        flex: 1;
        min-width: 0;
      }
      @media (max-width: 560px) {
        .middle {
          visibility: hidden;
          height: 0;
        }
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
      }
      mgv-language-switch {
        margin-inline-end: -14px;
      }
    `,
  ];

  /** Where the course is; without it there is no way back to show. */
  @property() returnUrl: string | null = null;

  override render(): TemplateResult {
    return html`
      <header>
        ${
          this.returnUrl
            ? html`<a class="button quiet small back" href=${this.returnUrl} target="_top"
                >${icons.left}${msg('Terug naar de cursus')}</a
              >`
            : nothing
        }
        <span class="middle small quiet-text"><slot></slot></span>
        <span class="actions"><slot name="actions"></slot><mgv-language-switch></mgv-language-switch></span>
      </header>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-page-header': MgvPageHeader;
  }
}
