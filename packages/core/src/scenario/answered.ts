import type { Answer } from './answer.ts';

/** What `isComplete` needs of a step; both a whole step and a student's view of one have it. */
export interface AnswerTarget {
  kind: 'explanation' | Answer['kind'];
  /** Of a `classify` step. */
  items?: readonly { id: string }[];
}

/** Whether an answer says something: an option picked, an item placed, a word written. */
export function isAnswered(answer: Answer | undefined): boolean {
  if (!answer) return false;
  if (answer.kind === 'choice') return answer.picked.length > 0;
  if (answer.kind === 'classify') return Object.keys(answer.placed).length > 0;
  return answer.text.trim() !== '';
}

/** Whether nothing is left to answer: as `isAnswered`, and for `classify` every item placed. */
export function isComplete(step: AnswerTarget, answer: Answer | undefined): boolean {
  if (step.kind === 'explanation') return true;
  if (step.kind === 'classify' && answer?.kind === 'classify') {
    return (step.items ?? []).every(({ id }) => answer.placed[id] !== undefined);
  }
  return isAnswered(answer);
}
