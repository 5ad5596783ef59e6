import { localized, msg } from '@lit/localize';
import type { PageData } from '@mgv/contracts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import '../shared/page-header.ts';
import { page } from '../shared/page.styles.ts';
import type { SelfCheckApi } from './self-check-api.ts';
import './self-check.ts';

/**
 * 'Werkt het?' as a page: of an admin of the institution, and over the trainer's page.
 *
 * @event mgv-back - Back to the page it stands over.
 */
@localized()
@customElement('mgv-self-check-page')
export class MgvSelfCheckPage extends LitElement {
  static override styles = [base, buttons, page];

  @property({ attribute: false }) api!: SelfCheckApi;
  @property({ attribute: false }) frame!: PageData['frame'];
  @property() returnUrl: string | null = null;
  /** Whether it stands over another page. */
  @property({ type: Boolean }) over = false;

  override render(): TemplateResult {
    return html`
      <div class="page">
        <mgv-page-header .returnUrl=${this.returnUrl}></mgv-page-header>
        ${
          this.over
            ? html`<button
                type="button"
                class="button quiet small"
                @click=${() => this.dispatchEvent(new Event('mgv-back'))}
              >
                ${icons.left}${msg('Terug naar de inzendingen')}
              </button>`
            : nothing
        }
        <main><mgv-self-check .api=${this.api} .frame=${this.frame}></mgv-self-check></main>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-self-check-page': MgvSelfCheckPage;
  }
}
