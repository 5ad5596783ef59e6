/**
 * Takes out of every string of a JSON value what PostgreSQL cannot store: NUL characters and halves of surrogate pairs.
 * Use as the reviver of `JSON.parse`.
 */
export function cleanText(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;
}
