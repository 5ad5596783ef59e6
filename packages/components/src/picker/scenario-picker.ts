import type { AssignmentSettings, ScenarioList } from '@mgv/contracts';
import type { ScenarioSummary } from '@mgv/core';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, card } from '../shared/base.styles.ts';
import '../shared/error.ts';
import { inLanguage, points } from '../shared/language.ts';
import { ScenarioChooseEvent } from './scenario-choose.event.ts';
import './scenario-details.ts';
import { styles } from './scenario-picker.styles.ts';
import './settings-form.ts';

interface ModuleGroup {
  id: string;
  title: ScenarioSummary['module']['title'];
  scenarios: ScenarioSummary[];
}

/** Scenarios under their module, both in the order given. */
export function groupByModule(scenarios: readonly ScenarioSummary[]): ModuleGroup[] {
  const groups = new Map<string, ModuleGroup>();
  for (const scenario of scenarios) {
    const { id, title } = scenario.module;
    const group = groups.get(id) ?? { id, title, scenarios: [] };
    group.scenarios.push(scenario);
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** Settings that an untouched form starts with; the same as @mgv/contracts' `DEFAULT_SETTINGS`, without its zod. */
const START = { attempts: 2, counts: 'last', results: 'per-step' } as const;

/**
 * Choosing a scenario: the list by module, what the chosen one holds, and the settings.
 *
 * @event {ScenarioChooseEvent} mgv-scenario-choose - Scenario and settings are complete.
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
  @property({ type: Boolean }) cancellable = false;
  /** While the choice is on its way. */
  @property({ type: Boolean }) busy = false;

  @state() private scenarios: ScenarioSummary[] | null = null;
  @state() private chosen: ScenarioSummary | null = null;
  @state() private error: unknown = null;

  override firstUpdated(): void {
    void this.#fetch();
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
        <div class="list">${groupByModule(this.scenarios ?? []).map((group) => this.#group(group))}</div>
        ${this.scenarios?.length ? this.#choice() : nothing}
      </form>
      ${this.cancellable && !this.chosen ? html`<div class="actions">${this.#cancelButton()}</div>` : nothing}
    `;
  }

  #group({ title, scenarios }: ModuleGroup): TemplateResult {
    return html`
      <fieldset>
        <legend>${inLanguage(title)}</legend>
        ${scenarios.map((scenario) => this.#card(scenario))}
      </fieldset>
    `;
  }

  #card(scenario: ScenarioSummary): TemplateResult {
    const { id, title, summary, minutes, steps, maximum } = scenario;
    return html`
      <label class="scenario">
        <input
          type="radio"
          name="scenario"
          value=${id}
          aria-describedby="summary-${id} facts-${id}"
          aria-labelledby="title-${id}"
          .checked=${this.chosen?.id === id}
          @change=${() => (this.chosen = scenario)}
        />
        <span>
          <span class="title" id="title-${id}">${inLanguage(title)}</span>
          <span class="summary" id="summary-${id}">${inLanguage(summary)}</span>
          <span class="facts" id="facts-${id}">
            <span>${msg(str`${minutes} minuten`)}</span>
            <span>${msg(str`${steps.length} stappen`)}</span>
            <span>${msg(str`${points(maximum)} punten`)}</span>
          </span>
        </span>
      </label>
    `;
  }

  #choice(): TemplateResult {
    const { chosen } = this;
    if (!chosen) {
      return html`<div class="hint">
        <p>${msg('Kies een scenario. Je ziet dan wat erin zit en stelt in hoe je het gebruikt.')}</p>
      </div>`;
    }
    return html`
      <div class="chosen card">
        <h2>${inLanguage(chosen.title)}</h2>
        <mgv-scenario-details .scenario=${chosen}></mgv-scenario-details>
        <h2>${msg('Instellingen')}</h2>
        <mgv-settings-form .settings=${this.#startOf(chosen)} .maximum=${chosen.maximum}></mgv-settings-form>
        <div class="actions">
          ${this.cancellable ? this.#cancelButton() : nothing}
          <button type="submit" class="button" ?disabled=${this.busy}>${this.submitLabel}</button>
        </div>
      </div>
    `;
  }

  #cancelButton(): TemplateResult {
    const cancel = () => this.dispatchEvent(new Event('mgv-scenario-cancel'));
    return html`<button type="button" class="button secondary" ?disabled=${this.busy} @click=${cancel}>
      ${msg('Annuleren')}
    </button>`;
  }

  readonly #starts = new Map<string, AssignmentSettings>();

  /** The same object each time, so that the form sees a change only where there is one. */
  #startOf(scenario: ScenarioSummary): AssignmentSettings {
    const known = this.#starts.get(scenario.id);
    if (known) return known;
    const title = this.assignmentTitle ?? inLanguage(scenario.title);
    const start = { title, points: scenario.maximum, ...START };
    this.#starts.set(scenario.id, start);
    return start;
  }

  readonly #fetch = async (): Promise<void> => {
    this.error = null;
    try {
      this.scenarios = (await this.load()).scenarios;
    } catch (error) {
      this.error = error;
    }
  };

  #submit(event: Event): void {
    event.preventDefault();
    const settings = this.renderRoot.querySelector('mgv-settings-form')?.read();
    if (this.chosen && settings) {
      this.dispatchEvent(new ScenarioChooseEvent({ scenarioId: this.chosen.id, settings }));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-scenario-picker': MgvScenarioPicker;
  }
}
