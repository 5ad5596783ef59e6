import type { Answer, LocalisedText, Scenario } from '@mgv/core';

type Step = Scenario['steps'][number];
export type AutomaticStep = Extract<Step, { kind: 'choice' | 'classify' }>;

/** One option or item beside its key. */
export interface AutomaticPart {
  verdict: 'right' | 'wrong' | 'missed';
  text: LocalisedText;
  /** For an item: the label the student put it under, and the label it belongs under. */
  placed?: LocalisedText | null;
  belongs?: LocalisedText;
}

/** Whether a step is scored without a trainer. */
export function isAutomaticStep(step: Step): step is AutomaticStep {
  return step.kind === 'choice' || step.kind === 'classify';
}

/** The options that matter (picked, or missed), or every item, each beside its key. */
export function automaticParts(step: AutomaticStep, answer: Answer | undefined): AutomaticPart[] {
  if (step.kind === 'choice') {
    const picked = new Set(answer?.kind === 'choice' ? answer.picked : []);
    return step.options.flatMap(({ id, right, text }): AutomaticPart[] => {
      if (picked.has(id)) return [{ verdict: right ? 'right' : 'wrong', text }];
      return right ? [{ verdict: 'missed', text }] : [];
    });
  }
  const placed = answer?.kind === 'classify' ? answer.placed : {};
  const label = (id: string | undefined) => step.labels.find((each) => each.id === id)?.text ?? null;
  return step.items.map(({ id, label: key, text }): AutomaticPart => {
    const belongs = label(key) ?? text;
    if (placed[id] === key) return { verdict: 'right', text, placed: belongs, belongs };
    return { verdict: placed[id] === undefined ? 'missed' : 'wrong', text, placed: label(placed[id]), belongs };
  });
}

/** One word for the whole step. */
export function automaticVerdict(points: number, maximum: number): 'right' | 'partly' | 'wrong' {
  if (points >= maximum) return 'right';
  return points > 0 ? 'partly' : 'wrong';
}
