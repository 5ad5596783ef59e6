import { localized, msg, str } from '@lit/localize';
import type { AttemptView, StudentMark } from '@mgv/contracts';
import type { StudentStep } from '@mgv/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { moment, points } from '../shared/language.ts';
import { page } from '../shared/page.styles.ts';
import { plainText } from '../shared/plain-text.ts';
import './result-step.ts';
import { result } from './result.styles.ts';

/**
 * After handing in: what happens now, the points known so far, and after release the mark with the trainer's remarks.
 *
 * @event mgv-start - The student wants a new attempt.
 * @event mgv-back - Back to the start page.
 */
@customElement('mgv-result')
@localized()
export class MgvResult extends LitElement {
  static override styles = [base, buttons, page, result];

  /** Handed in, perhaps released. */
  @property({ attribute: false }) attempt!: AttemptView;
  /** Whether another attempt may be started. */
  @property({ type: Boolean }) mayStart = false;
  @property({ type: Boolean }) busy = false;

  @query('h1') private readonly heading!: HTMLElement;

  /** Puts the focus on the title, so that it is read out. */
  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const { mark, handedInAt, scenario, number } = this.attempt;
    const steps = scenario.steps.filter(({ kind }) => kind !== 'explanation');
    return html`
      <header>
        <p class="small quiet-text">
          ${msg(str`Poging ${number}`)}${handedInAt ? html` · ${msg(str`ingeleverd op ${moment(handedInAt)}`)}` : nothing}
        </p>
        <h1 tabindex="-1">${mark ? msg('Je resultaat') : msg('Je hebt ingeleverd')}</h1>
      </header>
      ${mark ? this.#mark(mark) : this.#waiting()}
      <section>
        <h2>${msg('Per stap')}</h2>
        <div class="steps">${steps.map((step) => this.#step(step))}</div>
      </section>
      <div class="actions">
        <button
          type="button"
          class="button ${mark ? 'secondary' : 'quiet'}"
          @click=${() => this.dispatchEvent(new Event('mgv-back'))}
        >
          ${icons.left}${msg('Naar het begin')}
        </button>
        ${
          this.mayStart
            ? html`<button
                type="button"
                class="button ${mark ? '' : 'secondary'}"
                ?disabled=${this.busy}
                @click=${() => this.dispatchEvent(new Event('mgv-start'))}
              >
                ${msg('Nieuwe poging')}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  #mark(mark: StudentMark): TemplateResult {
    return html`
      <div class="mark">
        <p class="score">
          ${msg(str`${points(mark.points)} van ${points(mark.maximum)}`)} <span>${msg('punten')}</span>
        </p>
        <p class="state">${this.#gradebook(mark)}</p>
        <p class="small quiet-text">${msg(str`Vrijgegeven op ${moment(mark.releasedAt)}`)}</p>
      </div>
      ${
        mark.comment.trim() === ''
          ? nothing
          : html`
              <section class="comment">
                <h2>${msg('Van je trainer')}</h2>
                <div class="prose">${plainText(mark.comment)}</div>
              </section>
            `
      }
    `;
  }

  #gradebook({ gradebook }: StudentMark): TemplateResult {
    const words = {
      'in-gradebook': msg('In de cijferlijst'),
      'on-its-way': msg('Onderweg naar de cijferlijst'),
      'not-sent': msg('Niet in de cijferlijst'),
      'other-attempt-counts': msg('In de cijferlijst telt een andere poging'),
    };
    const icon = {
      'in-gradebook': icons.check,
      'on-its-way': icons.clock,
      'not-sent': icons.circle,
      'other-attempt-counts': icons.list,
    };
    return html`<span class=${gradebook}>${icon[gradebook]}${words[gradebook]}</span>`;
  }

  #waiting(): TemplateResult {
    const feedback = Object.values(this.attempt.feedback);
    const known = feedback.filter((each) => each.points !== null);
    const earned = known.reduce((sum, each) => sum + (each.points ?? 0), 0);
    const maximum = known.reduce((sum, each) => sum + each.maximum, 0);
    const open = this.attempt.scenario.steps.reduce((sum, step) => sum + step.maximum, 0) - maximum;
    return html`
      <div class="mark waiting">
        <p><strong>${msg('Je trainer kijkt dit nog na.')}</strong></p>
        <p>
          ${msg('Je resultaat komt hier te staan als je trainer het vrijgeeft. Je hoeft daar niets voor te doen.')}
          ${this.attempt.settings.results === 'after-release' ? msg('Dan zie je ook de feedback.') : nothing}
        </p>
        ${
          known.length > 0
            ? html`<p class="known">
                ${msg(str`Tot nu toe: ${points(earned)} van ${points(maximum)} punten.`)}
                ${open > 0 ? msg(str`Over de andere ${points(open)} beslist je trainer.`) : nothing}
              </p>`
            : nothing
        }
      </div>
    `;
  }

  #step(step: StudentStep): TemplateResult {
    const { answers, feedback, mark, scenario } = this.attempt;
    return html`<mgv-result-step
      .step=${step}
      .number=${scenario.steps.indexOf(step) + 1}
      .answer=${answers[step.id]}
      .feedback=${feedback[step.id]}
      .mark=${mark?.steps[step.id]}
    ></mgv-result-step>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-result': MgvResult;
  }
}
