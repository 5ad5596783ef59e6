import type { SubmissionList, SubmissionRow } from '@mgv/contracts';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, buttons, fields } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { currentLanguage, points } from '../shared/language.ts';
import './passback-state.ts';
import { stateMark } from './state-mark.ts';
import {
  nextSort,
  selectSubmissions,
  SUBMISSION_FILTERS,
  type SubmissionFilter,
  type SubmissionSort,
} from './submission-filter.ts';
import { styles } from './submission-list.styles.ts';
import { SubmissionOpenEvent } from './trainer.event.ts';
import { filterWord, personName, shortMoment } from './trainer-words.ts';

type SortColumn = NonNullable<SubmissionSort>['by'];

/**
 * The table of students: filter, search, sort, and a button to each attempt. Its own choices (filter, search, order)
 * stay when `list` is replaced.
 *
 * @event {SubmissionOpenEvent} mgv-submission-open - A row's button was pressed.
 * @event {PassbackRetryEvent} mgv-passback-retry - From a row's delivery state.
 */
@localized()
@customElement('mgv-submission-list')
export class MgvSubmissionList extends LitElement {
  static override styles = [base, buttons, fields, styles];

  @property({ attribute: false }) list: SubmissionList | null = null;

  @state() private filter: SubmissionFilter = 'all';
  @state() private search = '';
  @state() private sort: SubmissionSort = null;

  /** Puts the focus on the button of an attempt, or of its student, after coming back from grading. */
  async focusRow(attemptId: string, personId: string | null): Promise<void> {
    await this.updateComplete;
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('tbody tr')];
    const row =
      rows.find(({ dataset }) => dataset['attempt'] === attemptId) ??
      rows.find(({ dataset }) => personId !== null && dataset['person'] === personId);
    const target = row?.querySelector<HTMLElement>('button.open') ?? this.renderRoot.querySelector('select');
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult | typeof nothing {
    const rows = this.list?.rows;
    if (!rows) return nothing;
    if (rows.length === 0) return this.#nobody();
    const { filter, search, sort } = this;
    const found = selectSubmissions(rows, { filter, search, sort, nameOf: personName, language: currentLanguage() });
    return html`
      ${this.#tools(rows)}
      <p class="visually-hidden" role="status">${msg(str`${found.length} van ${rows.length} studenten getoond`)}</p>
      ${found.length > 0 ? this.#table(found) : this.#nothingFound()}
    `;
  }

  #tools(rows: readonly SubmissionRow[]): TemplateResult {
    const count = (filter: SubmissionFilter) =>
      selectSubmissions(rows, { filter, search: '', sort: null, nameOf: personName, language: 'nl' }).length;
    return html`
      <div class="tools">
        <label class="tool">
          <span>${msg('Toon')}</span>
          <select class="field" @change=${this.#pickFilter}>
            ${SUBMISSION_FILTERS.map(
              (filter) =>
                html`<option value=${filter} ?selected=${filter === this.filter}>
                  ${filterWord(filter)} (${count(filter)})
                </option>`,
            )}
          </select>
        </label>
        <label class="tool search">
          <span>${msg('Zoek op naam')}</span>
          <input
            class="field"
            type="search"
            autocomplete="off"
            spellcheck="false"
            .value=${this.search}
            @input=${this.#type}
          />
        </label>
      </div>
    `;
  }

  #table(rows: readonly SubmissionRow[]): TemplateResult {
    // Explicit roles keep it a table where narrow frames lay the rows out as cards.
    return html`
      <table role="table" aria-label=${msg('Studenten')}>
        <thead>
          <tr role="row">
            ${this.#sortable('name', msg('Naam'))}
            <th role="columnheader" scope="col" class="number">${msg('Poging')}</th>
            ${this.#sortable('state', msg('Stand'))} ${this.#sortable('points', msg('Punten'), 'number')}
            <th role="columnheader" scope="col">${msg('Cijferlijst')}</th>
            <th role="columnheader" scope="col"><span class="visually-hidden">${msg('Openen')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rows,
            ({ personId }) => personId,
            (row) => this.#row(row),
          )}
        </tbody>
      </table>
    `;
  }

  #sortable(by: SortColumn, word: string, look = ''): TemplateResult {
    const sorted = this.sort?.by === by;
    const direction = this.sort?.descending ? 'descending' : 'ascending';
    return html`
      <th role="columnheader" scope="col" class=${look} aria-sort=${sorted ? direction : nothing}>
        <button
          type="button"
          class="sort ${sorted ? direction : ''}"
          @click=${() => (this.sort = nextSort(this.sort, by))}
        >
          ${word}<svg viewBox="0 0 10 14" aria-hidden="true">
            <path class="up" d="M1 5.5 5 1l4 4.5Z" />
            <path class="down" d="M1 8.5 5 13l4-4.5Z" />
          </svg>
        </button>
      </th>
    `;
  }

  #row(row: SubmissionRow): TemplateResult {
    const name = personName(row);
    const { attemptId, attemptNumber, personId } = row;
    // Points of a mark that is not complete would look like a result.
    const earned = row.state === 'graded' || row.state === 'released' ? row.points : null;
    return html`
      <tr
        role="row"
        data-attempt=${attemptId ?? nothing}
        data-person=${personId}
        class=${attemptId ? '' : 'nothing-yet'}
      >
        <th role="rowheader" scope="row" class="name">
          ${name}${row.test ? html` <span class="test">${msg('testpersoon')}</span>` : nothing}
          ${row.handedInAt ? html`<span class="when">${msg(str`ingeleverd ${shortMoment(row.handedInAt)}`)}</span>` : nothing}
        </th>
        <td role="cell" class="number attempt" data-label=${msg('Poging')}>${attemptNumber ?? '–'}</td>
        <td role="cell" class="state">${stateMark(row.state)}</td>
        <td role="cell" class="number points ${earned === null ? 'none' : ''}" data-label=${msg('Punten')}>
          ${earned === null ? '–' : html`<strong>${points(earned)}</strong> / ${points(row.maximum)}`}
        </td>
        <td role="cell" class="gradebook ${row.passback ? '' : 'none'}" data-label=${msg('Cijferlijst')}>
          <mgv-passback-state .passback=${row.passback} person=${name}></mgv-passback-state>
        </td>
        <td role="cell" class="action">${attemptId ? this.#open(row, attemptId, name) : nothing}</td>
      </tr>
    `;
  }

  #open({ state: how }: SubmissionRow, attemptId: string, name: string): TemplateResult {
    const look = `button small open ${how === 'to-grade' ? 'due' : 'secondary'}`;
    return html`
      <button type="button" class=${look} @click=${() => this.dispatchEvent(new SubmissionOpenEvent(attemptId))}>
        <span
          >${how === 'released' ? msg('Bekijken') : msg('Nakijken')}<span class="visually-hidden"> ${name}</span></span
        >
      </button>
    `;
  }

  #nobody(): TemplateResult {
    return html`
      <div class="empty">
        ${icons.list}
        <h2>${msg('Nog niemand heeft deze opdracht geopend')}</h2>
        <p>
          ${msg(
            'Zodra een student in de cursus op de opdracht klikt, komt die hier te staan. Deze pagina ververst zichzelf. Zie je na een les nog niemand, kijk dan in de cursus of de opdracht zichtbaar is voor studenten.',
          )}
        </p>
      </div>
    `;
  }

  #nothingFound(): TemplateResult {
    return html`
      <div class="empty">
        <p>${msg('Geen student past bij dit filter en deze zoekwoorden.')}</p>
        <button type="button" class="button secondary" @click=${this.#showAll}>${msg('Toon alles')}</button>
      </div>
    `;
  }

  #pickFilter(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.filter = SUBMISSION_FILTERS.find((filter) => filter === value) ?? 'all';
  }

  #type(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
  }

  async #showAll(): Promise<void> {
    this.filter = 'all';
    this.search = '';
    await this.updateComplete;
    this.renderRoot.querySelector('select')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-submission-list': MgvSubmissionList;
  }
}
