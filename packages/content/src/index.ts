export * from './content.error.ts';
export * from './coverage.ts';
export { conceptIds, CONTENT_FOLDER, loadCurriculum } from './load-curriculum.ts';
export * from './load-content.ts';
export * from './parse-scenario.ts';
export { scenarioVersion } from './scenario-version.ts';
