import type { AssignmentView } from '@mgv/contracts';
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../picker/settings-form.ts';
import type { MgvSettingsForm } from '../picker/settings-form.ts';
import { base, buttons } from '../shared/base.styles.ts';
import '../shared/dialog.ts';
import type { MgvDialog } from '../shared/dialog.ts';
import '../shared/error.ts';
import type { TrainerApi } from './trainer-api.ts';

/**
 * Changes the settings of an assignment; the scenario stays.
 *
 * @event mgv-assignment-change - The settings were saved.
 */
@localized()
@customElement('mgv-settings-dialog')
export class MgvSettingsDialog extends LitElement {
  static override styles = [base, buttons];

  @property({ attribute: false }) api!: TrainerApi;
  @property({ attribute: false }) assignment!: AssignmentView;

  @state() private busy = false;
  @state() private open = false;
  @state() private error: unknown = null;
  @query('mgv-dialog') private readonly dialog!: MgvDialog;
  @query('mgv-settings-form') private readonly form!: MgvSettingsForm | null;

  async show(near?: Element): Promise<void> {
    this.error = null;
    this.open = true;
    await this.updateComplete;
    this.dialog.show(near);
  }

  override render(): TemplateResult {
    return html`
      <mgv-dialog heading=${msg('Instellingen van de opdracht')} @close=${() => (this.open = false)}>
        ${
          this.open
            ? html`<mgv-settings-form
                .settings=${this.assignment.settings}
                .maximum=${this.assignment.scenario?.maximum ?? null}
              ></mgv-settings-form>`
            : nothing
        }
        <mgv-error .error=${this.error}></mgv-error>
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
        <button slot="actions" type="button" class="button" ?disabled=${this.busy} @click=${this.#save}>
          ${msg('Opslaan')}
        </button>
      </mgv-dialog>
    `;
  }

  async #save(): Promise<void> {
    const { scenario } = this.assignment;
    const settings = this.form?.read();
    if (!scenario || !settings) return;
    this.busy = true;
    this.error = null;
    try {
      await this.api.setUp({ scenarioId: scenario.id, settings });
      this.dialog.close();
      this.dispatchEvent(new Event('mgv-assignment-change'));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-settings-dialog': MgvSettingsDialog;
  }
}
