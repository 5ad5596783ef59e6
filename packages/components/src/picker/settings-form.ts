import type { AssignmentSettings } from '@mgv/contracts';
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { base, fields } from '../shared/base.styles.ts';
import './item-fields.ts';
import type { MgvItemFields } from './item-fields.ts';
import { readShared, type SharedSettings, typeShared, type TypedSettings } from './read-settings.ts';
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
  /** Only what several assignments share: no title, no points. */
  @property({ type: Boolean }) shared = false;

  @state() private typed!: TypedSettings;
  readonly #touched = new Set<keyof TypedSettings>();
  @query('mgv-item-fields') private readonly item!: MgvItemFields | null;

  /** The settings as they stand; `null` when a field needs another look, which then has the focus. */
  read(): AssignmentSettings | null {
    const item = this.shared ? this.settings : (this.item?.read() ?? null);
    return item && { title: item.title, points: item.points, ...this.readShared() };
  }

  /** What does not belong to one assignment alone. */
  readShared(): SharedSettings {
    return readShared(this.typed);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('settings')) return;
    const kept = [...this.#touched].map((key) => [key, this.typed[key]] as const);
    this.typed = { ...typeShared(this.settings), ...Object.fromEntries(kept) };
  }

  override render(): TemplateResult {
    return html`
      <div class="form">
        ${
          this.shared
            ? nothing
            : html`<mgv-item-fields .item=${this.settings} .maximum=${this.maximum}></mgv-item-fields>`
        }
        ${this.#attempts()} ${this.#counts()} ${this.#results()}
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

  #set(key: keyof TypedSettings, event: Event): void {
    this.#touched.add(key);
    this.typed = { ...this.typed, [key]: (event.target as HTMLInputElement | HTMLSelectElement).value };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-settings-form': MgvSettingsForm;
  }
}
