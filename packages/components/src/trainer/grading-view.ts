import type { GradingView } from '@mgv/contracts';
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isExpired } from '../shared/api.ts';
import { base, buttons, fields } from '../shared/base.styles.ts';
import '../shared/error.ts';
import { scrollToTop } from '../shared/frame-size.ts';
import './answer-pane.ts';
import type { MgvAnswerPane } from './answer-pane.ts';
import './conflict-dialog.ts';
import type { ConflictSettleEvent } from './conflict-dialog.ts';
import './copy-text.ts';
import { criteriaOf, followingCriterion } from './criterion-order.ts';
import './grading-bar.ts';
import './grading-head.ts';
import { GradingSession } from './grading-session.ts';
import { styles } from './grading-view.styles.ts';
import { KeyController } from './key-controller.ts';
import './key-help.ts';
import type { MgvKeyHelp } from './key-help.ts';
import './leave-dialog.ts';
import type { MgvLeaveDialog } from './leave-dialog.ts';
import { stepsToJudge, toPlainText, withLevel, type CriterionPlace } from './mark-draft.ts';
import './rubric-panel.ts';
import type { MgvRubricPanel } from './rubric-panel.ts';
import type { TrainerApi } from './trainer-api.ts';
import type { TrainerKey } from './trainer-keys.ts';
import {
  GradingCloseEvent,
  SubmissionChangeEvent,
  SubmissionOpenEvent,
  type CriterionFocusEvent,
  type MarkEditEvent,
  type PassbackRetryEvent,
} from './trainer.event.ts';
import { inLanguage } from '../shared/language.ts';
import { UnloadGuard } from '../shared/unload-guard.ts';
import { personName } from './trainer-words.ts';
import './version-list.ts';

/**
 * One attempt: the answers beside the rubric. Keeps what was not saved, asks before it leaves it, and says what a
 * colleague or the student did meanwhile.
 *
 * @event {SubmissionOpenEvent} mgv-submission-open - Another attempt is wanted.
 * @event {GradingCloseEvent} mgv-grading-close - Back to the list.
 * @event {SubmissionChangeEvent} mgv-submission-change - A mark was saved, released or sent again.
 */
@localized()
@customElement('mgv-grading-view')
export class MgvGradingView extends LitElement {
  static override styles = [base, buttons, fields, styles];

  @property({ attribute: false }) api!: TrainerApi;
  @property() attemptId = '';

  @state() private current: CriterionPlace | null = null;
  /** Whether the rubric is up, in a narrow frame. */
  @state() private sheet = false;
  @query('mgv-leave-dialog') private readonly leaveDialog!: MgvLeaveDialog;
  @query('mgv-key-help') private readonly help!: MgvKeyHelp;
  @query('mgv-answer-pane') private readonly answers!: MgvAnswerPane | null;
  @query('mgv-rubric-panel') private readonly panel!: MgvRubricPanel | null;

  readonly session = new GradingSession(this, () => this.api);

  constructor() {
    super();
    new UnloadGuard(this, () => this.session.unsaved);
    new KeyController(this, {
      wanted: () => this.help.wanted && this.renderRoot.querySelector(':modal') === null,
      press: (key) => {
        this.#press(key);
      },
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('attemptId') && this.attemptId) void this.#open();
  }

  override updated(): void {
    // What stands above the panes is measured, so that they fill the rest of the frame and scroll by themselves.
    const panes = this.renderRoot.querySelector<HTMLElement>('.panes');
    if (panes)
      this.style.setProperty('--above', `${String(Math.round(panes.getBoundingClientRect().top + window.scrollY))}px`);
    this.toggleAttribute('framed', window.parent !== window);
  }

  /** Does `go` once nothing can get lost: at once, or after the trainer said what to do. */
  async leave(go: () => void): Promise<void> {
    if (this.session.changed) {
      const answer = await this.leaveDialog.ask();
      if (answer === 'stay' || (answer === 'save' && !(await this.#save()))) return;
      if (answer === 'discard') this.session.discard();
    }
    go();
  }

  override render(): TemplateResult {
    const { view, error, busy } = this.session;
    const shown = view?.attemptId === this.attemptId ? view : null;
    return html`
      ${shown ? this.#head(shown) : nothing}
      <mgv-error .error=${error} ?retryable=${!shown} @retry=${() => this.#open()}></mgv-error>
      ${
        shown && isExpired(error)
          ? html`<mgv-copy-text .text=${toPlainText(shown, this.session.draft, inLanguage)}></mgv-copy-text>`
          : nothing
      }
      ${shown ? this.#panes(shown) : nothing}
      ${!shown && busy === 'loading' ? html`<p class="loading" role="status">${msg('De inzending wordt opgehaald.')}</p>` : nothing}
      <mgv-leave-dialog></mgv-leave-dialog>
      <mgv-key-help></mgv-key-help>
      <mgv-conflict-dialog
        .conflict=${this.session.conflict}
        .draft=${this.session.draft}
        person=${shown ? personName(shown) : ''}
        @mgv-conflict-settle=${this.#settle}
      ></mgv-conflict-dialog>
    `;
  }

  #head(view: GradingView): TemplateResult {
    return html`<mgv-grading-head
      .view=${view}
      @mgv-submission-open=${this.#go}
      @mgv-grading-close=${this.#close}
      @mgv-passback-retry=${this.#retry}
      @mgv-help=${(event: Event) => {
        this.help.show(event.target instanceof Element ? event.target : undefined);
      }}
    ></mgv-grading-head>`;
  }

  #panes(view: GradingView): TemplateResult {
    return html`
      <div class="panes">
        <mgv-answer-pane .view=${view} .currentStep=${this.current?.stepId ?? null}></mgv-answer-pane>
        ${this.#rubric(view)}
      </div>
    `;
  }

  #rubric(view: GradingView): TemplateResult {
    const { session } = this;
    return html`
      <aside class="rubric" aria-label=${msg('Rubric')}>
        <div class="sheet" id="sheet" ?data-open=${this.sheet} tabindex="-1" @keydown=${this.#closeSheet}>
          <mgv-rubric-panel
            .view=${view}
            .draft=${session.draft}
            .current=${this.current}
            ?asksReason=${session.everReleased && session.changed}
            @mgv-mark-edit=${({ draft }: MarkEditEvent) => {
              session.edit(draft);
            }}
            @mgv-criterion-focus=${this.#focusCriterion}
          ></mgv-rubric-panel>
          <mgv-version-list .versions=${view.versions}></mgv-version-list>
        </div>
        <mgv-grading-bar
          .score=${session.score}
          .busy=${session.busy}
          .done=${session.done}
          ?changed=${session.changed}
          ?released=${session.released}
          ?reasonMissing=${session.reasonMissing}
          ?saved=${view.versions.length > 0}
          ?sheet=${this.sheet}
          @mgv-save=${this.#save}
          @mgv-release=${this.#release}
          @mgv-sheet=${this.#toggleSheet}
        ></mgv-grading-bar>
      </aside>
    `;
  }

  async #open(): Promise<void> {
    await this.session.open(this.attemptId);
    const { view, score } = this.session;
    if (view?.attemptId !== this.attemptId) return;
    this.current = score.open[0] ?? criteriaOf(view)[0] ?? null;
    this.sheet = false;
    await this.updateComplete;
    scrollToTop();
    this.answers?.bringUp();
    this.renderRoot.querySelector('.sheet')?.scrollTo({ top: 0 });
    this.renderRoot.querySelector('mgv-grading-head')?.greet();
  }

  readonly #save = async (): Promise<boolean> => {
    if (await this.#askReason()) return false;
    const saved = await this.session.save();
    if (saved) this.dispatchEvent(new SubmissionChangeEvent());
    return saved;
  };

  async #release(): Promise<void> {
    if (await this.#askReason()) return;
    await this.session.release();
    this.dispatchEvent(new SubmissionChangeEvent());
  }

  /** Goes to the reason where it is missing. */
  async #askReason(): Promise<boolean> {
    if (!this.session.reasonMissing) return false;
    this.sheet = true;
    await this.updateComplete;
    this.panel?.focusReason();
    return true;
  }

  async #retry(event: PassbackRetryEvent): Promise<void> {
    event.stopPropagation();
    await this.session.retry(event.passbackId);
    this.dispatchEvent(new SubmissionChangeEvent());
  }

  async #settle({ answer }: ConflictSettleEvent): Promise<void> {
    const newest = this.session.conflict?.what === 'newer-attempt' ? this.session.conflict.newest : null;
    this.session.settle(answer === 'take-theirs' ? 'theirs' : 'own');
    if (answer === 'save-own') await this.#save();
    // The draft stays behind with its own attempt, and is there again on the way back.
    if (answer === 'go-newest' && newest) this.dispatchEvent(new SubmissionOpenEvent(newest.id));
  }

  async #go(event: SubmissionOpenEvent): Promise<void> {
    event.stopPropagation();
    await this.leave(() => this.dispatchEvent(new SubmissionOpenEvent(event.attemptId)));
    this.requestUpdate();
    this.renderRoot.querySelector('mgv-grading-head')?.requestUpdate();
  }

  async #close(event: Event): Promise<void> {
    event.stopPropagation();
    await this.leave(() => this.dispatchEvent(new GradingCloseEvent()));
  }

  #press(key: TrainerKey): void {
    const { view } = this.session;
    if (!view) return;
    const { previous, next } = view;
    if (key.does === 'next' && next) void this.leave(() => this.dispatchEvent(new SubmissionOpenEvent(next)));
    if (key.does === 'previous' && previous)
      void this.leave(() => this.dispatchEvent(new SubmissionOpenEvent(previous)));
    if (key.does === 'save' && this.session.changed) void this.#save();
    if (key.does === 'help') this.help.show();
    if (key.does === 'level') void this.#pick(view, key.index);
    if (key.does === 'remark') void this.#toCriterion(this.current, 'focusRemark');
    if (key.does === 'criterion')
      void this.#toCriterion(followingCriterion(criteriaOf(view), this.current), 'focusLevel');
  }

  async #pick(view: GradingView, index: number): Promise<void> {
    const { current } = this;
    const step = stepsToJudge(view).find(({ id }) => id === current?.stepId);
    const criterion = step?.rubric.find(({ id }) => id === current?.criterionId);
    if (!current || !criterion?.levels[index]) return;
    this.session.edit(withLevel(this.session.draft, current, index));
    await this.#toCriterion(current, 'focusLevel');
  }

  async #toCriterion(place: CriterionPlace | null, focus: 'focusLevel' | 'focusRemark'): Promise<void> {
    if (!place) return;
    this.current = place;
    this.sheet = true;
    await this.updateComplete;
    await this.panel?.updateComplete;
    const element = this.panel?.criterionAt(place);
    await element?.updateComplete;
    element?.[focus]();
  }

  #focusCriterion({ place }: CriterionFocusEvent): void {
    const moved = place.stepId !== this.current?.stepId;
    this.current = place;
    if (moved) this.answers?.bringUp(place.stepId);
  }

  async #toggleSheet(): Promise<void> {
    this.sheet = !this.sheet;
    await this.updateComplete;
    if (this.sheet) this.renderRoot.querySelector<HTMLElement>('#sheet')?.focus();
  }

  #closeSheet(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.sheet) return;
    this.sheet = false;
    this.renderRoot.querySelector('mgv-grading-bar')?.focusToggle();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-grading-view': MgvGradingView;
  }
}
