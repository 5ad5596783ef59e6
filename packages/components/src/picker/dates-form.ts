import type { AssignmentDates } from '@mgv/contracts';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { base, fields } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { type DatesFault, readDates, type TypedDates } from './read-dates.ts';
import { styles } from './settings-form.styles.ts';

/** When an assignment opens, is due and closes: folded away, because nobody has to fill it in. */
@localized()
@customElement('mgv-dates-form')
export class MgvDatesForm extends LitElement {
  static override styles = [
    base,
    fields,
    styles,
    css`
      summary {
        min-height: 44px;
        padding-block: 10px;
        color: var(--petrol);
        cursor: pointer;
      }
      .dates {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: var(--space-4);
      }
      .hint {
        margin-block: 0 var(--space-3);
      }
    `,
  ];

  @state() private fault: DatesFault | null = null;
  @query('details') private readonly details!: HTMLDetailsElement;

  /** The dates as they stand; `null` when they need another look, and then they have the focus. */
  read(): AssignmentDates | null {
    const inputs = [...this.renderRoot.querySelectorAll('input')];
    const typed = Object.fromEntries(
      // Half a date has no value, but is not nothing either.
      inputs.map((input) => [input.id, input.validity.badInput ? '?' : input.value]),
    );
    const { dates, fault } = readDates({ opensAt: '', dueAt: '', closesAt: '', ...typed } satisfies TypedDates);
    this.fault = fault;
    if (fault === null) return dates;
    this.details.open = true;
    const wrong = inputs.find((input) => input.validity.badInput) ?? inputs[0];
    wrong?.focus();
    return null;
  }

  override render(): TemplateResult {
    return html`
      <details>
        <summary>${msg('Datums')} <span class="quiet-text">${msg('(hoeft niet)')}</span></summary>
        <p class="hint" id="about">${msg('Je leeromgeving neemt ze over waar dat kan. Later verander je ze daar.')}</p>
        <div class="dates">
          ${this.#field('opensAt', msg('Open vanaf'))} ${this.#field('dueAt', msg('Inleveren vóór'))}
          ${this.#field('closesAt', msg('Sluit op'))}
        </div>
        ${this.fault === null ? nothing : this.#fault(this.fault)}
      </details>
    `;
  }

  #field(key: keyof TypedDates, word: string): TemplateResult {
    const wrong = this.fault !== null;
    return html`
      <div>
        <label for=${key}>${word}</label>
        <input
          id=${key}
          class="field"
          type="datetime-local"
          aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby=${wrong ? 'fault' : 'about'}
          @input=${() => (this.fault = null)}
        />
      </div>
    `;
  }

  #fault(fault: DatesFault): TemplateResult {
    const words =
      fault === 'unfinished'
        ? msg('Vul een datum met tijd in, of laat het veld leeg.')
        : msg('Zet de datums in volgorde: eerst open, dan inleveren, dan sluiten.');
    return html`<p class="fault" id="fault" role="alert">${icons.warning}<span>${words}</span></p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-dates-form': MgvDatesForm;
  }
}
