import { localized, msg, str } from '@lit/localize';
import type { StudentStep } from '@mgv/core';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../shared/base.styles.ts';
import { inLanguage } from '../shared/language.ts';
import { page } from '../shared/page.styles.ts';
import { plainText } from '../shared/plain-text.ts';
import '../shared/speech.ts';
import { type Answered, answerControl } from './answer-control.ts';
import './step-feedback.ts';
import type { MgvStepFeedback } from './step-feedback.ts';

/**
 * One step: where we are, the conversation, the question, and after it the feedback.
 *
 * @event {AnswerEvent} mgv-answer - Another answer than before.
 */
@customElement('mgv-step')
@localized()
export class MgvStep extends LitElement {
  static override styles = [
    base,
    page,
    css`
      article {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-5);
      }
      .situation {
        color: var(--ink-quiet);
      }
      mgv-speech {
        margin-block: var(--space-2);
      }
      .body {
        gap: var(--space-4);
      }
    `,
  ];

  @property({ attribute: false }) step!: StudentStep;
  @property({ attribute: false }) answered: Answered = { answer: undefined, feedback: undefined, locked: false };
  /** 1 for the first. */
  @property({ type: Number }) number = 1;
  @property({ type: Number }) total = 1;

  @query('h1') private readonly heading!: HTMLElement;
  @query('mgv-step-feedback') private readonly feedbackElement!: MgvStepFeedback | null;

  /** Puts the focus on the step's title, so that it is read out. */
  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  /** Puts the focus on the feedback, once it is there. */
  focusFeedback(): void {
    this.feedbackElement?.focus();
  }

  override render(): TemplateResult {
    const { title, situation, dialogue } = this.step;
    const { feedback } = this.answered;
    return html`
      <article>
        <h1 tabindex="-1">
          <span class="visually-hidden">${msg(str`Stap ${this.number} van ${this.total}`)}: </span>${inLanguage(title)}
        </h1>
        ${situation ? html`<div class="prose situation">${plainText(inLanguage(situation))}</div>` : nothing}
        ${this.step.kind === 'explanation' ? html`<div class="prose body">${plainText(inLanguage(this.step.body))}</div>` : nothing}
        ${dialogue && dialogue.length > 0 ? html`<mgv-speech .utterances=${dialogue}></mgv-speech>` : nothing}
        ${answerControl(this.step, this.answered)}
        ${feedback ? html`<mgv-step-feedback .feedback=${feedback}></mgv-step-feedback>` : nothing}
      </article>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-step': MgvStep;
  }
}
