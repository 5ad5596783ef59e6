import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import '../shared/dialog.ts';
import type { MgvDialog } from '../shared/dialog.ts';
import { inLanguage, moment } from '../shared/language.ts';
import type { GradingConflict } from './grading-session.ts';
import { differences, isTextStep, type MarkDifference, type MarkDraft } from './mark-draft.ts';

/** How the trainer settles a conflict. */
export type ConflictAnswer = 'save-own' | 'take-theirs' | 'go-newest' | 'edit';

/** The trainer settled a conflict. */
export class ConflictSettleEvent extends Event {
  static readonly type = 'mgv-conflict-settle';
  readonly answer: ConflictAnswer;

  constructor(answer: ConflictAnswer) {
    super(ConflictSettleEvent.type);
    this.answer = answer;
  }
}

/**
 * Says why a save was held back, what a colleague did meanwhile, and lets the trainer choose. Opens by itself while
 * there is a `conflict`.
 *
 * @event {ConflictSettleEvent} mgv-conflict-settle - Closing without a choice is `edit`: on with the own mark.
 */
@localized()
@customElement('mgv-conflict-dialog')
export class MgvConflictDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      ul {
        display: grid;
        gap: var(--space-2);
        max-height: 40dvh;
        padding: var(--space-3);
        overflow: auto;
        border-radius: var(--radius-small);
        background: var(--sand);
        font-size: var(--text-small);
        line-height: 1.4;
        list-style: none;
      }
      strong {
        display: block;
        font-weight: 650;
      }
    `,
  ];

  @property({ attribute: false }) conflict: GradingConflict | null = null;
  @property({ attribute: false }) draft!: MarkDraft;
  @property() person = '';
  @query('mgv-dialog') private readonly dialog!: MgvDialog;
  #settled = false;

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('conflict')) return;
    if (this.conflict) {
      this.#settled = false;
      void this.dialog.updateComplete.then(() => {
        this.dialog.show();
      });
    } else if (changed.get('conflict')) {
      this.dialog.close();
    }
  }

  override render(): TemplateResult {
    return html`
      <mgv-dialog
        heading=${msg('Je beoordeling is nog niet opgeslagen')}
        @close=${() => {
          this.#settle('edit');
        }}
      >
        ${this.conflict?.what === 'mark-changed' ? this.#markChanged(this.conflict) : nothing}
        ${this.conflict?.what === 'newer-attempt' ? this.#newerAttempt(this.conflict) : nothing}
      </mgv-dialog>
    `;
  }

  #markChanged({ view, theirs }: Extract<GradingConflict, { what: 'mark-changed' }>): TemplateResult {
    const found = differences(view.scenario, this.draft, theirs);
    const author = theirs.author ?? msg('Een collega');
    return html`
      <p>
        ${msg(str`${author} heeft deze inzending op ${moment(theirs.createdAt)} ook beoordeeld. Wat jij hebt ingevuld staat er nog.`)}
      </p>
      ${
        found.length === 0
          ? html`<p>${msg('Jullie beoordelingen zijn gelijk.')}</p>`
          : html`<ul tabindex="0" aria-label=${msg('Verschillen')}>
              ${found.map((difference) => this.#difference(view, difference, author))}
            </ul>`
      }
      <button
        slot="actions"
        type="button"
        class="button quiet"
        @click=${() => {
          this.#settle('edit');
        }}
      >
        ${msg('Verder bewerken')}
      </button>
      <button
        slot="actions"
        type="button"
        class="button secondary"
        @click=${() => {
          this.#settle('take-theirs');
        }}
      >
        ${msg(str`Versie van ${author} overnemen`)}
      </button>
      <button
        slot="actions"
        type="button"
        class="button"
        @click=${() => {
          this.#settle('save-own');
        }}
      >
        ${msg('Mijn versie opslaan')}
      </button>
    `;
  }

  #difference({ scenario }: GradingConflict['view'], difference: MarkDifference, author: string): TemplateResult {
    if (difference.what === 'comment') {
      return html`<li>
        <strong>${msg('Algemene opmerking')}</strong>${this.#both(difference.own, difference.theirs, author)}
      </li>`;
    }
    const step = scenario.steps.filter(isTextStep).find(({ id }) => id === difference.stepId);
    const criterion = step?.rubric.find(({ id }) => id === difference.criterionId);
    const title = criterion ? inLanguage(criterion.title) : difference.criterionId;
    if (difference.what === 'remark') {
      return html`<li>
        <strong>${title}, ${msg('opmerking')}</strong>${this.#both(difference.own, difference.theirs, author)}
      </li>`;
    }
    const level = (index: number | undefined) => {
      const found = criterion?.levels[index ?? -1];
      return found ? inLanguage(found.text) : '';
    };
    return html`<li>
      <strong>${title}</strong>${this.#both(level(difference.own), level(difference.theirs), author)}
    </li>`;
  }

  #both(own: string, theirs: string, author: string): TemplateResult {
    const empty = msg('(niets)');
    return html`<div>${msg('Jij')}: ${own || empty}</div>
      <div>${author}: ${theirs || empty}</div>`;
  }

  #newerAttempt({ view, newest }: Extract<GradingConflict, { what: 'newer-attempt' }>): TemplateResult {
    return html`
      <p>${msg(str`${this.person} heeft intussen poging ${newest.number} ingeleverd. Je beoordeling staat er nog.`)}</p>
      <button
        slot="actions"
        type="button"
        class="button quiet"
        @click=${() => {
          this.#settle('edit');
        }}
      >
        ${msg('Verder bewerken')}
      </button>
      <button
        slot="actions"
        type="button"
        class="button secondary"
        @click=${() => {
          this.#settle('save-own');
        }}
      >
        ${msg(str`Toch bij poging ${view.attemptNumber} opslaan`)}
      </button>
      <button
        slot="actions"
        type="button"
        class="button"
        @click=${() => {
          this.#settle('go-newest');
        }}
      >
        ${msg(str`Naar poging ${newest.number}`)}
      </button>
    `;
  }

  #settle(answer: ConflictAnswer): void {
    if (this.#settled || !this.conflict) return;
    this.#settled = true;
    this.dispatchEvent(new ConflictSettleEvent(answer));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-conflict-dialog': MgvConflictDialog;
  }
}
