import { type Document, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml';
import type { FileFault } from './content.error.ts';
import { failed, MAX_FILE_BYTES, type Read } from './read-text.ts';

/** How often anchors may be used again; stops a small file from unfolding into a huge one. */
const MAX_ALIASES = 100;

/** Most lexical tokens in a file: a scenario of 16 steps has some 8,000. Keeps the parser's time under a second. */
const MAX_TOKENS = 200_000;

/** Most faults reported for one file; after these, mend and check again. */
const MAX_FAULTS = 100;

function hasTooManyTokens(text: string): boolean {
  const tokens = new Lexer().lex(text);
  for (let count = 0; count <= MAX_TOKENS; count += 1) if (tokens.next().done) return false;
  return true;
}

/** The check inside the parser compares every key with every other, which is slow on purpose-made files. */
function duplicateKeys(document: Document, lineOf: (offset: number) => string): FileFault[] {
  const faults: FileFault[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          const path = lineOf(key.range?.[0] ?? 0);
          faults.push({ path, code: 'yaml', message: `the key "${String(key.value)}" stands here twice` });
        }
        seen.add(key.value);
      }
    },
  });
  return faults;
}

/**
 * Parses one YAML document as plain data. Syntax errors, unknown tags, duplicate keys, several documents, and too many
 * aliases are faults with the code `yaml` and the path `line N`.
 */
export function parseYaml(text: string): Read<unknown> {
  if (text.length > MAX_FILE_BYTES) {
    return failed('too-big', `the text is longer than ${String(MAX_FILE_BYTES)} characters`);
  }
  if (hasTooManyTokens(text)) return failed('too-big', 'the text has more parts than a person can have written');
  const lineCounter = new LineCounter();
  const lineOf = (offset: number): string => `line ${String(Math.max(1, lineCounter.linePos(offset).line))}`;
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
    const faults = [...document.errors, ...document.warnings]
      .map(({ pos, message }): FileFault => ({ path: lineOf(pos[0]), code: 'yaml', message }))
      .concat(duplicateKeys(document, lineOf));
    if (faults.length > 0) return { ok: false, faults: faults.slice(0, MAX_FAULTS) };
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return { ok: true, value };
  } catch (error) {
    // Too deep nesting, an alias without an anchor, too many aliases: the parser throws, without a place.
    return failed('yaml', error instanceof Error ? error.message : 'this is not YAML', 'line 1');
  }
}
