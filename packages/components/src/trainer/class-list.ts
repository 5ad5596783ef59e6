import type { Roster, RosterMember, SubmissionList, SubmissionRow } from '@mgv/contracts';

/** One row of the trainer's list: who opened the assignment, or is in the course and did not. */
export interface ClassRow extends Omit<SubmissionRow, 'state' | 'ordinal'> {
  state: SubmissionRow['state'] | 'not-started';
  /** `null` for who has not opened the assignment: numbers go by opening. */
  ordinal: number | null;
  /** As the roster has it; who is not in it counts as here. */
  presence: 'here' | 'inactive' | 'left';
}

const PRESENCE = { active: 'here', inactive: 'inactive', left: 'left' } as const;

function notStarted({ personId, name, status }: RosterMember): ClassRow {
  return {
    personId,
    name,
    ordinal: null,
    presence: PRESENCE[status],
    test: false,
    state: 'not-started',
    attempts: 0,
    attemptId: null,
    attemptNumber: null,
    handedInAt: null,
    points: null,
    maximum: 0,
    passback: null,
  };
}

const collator = new Intl.Collator('nl', { numeric: true });

/** By name; those without one last. */
function byName(one: ClassRow, other: ClassRow): number {
  if (one.name === null || other.name === null) return Number(one.name === null) - Number(other.name === null);
  return collator.compare(one.name, other.name);
}

/**
 * The list with the roster: names that only the roster has, who is away, and at the end the students who have not opened
 * the assignment. Without a roster it is the list as it was.
 */
export function classList({ rows, staff }: SubmissionList, roster: Roster | null): ClassRow[] {
  const members = new Map(roster?.members.map((member) => [member.personId, member]));
  const opened = rows.map((row): ClassRow => {
    const member = members.get(row.personId);
    return { ...row, name: row.name ?? member?.name ?? null, presence: member ? PRESENCE[member.status] : 'here' };
  });
  const known = new Set([...staff, ...rows.map(({ personId }) => personId)]);
  const others = [...members.values()].filter(
    ({ personId, role, status }) => role === 'student' && status !== 'left' && !known.has(personId),
  );
  return [...opened, ...others.map(notStarted).sort(byName)];
}
