import type { Actor, SaveMark } from '@mgv/contracts';
import type { Answer } from '@mgv/core';
import { ANSWERS } from './scenarios.ts';
import type { Client } from './start-test-grading.ts';

/** Does an attempt as this student and hands it in; gives its id. */
export async function handedIn(
  app: Client,
  student: Actor,
  answers: Record<string, Answer> = ANSWERS,
): Promise<string> {
  const { id } = await app.start(student);
  for (const [step, answer] of Object.entries(answers)) await app.save(student, id, step, { answer, sequence: 1 });
  await app.handIn(student, id);
  return id;
}

/** A whole judgement of MIXED; `high` texts give 4 points each. */
export function judgement(high: { toon: boolean; diepte: boolean }, change: Partial<SaveMark> = {}): SaveMark {
  return {
    basedOn: 0,
    newestAttempt: 1,
    judgements: {
      reageer: { levels: { toon: high.toon ? 1 : 0 }, remarks: { toon: 'Mooi kort.' } },
      schrijf: { levels: { diepte: high.diepte ? 1 : 0 }, remarks: {} },
    },
    comment: 'Goed gewerkt.',
    reason: '',
    ...change,
  };
}
