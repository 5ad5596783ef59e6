import { localized, msg, str } from '@lit/localize';
import type { StepFeedback } from '@mgv/core';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../shared/base.styles.ts';
import { inLanguage, points } from '../shared/language.ts';
import { page } from '../shared/page.styles.ts';
import { plainText } from '../shared/plain-text.ts';
import { speech } from '../shared/speech.styles.ts';

/** What a student reads after answering a step: points, what it teaches, examples of replies. */
@customElement('mgv-step-feedback')
@localized()
export class MgvStepFeedback extends LitElement {
  static override styles = [
    base,
    page,
    speech,
    css`
      .box {
        display: grid;
        gap: var(--space-4);
        padding: var(--space-5);
        border-radius: var(--radius);
        background: var(--sand);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 var(--space-4);
      }
      .points {
        color: var(--ink-quiet);
      }
      .examples {
        display: grid;
        gap: var(--space-3);
      }
      .turn {
        justify-self: start;
        justify-items: start;
      }
      @media (max-width: 480px) {
        .box {
          padding: var(--space-4);
        }
      }
    `,
  ];

  @property({ attribute: false }) feedback!: StepFeedback;
  @query('h2') private readonly heading!: HTMLElement;

  /** Puts the focus on the feedback, so that it is read out and comes into view. */
  override focus(): void {
    this.heading.focus();
  }

  override render(): TemplateResult {
    const { feedback, examples } = this.feedback;
    return html`
      <div class="box">
        <div class="head">
          <h2 tabindex="-1">${msg('Feedback')}</h2>
          <p class="points small">${this.#points()}</p>
        </div>
        ${feedback ? html`<div class="prose">${plainText(inLanguage(feedback))}</div>` : nothing}
        ${
          examples.length > 0
            ? html`
                <div class="examples">
                  <h3>${msg('Zo zou het ook kunnen')}</h3>
                  ${examples.map((text) => html`<div class="turn professional"><p class="bubble">${inLanguage(text)}</p></div>`)}
                </div>
              `
            : nothing
        }
      </div>
    `;
  }

  #points(): string {
    const { points: earned, maximum } = this.feedback;
    if (earned === null) return msg('Je trainer kijkt dit na');
    return msg(str`${points(earned)} van ${points(maximum)} punten`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-step-feedback': MgvStepFeedback;
  }
}
