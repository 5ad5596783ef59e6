import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseScenarioFile, parseScenarioText } from './parse-scenario.ts';
import { smallScenario, writeFolder } from './small-content.ts';

const CONCEPTS = new Set(['weerstand']);

it('gives the scenario with its version', () => {
  const parsed = parseScenarioText(smallScenario('een'), CONCEPTS);
  expect(parsed).toMatchObject({ ok: true, scenario: { id: 'een' } });
  expect(parsed.ok ? parsed.version : '').toMatch(/^[0-9a-f]{64}$/);
});

it('reads a file with a byte order mark and Windows line ends', () => {
  const folder = writeFolder({ 'een.yaml': `\uFEFF${smallScenario('een').replaceAll('\n', '\r\n')}` });
  expect(parseScenarioFile(join(folder, 'een.yaml'), CONCEPTS)).toMatchObject({ ok: true });
});

it.each([
  { name: 'a file that is not there', file: 'weg.yaml', code: 'missing' },
  { name: 'a folder', file: '.', code: 'missing' },
  { name: 'a binary file', file: 'binair.yaml', code: 'not-text' },
  { name: 'a file that is not UTF-8', file: 'latin.yaml', code: 'not-text' },
  { name: 'a file that is too big', file: 'groot.yaml', code: 'too-big' },
])('reports $name as a fault of the file', ({ file, code }) => {
  const folder = writeFolder({
    'binair.yaml': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]),
    'latin.yaml': new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0xe9]),
    'groot.yaml': '#'.repeat(2_000_001),
  });
  expect(parseScenarioFile(join(folder, file), CONCEPTS)).toMatchObject({
    ok: false,
    faults: [{ path: '(file)', code }],
  });
});

it.each([
  { name: 'broken YAML', from: 'minutes: 5', to: 'minutes: [5', code: 'yaml', path: 'line 6' },
  {
    name: 'a field that does not exist',
    from: 'minutes: 5',
    to: 'minutes: 5\nkleur: rood',
    code: 'schema',
    path: '(file)',
  },
  { name: 'a wrong type', from: 'right: true', to: 'right: ja', code: 'schema', path: 'steps[0].options[0].right' },
  {
    name: 'an unknown concept',
    from: '[weerstand]',
    to: '[onbekend]',
    code: 'unknown-concept',
    path: 'steps[0].concepts[0]',
  },
  { name: 'an option id twice', from: 'id: nee', to: 'id: ja', code: 'duplicate-id', path: 'steps[0].options[1].id' },
  {
    name: 'no right answer',
    from: 'right: true',
    to: 'right: false',
    code: 'no-right-answer',
    path: 'steps[0].options',
  },
])('reports $name with its path', ({ from, to, code, path }) => {
  const text = smallScenario('een').replace(from, to);
  expect(parseScenarioText(text, CONCEPTS)).toMatchObject({ ok: false, faults: [{ code, path }] });
});
