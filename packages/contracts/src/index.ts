export * from './actor.ts';
export * from './assignment.ts';
export * from './attempt.ts';
export * from './default-settings.ts';
export * from './internal.ts';
export * from './mark.ts';
export * from './page.ts';
export * from './problem.ts';
