import { localized, msg } from '@lit/localize';
import type { Answer, StepFeedback, StudentStep } from '@mgv/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.ts';
import { inLanguage } from '../shared/language.ts';
import { page } from '../shared/page.styles.ts';
import { question } from '../shared/plain-text.ts';
import { AnswerEvent } from './answer.event.ts';
import { options } from './options.styles.ts';
import { verdict, verdicts } from './verdict.ts';

type ChoiceStep = Extract<StudentStep, { kind: 'choice' }>;
type ChoiceAnswer = Extract<Answer, { kind: 'choice' }>;

/**
 * Pick one option, or several: native radios or checkboxes in a named group. With feedback, each option that matters
 * says so below itself.
 *
 * @event {AnswerEvent} mgv-answer - Another answer than before.
 */
@customElement('mgv-choice-answer')
@localized()
export class MgvChoiceAnswer extends LitElement {
  static override styles = [base, page, options, verdicts];

  @property({ attribute: false }) step!: ChoiceStep;
  @property({ attribute: false }) answer: ChoiceAnswer | undefined;
  @property({ attribute: false }) feedback: StepFeedback | undefined;
  /** The answer can no longer change. */
  @property({ type: Boolean }) locked = false;

  override render(): TemplateResult {
    const { pick } = this.step;
    const { name, more } = question(inLanguage(this.step.question));
    return html`
      <fieldset>
        <legend>${name}</legend>
        ${more ? html`<div class="prose more">${more}</div>` : nothing}
        ${pick === 'several' && !this.locked ? html`<p class="hint">${msg('Er kunnen meer antwoorden passen.')}</p>` : nothing}
        <div class="options">${this.step.options.map((option) => this.#option(option))}</div>
      </fieldset>
    `;
  }

  #option({ id, text }: ChoiceStep['options'][number]): TemplateResult {
    const part = this.feedback?.parts.find((each) => each.id === id);
    const described = part ? `part-${id}` : nothing;
    return html`
      <div class="option ${part?.verdict ?? ''}">
        <label>
          <input
            type=${this.step.pick === 'one' ? 'radio' : 'checkbox'}
            name="option"
            value=${id}
            .checked=${this.answer?.picked.includes(id) ?? false}
            ?disabled=${this.locked}
            aria-describedby=${described}
            @change=${this.#picked}
          />
          <span>${inLanguage(text)}</span>
        </label>
        ${
          part
            ? html`<div class="part" id=${`part-${id}`}>
                ${verdict(part.verdict)}
                <p>${inLanguage(part.feedback)}</p>
              </div>`
            : nothing
        }
      </div>
    `;
  }

  #picked(): void {
    const inputs = [...this.renderRoot.querySelectorAll('input')];
    const picked = inputs.filter((input) => input.checked).map((input) => input.value);
    this.dispatchEvent(new AnswerEvent({ kind: 'choice', picked }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-choice-answer': MgvChoiceAnswer;
  }
}
