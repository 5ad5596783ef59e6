import type { GradingView } from '@mgv/contracts';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base, buttons, fields } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { moment } from '../shared/language.ts';
import '../shared/language-switch.ts';
import './passback-state.ts';
import { GradingCloseEvent, SubmissionOpenEvent } from './trainer.event.ts';
import { personName } from './trainer-words.ts';

/**
 * Whose attempt this is, where it stands in the row, and the way to the others.
 *
 * @event {SubmissionOpenEvent} mgv-submission-open - Previous, next, or another attempt.
 * @event {GradingCloseEvent} mgv-grading-close - Back to the list.
 * @event {PassbackRetryEvent} mgv-passback-retry - From the delivery state.
 * @event mgv-help - The shortcuts are asked for.
 */
@localized()
@customElement('mgv-grading-head')
export class MgvGradingHead extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      .tools,
      .top,
      .meta,
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        align-items: center;
      }
      .tools {
        gap: var(--space-1);
        margin-block: -8px 2px;
        margin-inline: -12px;
      }
      .back {
        margin-inline-end: auto;
      }
      .top {
        align-items: end;
        justify-content: space-between;
      }
      nav {
        flex-wrap: nowrap;
        gap: var(--space-2);
      }
      h1 {
        overflow-wrap: anywhere;
      }
      .who {
        flex: 1 1 14rem;
        min-width: 0;
      }
      .place {
        min-width: 6.5ch;
        color: var(--ink-quiet);
        font-size: var(--text-small);
        font-variant-numeric: tabular-nums;
        text-align: center;
        white-space: nowrap;
      }
      .meta {
        margin-top: 2px;
        color: var(--ink-quiet);
        font-size: var(--text-small);
      }
      .meta label {
        display: inline-flex;
        gap: var(--space-2);
        align-items: center;
      }
      .meta select.field {
        width: auto;
        min-height: 32px;
        padding: 2px 8px;
      }
      .test {
        padding: 1px 8px;
        border: 1px dashed var(--edge);
        border-radius: 999px;
        font-size: var(--text-small);
        font-weight: 400;
      }
      .button[aria-disabled='true'] {
        border-color: var(--rule);
        color: var(--ink-quiet);
        background: transparent;
        cursor: not-allowed;
      }
      @media (max-width: 720px) {
        nav {
          flex: 1 1 100%;
          justify-content: space-between;
        }
      }
      @media (max-width: 480px) {
        nav .button {
          padding-inline: 10px;
        }
        nav .icon,
        mgv-language-switch {
          display: none;
        }
      }
      @media (pointer: coarse) {
        .meta select.field {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) view!: GradingView;
  @query('h1') private readonly heading!: HTMLElement;

  /** Puts the focus on the name, unless it is on the way to the next one: whoever goes through the row stays there. */
  greet(): void {
    if (!this.renderRoot.querySelector('nav :focus')) this.heading.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const { view } = this;
    return html`
      <div class="tools">
        <button
          type="button"
          class="button quiet small back"
          @click=${() => this.dispatchEvent(new GradingCloseEvent())}
        >
          ${icons.left}${msg('Terug naar de lijst')}
        </button>
        <button type="button" class="button quiet small help" @click=${() => this.dispatchEvent(new Event('mgv-help'))}>
          ${msg('Sneltoetsen')}
        </button>
        <mgv-language-switch></mgv-language-switch>
      </div>
      <div class="top">
        <div class="who">
          <h1 tabindex="-1">
            ${personName(view)}${view.test ? html` <span class="test">${msg('testpersoon')}</span>` : nothing}
          </h1>
          ${this.#meta(view)}
        </div>
        <nav aria-label=${msg('Inzendingen')}>
          ${this.#step(view.previous, msg('Vorige'), icons.left, 'start')}
          <span class="place" role="status">
            <span class="visually-hidden">${personName(view)}, </span>${msg(str`${view.position} van ${view.total}`)}
          </span>
          ${this.#step(view.next, msg('Volgende'), icons.right, 'end')}
        </nav>
      </div>
    `;
  }

  #step(attemptId: string | null, word: string, icon: TemplateResult, side: 'start' | 'end'): TemplateResult {
    const go = () => attemptId && this.dispatchEvent(new SubmissionOpenEvent(attemptId));
    return html`
      <button type="button" class="button secondary small" aria-disabled=${attemptId ? 'false' : 'true'} @click=${go}>
        ${side === 'start' ? icon : nothing}${word}${side === 'end' ? icon : nothing}
      </button>
    `;
  }

  #meta({ attempts, attemptId, attemptNumber, handedInAt, passback, ...view }: GradingView): TemplateResult {
    return html`
      <div class="meta">
        ${
          attempts.length > 1
            ? html`<label>
                ${msg('Poging')}
                <select class="field" .value=${attemptId} @change=${this.#pickAttempt}>
                  ${attempts.map(
                    ({ id, number }) =>
                      html`<option value=${id} ?selected=${id === attemptId}>
                        ${msg(str`${number} van ${attempts.length}`)}
                      </option>`,
                  )}
                </select>
              </label>`
            : html`<span>${msg(str`Poging ${attemptNumber}`)}</span>`
        }
        <span>${msg(str`ingeleverd ${moment(handedInAt)}`)}</span>
        ${
          passback
            ? html`<span role="status"
                ><mgv-passback-state .passback=${passback} person=${personName(view)}></mgv-passback-state
              ></span>`
            : nothing
        }
      </div>
    `;
  }

  #pickAttempt(event: Event): void {
    const select = event.target as HTMLSelectElement;
    const { value } = select;
    // Until it is there, or if the trainer stays, the attempt on screen is the one that is chosen.
    select.value = this.view.attemptId;
    this.dispatchEvent(new SubmissionOpenEvent(value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-grading-head': MgvGradingHead;
  }
}
