import type { GradingView } from '@mgv/contracts';
import type { RubricCriterion } from '@mgv/core';
import { maximumOfRubric } from '@mgv/core/browser';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { base, fields } from '../shared/base.styles.ts';
import { inLanguage, points } from '../shared/language.ts';
import {
  draftOf,
  isTextStep,
  pointsOfText,
  stepsToJudge,
  withLevel,
  withRemark,
  type CriterionPlace,
  type MarkDraft,
  type TextStep,
} from './mark-draft.ts';
import './rubric-criterion.ts';
import type { MgvRubricCriterion } from './rubric-criterion.ts';
import { styles } from './rubric-panel.styles.ts';
import { stepNumbers } from './step-numbers.ts';
import { CriterionFocusEvent, MarkEditEvent, type LevelPickEvent, type RemarkChangeEvent } from './trainer.event.ts';

/**
 * The rubric of an attempt: per text its criteria, then the overall comment, and the reason where one is asked. It
 * shows `draft` and asks for another one; whoever owns the draft gives it back.
 *
 * @event {MarkEditEvent} mgv-mark-edit - A level, remark, comment or reason changed.
 * @event {CriterionFocusEvent} mgv-criterion-focus - The focus went to a criterion.
 */
@localized()
@customElement('mgv-rubric-panel')
export class MgvRubricPanel extends LitElement {
  static override styles = [base, fields, styles];

  @property({ attribute: false }) view!: GradingView;
  @property({ attribute: false }) draft: MarkDraft = draftOf(null);
  /** Where the shortcuts go. */
  @property({ attribute: false }) current: CriterionPlace | null = null;
  /** Whether to ask why the mark changes. */
  @property({ type: Boolean }) asksReason = false;

  /** The element of a criterion, to put the focus in it. */
  criterionAt({ stepId, criterionId }: CriterionPlace): MgvRubricCriterion | null {
    return this.renderRoot.querySelector(`[data-step="${stepId}"][data-criterion="${criterionId}"]`);
  }

  focusReason(): void {
    this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
  }

  override render(): TemplateResult {
    const steps = this.view.scenario.steps.filter(isTextStep);
    return html`
      ${
        steps.length === 0
          ? html`<p class="note">
              ${msg('Deze opdracht heeft geen teksten om te beoordelen. De punten liggen vast; je kunt ze vrijgeven.')}
            </p>`
          : steps.map((step) => this.#step(step))
      }
      ${this.#overall()}
    `;
  }

  #step(step: TextStep): TemplateResult {
    const toJudge = stepsToJudge(this.view).some(({ id }) => id === step.id);
    const earned = toJudge ? pointsOfText(step.rubric, this.draft.judgements[step.id]) : 0;
    const number = stepNumbers(this.view.scenario).get(step.id) ?? 0;
    return html`
      <section aria-labelledby="step-${step.id}">
        <h2 id="step-${step.id}">
          <span>${msg(str`Stap ${number}`)} · ${inLanguage(step.title)}</span>
          <span class="earned"
            >${earned === null ? '–' : points(earned)} / ${points(maximumOfRubric(step.rubric))}</span
          >
        </h2>
        ${
          toJudge
            ? step.rubric.map((criterion) => this.#criterion(step, criterion))
            : html`<p class="note">${msg('Niets ingevuld, dus 0 punten.')}</p>`
        }
      </section>
    `;
  }

  #criterion(step: TextStep, criterion: RubricCriterion): TemplateResult {
    const place = { stepId: step.id, criterionId: criterion.id };
    const judgement = this.draft.judgements[step.id];
    const current = this.current?.stepId === step.id && this.current.criterionId === criterion.id;
    return html`
      <mgv-rubric-criterion
        data-step=${step.id}
        data-criterion=${criterion.id}
        .criterion=${criterion}
        .level=${judgement?.levels[criterion.id]}
        .remark=${judgement?.remarks[criterion.id] ?? ''}
        ?current=${current}
        @focusin=${() => this.dispatchEvent(new CriterionFocusEvent(place))}
        @mgv-level-pick=${({ index }: LevelPickEvent) => {
          this.#edit(withLevel(this.draft, place, index));
        }}
        @mgv-remark-change=${({ remark }: RemarkChangeEvent) => {
          this.#edit(withRemark(this.draft, place, remark));
        }}
      ></mgv-rubric-criterion>
    `;
  }

  #overall(): TemplateResult {
    return html`
      <section class="overall">
        <label>
          <span>${msg('Algemene opmerking')}</span>
          <textarea
            class="field"
            rows="2"
            maxlength="4000"
            .value=${live(this.draft.comment)}
            @input=${(event: Event) => {
              this.#edit({ ...this.draft, comment: this.#valueOf(event) });
            }}
          ></textarea>
        </label>
        ${
          this.asksReason
            ? html`<label>
                <span>${msg('Waarom verandert de beoordeling?')}</span>
                <span class="hint"
                  >${msg('De student heeft al een eerdere versie gezien. De reden blijft bij de versies staan.')}</span
                >
                <textarea
                  id="reason"
                  class="field"
                  rows="1"
                  maxlength="1000"
                  .value=${live(this.draft.reason)}
                  @input=${(event: Event) => {
                    this.#edit({ ...this.draft, reason: this.#valueOf(event) });
                  }}
                ></textarea>
              </label>`
            : nothing
        }
      </section>
    `;
  }

  #valueOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  #edit(draft: MarkDraft): void {
    this.dispatchEvent(new MarkEditEvent(draft));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-rubric-panel': MgvRubricPanel;
  }
}
