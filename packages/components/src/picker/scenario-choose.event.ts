import type { SetUpAssignment } from '@mgv/contracts';

/** A scenario and its settings were chosen. */
export class ScenarioChooseEvent extends Event {
  static readonly type = 'mgv-scenario-choose';
  readonly assignment: SetUpAssignment;

  constructor(assignment: SetUpAssignment) {
    super(ScenarioChooseEvent.type);
    this.assignment = assignment;
  }
}
