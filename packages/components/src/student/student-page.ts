import { localized, msg } from '@lit/localize';
import type { AssignmentView, AttemptView } from '@mgv/contracts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { type Api } from '../shared/api.ts';
import { base } from '../shared/base.styles.ts';
import '../shared/error.ts';
import { scrollToTop } from '../shared/frame-size.ts';
import { page } from '../shared/page.styles.ts';
import '../shared/page-header.ts';
import './attempt.ts';
import type { HandedInEvent } from './attempt.ts';
import './result.ts';
import type { OpenAttemptEvent } from './start.ts';
import './start.ts';
import { type StudentApi, studentApi } from './student-api.ts';
import { waiting } from './student-page.styles.ts';

/** The student's page: start, steps, overview, result. */
@customElement('mgv-student-page')
@localized()
export class MgvStudentPage extends LitElement {
  static override styles = [base, page, waiting];

  @property({ attribute: false }) api!: Api;
  /** Where 'Terug naar de cursus' goes. */
  @property() returnUrl: string | null = null;
  /** Whether the launch asks for the student's work: the newest result opens first. */
  @property({ type: Boolean }) review = false;

  @state() private assignment: AssignmentView | null = null;
  /** The attempt shown; none is the start page. */
  @state() private attempt: AttemptView | null = null;
  @state() private error: unknown = null;
  @state() private busy = false;
  /** What to do again after a failure. */
  #again: () => Promise<void> = () => this.#load();
  #calls!: StudentApi;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('api')) return;
    this.#calls = studentApi(this.api);
    void this.#doing(() => this.#begin());
  }

  override render(): TemplateResult {
    return html`
      <div class="page">
        <mgv-page-header .returnUrl=${this.returnUrl}>
          ${this.attempt ? this.attempt.settings.title : nothing}
        </mgv-page-header>
        <main aria-busy=${this.busy}>
          <mgv-error .error=${this.error} retryable @retry=${() => this.#doing(this.#again)}></mgv-error>
          ${this.#content()}
        </main>
      </div>
    `;
  }

  #content(): TemplateResult | typeof nothing {
    if (this.attempt?.state === 'open') {
      return html`${keyed(
        this.attempt,
        html`<mgv-attempt
          .api=${this.#calls}
          .attempt=${this.attempt}
          @mgv-handed-in=${this.#handedIn}
          @mgv-reload=${() => this.#open(this.attempt?.id ?? '')}
        ></mgv-attempt>`,
      )}`;
    }
    if (this.attempt) {
      return html`<mgv-result
        .attempt=${this.attempt}
        .mayStart=${this.#mayStart}
        .busy=${this.busy}
        @mgv-start=${this.#start}
        @mgv-back=${this.#toStart}
      ></mgv-result>`;
    }
    if (!this.assignment)
      return this.error === null ? html`<p class="loading" role="status">${msg('Even laden')}</p>` : nothing;
    if (!this.assignment.scenario) return this.#noScenario();
    return html`<mgv-student-start
      .assignment=${this.assignment}
      .scenario=${this.assignment.scenario}
      .busy=${this.busy}
      @mgv-start=${this.#start}
      @mgv-open-attempt=${(event: OpenAttemptEvent) => this.#open(event.attempt)}
    ></mgv-student-start>`;
  }

  #noScenario(): TemplateResult {
    return html`
      <div class="waiting">
        <h1>${msg('Nog even geduld')}</h1>
        <p>${msg('Je trainer moet deze opdracht nog instellen.')}</p>
        <p class="quiet-text">${msg('Open de opdracht later opnieuw vanuit de cursus.')}</p>
      </div>
    `;
  }

  get #mayStart(): boolean {
    const view = this.assignment;
    return view !== null && view.attemptsLeft !== 0 && !view.attempts.some((attempt) => attempt.state === 'open');
  }

  /** Does something that may fail, and shows why; 'Opnieuw proberen' does the same again. */
  async #doing(action: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    this.#again = action;
    try {
      await action();
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  async #begin(): Promise<void> {
    const wanted = this.review ? (await this.#calls.review()).attemptId : null;
    await this.#load();
    if (wanted !== null) this.attempt = await this.#calls.attempt(wanted);
  }

  async #load(): Promise<void> {
    this.assignment = await this.#calls.assignment();
    document.title = this.assignment.settings.title;
  }

  readonly #start = (): Promise<void> =>
    this.#doing(async () => {
      this.attempt = await this.#calls.start();
    });

  #open(id: string): Promise<void> {
    return this.#doing(async () => {
      this.attempt = await this.#calls.attempt(id);
      await this.#toTop();
    });
  }

  readonly #toStart = (): Promise<void> => {
    this.attempt = null;
    return this.#doing(async () => {
      await this.#load();
      await this.#toTop();
    });
  };

  readonly #handedIn = ({ attempt }: HandedInEvent): Promise<void> => {
    this.attempt = attempt;
    return this.#doing(async () => {
      await this.#toTop();
      // Whether another attempt is left.
      await this.#load();
    });
  };

  async #toTop(): Promise<void> {
    await this.updateComplete;
    scrollToTop();
    const result = this.renderRoot.querySelector('mgv-result');
    await result?.updateComplete;
    result?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-student-page': MgvStudentPage;
  }
}
