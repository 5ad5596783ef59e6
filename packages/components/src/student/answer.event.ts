import type { Answer } from '@mgv/core';

/** A student changed the answer of the step at hand. */
export class AnswerEvent extends Event {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('mgv-answer', { bubbles: true, composed: true });
    this.answer = answer;
  }
}
