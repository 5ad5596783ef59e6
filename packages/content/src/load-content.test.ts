import { describe, expect, it } from 'vitest';
import { ContentError, type ContentFault } from './content.error.ts';
import { loadContent } from './load-content.ts';
import { loadCurriculum } from './load-curriculum.ts';
import { SMALL_CONTENT, SMALL_CURRICULUM, smallModule, smallScenario, writeFolder } from './small-content.ts';

/** The faults of the small content with `changes`, an empty text meaning that the file is not there. */
function faultsOf(changes: Record<string, string>): readonly ContentFault[] {
  const files = Object.entries({ ...SMALL_CONTENT, ...changes }).filter(([, text]) => text !== '');
  try {
    loadContent(writeFolder(Object.fromEntries(files)));
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
  return [];
}

it('gives curriculum, modules and scenarios in teaching order', () => {
  const content = loadContent(
    writeFolder({ ...SMALL_CONTENT, 'modules/omgaan/module.yaml': smallModule('omgaan', ['twee', 'een']) }),
  );
  expect([...content.scenarios.keys()]).toEqual(['twee', 'een']);
  expect(content.modules.map(({ id }) => id)).toEqual(['omgaan']);
  expect(content.curriculum.modules).toHaveLength(2);
});

const een = 'modules/omgaan/een.yaml';
const list = 'modules/omgaan/module.yaml';

describe('reports with file and path', () => {
  it.each([
    { name: 'broken YAML', changes: { [een]: 'id: "een' }, fault: { file: een, path: 'line 1', code: 'yaml' } },
    {
      name: 'an unknown concept',
      changes: { [een]: smallScenario('een').replace('[weerstand]', '[x]') },
      fault: { file: een, path: 'steps[0].concepts[0]', code: 'unknown-concept' },
    },
    {
      name: 'a scenario that no module lists',
      changes: { [list]: smallModule('omgaan', ['twee']) },
      fault: { file: een, path: '(file)', code: 'unreachable' },
    },
    {
      name: 'a scenario that is not there',
      changes: { [list]: smallModule('omgaan', ['een', 'twee', 'drie']) },
      fault: { file: list, path: 'scenarios[2]', code: 'unknown-scenario' },
    },
    {
      name: 'a scenario listed twice',
      changes: { [list]: smallModule('omgaan', ['een', 'twee', 'een']) },
      fault: { file: list, path: 'scenarios[2]', code: 'duplicate-id' },
    },
    {
      name: 'an id that is not the file name',
      changes: { [een]: smallScenario('anders') },
      fault: { file: een, path: 'id', code: 'file-name' },
    },
    {
      name: 'a scenario of another module',
      changes: { [een]: smallScenario('een', 'klas') },
      fault: { file: een, path: 'module', code: 'unknown-module' },
    },
    {
      name: 'a file that ends in .yml',
      changes: { 'modules/omgaan/drie.yml': smallScenario('drie') },
      fault: { file: 'modules/omgaan/drie.yml', path: '(file)', code: 'file-name' },
    },
    {
      name: 'a module folder without module.yaml',
      changes: { [list]: '' },
      fault: { file: list, path: '(file)', code: 'missing' },
    },
    {
      name: 'a module id that is not the folder name',
      changes: { [list]: smallModule('klas', ['een', 'twee']) },
      fault: { file: list, path: 'id', code: 'file-name' },
    },
    {
      name: 'a concept that stands twice',
      changes: { 'curriculum.yaml': SMALL_CURRICULUM.replace('id: stilte', 'id: weerstand') },
      fault: { file: 'curriculum.yaml', path: 'modules[1].concepts[0].id', code: 'duplicate-id' },
    },
    {
      name: 'a missing curriculum',
      changes: { 'curriculum.yaml': '' },
      fault: { file: 'curriculum.yaml', path: '(file)', code: 'missing' },
    },
  ])('$name', ({ changes, fault }) => {
    const faults = faultsOf(changes);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject(fault);
  });
});

it('reports the same scenario id in two modules', () => {
  const faults = faultsOf({
    'modules/klas/module.yaml': smallModule('klas', ['een']),
    'modules/klas/een.yaml': smallScenario('een', 'klas'),
  });
  expect(faults).toMatchObject([{ path: 'id', code: 'duplicate-id' }]);
});

it('reports a module that the curriculum does not have', () => {
  const faults = faultsOf({
    'modules/extra/module.yaml': smallModule('extra', ['vier']),
    'modules/extra/vier.yaml': smallScenario('vier', 'extra'),
  });
  expect(faults).toMatchObject([{ file: 'modules/extra/module.yaml', path: 'id', code: 'unknown-module' }]);
});

it('reports a folder without modules', () => {
  expect(() => loadContent(writeFolder({ 'curriculum.yaml': SMALL_CURRICULUM }))).toThrow(
    'there is no folder with modules',
  );
});

it('reports the faults of all files in one error', () => {
  const faults = faultsOf({ [een]: 'id: "een', 'modules/omgaan/twee.yaml': smallScenario('anders') });
  expect(faults.map(({ code }) => code)).toEqual(['yaml', 'file-name']);
});

it('loads the curriculum alone, or says what is wrong with it', () => {
  expect(loadCurriculum(writeFolder(SMALL_CONTENT)).modules).toHaveLength(2);
  expect(() => loadCurriculum(writeFolder({}))).toThrow(ContentError);
});
