import { expect, it } from 'vitest';
import { smallScenario } from '../fixtures/small-scenario.ts';
import { AnswerSchema, answerFault } from './answer.ts';

it.each([
  { name: 'an option that is there', step: 'een', answer: { kind: 'choice', picked: ['a'] }, fault: null },
  { name: 'nothing picked', step: 'een', answer: { kind: 'choice', picked: [] }, fault: null },
  { name: 'a step that is not there', step: 'nergens', answer: { kind: 'choice', picked: [] }, fault: 'unknown-step' },
  { name: 'another kind', step: 'een', answer: { kind: 'respond', text: '' }, fault: 'wrong-kind' },
  { name: 'an answer to an explanation', step: 'uitleg', answer: { kind: 'respond', text: '' }, fault: 'wrong-kind' },
  {
    name: 'an option that is not there',
    step: 'een',
    answer: { kind: 'choice', picked: ['q'] },
    fault: 'unknown-option',
  },
  {
    name: 'two where one may be picked',
    step: 'een',
    answer: { kind: 'choice', picked: ['a', 'b'] },
    fault: 'one-only',
  },
  { name: 'one picked twice', step: 'meer', answer: { kind: 'choice', picked: ['a', 'a'] }, fault: 'picked-twice' },
  { name: 'an item under a label', step: 'indelen', answer: { kind: 'classify', placed: { i1: 'r' } }, fault: null },
  {
    name: 'an item that is not there',
    step: 'indelen',
    answer: { kind: 'classify', placed: { i9: 'r' } },
    fault: 'unknown-option',
  },
  {
    name: 'a label that is not there',
    step: 'indelen',
    answer: { kind: 'classify', placed: { i1: 'q' } },
    fault: 'unknown-option',
  },
  {
    name: 'a label named like an object field',
    step: 'indelen',
    answer: { kind: 'classify', placed: { i1: 'constructor' } },
    fault: 'unknown-option',
  },
])('$name gives $fault', ({ step, answer, fault }) => {
  expect(answerFault(smallScenario, step, AnswerSchema.parse(answer))).toBe(fault);
});
