import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, buttons, fields } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { currentLanguage, points } from '../shared/language.ts';
import type { ClassRow } from './class-list.ts';
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
import { filterWord, rowName, shortMoment } from './trainer-words.ts';

type SortColumn = NonNullable<SubmissionSort>['by'];

/** Rows shown at a time: a table of thousands makes every browser slow. */
const SHOWN = 200;

/**
 * The table of students: filter, search, sort, and a button to each attempt. Its own choices (filter, search, order)
 * stay when `rows` are replaced. A long list is shown in parts.
 *
 * @event {SubmissionOpenEvent} mgv-submission-open - A row's button was pressed.
 * @event {PassbackRetryEvent} mgv-passback-retry - From a row's delivery state.
 */
@localized()
@customElement('mgv-submission-list')
export class MgvSubmissionList extends LitElement {
  static override styles = [base, buttons, fields, styles];

  /** `null` while they are on their way. */
  @property({ attribute: false }) rows: readonly ClassRow[] | null = null;

  @state() private filter: SubmissionFilter = 'all';
  @state() private search = '';
  @state() private sort: SubmissionSort = null;
  @state() private shown = SHOWN;

  /** Puts the focus on the button of an attempt, or of its student, after coming back from grading. */
  async focusRow(attemptId: string, personId: string | null): Promise<void> {
    const index = this.#found().findIndex(
      (row) => row.attemptId === attemptId || (personId !== null && row.personId === personId),
    );
    this.shown = Math.max(this.shown, Math.ceil((index + 1) / SHOWN) * SHOWN);
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
    const { rows } = this;
    if (!rows) return nothing;
    if (rows.length === 0) return this.#nobody();
    const found = this.#found();
    const shown = Math.min(found.length, this.shown);
    const all = rows.filter(({ test }) => !test || this.filter === 'test').length;
    return html`
      ${this.#tools(rows)}
      <p class="visually-hidden" role="status">${msg(str`${shown} van ${all} studenten getoond`)}</p>
      ${shown > 0 ? this.#table(found.slice(0, shown)) : all > 0 ? this.#nothingFound() : this.#nobody()}
      ${found.length > shown ? this.#more(found.length - shown) : nothing}
    `;
  }

  #found(): ClassRow[] {
    const { rows, filter, search, sort } = this;
    return selectSubmissions(rows ?? [], { filter, search, sort, nameOf: rowName, language: currentLanguage() });
  }

  #more(count: number): TemplateResult {
    return html`
      <div class="more">
        <button type="button" class="button secondary" @click=${() => (this.shown += SHOWN)}>
          ${msg(str`Toon er nog ${Math.min(count, SHOWN)}`)}
        </button>
        <span class="small quiet-text"
          >${msg(str`Nog ${count} niet getoond. Zoeken en filteren gaat over iedereen.`)}</span
        >
      </div>
    `;
  }

  #tools(rows: readonly ClassRow[]): TemplateResult {
    const count = (filter: SubmissionFilter) =>
      selectSubmissions(rows, { filter, search: '', sort: null, nameOf: rowName, language: 'nl' }).length;
    // Not every list has these two; the one in use stays.
    const rare = (filter: SubmissionFilter) => filter === 'not-started' || filter === 'test';
    const filters = SUBMISSION_FILTERS.filter((each) => !rare(each) || each === this.filter || count(each) > 0);
    return html`
      <div class="tools">
        <label class="tool">
          <span>${msg('Toon')}</span>
          <select class="field" @change=${this.#pickFilter}>
            ${filters.map(
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

  #table(rows: readonly ClassRow[]): TemplateResult {
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

  #row(row: ClassRow): TemplateResult {
    const name = rowName(row);
    const { attemptId, attemptNumber, personId } = row;
    // Points of a mark that is not complete would look like a result.
    const earned = row.state === 'graded' || row.state === 'released' ? row.points : null;
    return html`
      <tr
        role="row"
        data-attempt=${attemptId ?? nothing}
        data-person=${personId}
        class="${attemptId ? '' : 'nothing-yet'} ${row.presence}"
      >
        <th role="rowheader" scope="row" class="name">
          ${name}${row.test ? html` <span class="test">${msg('testpersoon')}</span>` : nothing}${this.#presence(row)}
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

  #presence({ presence }: ClassRow): TemplateResult | typeof nothing {
    if (presence === 'here') return nothing;
    return html`<span class="away"
      >${presence === 'left' ? msg('niet meer in de cursus') : msg('niet actief in de cursus')}</span
    >`;
  }

  #open({ state: how }: ClassRow, attemptId: string, name: string): TemplateResult {
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
    this.shown = SHOWN;
  }

  #type(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
    this.shown = SHOWN;
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
