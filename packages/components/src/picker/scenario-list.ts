import type { ScenarioSummary } from '@mgv/core';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { base } from '../shared/base.styles.ts';
import { inLanguage, points } from '../shared/language.ts';
import { styles } from './scenario-list.styles.ts';
import { ScenarioSelectEvent } from './scenario-select.event.ts';

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

/**
 * The scenarios by module, as native radios, or as checkboxes where several may be chosen: then a whole module at once
 * too.
 *
 * @event {ScenarioSelectEvent} mgv-scenario-select - Others are ticked than before.
 */
@localized()
@customElement('mgv-scenario-list')
export class MgvScenarioList extends LitElement {
  static override styles = [base, styles];

  @property({ attribute: false }) scenarios: readonly ScenarioSummary[] = [];
  /** Ids of what is ticked. */
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ type: Boolean }) multiple = false;

  override render(): TemplateResult {
    return html`<div class="list">${groupByModule(this.scenarios).map((group) => this.#group(group))}</div>`;
  }

  #group({ title, scenarios }: ModuleGroup): TemplateResult {
    return html`
      <fieldset>
        <legend>${inLanguage(title)}</legend>
        ${this.multiple && scenarios.length > 1 ? this.#whole(inLanguage(title), scenarios) : nothing}
        ${scenarios.map((scenario) => this.#card(scenario))}
      </fieldset>
    `;
  }

  #whole(title: string, scenarios: readonly ScenarioSummary[]): TemplateResult {
    const ids = scenarios.map(({ id }) => id);
    const ticked = ids.filter((id) => this.chosen.includes(id)).length;
    return html`
      <label class="whole">
        <input
          type="checkbox"
          .checked=${live(ticked === ids.length)}
          .indeterminate=${live(ticked > 0 && ticked < ids.length)}
          @change=${({ target }: Event) => {
            this.#select(ids, (target as HTMLInputElement).checked);
          }}
        />
        <span>
          ${msg('Hele module')}<span class="visually-hidden">: ${title}</span>
          <span class="quiet-text">(${msg(str`${ids.length} scenario's`)})</span>
        </span>
      </label>
    `;
  }

  #card(scenario: ScenarioSummary): TemplateResult {
    const { id, title, summary, minutes, steps, maximum } = scenario;
    return html`
      <label class="scenario">
        <input
          type=${this.multiple ? 'checkbox' : 'radio'}
          name="scenario"
          value=${id}
          aria-describedby="summary-${id} facts-${id}"
          aria-labelledby="title-${id}"
          .checked=${live(this.chosen.includes(id))}
          @change=${({ target }: Event) => {
            this.#select([id], (target as HTMLInputElement).checked);
          }}
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

  #select(ids: readonly string[], ticked: boolean): void {
    const kept = this.multiple ? this.chosen.filter((id) => !ids.includes(id)) : [];
    const chosen = new Set(ticked ? [...kept, ...ids] : kept);
    const inOrder = this.scenarios.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
    this.dispatchEvent(new ScenarioSelectEvent(inOrder));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-scenario-list': MgvScenarioList;
  }
}
