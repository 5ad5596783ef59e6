import type { Actor } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import { hasAttempts } from '../attempts/attempts.repository.ts';
import { type Assignment, lockAssignment, selectPossibleOrigins, updateAssignment } from './assignments.repository.ts';
import { chooseOriginal } from './choose-original.ts';
import { selectParticipants } from './participants.repository.ts';

interface Needs {
  db: Db;
  now: () => Date;
  /** Called in the transaction for every student whose counting mark may have changed. */
  publishMark: (tx: Db, participant: { tenantId: string; id: string }) => Promise<void>;
}

interface Found {
  original: Assignment;
  /** Whether link or item say so, and not the course alone. */
  sure: boolean;
}

const hasHistory = ({ history }: Actor): boolean => history.courseIds.length > 0 || history.linkIds.length > 0;

/** @param before - Only assignments that were there by then; `null` for all. */
async function find(db: Db, actor: Actor, before: Date | null): Promise<Found | null> {
  const { tenantId, courseId, link, history } = actor;
  // A platform may keep the ids of links when it copies a course.
  const linkIds = [...history.linkIds, ...(history.courseIds.length > 0 ? [link.id] : [])];
  const { id: linkId, itemId, scenarioId } = link;
  const places = { tenantId, courseId, linkId, itemId, scenarioId, courseIds: history.courseIds, linkIds };
  const possible = (await selectPossibleOrigins(db, places))
    .filter(({ createdAt }) => before === null || createdAt < before)
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  const found = chooseOriginal({ courseId, linkId, itemId, history }, possible);
  // Without a scenario of its own only a sure copy can be known.
  return found && (found.sure || scenarioId !== null) ? found : null;
}

/** The assignment that the actor's link was copied from; `null` when it is no copy, or the original was never opened. */
export async function findOriginal(db: Db, actor: Actor): Promise<Assignment | null> {
  if (!hasHistory(actor) && actor.link.itemId === null) return null;
  return (await find(db, actor, null))?.original ?? null;
}

/** What a copy takes from its original: the settings. Work, marks and line item stay behind. */
export function copyOf({ id, settings }: Assignment): Pick<Assignment, 'settings' | 'settingsFrom' | 'copiedFrom'> {
  return { settings, settingsFrom: 'copy', copiedFrom: id };
}

/**
 * Takes over the original's settings where the platform told of the copy after it was opened, so that the order makes
 * no difference. Settings that a trainer chose here stay; so does an assignment that students have begun, unless link or
 * item say for sure whose copy it is.
 */
export async function withOriginsSettings(deps: Needs, actor: Actor, assignment: Assignment): Promise<Assignment> {
  if (assignment.settingsFrom !== 'link' || !hasHistory(actor)) return assignment;
  const { scenarioId } = assignment;
  const as = { ...actor, link: { ...actor.link, scenarioId } };
  const found = await find(deps.db, as, assignment.createdAt);
  if (!found) return assignment;
  return deps.db.transaction(async (tx) => {
    const before = await lockAssignment(tx, assignment);
    if (before.settingsFrom !== 'link' || before.scenarioId !== scenarioId) return before;
    if (!found.sure && (await hasAttempts(tx, before))) return before;
    const changed = await updateAssignment(tx, before, { ...copyOf(found.original), updatedAt: deps.now() });
    if (before.settings.counts !== changed.settings.counts) {
      for (const participant of await selectParticipants(tx, changed)) await deps.publishMark(tx, participant);
    }
    return changed;
  });
}
