import type { RubricCriterion } from '@mgv/core';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { base, fields } from '../shared/base.styles.ts';
import { inLanguage, points } from '../shared/language.ts';
import { LevelPickEvent, RemarkChangeEvent } from './trainer.event.ts';

/**
 * One criterion of a rubric: its levels as native radio buttons, with their points, and a remark.
 *
 * @event {LevelPickEvent} mgv-level-pick - A level was picked; arrow keys pick too.
 * @event {RemarkChangeEvent} mgv-remark-change - At each key.
 */
@localized()
@customElement('mgv-rubric-criterion')
export class MgvRubricCriterion extends LitElement {
  static override styles = [
    base,
    fields,
    css`
      :host {
        padding: var(--space-3);
        border-inline-start: 3px solid transparent;
        border-radius: var(--radius-small);
      }
      :host([current]) {
        border-color: var(--petrol);
        background: color-mix(in srgb, var(--petrol-tint) 35%, transparent);
      }
      legend {
        display: flex;
        gap: var(--space-2);
        justify-content: space-between;
        width: 100%;
        margin-bottom: var(--space-1);
        padding: 0;
        font-weight: 650;
        line-height: 1.3;
      }
      .earned {
        flex: none;
        color: var(--ink-quiet);
        font-size: var(--text-small);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      .level {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: var(--space-2);
        align-items: baseline;
        padding: 6px 8px;
        border-radius: var(--radius-small);
        font-size: var(--text-small);
        line-height: 1.35;
        cursor: pointer;
      }
      .level:hover {
        background: var(--sand);
      }
      .level:has(:checked) {
        background: var(--petrol-tint);
        font-weight: 600;
      }
      .level:has(:focus-visible) {
        outline: 3px solid var(--petrol);
        outline-offset: 1px;
      }
      input {
        width: 16px;
        height: 16px;
        margin: 0;
        translate: 0 2px;
        accent-color: var(--petrol);
      }
      input:focus-visible {
        outline: none;
      }
      .worth {
        min-width: 2ch;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      textarea.field {
        display: block;
        min-height: 40px;
        margin-top: var(--space-1);
        padding: 7px 10px;
        font-size: var(--text-small);
        line-height: 1.4;
      }
      @media (pointer: coarse) {
        .level {
          padding-block: 11px;
        }
        textarea.field {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) criterion!: RubricCriterion;
  /** Index of the chosen level; `undefined` while there is none. */
  @property({ attribute: false }) level: number | undefined;
  @property({ attribute: false }) remark = '';
  /** Whether keys 1 to 9 and R go here. */
  @property({ type: Boolean, reflect: true }) current = false;

  /** Puts the focus on the chosen level, or on the first. */
  focusLevel(): void {
    const radios = [...this.renderRoot.querySelectorAll('input')];
    (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
  }

  focusRemark(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  override render(): TemplateResult {
    const { title, levels } = this.criterion;
    const most = Math.max(...levels.map((level) => level.points));
    const earned = this.level === undefined ? '–' : points(levels[this.level]?.points ?? 0);
    return html`
      <fieldset>
        <legend>
          <span>${inLanguage(title)}</span>
          <span class="earned" aria-hidden="true">${earned} / ${points(most)}</span>
        </legend>
        ${levels.map(
          (level, index) => html`
            <label class="level">
              <input
                type="radio"
                name="level"
                .checked=${live(index === this.level)}
                @change=${() => this.dispatchEvent(new LevelPickEvent(index))}
              />
              <span>${inLanguage(level.text)}</span>
              <span class="worth">${points(level.points)}<span class="visually-hidden"> ${msg('punten')}</span></span>
            </label>
          `,
        )}
      </fieldset>
      <textarea
        class="field"
        rows="1"
        maxlength="4000"
        aria-label=${msg(str`Opmerking bij ${inLanguage(title)}`)}
        placeholder=${msg('Opmerking')}
        .value=${live(this.remark)}
        @input=${this.#type}
        @keydown=${this.#leave}
      ></textarea>
    `;
  }

  #type(event: Event): void {
    this.dispatchEvent(new RemarkChangeEvent((event.target as HTMLTextAreaElement).value));
  }

  /** Escape goes from the remark back to the levels, where the shortcuts work. */
  #leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.focusLevel();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-rubric-criterion': MgvRubricCriterion;
  }
}
