import { localized, msg, str } from '@lit/localize';
import type { Answer, StepFeedback, StudentStep } from '@mgv/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, fields } from '../shared/base.styles.ts';
import { inLanguage } from '../shared/language.ts';
import { page } from '../shared/page.styles.ts';
import { question } from '../shared/plain-text.ts';
import { AnswerEvent } from './answer.event.ts';
import { classify } from './classify-answer.styles.ts';
import { options } from './options.styles.ts';
import { verdict, verdicts } from './verdict.ts';

type ClassifyStep = Extract<StudentStep, { kind: 'classify' }>;
type ClassifyAnswer = Extract<Answer, { kind: 'classify' }>;
type Item = ClassifyStep['items'][number];

/** With this many labels or fewer they stand side by side; with more a native list is clearer. */
const SIDE_BY_SIDE = 3;

/**
 * Put each item under one of the labels: per item native radios side by side, or a native select where there are many
 * labels. No dragging, so it works by touch, keyboard and screen reader alike.
 *
 * @event {AnswerEvent} mgv-answer - Another answer than before.
 */
@customElement('mgv-classify-answer')
@localized()
export class MgvClassifyAnswer extends LitElement {
  static override styles = [base, page, fields, options, classify, verdicts];

  @property({ attribute: false }) step!: ClassifyStep;
  @property({ attribute: false }) answer: ClassifyAnswer | undefined;
  @property({ attribute: false }) feedback: StepFeedback | undefined;
  /** The answer can no longer change. */
  @property({ type: Boolean }) locked = false;

  override render(): TemplateResult {
    const { items, labels } = this.step;
    const { name, more } = question(inLanguage(this.step.question));
    const placed = Object.keys(this.answer?.placed ?? {}).length;
    const list = labels.length > SIDE_BY_SIDE;
    return html`
      <fieldset>
        <legend>${name}</legend>
        ${more ? html`<div class="prose more">${more}</div>` : nothing}
        <p class="hint">${msg(str`${placed} van ${items.length} ingedeeld`)}</p>
        <div class="items">${items.map((item) => (list ? this.#select(item) : this.#radios(item)))}</div>
      </fieldset>
    `;
  }

  #select(item: Item): TemplateResult {
    const { id, text } = item;
    const placed = this.answer?.placed[id];
    return html`
      <div class="item">
        <label for=${`item-${id}`}>${inLanguage(text)}</label>
        <div>
          <select
            class="field"
            id=${`item-${id}`}
            ?disabled=${this.locked}
            aria-describedby=${this.feedback ? `part-${id}` : nothing}
            @change=${(event: Event) => {
              this.#place(id, (event.target as HTMLSelectElement).value);
            }}
          >
            <option value="" ?selected=${placed === undefined}>${msg('Kies…')}</option>
            ${this.step.labels.map(
              (label) =>
                html`<option value=${label.id} ?selected=${placed === label.id} .selected=${placed === label.id}>
                  ${inLanguage(label.text)}
                </option>`,
            )}
          </select>
        </div>
        ${this.#part(id)}
      </div>
    `;
  }

  #radios({ id, text }: Item): TemplateResult {
    const placed = this.answer?.placed[id];
    return html`
      <fieldset class="item" aria-describedby=${this.feedback ? `part-${id}` : nothing}>
        <legend class="text">${inLanguage(text)}</legend>
        <div class="pills">
          ${this.step.labels.map(
            (label) => html`
              <label class="pill">
                <input
                  type="radio"
                  name=${`item-${id}`}
                  value=${label.id}
                  .checked=${placed === label.id}
                  ?disabled=${this.locked}
                  @change=${() => {
                    this.#place(id, label.id);
                  }}
                />
                <span>${inLanguage(label.text)}</span>
              </label>
            `,
          )}
        </div>
        ${this.#part(id)}
      </fieldset>
    `;
  }

  #part(id: string): TemplateResult | typeof nothing {
    const part = this.feedback?.parts.find((each) => each.id === id);
    if (!part) return nothing;
    const label = this.step.labels.find((each) => each.id === part.label);
    const belongs = label ? inLanguage(label.text) : '';
    const word = {
      right: undefined,
      wrong: belongs ? msg(str`Klopt niet – hoort bij ‘${belongs}’`) : undefined,
      missed: belongs ? msg(str`Niet ingedeeld – hoort bij ‘${belongs}’`) : msg('Niet ingedeeld'),
    };
    return html`<div class="part" id=${`part-${id}`}>
      ${verdict(part.verdict, word[part.verdict])}
      <p>${inLanguage(part.feedback)}</p>
    </div>`;
  }

  #place(item: string, label: string): void {
    const others = Object.fromEntries(Object.entries(this.answer?.placed ?? {}).filter(([id]) => id !== item));
    this.dispatchEvent(
      new AnswerEvent({ kind: 'classify', placed: label === '' ? others : { ...others, [item]: label } }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-classify-answer': MgvClassifyAnswer;
  }
}
