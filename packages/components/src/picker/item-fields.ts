import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { base, fields } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { points } from '../shared/language.ts';
import { type ItemFaults, type ItemSettings, readItem, type TypedItem } from './read-settings.ts';
import { styles } from './settings-form.styles.ts';

/** Title and points of one assignment. When `item` changes, only what the trainer has not touched follows. */
@localized()
@customElement('mgv-item-fields')
export class MgvItemFields extends LitElement {
  static override styles = [base, fields, styles];

  @property({ attribute: false }) item!: ItemSettings;
  /** Points the scenario gives itself, to compare with; `null` where it is not known. */
  @property({ attribute: false }) maximum: number | null = null;
  /** Whether the points stay out of the gradebook. */
  @property({ type: Boolean }) ungraded = false;

  @state() private typed!: TypedItem;
  @state() private faults: ItemFaults = {};
  readonly #touched = new Set<keyof TypedItem>();

  /** What stands there; `null` when a field needs another look, which then has the focus. */
  read(): ItemSettings | null {
    const { item, faults } = readItem(this.typed);
    this.faults = faults;
    const [first] = Object.keys(faults);
    if (first === undefined) return item;
    this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus();
    return null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('item')) return;
    const kept = [...this.#touched].map((key) => [key, this.typed[key]] as const);
    const fresh = { title: this.item.title, points: points(this.item.points) };
    this.typed = { ...fresh, ...Object.fromEntries(kept) };
  }

  override render(): TemplateResult {
    const { title, points: wrongPoints } = this.faults;
    const pointsHint = wrongPoints ? 'points-fault' : this.maximum === null ? nothing : 'points-hint';
    return html`
      <div class="item">
        <div>
          <label for="title">${msg('Titel in de cursus')}</label>
          ${this.#field('title', title ? 'title-fault' : nothing)}
          ${title ? this.#fault('title-fault', msg('Vul een titel in.')) : nothing}
        </div>
        <div>
          <label for="points">${this.ungraded ? msg('Punten') : msg('Punten in de cijferlijst')}</label>
          ${this.#field('points', pointsHint)}
          ${wrongPoints ? this.#fault('points-fault', msg('Vul een getal in boven 0 en tot en met 1000.')) : nothing}
        </div>
        ${wrongPoints ? nothing : this.#hint()}
      </div>
    `;
  }

  #field(key: keyof TypedItem, describedBy: string | typeof nothing): TemplateResult {
    return html`<input
      id=${key}
      class="field"
      maxlength=${key === 'title' ? 255 : 12}
      inputmode=${key === 'points' ? 'decimal' : 'text'}
      autocomplete="off"
      aria-invalid=${this.faults[key] ? 'true' : 'false'}
      aria-describedby=${describedBy}
      .value=${live(this.typed[key])}
      @input=${({ target }: Event) => {
        this.#set(key, (target as HTMLInputElement).value);
      }}
    />`;
  }

  #hint(): TemplateResult | typeof nothing {
    if (this.maximum === null) return nothing;
    return html`<p class="hint" id="points-hint">
      ${msg(str`Het scenario zelf telt ${points(this.maximum)} punten; een ander maximum wordt omgerekend.`)}
    </p>`;
  }

  #fault(id: string, words: string): TemplateResult {
    return html`<p class="fault" id=${id}>${icons.warning}<span>${words}</span></p>`;
  }

  #set(key: keyof TypedItem, value: string): void {
    this.#touched.add(key);
    this.typed = { ...this.typed, [key]: value };
    this.faults = Object.fromEntries(Object.entries(this.faults).filter(([name]) => name !== key));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-item-fields': MgvItemFields;
  }
}
