import type { AssignmentSettings, ChosenAssignment, DeepLinkingOptions, ScenarioList } from '@mgv/contracts';
import { DEFAULT_SETTINGS } from '@mgv/contracts/browser';
import type { ScenarioSummary } from '@mgv/core';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, buttons, card } from '../shared/base.styles.ts';
import '../shared/error.ts';
import { icons } from '../shared/icons.ts';
import { inLanguage } from '../shared/language.ts';
import './dates-form.ts';
import type { MgvDatesForm } from './dates-form.ts';
import './item-fields.ts';
import { NO_DATES } from './read-dates.ts';
import { ScenarioChooseEvent } from './scenario-choose.event.ts';
import './scenario-details.ts';
import './scenario-list.ts';
import { styles } from './scenario-picker.styles.ts';
import { ScenarioPreviewEvent } from './scenario-preview.event.ts';
import type { ScenarioSelectEvent } from './scenario-select.event.ts';
import './settings-form.ts';
import type { MgvSettingsForm } from './settings-form.ts';

/**
 * Choosing scenarios: the list by module, what the chosen ones hold, and the settings.
 *
 * @event {ScenarioChooseEvent} mgv-scenario-choose - Scenarios and settings are complete.
 * @event {ScenarioPreviewEvent} mgv-scenario-preview - 'Bekijk als student'; only with `previewable`.
 * @event mgv-scenario-cancel - 'Annuleren'; only with `cancellable`.
 */
@localized()
@customElement('mgv-scenario-picker')
export class MgvScenarioPicker extends LitElement {
  static override styles = [base, buttons, card, styles];

  @property({ attribute: false }) load!: () => Promise<ScenarioList>;
  /** Word on the main button. */
  @property() submitLabel = '';
  /** Title to start with; else the chosen scenario's. */
  @property() assignmentTitle: string | null = null;
  /** What was chosen before: it is chosen again, with its settings. */
  @property({ attribute: false }) previous: DeepLinkingOptions['previous'] = null;
  /** Whether several may be chosen. */
  @property({ type: Boolean }) multiple = false;
  /** Whether dates can be set. */
  @property({ type: Boolean }) dated = false;
  /** Whether marks stay out of the gradebook here. */
  @property({ type: Boolean }) ungraded = false;
  @property({ type: Boolean }) previewable = false;
  @property({ type: Boolean }) cancellable = false;
  /** While the choice is on its way. */
  @property({ type: Boolean }) busy = false;

  @state() private scenarios: readonly ScenarioSummary[] | null = null;
  @state() private chosenIds: readonly string[] = [];
  @state() private error: unknown = null;

  @query('mgv-settings-form') private readonly form!: MgvSettingsForm | null;
  @query('mgv-dates-form') private readonly datesForm!: MgvDatesForm | null;

  override firstUpdated(): void {
    void this.#fetch();
  }

  get #chosen(): ScenarioSummary[] {
    return (this.scenarios ?? []).filter(({ id }) => this.chosenIds.includes(id));
  }

  override render(): TemplateResult {
    return html`
      <mgv-error .error=${this.error} retryable @retry=${this.#fetch}></mgv-error>
      ${
        this.scenarios === null && !this.error
          ? html`<p class="loading" role="status">${msg("De scenario's worden opgehaald.")}</p>`
          : nothing
      }
      ${this.scenarios?.length === 0 ? html`<p>${msg("Er zijn nog geen scenario's.")}</p>` : nothing}
      <form class="columns" novalidate @submit=${this.#submit}>
        <mgv-scenario-list
          .scenarios=${this.scenarios ?? []}
          .chosen=${this.chosenIds}
          ?multiple=${this.multiple}
          @mgv-scenario-select=${({ ids }: ScenarioSelectEvent) => (this.chosenIds = ids)}
        ></mgv-scenario-list>
        ${this.scenarios?.length ? this.#choice() : nothing}
      </form>
      ${this.cancellable && this.chosenIds.length === 0 ? html`<div class="actions">${this.#cancelButton()}</div>` : nothing}
    `;
  }

  #choice(): TemplateResult {
    const chosen = this.#chosen;
    const [first] = chosen;
    if (!first) return html`<div class="hint"><p>${this.#hint()}</p></div>`;
    const several = chosen.length > 1;
    return html`
      <div class="chosen card">
        ${several ? html`<p role="status"><strong>${msg(str`${chosen.length} scenario's gekozen`)}</strong></p>` : nothing}
        ${
          this.multiple
            ? repeat(
                chosen,
                ({ id }) => id,
                (scenario) => this.#item(scenario, !several),
              )
            : this.#item(first, true)
        }
        ${several ? html`<h2>${msg('Instellingen voor alle opdrachten')}</h2>` : nothing}
        <mgv-settings-form shared .settings=${this.#startOf(first)}></mgv-settings-form>
        ${this.dated ? html`<mgv-dates-form></mgv-dates-form>` : nothing} ${this.ungraded ? this.#ungraded() : nothing}
        <div class="actions">
          ${this.cancellable ? this.#cancelButton() : nothing}
          <button type="submit" class="button" ?disabled=${this.busy}>${this.submitLabel}</button>
        </div>
      </div>
    `;
  }

  #hint(): string {
    return this.multiple
      ? msg("Kies een of meer scenario's. Je ziet dan wat erin zit en stelt in hoe je ze gebruikt.")
      : msg('Kies een scenario. Je ziet dan wat erin zit en stelt in hoe je het gebruikt.');
  }

  #item(scenario: ScenarioSummary, alone: boolean): TemplateResult {
    const { id, maximum } = scenario;
    const title = inLanguage(scenario.title);
    const details = html`<mgv-scenario-details .scenario=${scenario}></mgv-scenario-details>`;
    return html`
      <div class="item ${alone ? 'alone' : ''}" role="group" aria-labelledby="chosen-${id}">
        <h2 id="chosen-${id}">${title}</h2>
        ${
          alone
            ? details
            : html`<details class="fold">
                <summary>${msg('Wat erin zit')}</summary>
                ${details}
              </details>`
        }
        <div class="tools">
          ${this.previewable ? this.#previewButton(scenario) : nothing}
          ${alone ? nothing : this.#removeButton(scenario)}
        </div>
        ${alone ? html`<h2>${msg('Instellingen')}</h2>` : nothing}
        <mgv-item-fields
          data-scenario=${id}
          .item=${this.#startOf(scenario)}
          .maximum=${maximum}
          ?ungraded=${this.ungraded}
        ></mgv-item-fields>
      </div>
    `;
  }

  #previewButton(scenario: ScenarioSummary): TemplateResult {
    return html`<button
      type="button"
      class="button secondary small"
      data-preview=${scenario.id}
      @click=${() => {
        const settings = { ...this.#startOf(scenario), ...this.form?.readShared() };
        this.dispatchEvent(new ScenarioPreviewEvent(scenario, settings));
      }}
    >
      ${msg('Bekijk als student')}
    </button>`;
  }

  #removeButton({ id }: ScenarioSummary): TemplateResult {
    return html`<button
      type="button"
      class="button quiet small"
      @click=${() => (this.chosenIds = this.chosenIds.filter((chosen) => chosen !== id))}
    >
      ${icons.cross}${msg('Weghalen')}
    </button>`;
  }

  #ungraded(): TemplateResult {
    const words = msg(
      'Op deze plek neemt je leeromgeving geen cijfers aan: het cijfer wordt niet naar de cijferlijst gestuurd. Studenten en jij zien het hier wel.',
    );
    return html`<p class="notice">${icons.warning}<span>${words}</span></p>`;
  }

  #cancelButton(): TemplateResult {
    const cancel = () => this.dispatchEvent(new Event('mgv-scenario-cancel'));
    return html`<button type="button" class="button secondary" ?disabled=${this.busy} @click=${cancel}>
      ${msg('Annuleren')}
    </button>`;
  }

  /** Puts the focus back on the button that a preview was opened with. */
  focusPreview(scenarioId: string): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-preview="${CSS.escape(scenarioId)}"]`)?.focus();
  }

  readonly #starts = new Map<string, AssignmentSettings>();

  /** The same object each time, so that the form sees a change only where there is one. */
  #startOf(scenario: ScenarioSummary): AssignmentSettings {
    const known = this.#starts.get(scenario.id);
    if (known) return known;
    const before = this.previous?.scenarioId === scenario.id ? this.previous.settings : {};
    // The title of a link belongs to what was chosen for it before, if that is known.
    const given = this.previous === null && !this.multiple ? this.assignmentTitle : null;
    const title = given ?? inLanguage(scenario.title);
    const start = {
      title: before.title ?? title,
      points: before.points ?? scenario.maximum,
      attempts: before.attempts === undefined ? DEFAULT_SETTINGS.attempts : before.attempts,
      counts: before.counts ?? DEFAULT_SETTINGS.counts,
      results: before.results ?? DEFAULT_SETTINGS.results,
    };
    this.#starts.set(scenario.id, start);
    return start;
  }

  readonly #fetch = async (): Promise<void> => {
    this.error = null;
    try {
      const { scenarios } = await this.load();
      this.scenarios = scenarios;
      const before = this.previous?.scenarioId;
      if (this.chosenIds.length === 0) this.chosenIds = scenarios.flatMap(({ id }) => (id === before ? [id] : []));
    } catch (error) {
      this.error = error;
    }
  };

  #submit(event: Event): void {
    event.preventDefault();
    const shared = this.form?.readShared();
    const dates = this.datesForm ? this.datesForm.read() : NO_DATES;
    // From the last to the first: what is wrong takes the focus, and the first fault should have it.
    const items = [...this.renderRoot.querySelectorAll('mgv-item-fields')]
      .toReversed()
      .map((fields) => ({ scenarioId: fields.dataset['scenario'] ?? '', item: fields.read() }))
      .toReversed();
    if (!shared || !dates) return;
    const assignments = items.flatMap(({ scenarioId, item }): ChosenAssignment[] =>
      item ? [{ scenarioId, settings: { ...item, ...shared }, dates }] : [],
    );
    const [first, ...others] = assignments;
    if (first && assignments.length === items.length) {
      this.dispatchEvent(new ScenarioChooseEvent([first, ...others]));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-scenario-picker': MgvScenarioPicker;
  }
}
