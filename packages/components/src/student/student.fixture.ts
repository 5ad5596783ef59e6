import type { AssignmentSettings, AssignmentView, AttemptSummary, AttemptView, StudentMark } from '@mgv/contracts';
import type { Answers, StepFeedback, StudentScenario, StudentStep } from '@mgv/core';

const text = (nl: string, en = `${nl} (en)`): { nl: string; en: string } => ({ nl, en });
const named = (id: string, nl: string): { id: string; text: { nl: string } } => ({ id, text: { nl } });

/** One step of each kind. */
export const steps: StudentStep[] = [
  {
    kind: 'explanation',
    id: 'uitleg',
    title: text('Wat weerstand is'),
    concepts: [],
    maximum: 0,
    body: text('Eerste alinea.\n\n- een\n- twee'),
  },
  {
    kind: 'choice',
    id: 'een',
    title: text('Eén kiezen'),
    concepts: [],
    maximum: 3,
    situation: text('Op het spreekuur.'),
    dialogue: [{ who: 'client', name: 'Sam', direction: text('kijkt weg'), text: text('Bemoei je er niet mee.') }],
    question: text('Wat zeg je?'),
    pick: 'one',
    options: [named('a', 'Je wilt dit zelf doen.'), named('b', 'Je moet echt stoppen.'), named('c', 'Waarom niet?')],
  },
  {
    kind: 'choice',
    id: 'meer',
    title: text('Meer kiezen'),
    concepts: [],
    maximum: 2,
    question: text('Wat zie je?'),
    pick: 'several',
    options: [named('x', 'Zwijgen'), named('y', 'Discussie'), named('z', 'Instemmen')],
  },
  {
    kind: 'classify',
    id: 'kort',
    title: text('Twee bakjes'),
    concepts: [],
    maximum: 2,
    question: text('Weerstand of bezwaar?'),
    labels: [named('w', 'Weerstand'), named('o', 'Bezwaar')],
    items: [named('i1', 'Ik heb geen tijd.'), named('i2', 'Jij snapt het niet.')],
  },
  {
    kind: 'classify',
    id: 'lang',
    title: text('Vijf bakjes'),
    concepts: [],
    maximum: 1,
    question: text('Welke manier?'),
    labels: ['l1', 'l2', 'l3', 'l4', 'l5'].map((id) => named(id, `Manier ${id}`)),
    items: [named('j1', 'Hij zwijgt.'), named('j2', 'Ze praat erdoorheen.')],
  },
  {
    kind: 'respond',
    id: 'reageren',
    title: text('Zelf reageren'),
    concepts: [],
    maximum: 4,
    dialogue: [{ who: 'client', name: 'Sam', text: text('Laat maar.') }],
    question: text('Wat zeg je tegen Sam?'),
    criteria: [{ id: 'luisteren', title: text('Luisteren') }],
  },
  {
    kind: 'reflect',
    id: 'terugkijken',
    title: text('Terugkijken'),
    concepts: [],
    maximum: 8,
    question: text('Wat deed jij?\n\n- Noem een moment.'),
    criteria: [],
    words: { from: 50, to: 100 },
  },
];

export const scenario: StudentScenario = {
  id: 'proef',
  module: 'omgaan-met-weerstand',
  title: text('Proef', 'Trial'),
  summary: text('Kort.', 'Short.'),
  minutes: 20,
  goals: [text('Je herkent weerstand.', 'You recognise resistance.')],
  steps,
};

export const settings: AssignmentSettings = {
  title: 'Proef',
  points: 20,
  attempts: 2,
  counts: 'last',
  results: 'per-step',
};

const WHEN = '2026-03-03T13:05:00.000Z';

export const completeAnswers: Answers = {
  een: { kind: 'choice', picked: ['a'] },
  meer: { kind: 'choice', picked: ['x'] },
  kort: { kind: 'classify', placed: { i1: 'o', i2: 'w' } },
  lang: { kind: 'classify', placed: { j1: 'l1', j2: 'l2' } },
  reageren: { kind: 'respond', text: 'Je wilt met rust gelaten worden.' },
  terugkijken: { kind: 'reflect', text: 'Ik ging te snel.' },
};

/** What a student reads after the first choice, where `a` was right and `b` was picked. */
export const choiceFeedback: StepFeedback = {
  points: 0,
  maximum: 3,
  parts: [
    { id: 'a', verdict: 'missed', feedback: text('Dit geeft terug wat je hoort.') },
    { id: 'b', verdict: 'wrong', feedback: text('Dit is een eis.') },
  ],
  feedback: text('Begin bij wat de ander zegt.'),
  examples: [],
};

export const mark: StudentMark = {
  points: 17.5,
  maximum: 20,
  comment: 'Je blijft rustig.',
  releasedAt: WHEN,
  gradebook: 'in-gradebook',
  steps: {
    reageren: {
      points: 3.5,
      maximum: 4,
      criteria: [
        { title: text('Luisteren'), level: text('Vaak'), points: 3.5, maximum: 4, remark: 'Let op het woord maar.' },
      ],
    },
  },
};

/** An attempt, open unless told otherwise. */
export function attemptView(change: Partial<AttemptView> = {}): AttemptView {
  return {
    id: '6f1c3c4e-0000-4000-8000-000000000001',
    number: 1,
    state: 'open',
    settings,
    scenario,
    answers: {},
    locked: [],
    feedback: {},
    startedAt: WHEN,
    savedAt: null,
    handedInAt: null,
    mark: null,
    ...change,
  };
}

/** One line about an earlier attempt. */
export function attemptSummary(change: Partial<AttemptSummary> = {}): AttemptSummary {
  const { id, number } = attemptView();
  return {
    id,
    number,
    state: 'released',
    startedAt: WHEN,
    handedInAt: WHEN,
    points: 14,
    maximum: 20,
    counts: true,
    ...change,
  };
}

/** The assignment as a student opens it for the first time. */
export function assignmentView(change: Partial<AssignmentView> = {}): AssignmentView {
  const { id, title, summary, minutes, goals } = scenario;
  const module = { id: scenario.module, title: text('Omgaan met weerstand') };
  const short = steps.map((step) => ({ kind: step.kind, title: step.title, maximum: step.maximum }));
  return {
    role: 'student',
    scenario: { id, module, title, summary, minutes, goals, maximum: 20, concepts: [], steps: short },
    settings,
    attempts: [],
    attemptsLeft: 2,
    gradebook: 'connected',
    ...change,
  };
}
