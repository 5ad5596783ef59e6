/** Other scenarios are ticked than before. */
export class ScenarioSelectEvent extends Event {
  static readonly type = 'mgv-scenario-select';
  /** Their ids, in the order of the list. */
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super(ScenarioSelectEvent.type);
    this.ids = ids;
  }
}
