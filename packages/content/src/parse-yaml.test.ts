import { expect, it } from 'vitest';
import { parseYaml } from './parse-yaml.ts';

it.each([
  { name: 'reads a folded text as one line', text: 'a: >-\n  een\n  twee', value: { a: 'een twee' } },
  { name: 'keeps yes a text, as YAML 1.2 does', text: 'a: yes', value: { a: 'yes' } },
  { name: 'follows an alias', text: 'a: &x [1]\nb: *x', value: { a: [1], b: [1] } },
  { name: 'reads an empty file as nothing', text: '', value: null },
])('$name', ({ text, value }) => {
  expect(parseYaml(text)).toEqual({ ok: true, value });
});

it.each([
  { name: 'an open quote', text: 'a: 1\nb: "twee', line: 'line 2' },
  { name: 'a colon in a plain text', text: 'a: 1\nb: 2\nc: nee: dat niet', line: 'line 3' },
  { name: 'a key twice', text: 'a: 1\nb: 2\na: 3', line: 'line 3' },
  { name: 'a key twice, deep inside', text: 'a:\n  - b: 1\n    b: 2', line: 'line 3' },
  { name: 'a tab as indent', text: 'a:\n\tb: 1', line: 'line 2' },
  { name: 'a second document', text: 'a: 1\n---\nb: 2', line: 'line 2' },
  { name: 'an unknown tag', text: 'a: 1\nb: !kleur rood', line: 'line 2' },
  { name: 'an alias without an anchor', text: 'a: *x', line: 'line 1' },
])('reports $name with its line', ({ text, line }) => {
  expect(parseYaml(text)).toMatchObject({ ok: false, faults: [{ path: line, code: 'yaml' }] });
});

/** Each line holds the line before it twice. */
function unfolding(lines: number): string {
  const line = (n: number): string => `a${String(n)}: &a${String(n)} [*a${String(n - 1)}, *a${String(n - 1)}]`;
  return ['a0: &a0 [x]', ...Array.from({ length: lines }, (_, n) => line(n + 1))].join('\n');
}

it.each([
  { name: 'aliases that unfold', text: unfolding(30), code: 'yaml' },
  { name: 'nesting without end', text: '['.repeat(1_000_000), code: 'too-big' },
  { name: 'deep nesting', text: '- '.repeat(90_000), code: 'yaml' },
  { name: 'a text that is too long', text: 'a'.repeat(2_000_001), code: 'too-big' },
])('refuses $name within seconds', ({ text, code }) => {
  const read = parseYaml(text);
  // How many faults deep nesting gives depends on the stack of the machine.
  expect(read.ok ? [] : [...new Set(read.faults.map((fault) => fault.code))]).toEqual([code]);
});

it('reports every fault at once, up to a hundred', () => {
  const read = parseYaml('a: 1\n'.repeat(500));
  expect(read.ok ? [] : read.faults).toHaveLength(100);
});
