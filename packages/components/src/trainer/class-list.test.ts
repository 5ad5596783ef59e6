import type { RosterMember } from '@mgv/contracts';
import { expect, it } from 'vitest';
import { classList } from './class-list.ts';
import { idOf, listOf, memberOf, rosterOf, rowOf } from './trainer.fixture.ts';

const list = listOf([rowOf(1, { name: 'Noor' }), rowOf(2, { name: null }), rowOf(3, { name: 'Bo' })]);
const shown = (members: RosterMember[], staff: string[] = []) =>
  classList({ ...list, staff }, rosterOf(members)).map(
    ({ name, state, presence }) => `${name ?? '-'} ${state} ${presence}`,
  );
const opened = ['Noor to-grade here', '- to-grade here', 'Bo to-grade here'];

it.each<{ name: string; members: RosterMember[]; staff?: string[]; rows: string[] }>([
  { name: 'is the list as it was for an empty roster', members: [], rows: opened },
  {
    name: 'adds who has not started at the end, by name, without a name last',
    members: [memberOf(12, { name: null }), memberOf(11, { name: 'Zoë' }), memberOf(10, { name: 'Ali' })],
    rows: [...opened, 'Ali not-started here', 'Zoë not-started here', '- not-started here'],
  },
  {
    name: 'lti-156 shows who has no access, or has left',
    members: [
      memberOf(501, { status: 'inactive' }),
      memberOf(503, { status: 'left' }),
      memberOf(10, { status: 'inactive' }),
    ],
    rows: ['Noor to-grade inactive', '- to-grade here', 'Bo to-grade left', 'Naam 10 not-started inactive'],
  },
  {
    name: 'lti-155 leaves out who left without having started',
    members: [memberOf(10, { status: 'left' })],
    rows: opened,
  },
  {
    name: 'lti-157 takes a name from the roster where a launch gave none, and keeps the launch’s',
    members: [memberOf(502, { name: 'Ali' }), memberOf(503, { name: 'B. Smit' })],
    rows: ['Noor to-grade here', 'Ali to-grade here', 'Bo to-grade here'],
  },
  {
    name: 'leaves out everybody but students',
    members: (['trainer', 'assistant', 'observer', 'admin', 'none'] as const).map((role, n) =>
      memberOf(10 + n, { role }),
    ),
    rows: opened,
  },
  {
    name: 'leaves out a teacher whom the platform calls a learner',
    members: [memberOf(10), memberOf(11)],
    staff: [idOf(10)],
    rows: [...opened, 'Naam 11 not-started here'],
  },
])('$name', ({ members, staff, rows }) => {
  expect(shown(members, staff)).toEqual(rows);
});

it('lti-152 is the list as it was without a roster', () => {
  expect(classList(list, null)).toEqual(list.rows.map((row) => ({ ...row, presence: 'here' })));
});
