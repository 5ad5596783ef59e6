import { localized, msg, str } from '@lit/localize';
import type { Answer, StudentStep } from '@mgv/core';
import { MAX_TEXT } from '@mgv/core/browser';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { base, fields } from '../shared/base.styles.ts';
import { inLanguage } from '../shared/language.ts';
import { page } from '../shared/page.styles.ts';
import { speech } from '../shared/speech.styles.ts';
import { question } from '../shared/plain-text.ts';
import { AnswerEvent } from './answer.event.ts';
import { textAnswer } from './text-answer.styles.ts';

type TextStep = Extract<StudentStep, { kind: 'respond' | 'reflect' }>;
type TextAnswer = Extract<Answer, { kind: 'respond' | 'reflect' }>;

/** Words as a person counts them: runs of characters without space that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/**
 * A text by the student: a reply in their own speech bubble (`respond`), or a longer reflection with a word counter.
 *
 * @event {AnswerEvent} mgv-answer - Another answer than before.
 */
@customElement('mgv-text-answer')
@localized()
export class MgvTextAnswer extends LitElement {
  static override styles = [base, page, fields, speech, textAnswer];

  @property({ attribute: false }) step!: TextStep;
  @property({ attribute: false }) answer: TextAnswer | undefined;
  /** The answer can no longer change. */
  @property({ type: Boolean }) locked = false;

  override render(): TemplateResult {
    const { criteria, kind } = this.step;
    const { name, more } = question(inLanguage(this.step.question));
    return html`
      <div class="question"><label for="text">${name}</label></div>
      ${more ? html`<div class="prose more" id="more">${more}</div>` : nothing}
      ${kind === 'respond' ? this.#bubble() : this.#field()}
      ${
        criteria.length > 0 && !this.locked
          ? html`<p class="criteria" id="criteria">
              ${msg('Je trainer let op:')}
              ${criteria.map(({ title }) => inLanguage(title).replace(/\.$/, '')).join(' · ')}
            </p>`
          : nothing
      }
    `;
  }

  #bubble(): TemplateResult {
    return html`
      <div class="turn professional own">
        <p class="who"><span class="name">${msg('Jij')}</span></p>
        ${this.#area('bubble', 3, msg('Schrijf letterlijk wat je zegt'))}
      </div>
    `;
  }

  #field(): TemplateResult {
    const range = this.step.kind === 'reflect' ? this.step.words : undefined;
    const words = countWords(this.answer?.text ?? '');
    const { from, to } = range ?? { from: 0, to: 0 };
    return html`
      ${this.#area('field', 8)}
      <p class="count">
        ${range ? msg(str`${words} woorden · richtlijn ${from} tot ${to}`) : msg(str`${words} woorden`)}
      </p>
    `;
  }

  #area(kind: string, rows: number, placeholder?: string): TemplateResult {
    return html`<textarea
      class=${kind}
      id="text"
      rows=${rows}
      maxlength=${MAX_TEXT}
      placeholder=${placeholder ?? nothing}
      aria-describedby="more criteria"
      ?readonly=${this.locked}
      .value=${live(this.answer?.text ?? '')}
      @input=${this.#typed}
    ></textarea>`;
  }

  #typed(event: Event): void {
    this.dispatchEvent(new AnswerEvent({ kind: this.step.kind, text: (event.target as HTMLTextAreaElement).value }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-text-answer': MgvTextAnswer;
  }
}
