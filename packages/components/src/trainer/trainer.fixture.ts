import type {
  AssignmentView,
  GradingView,
  MarkVersion,
  Roster,
  RosterMember,
  SubmissionList,
  SubmissionRow,
} from '@mgv/contracts';
import type { ClassRow } from './class-list.ts';

const at = '2026-03-03T10:00:00.000Z';

/** A made-up id whose last digits are `number`. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A row that is to be graded, but for what `part` says. */
export function rowOf(number: number, part: Partial<SubmissionRow> = {}): SubmissionRow {
  return {
    personId: idOf(number + 500),
    name: `Student met naam ${String(number)}`,
    ordinal: number,
    test: false,
    state: 'to-grade',
    attempts: 1,
    attemptId: idOf(number),
    attemptNumber: 1,
    handedInAt: at,
    points: null,
    maximum: 13,
    passback: null,
    ...part,
  };
}

/** A list with these rows. */
export function listOf(rows: SubmissionRow[]): SubmissionList {
  return {
    title: 'In twee stappen',
    settings: { title: 'In twee stappen', points: 13, attempts: 2, counts: 'last', results: 'per-step' },
    rows,
    staff: [],
  };
}

/** The assignment as its trainer sees it. */
export function assignmentOf(part: Partial<AssignmentView> = {}): AssignmentView {
  return {
    role: 'trainer',
    scenario: {
      id: 'klein',
      module: { id: 'module', title: { nl: 'Omgaan met weerstand', en: 'Handling resistance' } },
      title: { nl: 'In twee stappen', en: 'In two steps' },
      summary: { nl: 'Je oefent twee stappen.', en: 'You practise two steps.' },
      minutes: 20,
      goals: [{ nl: 'Je kunt reflecteren.', en: 'You can reflect.' }],
      maximum: 13,
      concepts: [{ nl: 'Reflecteren', en: 'Reflecting' }],
      steps: [
        { kind: 'choice', title: { nl: 'Wat zie je?', en: 'What do you see?' }, maximum: 2 },
        { kind: 'respond', title: { nl: 'Jouw reactie', en: 'Your reply' }, maximum: 8 },
        { kind: 'reflect', title: { nl: 'Terugkijken', en: 'Looking back' }, maximum: 3 },
      ],
    },
    settings: listOf([]).settings,
    attempts: [],
    attemptsLeft: null,
    gradebook: 'connected',
    ...part,
  };
}

const levels = [
  { points: 0, text: { nl: 'niet', en: 'not' } },
  { points: 2, text: { nl: 'deels', en: 'partly' } },
  { points: 4, text: { nl: 'helemaal', en: 'fully' } },
];

const SCENARIO: GradingView['scenario'] = {
  id: 'klein',
  module: 'module',
  title: { nl: 'In twee stappen', en: 'In two steps' },
  summary: { nl: 'Je oefent twee stappen.' },
  minutes: 20,
  goals: [{ nl: 'Je kunt reflecteren.' }],
  steps: [
    {
      kind: 'explanation',
      id: 'uitleg',
      title: { nl: 'Uitleg' },
      concepts: ['resistance'],
      body: { nl: 'Lees dit.' },
    },
    {
      kind: 'choice',
      id: 'keuze',
      title: { nl: 'Wat zie je?', en: 'What do you see?' },
      concepts: ['resistance'],
      question: { nl: 'Wat zie je?' },
      pick: 'one',
      options: [
        { id: 'a', text: { nl: 'Wegkijken' }, right: true, feedback: { nl: 'Dat klopt.' } },
        { id: 'b', text: { nl: 'Een bezwaar' }, right: false, feedback: { nl: 'Dat is iets anders.' } },
      ],
      points: 2,
    },
    {
      kind: 'respond',
      id: 'reactie',
      title: { nl: 'Jouw reactie', en: 'Your reply' },
      concepts: ['resistance'],
      situation: { nl: 'Sam zit onderuitgezakt.' },
      dialogue: [
        { who: 'client', name: 'Sam', direction: { nl: 'kijkt weg' }, text: { nl: 'Bemoei je er niet mee.' } },
      ],
      question: { nl: 'Wat zeg je?' },
      rubric: [
        { id: 'reflecteren', title: { nl: 'Reflecteren', en: 'Reflecting' }, levels },
        { id: 'eigen-aandeel', title: { nl: 'Eigen aandeel', en: 'Own part' }, levels },
      ],
      examples: [{ nl: 'Je wilt het zelf uitzoeken.' }],
      feedback: { nl: 'Dit werkt omdat je volgt.' },
    },
    {
      kind: 'reflect',
      id: 'terugkijken',
      title: { nl: 'Terugkijken', en: 'Looking back' },
      concepts: ['resistance'],
      question: { nl: 'Wat neem je mee?' },
      rubric: [
        {
          id: 'diepte',
          title: { nl: 'Diepte', en: 'Depth' },
          levels: [...levels.slice(0, 1), { points: 3, text: { nl: 'concreet' } }],
        },
      ],
      feedback: { nl: 'Kijk naar je eigen deel.' },
    },
  ],
};

/** One attempt: a choice (2), a reply with two criteria (8) and a reflection with one (3). */
export function gradingOf(part: Partial<GradingView> = {}): GradingView {
  return {
    attemptId: idOf(1),
    attemptNumber: 1,
    personId: idOf(501),
    name: 'Sam de Vries',
    ordinal: 1,
    test: false,
    handedInAt: at,
    scenario: SCENARIO,
    answers: {
      keuze: { kind: 'choice', picked: ['a'] },
      reactie: { kind: 'respond', text: 'Je wilt dat ik me erbuiten houd.' },
      terugkijken: { kind: 'reflect', text: 'Ik ging te snel.' },
    },
    points: { uitleg: 0, keuze: 2, reactie: null, terugkijken: null },
    versions: [],
    attempts: [{ id: idOf(1), number: 1 }],
    previous: null,
    next: idOf(2),
    position: 1,
    total: 3,
    passback: null,
    ...part,
  };
}

/** A version that gives 4 + 2 + 3 for the texts. */
export function versionOf(part: Partial<MarkVersion> = {}): MarkVersion {
  return {
    id: idOf(900),
    version: 1,
    points: 11,
    maximum: 13,
    complete: true,
    judgements: {
      reactie: { levels: { reflecteren: 2, 'eigen-aandeel': 1 }, remarks: { reflecteren: 'Mooi gevolgd.' } },
      terugkijken: { levels: { diepte: 1 }, remarks: {} },
    },
    comment: 'Je volgt de ander.',
    reason: '',
    author: 'Noor Bakker',
    createdAt: at,
    releasedAt: null,
    ...part,
  };
}

/** A student in the roster, with the id that a row of `number - 500` has. */
export function memberOf(number: number, part: Partial<RosterMember> = {}): RosterMember {
  return { personId: idOf(number), name: `Naam ${String(number)}`, role: 'student', status: 'active', ...part };
}

/** A roster that was read well. */
export function rosterOf(members: RosterMember[], part: Partial<Roster> = {}): Roster {
  return { members, readAt: at, problem: null, ...part };
}

/** A row as the list shows it. */
export function classRowOf(number: number, part: Partial<ClassRow> = {}): ClassRow {
  return { ...rowOf(number), presence: 'here', ...part };
}
