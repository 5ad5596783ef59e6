import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import { icons } from '../shared/icons.ts';
import { points } from '../shared/language.ts';
import { styles } from './grading-bar.styles.ts';
import type { GradingSession } from './grading-session.ts';
import type { DraftScore } from './mark-draft.ts';

/**
 * Total, save and release below the rubric; in a narrow frame also the button that brings the rubric up.
 *
 * @event mgv-save - 'Opslaan'.
 * @event mgv-release - 'Vrijgeven'.
 * @event mgv-sheet - The rubric should come up, or go.
 */
@localized()
@customElement('mgv-grading-bar')
export class MgvGradingBar extends LitElement {
  static override styles = [base, buttons, styles];

  @property({ attribute: false }) score!: DraftScore;
  @property({ attribute: false }) busy: GradingSession['busy'] = null;
  @property({ attribute: false }) done: GradingSession['done'] = null;
  @property({ type: Boolean }) changed = false;
  /** Whether the student sees exactly this. */
  @property({ type: Boolean }) released = false;
  /** Whether the reason of a change is still to be written. */
  @property({ type: Boolean }) reasonMissing = false;
  /** Whether any version was saved. */
  @property({ type: Boolean }) saved = false;
  @property({ type: Boolean }) sheet = false;

  focusToggle(): void {
    this.renderRoot.querySelector<HTMLElement>('.toggle')?.focus();
  }

  override render(): TemplateResult {
    const { points: earned, maximum, open } = this.score;
    const releasable = open.length === 0 && !this.released && this.busy === null;
    const savable = (this.changed || !this.saved) && this.busy === null;
    return html`
      <div class="line">
        <button
          type="button"
          class="button secondary small toggle"
          aria-expanded=${this.sheet ? 'true' : 'false'}
          @click=${() => {
            this.#ask('mgv-sheet');
          }}
        >
          ${this.sheet ? msg('Rubric sluiten') : msg('Rubric openen')}
        </button>
        <p class="total">
          <span>${msg('Totaal')}</span>
          <strong>${points(earned)} / ${points(maximum)}</strong>
        </p>
      </div>
      <p class="state" id="state" role="status">${this.#state()}</p>
      <div class="actions">
        <button
          type="button"
          class="button secondary"
          aria-disabled=${savable ? 'false' : 'true'}
          @click=${() => {
            this.#ask('mgv-save', savable);
          }}
        >
          ${msg('Opslaan')}
        </button>
        <button
          type="button"
          class="button"
          aria-disabled=${releasable ? 'false' : 'true'}
          aria-describedby="state"
          @click=${() => {
            this.#ask('mgv-release', releasable);
          }}
        >
          ${msg('Vrijgeven')}
        </button>
      </div>
    `;
  }

  /** What holds the release back, or what was last done. */
  #state(): TemplateResult | typeof nothing {
    const missing = this.score.open.length;
    const line = (look: string, icon: TemplateResult, words: string) =>
      html`<span class=${look}>${icon}<span>${words}</span></span>`;
    if (this.busy === 'saving') return line('quiet', icons.clock, msg('Wordt opgeslagen'));
    if (this.busy === 'releasing') return line('quiet', icons.clock, msg('Wordt vrijgegeven'));
    const left = missing === 1 ? msg('nog 1 criterium open') : msg(str`nog ${missing} criteria open`);
    if (this.reasonMissing) return line('open', icons.pencil, msg('Niet opgeslagen: schrijf eerst waarom'));
    if (this.changed) {
      const words = msg('Niet opgeslagen');
      return line('open', icons.pencil, missing > 0 ? `${words}; ${left}` : words);
    }
    if (missing > 0) {
      return line(
        'quiet',
        icons.circle,
        this.saved ? msg(str`Opgeslagen; ${left}`) : msg(str`Vrijgeven kan straks: ${left}`),
      );
    }
    if (this.released) return line('right', icons.check, msg('Vrijgegeven: de student ziet deze beoordeling'));
    if (this.saved) return line('right', icons.check, msg('Opgeslagen, nog niet vrijgegeven'));
    return nothing;
  }

  /** Asks where `allowed`; the button only looks switched off, so that the focus never falls off it. */
  #ask(type: string, allowed = true): void {
    if (allowed) this.dispatchEvent(new Event(type));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-grading-bar': MgvGradingBar;
  }
}
