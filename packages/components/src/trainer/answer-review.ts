import type { Answer, Scenario } from '@mgv/core';
import { maximumOfStep } from '@mgv/core/browser';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { inLanguage, points } from '../shared/language.ts';
import { plainText } from '../shared/plain-text.ts';
import { speech } from '../shared/speech.styles.ts';
import '../shared/speech.ts';
import { styles } from './answer-review.styles.ts';
import {
  automaticParts,
  automaticVerdict,
  isAutomaticStep,
  type AutomaticPart,
  type AutomaticStep,
} from './automatic-parts.ts';
import { isTextStep, type TextStep } from './mark-draft.ts';

type Step = Scenario['steps'][number];

const half = html`
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
    <circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />
    <path d="M10 3.5a6.5 6.5 0 0 1 0 13Z" fill="currentColor" />
  </svg>
`;

function verdictMark(verdict: AutomaticPart['verdict'] | 'partly'): TemplateResult {
  const words = { right: msg('goed'), wrong: msg('fout'), partly: msg('deels goed'), missed: msg('gemist') };
  const drawn = { right: icons.check, wrong: icons.cross, partly: half, missed: icons.circle };
  return html`<span class="verdict ${verdict}">${drawn[verdict]}<span>${words[verdict]}</span></span>`;
}

function partLine({ verdict, text, placed, belongs }: AutomaticPart): TemplateResult {
  const words = { right: msg('goed'), wrong: msg('fout'), missed: msg('gemist') };
  const drawn = { right: icons.check, wrong: icons.cross, missed: icons.circle };
  const said = placed ? inLanguage(placed) : msg('niet ingedeeld');
  return html`
    <li>
      <span class=${verdict}>${drawn[verdict]}<span class="visually-hidden">${words[verdict]}:</span></span>
      <span>
        ${inLanguage(text)}
        ${
          belongs
            ? html`<span class="said"
                >→
                ${said}${verdict === 'right' ? nothing : html` (${msg(str`hoort bij: ${inLanguage(belongs)}`)})`}</span
              >`
            : nothing
        }
      </span>
    </li>
  `;
}

/** One step of an attempt beside its rubric: a text in full, an automatic step folded to its verdict and points. */
@localized()
@customElement('mgv-answer-review')
export class MgvAnswerReview extends LitElement {
  static override styles = [base, speech, styles];

  @property({ attribute: false }) step!: Step;
  @property({ attribute: false }) answer: Answer | undefined;
  /** Points of an automatic step. */
  @property({ attribute: false }) points: number | null = null;
  /** Place among the steps that take an answer, from 1. */
  @property({ type: Number }) number = 1;
  /** Who answered, above the bubble. */
  @property() person = '';
  /** Whether this is the text being judged. */
  @property({ type: Boolean, reflect: true }) current = false;

  override render(): TemplateResult | typeof nothing {
    const { step } = this;
    if (isTextStep(step)) return this.#text(step);
    return isAutomaticStep(step) ? this.#automatic(step) : nothing;
  }

  #text(step: TextStep): TemplateResult {
    const kind = step.kind === 'respond' ? msg('reactie') : msg('reflectie');
    return html`
      <article aria-labelledby="title">
        <header>
          <p class="kind">${msg(str`Stap ${this.number}`)} · ${kind}</p>
          <h2 id="title">${inLanguage(step.title)}</h2>
        </header>
        <div class="text">${this.#context(step)} ${this.#own(step)}</div>
      </article>
    `;
  }

  #context(step: TextStep | AutomaticStep): TemplateResult {
    return html`
      ${step.situation ? html`<div class="situation">${plainText(inLanguage(step.situation))}</div>` : nothing}
      ${step.dialogue?.length ? html`<mgv-speech .utterances=${step.dialogue}></mgv-speech>` : nothing}
      <div class="question">${plainText(inLanguage(step.question))}</div>
    `;
  }

  #own(step: TextStep): TemplateResult {
    const text = this.answer?.kind === 'respond' || this.answer?.kind === 'reflect' ? this.answer.text.trim() : '';
    const words = text === '' ? 0 : text.split(/\s+/).length;
    return html`
      <div class="speech">
        <div class="turn professional own">
          <p class="who"><span class="name">${this.person}</span></p>
          ${
            text === ''
              ? html`<p class="bubble silent">${msg('Niets ingevuld')}</p>`
              : html`<p class="bubble ${step.kind === 'reflect' ? 'essay' : ''}">${text}</p>`
          }
        </div>
      </div>
      ${step.kind === 'respond' ? this.#examples(step) : nothing}
      ${step.kind === 'reflect' && text !== '' ? html`<p class="words">${this.#wordCount(step, words)}</p>` : nothing}
    `;
  }

  #examples({ examples }: Extract<TextStep, { kind: 'respond' }>): TemplateResult {
    return html`
      <details class="examples">
        <summary>
          <span class="turner">${icons.right}</span><span>${msg('Voorbeelden van goede reacties')}</span>
        </summary>
        <ul class="detail">
          ${examples.map((example) => html`<li>${inLanguage(example)}</li>`)}
        </ul>
      </details>
    `;
  }

  #wordCount(step: Extract<TextStep, { kind: 'reflect' }>, count: number): string {
    if (!step.words) return msg(str`${count} woorden`);
    const { from, to } = step.words;
    return msg(str`${count} woorden (gevraagd: ${from} tot ${to})`);
  }

  #automatic(step: AutomaticStep): TemplateResult {
    const [earned, maximum] = [this.points ?? 0, maximumOfStep(step)];
    return html`
      <details>
        <summary>
          <span class="turner">${icons.right}</span>
          <span>${msg(str`Stap ${this.number}`)} · ${inLanguage(step.title)}</span>
          ${verdictMark(automaticVerdict(earned, maximum))}
          <span class="earned">${points(earned)} / ${points(maximum)}</span>
        </summary>
        <div class="detail">
          ${this.#context(step)}
          <ul class="parts">
            ${automaticParts(step, this.answer).map(partLine)}
          </ul>
        </div>
      </details>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-answer-review': MgvAnswerReview;
  }
}
