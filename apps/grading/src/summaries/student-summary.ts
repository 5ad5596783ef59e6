import type { Actor, StudentSummary, SummaryList } from '@mgv/contracts';
import { type Assignment, selectOptionalAssignment } from '../assignments/assignments.repository.ts';
import { type Deps, keyOf, settingsFor } from '../assignments/open-assignment.ts';
import { type Participant, selectParticipantsByLmsId } from '../assignments/participants.repository.ts';
import { attemptSummaries } from '../attempts/attempt-summaries.ts';
import { attemptView } from '../attempts/attempt-view.ts';
import { selectAttempts } from '../attempts/attempts.repository.ts';

const NOT_STARTED: StudentSummary = { name: null, attempts: [], mark: null, steps: [] };

async function summary(deps: Deps, assignment: Assignment, participant: Participant): Promise<StudentSummary> {
  const attempts = await attemptSummaries(deps, assignment, participant);
  const newest = attempts.findLast(({ state }) => state === 'released');
  const attempt = (await selectAttempts(deps.db, participant)).find(({ id }) => id === newest?.id);
  // By way of the student's own view, so that an observer never sees more.
  const view = attempt ? await attemptView(deps, deps.db, assignment, attempt) : null;
  const steps = view?.scenario.steps.filter(({ id }) => view.mark?.steps[id]) ?? [];
  return {
    name: participant.name,
    attempts,
    mark: view?.mark ?? null,
    steps: steps.map(({ id, title }) => ({ id, title })),
  };
}

/** What an observer sees: how far their own students are. Opening it changes nothing. */
export async function summaryList(deps: Deps, actor: Actor): Promise<SummaryList> {
  const assignment = await selectOptionalAssignment(deps.db, keyOf(actor));
  const title = assignment?.settings.title ?? settingsFor(actor.link, null).title;
  if (!assignment) return { title, students: actor.mentees.map(() => NOT_STARTED) };
  const participants = await selectParticipantsByLmsId(deps.db, assignment, actor.mentees);
  const byId = new Map(participants.map((participant) => [participant.lmsUserId, participant]));
  const students: StudentSummary[] = [];
  for (const mentee of actor.mentees) {
    const participant = byId.get(mentee);
    students.push(participant ? await summary(deps, assignment, participant) : NOT_STARTED);
  }
  return { title, students };
}
