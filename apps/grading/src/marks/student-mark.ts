import type { StudentMark } from '@mgv/contracts';
import { type Answers, isAnswered, scoreAttempt, type Scenario, type Step } from '@mgv/core';
import { judgedLevels } from './judged-levels.ts';
import type { ReleasableMark } from './marks.repository.ts';

type Criterion = StudentMark['steps'][string]['criteria'][number];

function criteria(step: Step, mark: ReleasableMark): Criterion[] {
  if (step.kind !== 'respond' && step.kind !== 'reflect') return [];
  const judgement = mark.judgements[step.id];
  return step.rubric.flatMap(({ id, title, levels }): Criterion[] => {
    const level = levels[judgement?.levels[id] ?? -1];
    if (!level) return [];
    const maximum = Math.max(...levels.map(({ points }) => points));
    return [{ title, level: level.text, points: level.points, maximum, remark: judgement?.remarks[id] ?? '' }];
  });
}

/** A released mark as its student sees it. Criteria only at texts that were written. */
export function studentMark(
  scenario: Scenario,
  answers: Answers,
  mark: ReleasableMark & { releasedAt: Date },
  gradebook: StudentMark['gradebook'],
): StudentMark {
  const { steps } = scoreAttempt(scenario, answers, judgedLevels(mark.judgements));
  const scored = scenario.steps.flatMap((step) => {
    const score = steps[step.id];
    if (step.kind === 'explanation' || !score) return [];
    const seen = isAnswered(answers[step.id]) ? criteria(step, mark) : [];
    return [[step.id, { points: score.points ?? 0, maximum: score.maximum, criteria: seen }] as const];
  });
  return {
    points: mark.points,
    maximum: mark.maximum,
    comment: mark.comment,
    releasedAt: mark.releasedAt.toISOString(),
    steps: Object.fromEntries(scored),
    gradebook,
  };
}
