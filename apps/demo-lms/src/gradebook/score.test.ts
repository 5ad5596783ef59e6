import { expect, it } from 'vitest';
import type { Grade, LineItem } from '../storage/state.schema.ts';
import { applyScore, type GivenScore, GivenScoreSchema, toPoints } from './score.ts';

const lineItem: LineItem = {
  id: '11',
  courseId: '1',
  clientId: 'mgv-practice',
  label: 'A',
  scoreMaximum: 20,
  resourceId: '',
  tag: '',
  resourceLinkId: '10',
};
const standing: Grade = {
  lineItemId: '11',
  userId: '4',
  score: 10,
  comment: 'Rustig gedaan',
  timestamp: '2026-03-02T10:00:05.300Z',
  submissionUrl: null,
  history: [],
};
const score = (over: Partial<GivenScore> = {}): GivenScore => ({
  userId: '4',
  scoreGiven: 7.5,
  scoreMaximum: 10,
  timestamp: '2026-03-02T10:00:06.000Z',
  activityProgress: 'Completed',
  gradingProgress: 'FullyGraded',
  ...over,
});
const RECEIVED = '2026-03-02T10:01:00.000Z';

it.each([
  { name: 'keeps points of the same maximum', points: 7.35, from: 10, to: 10, given: 7.35 },
  { name: 'rescales', points: 7.35, from: 10, to: 100, given: 73.5 },
  { name: 'keeps five decimals', points: 1, from: 3, to: 100, given: 33.33333 },
  { name: 'caps at the maximum', points: 120, from: 100, to: 20, given: 20 },
  { name: 'lifts a negative score to 0', points: -5, from: 100, to: 20, given: 0 },
])('toPoints $name', ({ points, from, to, given }) => {
  expect(toPoints(points, from, to)).toBe(given);
});

it.each([
  { name: 'a later second is taken', timestamp: '2026-03-02T10:00:06.000Z', accepted: true },
  { name: 'a later second in another zone is taken', timestamp: '2026-03-02T11:00:06+01:00', accepted: true },
  { name: 'the same moment again is refused', timestamp: '2026-03-02T10:00:05.300Z', accepted: false },
  { name: 'later in the same second is refused', timestamp: '2026-03-02T10:00:05.900Z', accepted: false },
  { name: 'an earlier second is refused', timestamp: '2026-03-02T10:00:04.999Z', accepted: false },
])('$name', ({ timestamp, accepted }) => {
  expect(applyScore(standing, score({ timestamp }), lineItem, RECEIVED).accepted).toBe(accepted);
});

it.each([
  { name: 'rescales to the line item', over: {}, score: 15 },
  { name: 'keeps a 0', over: { scoreGiven: 0 }, score: 0 },
  { name: 'clears the grade when grading goes on', over: { gradingProgress: 'Pending' }, score: null },
  { name: 'clears the grade when there are no points', over: { scoreGiven: undefined }, score: null },
])('$name', ({ over, score: expected }) => {
  const { scoreGiven, ...rest } = score(over);
  const outcome = applyScore(
    standing,
    { ...rest, ...(scoreGiven !== undefined && { scoreGiven }) },
    lineItem,
    RECEIVED,
  );
  expect(outcome).toMatchObject({ accepted: true, grade: { score: expected } });
});

it('clears a comment that is not sent again', () => {
  expect(applyScore(standing, score(), lineItem, RECEIVED)).toMatchObject({ grade: { comment: null } });
});

it('takes any timestamp after a score that cleared the grade', () => {
  const cleared = applyScore(standing, score({ gradingProgress: 'Pending' }), lineItem, RECEIVED);
  if (!cleared.accepted) throw new Error('refused');
  const older = score({ timestamp: '2026-03-01T00:00:00Z', comment: 'Terug' });
  const after = applyScore(cleared.grade, older, lineItem, RECEIVED);
  expect(after).toMatchObject({ accepted: true, grade: { score: 15, comment: 'Terug' } });
  expect(after.accepted && after.grade.history).toHaveLength(2);
});

const SUBMISSION = 'https://canvas.instructure.com/lti/submission';
const WORK = 'https://tool.example/lti/launch?attempt=1';

it.each([
  {
    name: 'keeps the address of a submission',
    submission: { submission_type: 'basic_lti_launch', submission_data: WORK },
    url: WORK,
  },
  {
    name: 'keeps no text that is handed in',
    submission: { submission_type: 'online_text_entry', submission_data: WORK },
    url: null,
  },
  {
    name: 'keeps no address that is none',
    submission: { submission_type: 'basic_lti_launch', submission_data: 'x' },
    url: null,
  },
])('$name', ({ submission, url }) => {
  const outcome = applyScore(null, score({ [SUBMISSION]: submission }), lineItem, RECEIVED);
  expect(outcome).toMatchObject({ accepted: true, grade: { submissionUrl: url } });
});

it('keeps that address when a later score has none', () => {
  const before = { ...standing, submissionUrl: WORK };
  expect(applyScore(before, score(), lineItem, RECEIVED)).toMatchObject({ grade: { submissionUrl: WORK } });
});

it('refuses points without a maximum', () => {
  const given = score();
  delete given.scoreMaximum;
  expect(applyScore(null, given, lineItem, RECEIVED)).toEqual({ accepted: false, reason: 'no-maximum' });
});

it.each([
  { name: 'no timestamp', body: { timestamp: undefined } },
  { name: 'a timestamp that is none', body: { timestamp: 'yesterday' } },
  { name: 'a timestamp without a zone', body: { timestamp: '2026-03-02T10:00:06' } },
  { name: 'no user', body: { userId: undefined } },
  { name: 'no gradingProgress', body: { gradingProgress: undefined } },
  { name: 'points as text', body: { scoreGiven: '7' } },
  { name: 'a maximum of 0', body: { scoreMaximum: 0 } },
])('does not take $name', ({ body }) => {
  expect(GivenScoreSchema.safeParse({ ...score(), ...body }).success).toBe(false);
});
