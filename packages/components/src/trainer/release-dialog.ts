import type { ReleasedAll } from '@mgv/contracts';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import '../shared/dialog.ts';
import type { MgvDialog } from '../shared/dialog.ts';
import '../shared/error.ts';
import type { SubmissionCounts } from './submission-filter.ts';
import { SubmissionChangeEvent } from './trainer.event.ts';

/**
 * Says how many marks 'Alles vrijgeven' releases and what happens then, does it, and says what came of it.
 *
 * @event {SubmissionChangeEvent} mgv-submission-change - Marks were released.
 */
@localized()
@customElement('mgv-release-dialog')
export class MgvReleaseDialog extends LitElement {
  static override styles = [base, buttons];

  @property({ attribute: false }) releaseAll!: () => Promise<ReleasedAll>;
  @property({ attribute: false }) counts!: SubmissionCounts;
  /** Whether released points go to a gradebook. */
  @property({ type: Boolean }) connected = false;

  @state() private busy = false;
  @state() private outcome: ReleasedAll | null = null;
  @state() private error: unknown = null;
  @query('mgv-dialog') private readonly dialog!: MgvDialog;

  show(near?: Element): void {
    this.outcome = null;
    this.error = null;
    this.dialog.show(near);
  }

  override render(): TemplateResult {
    return html`
      <mgv-dialog heading=${msg('Alles vrijgeven')}>
        ${this.outcome ? this.#after(this.outcome) : this.#before()}
        <mgv-error .error=${this.error}></mgv-error>
        ${
          this.outcome
            ? html`<button
                slot="actions"
                type="button"
                class="button"
                @click=${() => {
                  this.dialog.close();
                }}
              >
                ${msg('Sluiten')}
              </button>`
            : html`
                <button
                  slot="actions"
                  type="button"
                  class="button secondary"
                  @click=${() => {
                    this.dialog.close();
                  }}
                >
                  ${msg('Annuleren')}
                </button>
                <button slot="actions" type="button" class="button" ?disabled=${this.busy} @click=${this.#release}>
                  ${msg(str`${this.counts.toRelease} vrijgeven`)}
                </button>
              `
        }
      </mgv-dialog>
    `;
  }

  #before(): TemplateResult {
    const { toRelease, toGrade } = this.counts;
    return html`
      <p>
        ${toRelease === 1 ? msg('Er staat 1 beoordeling klaar.') : msg(str`Er staan ${toRelease} beoordelingen klaar.`)}
        ${msg('Deze studenten zien daarna hun punten en jouw opmerkingen.')}
        ${this.connected ? msg('De punten gaan naar de cijferlijst van de cursus.') : nothing}
      </p>
      ${
        toGrade > 0
          ? html`<p>
              ${
                toGrade === 1
                  ? msg('1 inzending moet je nog nakijken; die blijft staan.')
                  : msg(str`${toGrade} inzendingen moet je nog nakijken; die blijven staan.`)
              }
            </p>`
          : nothing
      }
      <p>${msg('Je kunt een beoordeling later nog wijzigen en opnieuw vrijgeven.')}</p>
    `;
  }

  #after({ released, incomplete }: ReleasedAll): TemplateResult {
    return html`
      <p role="status">
        ${released === 1 ? msg('1 beoordeling is vrijgegeven.') : msg(str`${released} beoordelingen zijn vrijgegeven.`)}
        ${incomplete > 0 ? msg(str`Nog niet af: ${incomplete}.`) : nothing}
      </p>
    `;
  }

  async #release(): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      this.outcome = await this.releaseAll();
      this.dispatchEvent(new SubmissionChangeEvent());
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-release-dialog': MgvReleaseDialog;
  }
}
