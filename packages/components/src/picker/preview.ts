import type { AssignmentSettings } from '@mgv/contracts';
import type { ScenarioSummary } from '@mgv/core';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import '../shared/error.ts';
import { icons } from '../shared/icons.ts';
import { type AskPreview, PreviewService } from './preview-service.ts';

/**
 * A scenario as a student sees it: the student's own page, over a service that keeps nothing.
 *
 * @event mgv-preview-close - Back to choosing.
 */
@localized()
@customElement('mgv-preview')
export class MgvPreview extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .bar {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2) var(--space-4);
        padding: var(--space-2) var(--space-5);
        background: var(--petrol-tint);
      }
      .bar p {
        font-size: var(--text-small);
      }
      @media (max-width: 480px) {
        .bar {
          padding-inline: var(--space-4);
        }
      }
    `,
  ];

  @property({ attribute: false }) scenario!: ScenarioSummary;
  @property({ attribute: false }) settings!: AssignmentSettings;
  @property({ attribute: false }) ask!: AskPreview;

  @state() private ready = false;
  @state() private error: unknown = null;
  @query('.bar p') private readonly words!: HTMLElement;
  #service!: PreviewService;
  readonly #title = document.title;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('scenario')) return;
    const { scenario, settings, ask } = this;
    this.#service = new PreviewService({ scenario, settings, ask });
  }

  override firstUpdated(): void {
    this.words.focus();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.title = this.#title;
  }

  override render(): TemplateResult {
    return html`
      <div class="bar">
        <p tabindex="-1">
          <strong>${msg('Voorbeeld.')}</strong>
          ${msg('Zo ziet een student deze opdracht. Wat je hier invult, wordt niet bewaard.')}
        </p>
        <button
          type="button"
          class="button secondary small"
          @click=${() => this.dispatchEvent(new Event('mgv-preview-close'))}
        >
          ${icons.left}${msg('Terug naar kiezen')}
        </button>
      </div>
      <mgv-error .error=${this.error} retryable @retry=${this.#load}></mgv-error>
      ${this.ready ? html`<mgv-student-page .api=${this.#service}></mgv-student-page>` : nothing}
    `;
  }

  /** The student's page comes only when somebody wants to see it. */
  readonly #load = async (): Promise<void> => {
    this.error = null;
    try {
      await import('../student/student-page.ts');
      this.ready = true;
    } catch (error) {
      this.error = error;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-preview': MgvPreview;
  }
}
