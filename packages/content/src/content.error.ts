import type { ScenarioFault } from '@mgv/core';

/** One thing wrong inside a content file. */
export interface FileFault {
  /** Where it is: as in a `ScenarioFault`, `line N` for broken YAML, or `(file)`. */
  path: string;
  code:
    | ScenarioFault['code']
    | 'missing'
    | 'too-big'
    | 'not-text'
    | 'yaml'
    | 'file-name'
    | 'unknown-module'
    | 'unknown-scenario';
  message: string;
}

/** A fault with the file it is in, relative to the content folder, with forward slashes. */
export interface ContentFault extends FileFault {
  file: string;
}

/** The content folder cannot be used; `faults` holds everything that is wrong with it, and is never empty. */
export class ContentError extends Error {
  readonly code = 'BAD_CONTENT';
  readonly faults: readonly ContentFault[];

  constructor(faults: readonly ContentFault[]) {
    const lines = faults.map(({ file, path, code, message }) => `${file}: ${path}: ${message} (${code})`);
    super(['the content has faults', ...lines].join('\n'));
    this.name = 'ContentError';
    this.faults = faults;
  }
}
