import type { ChosenAssignment, SetUpAssignment } from '@mgv/contracts';

/** Scenarios and their settings were chosen. */
export class ScenarioChooseEvent extends Event {
  static readonly type = 'mgv-scenario-choose';
  /** In the order of the list; at least one. */
  readonly assignments: readonly [ChosenAssignment, ...ChosenAssignment[]];

  constructor(assignments: readonly [ChosenAssignment, ...ChosenAssignment[]]) {
    super(ScenarioChooseEvent.type);
    this.assignments = assignments;
  }

  /** The first one, where only one can be chosen: without dates. */
  get assignment(): SetUpAssignment {
    const [{ scenarioId, settings }] = this.assignments;
    return { scenarioId, settings };
  }
}
