import type { AssignmentSettings } from '@mgv/contracts';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { base, fields } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { points } from '../shared/language.ts';
import { readSettings, typeSettings, type SettingsFaults, type TypedSettings } from './read-settings.ts';
import { styles } from './settings-form.styles.ts';

const MOST_ATTEMPTS = 20;

/**
 * Title, points, attempts, which counts, when results. Starts from `settings`; when those change, only what the trainer
 * has not touched follows.
 */
@localized()
@customElement('mgv-settings-form')
export class MgvSettingsForm extends LitElement {
  static override styles = [base, fields, styles];

  @property({ attribute: false }) settings!: AssignmentSettings;
  /** Points the scenario gives itself, to compare with; `null` where it is not known. */
  @property({ attribute: false }) maximum: number | null = null;

  @state() private typed!: TypedSettings;
  @state() private faults: SettingsFaults = {};
  readonly #touched = new Set<keyof TypedSettings>();

  /** The settings as they stand; `null` when a field needs another look, which then has the focus. */
  read(): AssignmentSettings | null {
    const { settings, faults } = readSettings(this.typed);
    this.faults = faults;
    const [first] = Object.keys(faults);
    if (first === undefined) return settings;
    this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus();
    return null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('settings')) return;
    const fresh = typeSettings(this.settings, points);
    const kept = [...this.#touched].map((key) => [key, this.typed[key]] as const);
    this.typed = { ...fresh, ...Object.fromEntries(kept) };
  }

  override render(): TemplateResult {
    return html`
      <div class="form">
        ${this.#title()}
        <div class="pair">${this.#points()} ${this.#attempts()}</div>
        ${this.#counts()} ${this.#results()}
      </div>
    `;
  }

  #title(): TemplateResult {
    const wrong = this.faults.title === true;
    return html`
      <div>
        <label for="title">${msg('Titel in de cursus')}</label>
        <input
          id="title"
          class="field"
          maxlength="255"
          autocomplete="off"
          aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby=${wrong ? 'title-fault' : nothing}
          .value=${live(this.typed.title)}
          @input=${(event: Event) => {
            this.#set('title', event);
          }}
        />
        ${wrong ? this.#fault('title-fault', msg('Vul een titel in.')) : nothing}
      </div>
    `;
  }

  #points(): TemplateResult {
    const wrong = this.faults.points === true;
    return html`
      <div>
        <label for="points">${msg('Punten in de cijferlijst')}</label>
        <input
          id="points"
          class="field"
          inputmode="decimal"
          autocomplete="off"
          aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby=${wrong ? 'points-fault' : 'points-hint'}
          .value=${live(this.typed.points)}
          @input=${(event: Event) => {
            this.#set('points', event);
          }}
        />
        ${
          wrong
            ? this.#fault('points-fault', msg('Vul een getal in boven 0 en tot en met 1000.'))
            : this.maximum === null
              ? nothing
              : html`<p class="hint" id="points-hint">
                  ${msg(str`Het scenario zelf telt ${points(this.maximum)} punten; een ander maximum wordt omgerekend.`)}
                </p>`
        }
      </div>
    `;
  }

  #attempts(): TemplateResult {
    const numbers = Array.from({ length: MOST_ATTEMPTS }, (_, index) => String(index + 1));
    return html`
      <div>
        <label for="attempts">${msg('Aantal pogingen')}</label>
        <select
          id="attempts"
          class="field"
          @change=${(event: Event) => {
            this.#set('attempts', event);
          }}
        >
          ${[...numbers, 'unlimited'].map(
            (value) =>
              html`<option value=${value} ?selected=${value === this.typed.attempts}>
                ${value === 'unlimited' ? msg('onbeperkt') : value}
              </option>`,
          )}
        </select>
      </div>
    `;
  }

  #counts(): TemplateResult {
    return html`
      <fieldset>
        <legend>${msg('Welke poging telt')}</legend>
        ${this.#choice('counts', 'last', msg('De laatste'), msg('Ook als die lager uitvalt dan een eerdere.'))}
        ${this.#choice('counts', 'best', msg('De beste'), msg('Een nieuwe poging kan het resultaat niet verlagen.'))}
      </fieldset>
    `;
  }

  #results(): TemplateResult {
    return html`
      <fieldset>
        <legend>${msg('Wanneer ziet de student resultaten')}</legend>
        ${this.#choice('results', 'per-step', msg('Per stap'), msg('Punten en uitleg na elke stap; het antwoord ligt dan vast. Geschikt om te oefenen.'))}
        ${this.#choice('results', 'after-hand-in', msg('Na het inleveren'), msg('Tot die tijd kan de student antwoorden veranderen.'))}
        ${this.#choice('results', 'after-release', msg('Na het vrijgeven'), msg('Pas als jij hebt nagekeken en vrijgegeven. Geschikt om te toetsen.'))}
      </fieldset>
    `;
  }

  #choice(name: 'counts' | 'results', value: string, word: string, hint: string): TemplateResult {
    return html`
      <label class="choice">
        <input
          type="radio"
          name=${name}
          value=${value}
          .checked=${live(this.typed[name] === value)}
          @change=${(event: Event) => {
            this.#set(name, event);
          }}
        />
        <span>${word}<span class="hint">${hint}</span></span>
      </label>
    `;
  }

  #fault(id: string, words: string): TemplateResult {
    return html`<p class="fault" id=${id}>${icons.warning}<span>${words}</span></p>`;
  }

  #set(key: keyof TypedSettings, event: Event): void {
    this.#touched.add(key);
    this.typed = { ...this.typed, [key]: (event.target as HTMLInputElement | HTMLSelectElement).value };
    if (key === 'title' || key === 'points') this.faults = { ...this.faults, [key]: undefined };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-settings-form': MgvSettingsForm;
  }
}
