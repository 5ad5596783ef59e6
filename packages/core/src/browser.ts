/** What pages need of this package: pure functions, without zod, so that the bundles stay small. */
export { isAnswered, isComplete } from './scenario/answered.ts';
export { LANGUAGES, localise, type Language } from './scenario/language.ts';
export { MAX_TEXT } from './scenario/max-text.ts';
export { visibleSteps } from './scenario/visible-steps.ts';
export { formatPoints } from './scoring/ags-score.ts';
export { maximumOfRubric, maximumOfScenario, maximumOfStep } from './scoring/maximum.ts';
export { scoreRubric } from './scoring/score-rubric.ts';
