import { localized, msg } from '@lit/localize';
import type { AttemptView } from '@mgv/contracts';
import type { StudentStep } from '@mgv/core';
import { isAnswered } from '@mgv/core/browser';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { base, buttons } from '../shared/base.styles.ts';
import '../shared/error.ts';
import { scrollToTop } from '../shared/frame-size.ts';
import { icons } from '../shared/icons.ts';
import '../shared/progress.ts';
import '../shared/reopen.ts';
import '../shared/save-state.ts';
import { UnloadGuard } from '../shared/unload-guard.ts';
import type { AnswerEvent } from './answer.event.ts';
import { AttemptSession } from './attempt-session.ts';
import { attempt } from './attempt.styles.ts';
import type { JumpEvent } from './overview.ts';
import './overview.ts';
import './step-view.ts';
import type { MgvStep } from './step-view.ts';
import type { StudentApi } from './student-api.ts';

/** The attempt was handed in. */
export class HandedInEvent extends Event {
  readonly attempt: AttemptView;

  constructor(handedIn: AttemptView) {
    super('mgv-handed-in');
    this.attempt = handedIn;
  }
}

/** Where to go on: the step after the last one answered; the number of steps is the overview. */
export function placeToGoOn({ scenario, answers }: AttemptView): number {
  return scenario.steps.findLastIndex(({ id }) => isAnswered(answers[id])) + 1;
}

/**
 * An open attempt: its steps one at a time, and the overview after the last. Saves by itself.
 *
 * @event {HandedInEvent} mgv-handed-in - It was handed in.
 * @event mgv-reload - The student wants the newest from the service: another tab or device was ahead.
 */
@customElement('mgv-attempt')
@localized()
export class MgvAttempt extends LitElement {
  static override styles = [base, buttons, attempt];

  @property({ attribute: false }) api!: StudentApi;
  /** What it starts with; later changes are kept inside. */
  @property({ attribute: false }) attempt!: AttemptView;

  /** Index of the step shown; the number of steps is the overview. */
  @state() private index = 0;
  @query('mgv-step, mgv-overview') private readonly shown!: MgvStep | null;
  #session!: AttemptSession;

  constructor() {
    super();
    new UnloadGuard(this, () => this.#session.saver.unsaved);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.#flush);
    window.addEventListener('online', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.#flush);
    window.removeEventListener('online', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    this.#flush();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('attempt')) return;
    this.#session = new AttemptSession(this.api, this.attempt, () => {
      this.requestUpdate();
    });
    this.index = placeToGoOn(this.attempt);
  }

  override firstUpdated(): void {
    void this.#show(this.index);
  }

  override render(): TemplateResult {
    const step = this.#session.steps[this.index];
    return html`
      <div>
        <div class="top">
          ${
            step
              ? html`<mgv-progress .current=${this.index + 1} .total=${this.#session.steps.length}></mgv-progress>`
              : html`<span class="small quiet-text">${msg('Overzicht')}</span>`
          }
          <mgv-save-state .state=${this.#session.saver.state}></mgv-save-state>
        </div>
        ${this.#notices()}
      </div>
      ${step ? this.#step(step) : this.#overview()}
    `;
  }

  #notices(): TemplateResult {
    const { saver, problem } = this.#session;
    return html`
      <mgv-error .error=${problem ?? saver.refusal}></mgv-error>
      ${saver.outdated || saver.refusal !== null ? this.#newer(saver.outdated) : nothing}
      ${saver.state === 'expired' ? this.#expired() : nothing}
    `;
  }

  #newer(outdated: boolean): TemplateResult {
    const words = outdated
      ? msg('Deze opdracht staat ook ergens anders open, en daar is later gewerkt. Dat antwoord is bewaard.')
      : msg('Laad de opdracht opnieuw om verder te gaan met wat bewaard is.');
    return html`
      <div class="notice" role="alert">
        <p>${words}</p>
        <button type="button" class="button secondary small" @click=${this.#reload}>
          ${msg('Nieuwste versie laden')}
        </button>
      </div>
    `;
  }

  #expired(): TemplateResult {
    const words = msg(
      'Je tekst staat nog op het scherm. Kopieer wat je niet kwijt wilt en open de opdracht opnieuw vanuit de cursus.',
    );
    return html`
      <div class="notice" role="alert">
        <p><strong>${msg('Je sessie is verlopen.')}</strong> ${words}</p>
        <mgv-reopen></mgv-reopen>
      </div>
    `;
  }

  #step(step: StudentStep): TemplateResult {
    const { answers, feedback } = this.#session.attempt;
    const answered = { answer: answers[step.id], feedback: feedback[step.id], locked: this.#session.isLocked(step.id) };
    return html`
      ${keyed(
        step.id,
        html`<mgv-step
          .step=${step}
          .answered=${answered}
          .number=${this.index + 1}
          .total=${this.#session.steps.length}
          @mgv-answer=${(event: AnswerEvent) => {
            this.#session.answer(step.id, event.answer);
          }}
        ></mgv-step>`,
      )}
      ${
        this.#session.mayLock(step)
          ? html`
              <div class="ask">
                <button
                  type="button"
                  class="button secondary"
                  ?disabled=${this.#session.busy}
                  @click=${() => this.#lock(step.id)}
                >
                  ${msg('Bekijk feedback')}
                </button>
                <p class="small quiet-text">${msg('Daarna staat dit antwoord vast.')}</p>
              </div>
            `
          : nothing
      }
      <nav aria-label=${msg('Stappen')}>
        ${
          this.index > 0
            ? html`<button type="button" class="button secondary" @click=${() => this.#show(this.index - 1)}>
                ${icons.left}${msg('Vorige')}
              </button>`
            : html`<span></span>`
        }
        <button type="button" class="button quiet" @click=${() => this.#show(this.#session.steps.length)}>
          ${icons.list}${msg('Overzicht')}
        </button>
        <button type="button" class="button" @click=${() => this.#show(this.index + 1)}>
          ${msg('Volgende')}${icons.right}
        </button>
      </nav>
    `;
  }

  #overview(): TemplateResult {
    const { answers, locked } = this.#session.attempt;
    return html`<mgv-overview
      .steps=${this.#session.steps}
      .answers=${answers}
      .locked=${locked}
      .busy=${this.#session.busy}
      @mgv-jump=${(event: JumpEvent) => this.#show(event.index)}
      @mgv-hand-in=${this.#handIn}
    ></mgv-overview>`;
  }

  async #show(index: number): Promise<void> {
    this.#flush();
    this.index = index;
    await this.updateComplete;
    const shown = this.shown;
    await shown?.updateComplete;
    scrollToTop();
    shown?.focus();
  }

  async #lock(step: string): Promise<void> {
    if (!(await this.#session.lock(step))) return;
    // The answer may have brought an explanation, before or after this step.
    this.index = this.#session.steps.findIndex(({ id }) => id === step);
    await this.updateComplete;
    const shown = this.renderRoot.querySelector('mgv-step');
    await shown?.updateComplete;
    shown?.focusFeedback();
  }

  async #handIn(): Promise<void> {
    if (await this.#session.handIn()) this.dispatchEvent(new HandedInEvent(this.#session.attempt));
  }

  #reload(): void {
    this.dispatchEvent(new Event('mgv-reload'));
  }

  readonly #flush = (): void => {
    void this.#session.saver.flush();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-attempt': MgvAttempt;
  }
}
