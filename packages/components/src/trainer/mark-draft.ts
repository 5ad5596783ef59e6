import type { GradingView, MarkVersion, SaveMark, StepJudgement } from '@mgv/contracts';
import type { LocalisedText, Rubric, Scenario } from '@mgv/core';
import { maximumOfRubric, scoreRubric } from '@mgv/core/browser';

type Step = Scenario['steps'][number];

/** A step whose text a trainer judges by a rubric. */
export type TextStep = Extract<Step, { kind: 'respond' | 'reflect' }>;

/** What a trainer has filled in for one attempt; immutable, so that a changed draft is another object. */
export interface MarkDraft {
  judgements: Record<string, StepJudgement>;
  comment: string;
  reason: string;
}

/** Points as far as they are known, and what is left to judge. */
export interface DraftScore {
  points: number;
  maximum: number;
  /** Criteria without a level, in the order of the page. */
  open: { stepId: string; criterionId: string }[];
}

/** Whether a step is judged by a rubric. */
export function isTextStep(step: Step): step is TextStep {
  return step.kind === 'respond' || step.kind === 'reflect';
}

/** The student's text at a step; '' when there is none. */
export function textAt({ answers }: Pick<GradingView, 'answers'>, stepId: string): string {
  const answer = answers[stepId];
  return answer?.kind === 'respond' || answer?.kind === 'reflect' ? answer.text : '';
}

/** Steps that ask for a level: a text step without text counts 0 by itself. */
export function stepsToJudge(view: Pick<GradingView, 'scenario' | 'answers'>): TextStep[] {
  return view.scenario.steps.filter(isTextStep).filter(({ id }) => textAt(view, id).trim() !== '');
}

/** The version that counts now, or `null` when nobody has marked this attempt. */
export function currentVersion({ versions }: Pick<GradingView, 'versions'>): MarkVersion | null {
  return versions.at(-1) ?? null;
}

/** A draft that says what `version` says; empty without one. The reason is always asked anew. */
export function draftOf(version: MarkVersion | null): MarkDraft {
  return { judgements: structuredClone(version?.judgements ?? {}), comment: version?.comment ?? '', reason: '' };
}

function withJudgement(draft: MarkDraft, stepId: string, change: (old: StepJudgement) => StepJudgement): MarkDraft {
  const old = draft.judgements[stepId] ?? { levels: {}, remarks: {} };
  return { ...draft, judgements: { ...draft.judgements, [stepId]: change(old) } };
}

/** A criterion of one step. */
export interface CriterionPlace {
  stepId: string;
  criterionId: string;
}

/** The draft with level `index` (0 is the first) at a criterion. */
export function withLevel(draft: MarkDraft, { stepId, criterionId }: CriterionPlace, index: number): MarkDraft {
  return withJudgement(draft, stepId, (old) => ({ ...old, levels: { ...old.levels, [criterionId]: index } }));
}

/** The draft with a remark at a criterion; an empty one is taken out. */
export function withRemark(draft: MarkDraft, { stepId, criterionId }: CriterionPlace, remark: string): MarkDraft {
  return withJudgement(draft, stepId, (old) => {
    const others = Object.entries(old.remarks).filter(([id]) => id !== criterionId);
    return { ...old, remarks: Object.fromEntries(remark === '' ? others : [...others, [criterionId, remark]]) };
  });
}

/** Points of a text by the draft; `null` while a criterion has no level. */
export function pointsOfText(rubric: Rubric, judgement: StepJudgement | undefined): number | null {
  return scoreRubric(rubric, judgement?.levels ?? {});
}

function chosenSoFar(rubric: Rubric, judgement: StepJudgement | undefined): number {
  return rubric.reduce((sum, { id, levels }) => sum + (levels[judgement?.levels[id] ?? -1]?.points ?? 0), 0);
}

/** Adds up: automatic points as the server gave them, texts by the draft. */
export function scoreDraft(view: GradingView, draft: MarkDraft): DraftScore {
  const score: DraftScore = { points: 0, maximum: 0, open: [] };
  const judged = new Set(stepsToJudge(view).map(({ id }) => id));
  for (const step of view.scenario.steps) {
    if (step.kind === 'explanation') continue;
    score.maximum += isTextStep(step) ? maximumOfRubric(step.rubric) : step.points;
    if (isTextStep(step) && judged.has(step.id)) {
      const judgement = draft.judgements[step.id];
      score.points += chosenSoFar(step.rubric, judgement);
      const open = step.rubric.filter(({ id }) => judgement?.levels[id] === undefined);
      score.open.push(...open.map(({ id }) => ({ stepId: step.id, criterionId: id })));
    } else if (!isTextStep(step)) {
      score.points += view.points[step.id] ?? 0;
    }
  }
  return score;
}

function sorted(record: Record<string, unknown>): [string, unknown][] {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
}

function meaning({ judgements, comment }: Pick<MarkDraft, 'judgements' | 'comment'>): string {
  const steps = sorted(judgements).flatMap(([id, judgement]) => {
    const { levels, remarks } = judgement as StepJudgement;
    const said = [sorted(levels), sorted(remarks)];
    return said.some(({ length }) => length > 0) ? [[id, said]] : [];
  });
  return JSON.stringify([steps, comment]);
}

/** Whether two marks say the same, whatever the order of their keys. */
export function sameMark(
  one: Pick<MarkDraft, 'judgements' | 'comment'>,
  other: Pick<MarkDraft, 'judgements' | 'comment'>,
): boolean {
  return meaning(one) === meaning(other);
}

/** Whether the draft holds something that `version` does not. */
export function isChanged(draft: MarkDraft, version: MarkVersion | null): boolean {
  return !sameMark(draft, draftOf(version));
}

/** The request that saves a draft on top of what the trainer has seen. */
export function toSaveMark(view: GradingView, draft: MarkDraft): SaveMark {
  return {
    basedOn: currentVersion(view)?.version ?? 0,
    newestAttempt: Math.max(view.attemptNumber, ...view.attempts.map(({ number }) => number)),
    judgements: draft.judgements,
    comment: draft.comment,
    reason: draft.reason.trim(),
  };
}

/** One thing in which two marks differ. */
export type MarkDifference =
  | (CriterionPlace & { what: 'level'; own: number | undefined; theirs: number | undefined })
  | (CriterionPlace & { what: 'remark'; own: string; theirs: string })
  | { what: 'comment'; own: string; theirs: string };

/** What a colleague's version says otherwise than the draft, in the order of the page. */
export function differences(scenario: Scenario, draft: MarkDraft, theirs: MarkVersion): MarkDifference[] {
  const found: MarkDifference[] = [];
  for (const { id: stepId, rubric } of scenario.steps.filter(isTextStep)) {
    const [mine, other] = [draft.judgements[stepId], theirs.judgements[stepId]];
    for (const { id: criterionId } of rubric) {
      const levels = { own: mine?.levels[criterionId], theirs: other?.levels[criterionId] };
      if (levels.own !== levels.theirs) found.push({ what: 'level', stepId, criterionId, ...levels });
      const remarks = { own: mine?.remarks[criterionId] ?? '', theirs: other?.remarks[criterionId] ?? '' };
      if (remarks.own !== remarks.theirs) found.push({ what: 'remark', stepId, criterionId, ...remarks });
    }
  }
  if (draft.comment !== theirs.comment) found.push({ what: 'comment', own: draft.comment, theirs: theirs.comment });
  return found;
}

/** Everything the trainer wrote, as text to copy: remarks under their criterion, then the comment. */
export function toPlainText(view: GradingView, draft: MarkDraft, name: (text: LocalisedText) => string): string {
  const lines: string[] = [];
  for (const { id, title, rubric } of stepsToJudge(view)) {
    lines.push(`# ${name(title)}`);
    for (const criterion of rubric) {
      const level = criterion.levels[draft.judgements[id]?.levels[criterion.id] ?? -1];
      const remark = draft.judgements[id]?.remarks[criterion.id];
      lines.push(`${name(criterion.title)}: ${level ? name(level.text) : '–'}`, ...(remark ? [remark] : []));
    }
    lines.push('');
  }
  return [...lines, draft.comment].join('\n').trim();
}
