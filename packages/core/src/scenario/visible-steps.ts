import type { Answers } from './answer.ts';
import type { Scenario, Step } from './scenario.ts';

/** The steps a student with these answers goes through, in order: all but the explanations meant for others. */
export function visibleSteps(scenario: Scenario, answers: Answers): Step[] {
  return scenario.steps.filter((step) => {
    if (step.kind !== 'explanation' || !step.onlyAfter) return true;
    const answer = answers[step.onlyAfter.step];
    const { options } = step.onlyAfter;
    return answer?.kind === 'choice' && answer.picked.some((id) => options.includes(id));
  });
}
