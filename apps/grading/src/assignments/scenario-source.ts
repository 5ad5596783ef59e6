import type { Curriculum, Module, Scenario } from '@mgv/core';

/** A scenario with the hash of its content. */
export interface VersionedScenario {
  scenario: Scenario;
  version: string;
}

/** What can be assigned; as `loadContent()` of @mgv/content gives it. */
export interface ScenarioSource {
  curriculum: Curriculum;
  modules: readonly Module[];
  /** By scenario id. */
  scenarios: ReadonlyMap<string, VersionedScenario>;
}
