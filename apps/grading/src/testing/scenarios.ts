import type { Answer, Scenario } from '@mgv/core';
import type { ScenarioSource } from '../assignments/scenario-source.ts';

const t = (nl: string) => ({ nl });
const step = (id: string) => ({ id, title: t(`Stap ${id}`), concepts: ['weerstand'] });
const rubric = (id: string) => [
  {
    id,
    title: t(`Onderdeel ${id}`),
    levels: [
      { points: 0, text: t(`KEY laag ${id}`) },
      { points: 4, text: t(`KEY hoog ${id}`) },
    ],
  },
];

const pick: Scenario['steps'][number] = {
  kind: 'choice',
  ...step('kies'),
  question: t('Wat doe je?'),
  pick: 'one',
  options: [
    { id: 'duwen', text: t('Duwen'), right: false, feedback: t('KEY duwen') },
    { id: 'luisteren', text: t('Luisteren'), right: true, feedback: t('KEY luisteren') },
  ],
  points: 2,
};

/** One step of every kind, and an explanation for who picked wrong. Gives 10 points at most. */
export const MIXED: Scenario = {
  id: 'gemengd',
  module: 'proef',
  title: t('Gemengd'),
  summary: t('Van alles wat.'),
  minutes: 5,
  goals: [t('Je kunt alles.')],
  steps: [
    { kind: 'explanation', ...step('uitleg'), body: t('Lees dit.') },
    pick,
    {
      kind: 'explanation',
      ...step('na-duwen'),
      body: t('KEY na duwen'),
      onlyAfter: { step: 'kies', options: ['duwen'] },
    },
    {
      kind: 'classify',
      ...step('orden'),
      question: t('Waar hoort het?'),
      labels: [
        { id: 'ja', text: t('Ja') },
        { id: 'nee', text: t('Nee') },
      ],
      items: [
        { id: 'een', text: t('Een'), label: 'ja', feedback: t('KEY een') },
        { id: 'twee', text: t('Twee'), label: 'nee', feedback: t('KEY twee') },
      ],
      points: 0.5,
    },
    {
      kind: 'respond',
      ...step('reageer'),
      dialogue: [{ who: 'client', name: 'Sam', text: t('Nee.') }],
      question: t('Wat zeg je?'),
      rubric: rubric('toon'),
      examples: [t('KEY voorbeeld')],
      feedback: t('KEY waarom'),
    },
    {
      kind: 'reflect',
      ...step('schrijf'),
      question: t('Wat leerde je?'),
      rubric: rubric('diepte'),
      feedback: t('KEY terug'),
    },
  ],
};

/** One choice of 2 points: nothing for a trainer to judge. */
export const AUTOMATIC: Scenario = { ...MIXED, id: 'automatisch', title: t('Automatisch'), steps: [pick] };

/** Right answers to all of MIXED; the texts still have to be judged. */
export const ANSWERS: Record<string, Answer> = {
  kies: { kind: 'choice', picked: ['luisteren'] },
  orden: { kind: 'classify', placed: { een: 'ja', twee: 'nee' } },
  reageer: { kind: 'respond', text: 'Je wilt nu niet.' },
  schrijf: { kind: 'reflect', text: 'Ik luister eerst.' },
};

/** Content for tests: MIXED and AUTOMATIC. */
export const TEST_SOURCE: ScenarioSource = {
  curriculum: {
    modules: [
      {
        id: 'proef',
        name: t('Proef'),
        concepts: [{ id: 'weerstand', name: t('Weerstand'), explanation: t('Verzet tegen druk.') }],
      },
    ],
  },
  modules: [{ id: 'proef', title: t('Proef'), summary: t('Om te proberen.'), scenarios: ['gemengd', 'automatisch'] }],
  scenarios: new Map([MIXED, AUTOMATIC].map((scenario) => [scenario.id, { scenario, version: `v1-${scenario.id}` }])),
};
