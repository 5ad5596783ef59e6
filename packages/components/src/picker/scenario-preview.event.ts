import type { AssignmentSettings } from '@mgv/contracts';
import type { ScenarioSummary } from '@mgv/core';

/** The trainer wants to see a scenario as a student, with these settings. */
export class ScenarioPreviewEvent extends Event {
  static readonly type = 'mgv-scenario-preview';
  readonly scenario: ScenarioSummary;
  readonly settings: AssignmentSettings;

  constructor(scenario: ScenarioSummary, settings: AssignmentSettings) {
    super(ScenarioPreviewEvent.type);
    this.scenario = scenario;
    this.settings = settings;
  }
}
