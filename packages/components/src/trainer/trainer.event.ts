import type { CriterionPlace, MarkDraft } from './mark-draft.ts';

/** The trainer wants to see one attempt. */
export class SubmissionOpenEvent extends Event {
  static readonly type = 'mgv-submission-open';
  readonly attemptId: string;

  constructor(attemptId: string) {
    super(SubmissionOpenEvent.type, { bubbles: true, composed: true });
    this.attemptId = attemptId;
  }
}

/** The trainer wants a refused mark sent again. */
export class PassbackRetryEvent extends Event {
  static readonly type = 'mgv-passback-retry';
  readonly passbackId: string;

  constructor(passbackId: string) {
    super(PassbackRetryEvent.type, { bubbles: true, composed: true });
    this.passbackId = passbackId;
  }
}

/** The trainer picked a level at one criterion; the first level is 0. */
export class LevelPickEvent extends Event {
  static readonly type = 'mgv-level-pick';
  readonly index: number;

  constructor(index: number) {
    super(LevelPickEvent.type, { bubbles: true });
    this.index = index;
  }
}

/** The trainer typed in the remark of one criterion. */
export class RemarkChangeEvent extends Event {
  static readonly type = 'mgv-remark-change';
  readonly remark: string;

  constructor(remark: string) {
    super(RemarkChangeEvent.type, { bubbles: true });
    this.remark = remark;
  }
}

/** Something that was saved may stand in the list otherwise now. */
export class SubmissionChangeEvent extends Event {
  static readonly type = 'mgv-submission-change';

  constructor() {
    super(SubmissionChangeEvent.type, { bubbles: true, composed: true });
  }
}

/** The trainer changed the mark of the attempt on screen. */
export class MarkEditEvent extends Event {
  static readonly type = 'mgv-mark-edit';
  readonly draft: MarkDraft;

  constructor(draft: MarkDraft) {
    super(MarkEditEvent.type, { bubbles: true });
    this.draft = draft;
  }
}

/** The focus went to a criterion: shortcuts go there from now on. */
export class CriterionFocusEvent extends Event {
  static readonly type = 'mgv-criterion-focus';
  readonly place: CriterionPlace;

  constructor(place: CriterionPlace) {
    super(CriterionFocusEvent.type, { bubbles: true });
    this.place = place;
  }
}

/** Back to the list. */
export class GradingCloseEvent extends Event {
  static readonly type = 'mgv-grading-close';

  constructor() {
    super(GradingCloseEvent.type, { bubbles: true, composed: true });
  }
}
