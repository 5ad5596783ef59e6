import { OutboundError } from '@mgv/service-kit';
import { expect, it } from 'vitest';
import { classifyAnswer, classifyFailure, type Verdict } from './classify-answer.ts';
import moodle from './recorded/moodle-scores.json' with { type: 'json' };

const say = (verdict: Verdict): string => ('reason' in verdict ? `${verdict.kind} ${verdict.reason}` : verdict.kind);

it.each(Object.entries(moodle).map(([name, { want, answer }]) => ({ name, want, answer })))(
  'reads what Moodle answered: $name',
  ({ want, answer }) => {
    expect(say(classifyAnswer(answer))).toBe(want);
  },
);

it.each([
  { name: 'no content', answer: { status: 204 }, want: 'accepted' },
  { name: 'a plain failure', answer: { status: 500, body: '<html>' }, want: 'retry server-error' },
  { name: 'a gateway that waits in vain', answer: { status: 504 }, want: 'retry server-error' },
  { name: 'too many requests', answer: { status: 429 }, want: 'retry too-many-requests' },
  {
    name: "Canvas's throttle",
    answer: { status: 403, headers: { 'x-rate-limit-remaining': '0.0' } },
    want: 'retry too-many-requests',
  },
  {
    name: 'a real 403',
    answer: { status: 403, headers: { 'x-rate-limit-remaining': '600' } },
    want: 'refused no-access',
  },
  { name: 'somebody unknown to Canvas', answer: { status: 422 }, want: 'refused not-a-member' },
  { name: 'another bad request', answer: { status: 400 }, want: 'refused refused-by-lms' },
])('classifies $name', ({ answer, want }) => {
  expect(say(classifyAnswer({ statusText: '', headers: {}, body: '', ...answer }))).toBe(want);
});

it.each([
  { code: 'timed-out', want: 'retry unreachable' },
  { code: 'unreachable', want: 'retry unreachable' },
  { code: 'private-address', want: 'refused bad-address' },
  { code: 'redirected', want: 'refused bad-address' },
] as const)('classifies no answer: $code', ({ code, want }) => {
  expect(say(classifyFailure(new OutboundError(code, 'x')))).toBe(want);
});
