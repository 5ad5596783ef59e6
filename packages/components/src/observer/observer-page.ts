import { localized, msg, str } from '@lit/localize';
import type { StudentSummary, SummaryList } from '@mgv/contracts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, card } from '../shared/base.styles.ts';
import '../shared/error.ts';
import '../shared/page-header.ts';
import { page } from '../shared/page.styles.ts';
import './student-card.ts';

/** What the observer's page asks of the server; rejects as `Api` does. */
export interface ObserverApi {
  summaries: () => Promise<SummaryList>;
}

/** The observer's page: how far the students are whom they follow. There is nothing to change on it. */
@localized()
@customElement('mgv-observer-page')
export class MgvObserverPage extends LitElement {
  static override styles = [base, card, page];

  @property({ attribute: false }) api!: ObserverApi;
  /** Where 'Terug naar de cursus' goes. */
  @property() returnUrl: string | null = null;

  @state() private list: SummaryList | null = null;
  @state() private error: unknown = null;

  override firstUpdated(): void {
    void this.#load();
  }

  override render(): TemplateResult {
    return html`
      <div class="page">
        <mgv-page-header .returnUrl=${this.returnUrl}></mgv-page-header>
        <main>
          <mgv-error .error=${this.error} retryable @retry=${this.#load}></mgv-error>
          ${this.list ? this.#summaries(this.list) : this.#waiting()}
        </main>
      </div>
    `;
  }

  #waiting(): TemplateResult | typeof nothing {
    return this.error === null ? html`<p class="quiet-text" role="status">${msg('Even laden')}</p>` : nothing;
  }

  #summaries({ title, students }: SummaryList): TemplateResult {
    return html`
      <div class="prose">
        <h1>${title}</h1>
        <p class="quiet-text">
          ${
            students.length > 0
              ? msg('Zo ver zijn de studenten die je volgt. Je ziet niet meer dan de student zelf.')
              : msg(
                  'Je leeromgeving noemt geen studenten die je volgt. Vraag de docent of de beheerder van de cursus om je aan een student te koppelen.',
                )
          }
        </p>
      </div>
      ${students.map(
        (student, index) => html`
          <mgv-student-card
            class="card"
            .student=${student}
            name=${nameOf(student, index, students.length)}
          ></mgv-student-card>
        `,
      )}
    `;
  }

  readonly #load = async (): Promise<void> => {
    this.error = null;
    try {
      this.list = await this.api.summaries();
      document.title = this.list.title;
    } catch (error) {
      this.error = error;
    }
  };
}

/** The name that the platform gave, else a number where there is more than one. */
function nameOf({ name }: StudentSummary, index: number, count: number): string {
  const number = index + 1;
  return name ?? (count > 1 ? msg(str`Student ${number}`) : msg('Je student'));
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-observer-page': MgvObserverPage;
  }
}
