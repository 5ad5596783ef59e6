import { expect, it } from 'vitest';
import {
  differences,
  draftOf,
  isChanged,
  sameMark,
  scoreDraft,
  toPlainText,
  toSaveMark,
  withLevel,
  withRemark,
  type MarkDraft,
} from './mark-draft.ts';
import { gradingOf, idOf, versionOf } from './trainer.fixture.ts';

const REFLECTING = { stepId: 'reactie', criterionId: 'reflecteren' };
const OWN_PART = { stepId: 'reactie', criterionId: 'eigen-aandeel' };
const DEPTH = { stepId: 'terugkijken', criterionId: 'diepte' };
const empty = draftOf(null);
const full = draftOf(versionOf());

it.each([
  { name: 'counts the automatic points of an untouched draft', draft: empty, points: 2, open: 3 },
  { name: 'adds one level at once', draft: withLevel(empty, REFLECTING, 1), points: 4, open: 2 },
  { name: 'counts level 0 as judged', draft: withLevel(empty, DEPTH, 0), points: 2, open: 2 },
  { name: 'replaces a level', draft: withLevel(withLevel(empty, OWN_PART, 2), OWN_PART, 1), points: 4, open: 2 },
  { name: 'adds up a full mark', draft: full, points: 11, open: 0 },
])('$name', ({ draft, points, open }) => {
  expect(scoreDraft(gradingOf(), draft)).toMatchObject({ points, maximum: 13, open: { length: open } });
});

it('asks no level for a text that was not written', () => {
  const view = gradingOf({ answers: { reactie: { kind: 'respond', text: '  ' } }, points: { keuze: 0 } });
  expect(scoreDraft(view, empty)).toEqual({ points: 0, maximum: 13, open: [] });
});

it.each<{ name: string; draft: MarkDraft; changed: boolean }>([
  { name: 'a fresh draft is unchanged', draft: full, changed: false },
  { name: 'another level is a change', draft: withLevel(full, REFLECTING, 0), changed: true },
  { name: 'a remark is a change', draft: withRemark(full, DEPTH, 'Concreet.'), changed: true },
  {
    name: 'a remark put in and taken out is none',
    draft: withRemark(withRemark(full, DEPTH, 'x'), DEPTH, ''),
    changed: false,
  },
  { name: 'a comment is a change', draft: { ...full, comment: 'Anders' }, changed: true },
  { name: 'a reason alone is none', draft: { ...full, reason: 'Vergissing' }, changed: false },
])('$name', ({ draft, changed }) => {
  expect(isChanged(draft, versionOf())).toBe(changed);
});

it('compares marks by what they say', () => {
  const [one, other] = [
    withLevel(withLevel(empty, REFLECTING, 1), DEPTH, 1),
    withLevel(withLevel(empty, DEPTH, 1), REFLECTING, 1),
  ];
  expect(sameMark(one, other)).toBe(true);
});

it.each([
  { name: 'starts at version 0', view: gradingOf(), basedOn: 0, newestAttempt: 1 },
  {
    name: 'builds on the last version',
    view: gradingOf({ versions: [versionOf(), versionOf({ version: 2 })] }),
    basedOn: 2,
    newestAttempt: 1,
  },
  {
    name: 'names the newest attempt seen, also from an older one',
    view: gradingOf({
      attempts: [
        { id: idOf(1), number: 1 },
        { id: idOf(9), number: 3 },
      ],
    }),
    basedOn: 0,
    newestAttempt: 3,
  },
])('$name', ({ view, basedOn, newestAttempt }) => {
  expect(toSaveMark(view, empty)).toMatchObject({ basedOn, newestAttempt });
});

it('names each difference with a colleague', () => {
  const own = { ...withRemark(withLevel(full, OWN_PART, 2), REFLECTING, ''), comment: 'Anders' };
  expect(differences(gradingOf().scenario, own, versionOf())).toEqual([
    { what: 'remark', ...REFLECTING, own: '', theirs: 'Mooi gevolgd.' },
    { what: 'level', ...OWN_PART, own: 2, theirs: 1 },
    { what: 'comment', own: 'Anders', theirs: 'Je volgt de ander.' },
  ]);
});

it('writes everything down to copy', () => {
  const text = toPlainText(gradingOf(), full, ({ nl }) => nl);
  expect(text).toContain('# Jouw reactie\nReflecteren: helemaal\nMooi gevolgd.\nEigen aandeel: deels');
  expect(text.endsWith('Je volgt de ander.')).toBe(true);
});
