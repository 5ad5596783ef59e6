import { localized, msg, str } from '@lit/localize';
import type { StudentMark } from '@mgv/contracts';
import type { Answer, StepFeedback, StudentStep } from '@mgv/core';
import { isAnswered } from '@mgv/core/browser';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { inLanguage, points } from '../shared/language.ts';
import { page } from '../shared/page.styles.ts';
import { plainText } from '../shared/plain-text.ts';
import '../shared/speech.ts';
import { answerControl } from './answer-control.ts';
import { resultStep } from './result-step.styles.ts';
import './step-feedback.ts';

type StepMark = StudentMark['steps'][string];

/** One step of a handed-in attempt: points in its line; opened, the answer, the feedback and the trainer's remarks. */
@customElement('mgv-result-step')
@localized()
export class MgvResultStep extends LitElement {
  static override styles = [base, page, resultStep];

  @property({ attribute: false }) step!: StudentStep;
  /** 1 for the first. */
  @property({ type: Number }) number = 1;
  @property({ attribute: false }) answer: Answer | undefined;
  @property({ attribute: false }) feedback: StepFeedback | undefined;
  @property({ attribute: false }) mark: StepMark | undefined;

  override render(): TemplateResult {
    const { title, situation, dialogue } = this.step;
    const answered = { answer: this.answer, feedback: this.feedback, locked: true };
    return html`
      <details>
        <summary>
          <span class="number">${this.number}</span>
          <h3>${inLanguage(title)}</h3>
          <span class="points">${this.#points()}</span>
          ${icons.right}
        </summary>
        <div class="inside">
          ${situation ? html`<div class="prose quiet-text">${plainText(inLanguage(situation))}</div>` : nothing}
          ${dialogue && dialogue.length > 0 ? html`<mgv-speech .utterances=${dialogue}></mgv-speech>` : nothing}
          ${isAnswered(this.answer) ? answerControl(this.step, answered) : html`<p class="empty">${msg('Je hebt hier niets ingevuld.')}</p>`}
          ${this.mark && this.mark.criteria.length > 0 ? this.#rubric(this.mark) : nothing}
          ${this.feedback ? html`<mgv-step-feedback .feedback=${this.#feedback(this.feedback)}></mgv-step-feedback>` : nothing}
        </div>
      </details>
    `;
  }

  /** Points of the mark go before those that were known earlier. */
  #feedback(feedback: StepFeedback): StepFeedback {
    return this.mark ? { ...feedback, points: this.mark.points } : feedback;
  }

  #points(): string {
    const earned = this.mark?.points ?? this.feedback?.points ?? null;
    if (earned === null) {
      const text = this.step.kind === 'respond' || this.step.kind === 'reflect';
      if (text) return msg('wordt nagekeken');
      return this.step.maximum === 1 ? msg('1 punt') : msg(str`${points(this.step.maximum)} punten`);
    }
    return msg(str`${points(earned)} van ${points(this.step.maximum)}`);
  }

  #rubric({ criteria }: StepMark): TemplateResult {
    return html`
      <div class="rubric">
        <h4>${msg('Beoordeling van je trainer')}</h4>
        <dl>
          ${criteria.map(
            ({ title, level, points: earned, maximum, remark }) => html`
              <div class="criterion">
                <dt>
                  ${inLanguage(title)} <span class="points">${msg(str`${points(earned)} van ${points(maximum)}`)}</span>
                </dt>
                <dd>${inLanguage(level)}</dd>
                ${remark.trim() === '' ? nothing : html`<dd class="remark prose">${plainText(remark)}</dd>`}
              </div>
            `,
          )}
        </dl>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-result-step': MgvResultStep;
  }
}
