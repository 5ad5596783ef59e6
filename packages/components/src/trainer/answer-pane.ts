import type { GradingView } from '@mgv/contracts';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../shared/base.styles.ts';
import './answer-review.ts';
import { isTextStep } from './mark-draft.ts';
import { stepNumbers } from './step-numbers.ts';
import { personName } from './trainer-words.ts';

/** All answers of an attempt in a pane that scrolls by itself; in a narrow frame the page scrolls. */
@localized()
@customElement('mgv-answer-pane')
export class MgvAnswerPane extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        min-width: 0;
        min-height: 0;
      }
      .answers {
        position: relative;
        display: grid;
        gap: var(--space-2);
        align-content: start;
        height: 100%;
        padding: var(--space-4) var(--space-5) var(--space-6);
        overflow: auto;
        border-radius: var(--radius);
        background: var(--card);
        box-shadow: var(--shadow);
        scrollbar-width: thin;
      }
      .text {
        margin-block: var(--space-4);
      }
      .text:first-child {
        margin-top: 0;
      }
      .answers:focus-visible {
        border-radius: var(--radius);
        outline-offset: -3px;
      }
      /* Bubbles on sand hardly show on a dark card. */
      @media (prefers-color-scheme: dark) {
        .answers {
          background: var(--paper);
          box-shadow: inset 0 0 0 1px var(--rule);
        }
      }
      @media (max-width: 720px) {
        .answers {
          height: auto;
          padding: var(--space-4);
          overflow: visible;
        }
      }
    `,
  ];

  @property({ attribute: false }) view!: GradingView;
  /** The step being judged. */
  @property({ attribute: false }) currentStep: string | null = null;
  @query('.answers') private readonly pane!: HTMLElement | null;

  /** Brings a step to the top of the pane, or the first without one. Only the pane moves, never the LMS's page. */
  bringUp(stepId?: string): void {
    const step = stepId === undefined ? null : this.renderRoot.querySelector<HTMLElement>(`[data-step="${stepId}"]`);
    this.pane?.scrollTo({ top: step ? step.offsetTop - 16 : 0 });
  }

  override render(): TemplateResult {
    const { view } = this;
    const numbers = stepNumbers(view.scenario);
    return html`
      <div class="answers" role="region" tabindex="0" aria-label=${msg('Antwoorden')}>
        ${view.scenario.steps
          .filter(({ kind }) => kind !== 'explanation')
          .map(
            (step) =>
              html`<mgv-answer-review
                class=${isTextStep(step) ? 'text' : ''}
                data-step=${step.id}
                .step=${step}
                .answer=${view.answers[step.id]}
                .points=${view.points[step.id] ?? null}
                .number=${numbers.get(step.id) ?? 0}
                person=${personName(view)}
                ?current=${this.currentStep === step.id}
              ></mgv-answer-review>`,
          )}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-answer-pane': MgvAnswerPane;
  }
}
