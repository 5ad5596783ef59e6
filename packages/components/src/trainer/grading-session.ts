import type { GradingView, MarkVersion } from '@mgv/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiProblem } from '../shared/api.ts';
import {
  currentVersion,
  draftOf,
  isChanged,
  scoreDraft,
  toSaveMark,
  type DraftScore,
  type MarkDraft,
} from './mark-draft.ts';
import type { TrainerApi } from './trainer-api.ts';

/** Why a save was held back; the draft is untouched. */
export type GradingConflict =
  | { what: 'mark-changed'; view: GradingView; theirs: MarkVersion }
  | { what: 'newer-attempt'; view: GradingView; newest: { id: string; number: number } };

/** How often the delivery is asked for while a mark is under way, in milliseconds. */
const DELIVERY_PAUSE = 3000;

/**
 * One attempt being graded: what the server has, what the trainer has filled in, and the way between the two. Drafts
 * that were not saved are kept by attempt as long as the page lives.
 */
export class GradingSession implements ReactiveController {
  view: GradingView | null = null;
  draft: MarkDraft = draftOf(null);
  busy: 'loading' | 'saving' | 'releasing' | null = null;
  error: unknown = null;
  conflict: GradingConflict | null = null;
  /** What was last done, to announce. */
  done: 'saved' | 'released' | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #api: () => TrainerApi;
  readonly #kept = new Map<string, MarkDraft>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attemptId = '';

  constructor(host: ReactiveControllerHost, api: () => TrainerApi) {
    this.#host = host;
    this.#api = api;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Whether the draft says something that is not saved. */
  get changed(): boolean {
    return this.view !== null && isChanged(this.draft, currentVersion(this.view));
  }

  get score(): DraftScore {
    return this.view ? scoreDraft(this.view, this.draft) : { points: 0, maximum: 0, open: [] };
  }

  /** Whether any attempt of this page holds something that is not saved. */
  get unsaved(): boolean {
    return this.changed || [...this.#kept.keys()].some((id) => id !== this.view?.attemptId);
  }

  /** Whether a student has seen a version, so that a change needs a reason. */
  get everReleased(): boolean {
    return this.view?.versions.some(({ releasedAt }) => releasedAt !== null) ?? false;
  }

  /** Whether the reason for a change has to be written before it can be saved. */
  get reasonMissing(): boolean {
    return this.everReleased && this.changed && this.draft.reason.trim() === '';
  }

  /** Whether the newest version is what the student sees, with nothing unsaved on top. */
  get released(): boolean {
    return !this.changed && (this.view ? currentVersion(this.view)?.releasedAt != null : false);
  }

  /** Shows an attempt; a draft of it that was kept comes back. */
  async open(attemptId: string): Promise<void> {
    this.#attemptId = attemptId;
    this.done = null;
    await this.#run('loading', async () => {
      const view = await this.#api().submission(attemptId);
      if (this.#attemptId !== attemptId) return;
      this.#show(view, this.#kept.get(attemptId));
    });
  }

  /** Replaces the draft by a changed one. */
  edit(draft: MarkDraft): void {
    this.draft = draft;
    this.done = null;
    if (this.view) this.#kept.set(this.view.attemptId, draft);
    this.#host.requestUpdate();
  }

  /** Forgets what was not saved. */
  discard(): void {
    if (!this.view) return;
    this.#kept.delete(this.view.attemptId);
    this.draft = draftOf(currentVersion(this.view));
    this.#host.requestUpdate();
  }

  /** Saves the draft as a new version. Gives whether it is safe; else `error` or `conflict` says why not. */
  async save(): Promise<boolean> {
    const view = this.view;
    if (!view || this.busy || this.reasonMissing) return false;
    const sent = this.draft;
    const saved = await this.#run('saving', async () => {
      const saved = await this.#api().save(view.attemptId, toSaveMark(view, sent));
      // What was typed meanwhile stays.
      this.#show(saved, this.draft === sent ? undefined : this.draft);
    });
    if (saved) this.done = 'saved';
    return saved;
  }

  /** Releases the draft, saved first where needed. */
  async release(): Promise<boolean> {
    if (!this.view || this.score.open.length > 0) return false;
    if ((this.changed || this.view.versions.length === 0) && !(await this.save())) return false;
    const { attemptId } = this.view;
    const version = currentVersion(this.view)?.version ?? 1;
    const released = await this.#run('releasing', async () => {
      this.#show(await this.#api().release(attemptId, version), this.changed ? this.draft : undefined);
    });
    if (released) this.done = 'released';
    return released;
  }

  /** Answers a conflict: keeps the own draft on top of what the server has, or takes the colleague's version over. */
  settle(take: 'own' | 'theirs'): void {
    if (!this.conflict) return;
    const { view } = this.conflict;
    this.conflict = null;
    this.#show(view, take === 'own' ? this.draft : undefined);
  }

  /** Sends a refused mark to the gradebook again. */
  async retry(passbackId: string): Promise<void> {
    await this.#run('saving', async () => {
      await this.#api().retryPassback(passbackId);
      await this.#refreshDelivery();
    });
  }

  #show(view: GradingView, draft: MarkDraft | undefined): void {
    this.view = view;
    this.draft = draft ?? draftOf(currentVersion(view));
    if (draft) this.#kept.set(view.attemptId, draft);
    else this.#kept.delete(view.attemptId);
    this.#follow();
    this.#host.requestUpdate();
  }

  async #run(busy: NonNullable<GradingSession['busy']>, work: () => Promise<void>): Promise<boolean> {
    this.busy = busy;
    this.error = null;
    this.#host.requestUpdate();
    try {
      await work();
      return true;
    } catch (error) {
      if (!(await this.#explain(error))) this.error = error;
      return false;
    } finally {
      this.busy = null;
      this.#host.requestUpdate();
    }
  }

  /** Looks up what a 409 is about. Gives false where it is something else. */
  async #explain(error: unknown): Promise<boolean> {
    const attemptId = this.view?.attemptId;
    if (!attemptId || !(error instanceof ApiProblem) || error.status !== 409) return false;
    if (error.code !== 'mark-changed' && error.code !== 'newer-attempt') return false;
    try {
      const view = await this.#api().submission(attemptId);
      const [theirs, newest] = [currentVersion(view), view.attempts.at(-1)];
      if (error.code === 'mark-changed' && theirs) this.conflict = { what: 'mark-changed', view, theirs };
      else if (error.code === 'newer-attempt' && newest) this.conflict = { what: 'newer-attempt', view, newest };
      return this.conflict !== null;
    } catch {
      return false;
    }
  }

  #follow(): void {
    clearTimeout(this.#timer);
    const state = this.view?.passback?.state;
    if (state !== 'waiting' && state !== 'sent') return;
    this.#timer = setTimeout(
      () =>
        void this.#refreshDelivery().catch(() => {
          this.#follow();
        }),
      DELIVERY_PAUSE,
    );
  }

  /** Takes only the delivery from the server: versions and attempts stay as the trainer saw them. */
  async #refreshDelivery(): Promise<void> {
    const attemptId = this.view?.attemptId;
    if (!attemptId) return;
    const { passback } = await this.#api().submission(attemptId);
    if (this.view?.attemptId === attemptId) this.view = { ...this.view, passback };
    this.#follow();
    this.#host.requestUpdate();
  }
}
