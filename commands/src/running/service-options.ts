import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type ServiceName = 'lti' | 'grading' | 'demo-lms';

/** How a service is run: its program, Node's options, and its environment. */
export interface ServiceOptions {
  main: string;
  execArgv: string[];
  env: NodeJS.ProcessEnv;
}

/** The variable that puts a service on PostgreSQL. */
const DATABASE: Record<ServiceName, string | null> = {
  lti: 'DATABASE_URL_LTI',
  grading: 'DATABASE_URL_GRADING',
  'demo-lms': null,
};

/**
 * Options under which a service keeps small: a heap limit far above what it needs (the embedded database needs more),
 * little room for young objects, and compiled code kept in the data folder, so that a second start is quick.
 *
 * @param environment - With `DATA_DIR`.
 */
export function serviceOptions(name: ServiceName, environment: NodeJS.ProcessEnv): ServiceOptions {
  const database = DATABASE[name];
  const embedded = database !== null && (environment[database] ?? '') === '';
  const [heap, young] = embedded ? [256, 8] : [160, 4];
  return {
    main: fileURLToPath(new URL(`../../../apps/${name}/src/main.ts`, import.meta.url)),
    execArgv: [`--max-old-space-size=${String(heap)}`, `--max-semi-space-size=${String(young)}`],
    env: { NODE_COMPILE_CACHE: join(environment['DATA_DIR'] ?? './data', 'compile-cache'), ...environment },
  };
}
