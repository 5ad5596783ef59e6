import { localized, msg, str } from '@lit/localize';
import type { AssignmentView, AttemptSummary } from '@mgv/contracts';
import type { ScenarioSummary } from '@mgv/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { inLanguage, moment, points } from '../shared/language.ts';
import { page } from '../shared/page.styles.ts';
import { plainText } from '../shared/plain-text.ts';
import { start } from './start.styles.ts';

/** The student wants to see an earlier attempt. */
export class OpenAttemptEvent extends Event {
  readonly attempt: string;

  constructor(attempt: string) {
    super('mgv-open-attempt');
    this.attempt = attempt;
  }
}

/** How many attempts are left, in words. */
export function attemptsWords({ settings, attempts, attemptsLeft }: AssignmentView): string {
  if (attemptsLeft === null || settings.attempts === null) return msg('zo vaak als je wilt');
  if (attempts.length === 0) return attemptsLeft === 1 ? msg('1 poging') : msg(str`${attemptsLeft} pogingen`);
  return attemptsLeft === 1 ? msg('nog 1 poging') : msg(str`nog ${attemptsLeft} pogingen`);
}

/**
 * What to expect, before the first step.
 *
 * @event mgv-start - Start a new attempt, or go on with the open one.
 * @event {OpenAttemptEvent} mgv-open-attempt - See an earlier one.
 */
@customElement('mgv-student-start')
@localized()
export class MgvStudentStart extends LitElement {
  static override styles = [base, buttons, page, start];

  @property({ attribute: false }) assignment!: AssignmentView;
  @property({ attribute: false }) scenario!: ScenarioSummary;
  /** Starting is on its way. */
  @property({ type: Boolean }) busy = false;

  override render(): TemplateResult {
    const { settings, attempts } = this.assignment;
    const exercises = this.scenario.steps.filter(({ kind }) => kind !== 'explanation').length;
    return html`
      <div class="intro">
        <p class="small quiet-text">${inLanguage(this.scenario.module.title)}</p>
        <h1>${settings.title}</h1>
        <div class="prose lead">${plainText(inLanguage(this.scenario.summary))}</div>
        <ul class="facts">
          <li>${icons.clock}${msg(str`ongeveer ${this.scenario.minutes} minuten`)}</li>
          <li>${icons.list}${msg(str`${exercises} oefeningen`)}</li>
          <li>${icons.pencil}${attemptsWords(this.assignment)}</li>
        </ul>
      </div>
      ${this.#action()} ${attempts.some(({ state }) => state !== 'open') ? this.#earlier() : nothing}
      <div class="about">
        <section>
          <h2>${msg('Wat je oefent')}</h2>
          <ul>
            ${this.scenario.goals.map((goal) => html`<li>${inLanguage(goal)}</li>`)}
          </ul>
        </section>
        <section>
          <h2>${msg('Goed om te weten')}</h2>
          <ul>
            <li>${this.#results()}</li>
            ${settings.attempts === 1 ? nothing : html`<li>${settings.counts === 'last' ? msg('Je laatste poging telt.') : msg('Je beste poging telt.')}</li>`}
            <li>${msg('Wat je invult, wordt meteen bewaard. Je kunt stoppen en later verdergaan.')}</li>
            <li>${msg('Je trainer ziet dat je begonnen bent. Je antwoorden ziet je trainer pas als je inlevert.')}</li>
            <li>${msg('Gebruik geen namen of gegevens van echte cliënten.')}</li>
          </ul>
        </section>
      </div>
    `;
  }

  #results(): string {
    const words = {
      'per-step': msg('Na elke stap kun je feedback bekijken. Je eindresultaat zie je als je trainer het vrijgeeft.'),
      'after-hand-in': msg('Feedback zie je na het inleveren. Je eindresultaat zie je als je trainer het vrijgeeft.'),
      'after-release': msg('Feedback en punten zie je als je trainer je resultaat vrijgeeft.'),
    };
    return words[this.assignment.settings.results];
  }

  #action(): TemplateResult {
    const { attempts, attemptsLeft } = this.assignment;
    const open = attempts.some(({ state }) => state === 'open');
    if (!open && attemptsLeft === 0) return html`<p class="none">${msg('Je hebt al je pogingen gebruikt.')}</p>`;
    const word = open ? msg('Verdergaan') : attempts.length > 0 ? msg('Nieuwe poging') : msg('Starten');
    return html`
      <div>
        <button
          type="button"
          class="button"
          ?disabled=${this.busy}
          @click=${() => this.dispatchEvent(new Event('mgv-start'))}
        >
          ${word}${icons.right}
        </button>
      </div>
    `;
  }

  #earlier(): TemplateResult {
    const done = this.assignment.attempts.filter(({ state }) => state !== 'open').toReversed();
    return html`
      <section>
        <h2>${msg('Eerdere pogingen')}</h2>
        <ul class="attempts">
          ${done.map((attempt) => this.#attempt(attempt))}
        </ul>
      </section>
    `;
  }

  #attempt({ id, number, points: earned, maximum, handedInAt, counts }: AttemptSummary): TemplateResult {
    const when = handedInAt ? msg(str`ingeleverd op ${moment(handedInAt)}`) : '';
    return html`
      <li>
        <button type="button" class="row" @click=${() => this.dispatchEvent(new OpenAttemptEvent(id))}>
          <span class="what"
            ><strong>${msg(str`Poging ${number}`)}</strong> <span class="small quiet-text">${when}</span></span
          >
          <span class="mark">
            ${earned === null ? msg('wordt nagekeken') : msg(str`${points(earned)} van ${points(maximum)}`)}
            ${counts && earned !== null ? html`<span class="small quiet-text">· ${msg('deze telt')}</span>` : nothing}
          </span>
          ${icons.right}
        </button>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-student-start': MgvStudentStart;
  }
}
