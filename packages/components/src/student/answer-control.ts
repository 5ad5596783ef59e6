import type { Answer, StepFeedback, StudentStep } from '@mgv/core';
import { html, nothing, type TemplateResult } from 'lit';
import './choice-answer.ts';
import './classify-answer.ts';
import './text-answer.ts';

/** What a student has answered at a step, and what came back. */
export interface Answered {
  answer: Answer | undefined;
  feedback: StepFeedback | undefined;
  locked: boolean;
}

/** The control for this kind of step, filled in; nothing for an explanation. */
export function answerControl(
  step: StudentStep,
  { answer, feedback, locked }: Answered,
): TemplateResult | typeof nothing {
  switch (step.kind) {
    case 'explanation':
      return nothing;
    case 'choice': {
      const own = answer?.kind === 'choice' ? answer : undefined;
      return html`<mgv-choice-answer
        .step=${step}
        .answer=${own}
        .feedback=${feedback}
        .locked=${locked}
      ></mgv-choice-answer>`;
    }
    case 'classify': {
      const own = answer?.kind === 'classify' ? answer : undefined;
      return html`<mgv-classify-answer
        .step=${step}
        .answer=${own}
        .feedback=${feedback}
        .locked=${locked}
      ></mgv-classify-answer>`;
    }
    case 'respond':
    case 'reflect': {
      const own = answer?.kind === step.kind ? answer : undefined;
      return html`<mgv-text-answer .step=${step} .answer=${own} .locked=${locked}></mgv-text-answer>`;
    }
  }
}
