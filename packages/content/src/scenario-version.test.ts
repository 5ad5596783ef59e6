import { expect, it } from 'vitest';
import { parseScenarioText } from './parse-scenario.ts';
import { canonicalJson } from './scenario-version.ts';
import { smallScenario } from './small-content.ts';

function versionOf(text: string): string | undefined {
  const parsed = parseScenarioText(text, new Set(['weerstand']));
  return parsed.ok ? parsed.version : undefined;
}

it('sorts keys at every depth and leaves the order of lists', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 'x' }, 2], a: undefined })).toBe('{"b":[{"c":"x","d":1},2]}');
});

const text = smallScenario('een');

it.each([
  { name: 'a comment', other: `# opmerking\n${text}` },
  { name: 'the order of fields', other: text.replace('id: een\nmodule: omgaan', 'module: omgaan\nid: een') },
])('keeps the version when $name changes', ({ other }) => {
  expect(versionOf(other)).toBe(versionOf(text));
});

it.each([
  { name: 'a word', other: text.replace('Want', 'Want dus') },
  { name: 'the points', other: text.replace('points: 1', 'points: 2') },
])('changes the version when $name changes', ({ other }) => {
  expect(versionOf(other)).toBeDefined();
  expect(versionOf(other)).not.toBe(versionOf(text));
});
