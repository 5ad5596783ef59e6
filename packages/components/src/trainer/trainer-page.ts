import type { AssignmentView, Review, SubmissionList } from '@mgv/contracts';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../picker/scenario-picker.ts';
import type { ScenarioChooseEvent } from '../picker/scenario-choose.event.ts';
import { base, buttons } from '../shared/base.styles.ts';
import '../shared/error.ts';
import '../shared/page-header.ts';
import { page } from '../shared/page.styles.ts';
import { classList } from './class-list.ts';
import './grading-view.ts';
import type { MgvGradingView } from './grading-view.ts';
import { PollController } from './poll-controller.ts';
import './release-dialog.ts';
import { RosterController } from './roster-controller.ts';
import './settings-dialog.ts';
import './submission-list.ts';
import { countSubmissions, isWaiting, type SubmissionCounts } from './submission-filter.ts';
import type { TrainerApi } from './trainer-api.ts';
import type { PassbackRetryEvent, SubmissionOpenEvent } from './trainer.event.ts';
import { gradebookNotice, reviewNotice, rosterNotice } from './trainer-words.ts';
import { styles } from './trainer-page.styles.ts';

/** Milliseconds between two looks at the list: with marks under way, and without. */
const SOON = 5000;
const LATER = 20_000;

/**
 * The trainer's page: choosing a scenario where there is none, the list of students, and grading one attempt.
 *
 * @event mgv-self-check - 'Werkt het?' is wanted.
 */
@localized()
@customElement('mgv-trainer-page')
export class MgvTrainerPage extends LitElement {
  static override styles = [base, buttons, page, styles];

  @property({ attribute: false }) api!: TrainerApi;
  @property() returnUrl: string | null = null;
  /** Whether the launch asks for one student's work: that opens first. */
  @property({ type: Boolean }) review = false;

  @state() private assignment: AssignmentView | null = null;
  @state() private list: SubmissionList | null = null;
  /** The attempt being graded; `null` shows the list. */
  @state() private attemptId: string | null = null;
  @state() private error: unknown = null;
  @state() private choosing = false;
  /** What `review` led to. */
  @state() private reviewed: Review | null = null;
  @query('mgv-grading-view') private readonly grading!: MgvGradingView | null;

  readonly #roster = new RosterController(this, () => this.api.roster());
  readonly #poll = new PollController(
    this,
    () => this.#refresh(),
    () => (this.#roster.reading || isWaiting(this.list?.rows ?? []) ? SOON : LATER),
  );

  override firstUpdated(): void {
    void this.#load();
  }

  override render(): TemplateResult {
    return html`
      <div class="page wide">
        <mgv-page-header .returnUrl=${this.returnUrl} ?hidden=${this.attemptId !== null}>
          <button
            slot="actions"
            type="button"
            class="button quiet small"
            @click=${() => this.dispatchEvent(new Event('mgv-self-check'))}
          >
            ${msg('Werkt het?')}
          </button>
        </mgv-page-header>
        <main>
          <mgv-error .error=${this.error} ?retryable=${!this.assignment} @retry=${this.#load}></mgv-error>
          ${this.#content()}
        </main>
      </div>
    `;
  }

  #content(): TemplateResult | typeof nothing {
    if (!this.assignment) {
      return this.error ? nothing : html`<p class="loading" role="status">${msg('De opdracht wordt opgehaald.')}</p>`;
    }
    if (!this.assignment.scenario) return this.#setUp(this.assignment);
    return html`
      <div class="overview" ?hidden=${this.attemptId !== null}>${this.#overview(this.assignment)}</div>
      ${
        this.attemptId === null
          ? nothing
          : html`<mgv-grading-view
              .api=${this.api}
              attemptId=${this.attemptId}
              @mgv-submission-open=${this.#open}
              @mgv-grading-close=${this.#close}
              @mgv-submission-change=${this.#refresh}
            ></mgv-grading-view>`
      }
    `;
  }

  #setUp({ role, settings }: AssignmentView): TemplateResult {
    if (role !== 'trainer') {
      return html`
        <div class="prose">
          <h1>${settings.title}</h1>
          <p>
            ${msg('Bij deze opdracht is nog geen scenario gekozen. De trainer van de cursus kan dat doen; daarna staan hier de inzendingen.')}
          </p>
        </div>
      `;
    }
    return html`
      <div class="prose">
        <h1>${msg('Kies een scenario')}</h1>
        <p>${msg('Bij deze opdracht hoort nog geen scenario. Kies er een, dan kunnen studenten beginnen.')}</p>
      </div>
      <mgv-scenario-picker
        .load=${() => this.api.scenarios()}
        submitLabel=${msg('Scenario gebruiken')}
        assignmentTitle=${settings.title}
        ?busy=${this.choosing}
        @mgv-scenario-choose=${this.#choose}
      ></mgv-scenario-picker>
    `;
  }

  #overview(assignment: AssignmentView): TemplateResult {
    const { roster } = this.#roster;
    const rows = this.list && classList(this.list, roster);
    const counts = countSubmissions(rows ?? []);
    const nothingOf = this.reviewed?.attemptId === null ? reviewNotice(this.reviewed) : null;
    const notices = [nothingOf, gradebookNotice(assignment.gradebook)].filter((each) => each !== null);
    const fresh = rosterNotice(roster);
    return html`
      <header>
        <div>
          <h1>${this.list?.title ?? assignment.settings.title}</h1>
          ${this.list ? html`<p class="counts">${this.#counts(counts)}</p>` : nothing}
          ${fresh === null ? nothing : html`<p class="counts small">${fresh}</p>`}
        </div>
        ${
          assignment.role === 'trainer'
            ? html`<button type="button" class="button quiet small" @click=${this.#showSettings}>
                ${msg('Instellingen')}
              </button>`
            : nothing
        }
      </header>
      ${notices.map((notice) => html`<p class="notice">${notice}</p>`)}
      <mgv-submission-list
        .rows=${rows}
        @mgv-submission-open=${this.#open}
        @mgv-passback-retry=${this.#retry}
      ></mgv-submission-list>
      ${this.list && this.list.rows.length > 0 ? this.#release(counts.toRelease) : nothing}
      <mgv-release-dialog
        .releaseAll=${() => this.api.releaseAll()}
        .counts=${counts}
        ?connected=${assignment.gradebook === 'connected'}
        @mgv-submission-change=${this.#refresh}
      ></mgv-release-dialog>
      <mgv-settings-dialog
        .api=${this.api}
        .assignment=${assignment}
        @mgv-assignment-change=${this.#load}
      ></mgv-settings-dialog>
    `;
  }

  #counts({ handedIn, toGrade, notStarted }: SubmissionCounts): string {
    if (notStarted === 0) return msg(str`${handedIn} ingeleverd, ${toGrade} na te kijken`);
    return msg(str`${handedIn} ingeleverd, ${toGrade} na te kijken, ${notStarted} nog niet begonnen`);
  }

  #release(ready: number): TemplateResult {
    const words = ready === 1 ? msg('1 beoordeling staat klaar') : msg(str`${ready} beoordelingen staan klaar`);
    return html`
      <div class="release">
        <p class="small quiet-text" id="ready">
          ${ready === 0 ? msg('Er staan geen nagekeken beoordelingen klaar.') : words}
        </p>
        <button
          type="button"
          class="button secondary"
          aria-disabled=${ready === 0 ? 'true' : 'false'}
          aria-describedby="ready"
          @click=${(event: Event) => {
            if (ready > 0) this.#showRelease(event);
          }}
        >
          ${msg('Alles vrijgeven…')}
        </button>
      </div>
    `;
  }

  readonly #load = async (): Promise<void> => {
    this.error = null;
    try {
      if (this.review && !this.reviewed) {
        this.reviewed = await this.api.review();
        this.attemptId = this.reviewed.attemptId;
      }
      this.assignment = await this.api.assignment();
      if (this.assignment.scenario) this.list = await this.api.submissions();
      void this.#refreshRoster();
      this.#poll.again();
    } catch (error) {
      this.error = error;
    }
  };

  /** Asks for the rows again; a failure shows only when it stays: the next round may do better. */
  readonly #refresh = async (): Promise<void> => {
    if (!this.assignment?.scenario) return;
    this.list = await this.api.submissions();
    this.error = null;
    void this.#refreshRoster();
    this.#poll.again();
  };

  /** Asks for who is in the course, which may take long; the next round comes sooner while that goes on. */
  async #refreshRoster(): Promise<void> {
    await this.#roster.refresh();
    if (this.#roster.reading) this.#poll.again();
  }

  #open({ attemptId }: SubmissionOpenEvent): void {
    this.attemptId = attemptId;
  }

  async #close(): Promise<void> {
    const left = this.attemptId ?? '';
    const person = this.grading?.session.view?.personId ?? null;
    this.attemptId = null;
    await this.updateComplete;
    await this.renderRoot.querySelector('mgv-submission-list')?.focusRow(left, person);
    await this.#refresh().catch(() => undefined);
  }

  async #retry({ passbackId }: PassbackRetryEvent): Promise<void> {
    try {
      await this.api.retryPassback(passbackId);
      await this.#refresh();
    } catch (error) {
      this.error = error;
    }
  }

  async #choose({ assignment }: ScenarioChooseEvent): Promise<void> {
    this.choosing = true;
    this.error = null;
    try {
      await this.api.setUp(assignment);
      await this.#load();
    } catch (error) {
      this.error = error;
    } finally {
      this.choosing = false;
    }
  }

  #showSettings(event: Event): void {
    void this.renderRoot.querySelector('mgv-settings-dialog')?.show(event.currentTarget as Element);
  }

  #showRelease(event: Event): void {
    this.renderRoot.querySelector('mgv-release-dialog')?.show(event.currentTarget as Element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-trainer-page': MgvTrainerPage;
  }
}
