import { localized, msg, str } from '@lit/localize';
import type { Answers, StudentStep } from '@mgv/core';
import { isAnswered, isComplete } from '@mgv/core/browser';
import { html, LitElement, type nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import '../shared/dialog.ts';
import type { MgvDialog } from '../shared/dialog.ts';
import { icons } from '../shared/icons.ts';
import { inLanguage } from '../shared/language.ts';
import { overview } from './overview.styles.ts';

/** The student wants to go back to the step at `index`. */
export class JumpEvent extends Event {
  readonly index: number;

  constructor(index: number) {
    super('mgv-jump');
    this.index = index;
  }
}

/**
 * All steps before handing in, with what is still open. Asks once more only where something is not answered.
 *
 * @event {JumpEvent} mgv-jump - To a step.
 * @event mgv-hand-in - The student hands in.
 */
@customElement('mgv-overview')
@localized()
export class MgvOverview extends LitElement {
  static override styles = [base, buttons, overview];

  @property({ attribute: false }) steps: readonly StudentStep[] = [];
  @property({ attribute: false }) answers: Answers = {};
  @property({ attribute: false }) locked: readonly string[] = [];
  /** Handing in is on its way. */
  @property({ type: Boolean }) busy = false;

  @query('h1') private readonly heading!: HTMLElement;
  @query('mgv-dialog') private readonly dialog!: MgvDialog;

  /** Puts the focus on the title, so that it is read out. */
  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  get #open(): readonly StudentStep[] {
    return this.steps.filter((step) => !isComplete(step, this.answers[step.id]));
  }

  #openWords(): string {
    const count = this.#open.length;
    if (count === 0) return msg('Alles is beantwoord.');
    return count === 1 ? msg('1 stap is nog niet af.') : msg(str`${count} stappen zijn nog niet af.`);
  }

  override render(): TemplateResult {
    return html`
      <h1 tabindex="-1">${msg('Klaar om in te leveren?')}</h1>
      <p class="lead">${this.#openWords()} ${msg('Na het inleveren kun je niets meer wijzigen.')}</p>
      <ol>
        ${this.steps.map((step, index) => this.#row(step, index))}
      </ol>
      <div class="nav">
        <button
          type="button"
          class="button secondary"
          @click=${() => {
            this.#jump(this.steps.length - 1);
          }}
        >
          ${icons.left}${msg('Vorige')}
        </button>
        <button type="button" class="button" ?disabled=${this.busy} @click=${this.#ask}>${msg('Inleveren')}</button>
      </div>
      <mgv-dialog heading=${msg('Nog niet alles is beantwoord')}>
        <p>${this.#openWords()} ${msg('Een stap zonder antwoord geeft geen punten.')}</p>
        <button
          slot="actions"
          type="button"
          class="button secondary"
          @click=${() => {
            this.dialog.close();
          }}
        >
          ${msg('Terug')}
        </button>
        <button slot="actions" type="button" class="button" @click=${this.#handIn}>${msg('Toch inleveren')}</button>
      </mgv-dialog>
    `;
  }

  #row(step: StudentStep, index: number): TemplateResult {
    return html`
      <li>
        <button
          type="button"
          class="row"
          @click=${() => {
            this.#jump(index);
          }}
        >
          <span class="number">${index + 1}</span>
          <span class="title">${inLanguage(step.title)}</span>
          ${this.#state(step)}
        </button>
      </li>
    `;
  }

  #state(step: StudentStep): TemplateResult | typeof nothing {
    if (step.kind === 'explanation') return html`<span class="state">${msg('Uitleg')}</span>`;
    const answer = this.answers[step.id];
    if (this.locked.includes(step.id))
      return html`<span class="state done">${icons.lock}${msg('Beantwoord en vastgezet')}</span>`;
    if (isComplete(step, answer)) return html`<span class="state done">${icons.check}${msg('Beantwoord')}</span>`;
    if (isAnswered(answer)) return html`<span class="state open">${icons.pencil}${msg('Deels beantwoord')}</span>`;
    return html`<span class="state open">${icons.circle}${msg('Niet beantwoord')}</span>`;
  }

  #jump(index: number): void {
    this.dispatchEvent(new JumpEvent(index));
  }

  #ask(event: Event): void {
    if (this.#open.length > 0) this.dialog.show(event.currentTarget as Element);
    else this.#handIn();
  }

  #handIn(): void {
    this.dialog.close();
    this.dispatchEvent(new Event('mgv-hand-in'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-overview': MgvOverview;
  }
}
