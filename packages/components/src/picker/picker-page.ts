import type { DeepLinkingAnswer, DeepLinkingChoice, ScenarioList } from '@mgv/contracts';
import { localized, msg } from '@lit/localize';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base } from '../shared/base.styles.ts';
import '../shared/error.ts';
import '../shared/page-header.ts';
import { page } from '../shared/page.styles.ts';
import type { ScenarioChooseEvent } from './scenario-choose.event.ts';
import './scenario-picker.ts';
import { sendToPlatform } from './send-to-platform.ts';

/** What the picker asks of the server. */
export interface PickerApi {
  scenarios: () => Promise<ScenarioList>;
  choose: (choice: DeepLinkingChoice) => Promise<DeepLinkingAnswer>;
}

/** The page inside 'add activity' of an LMS: a scenario with settings goes back as a deep link. */
@localized()
@customElement('mgv-picker-page')
export class MgvPickerPage extends LitElement {
  static override styles = [base, page];

  @property({ attribute: false }) api!: PickerApi;
  /** Title of the link this was opened from, if any. */
  @property() linkTitle: string | null = null;
  /** Hands the answer to the LMS; another one in tests. */
  @property({ attribute: false }) send: (answer: DeepLinkingAnswer) => void = sendToPlatform;

  @state() private busy = false;
  @state() private error: unknown = null;

  override render(): TemplateResult {
    return html`
      <div class="page wide">
        <mgv-page-header></mgv-page-header>
        <main>
          <div class="prose">
            <h1>${msg('Kies een scenario')}</h1>
            <p>${msg('Het wordt een opdracht in je cursus. De instellingen kun je later nog veranderen.')}</p>
          </div>
          <mgv-scenario-picker
            .load=${() => this.api.scenarios()}
            submitLabel=${msg('Toevoegen aan de cursus')}
            .assignmentTitle=${this.linkTitle}
            cancellable
            ?busy=${this.busy}
            @mgv-scenario-choose=${({ assignment }: ScenarioChooseEvent) => this.#choose(assignment)}
            @mgv-scenario-cancel=${() => this.#choose({ cancelled: true })}
          ></mgv-scenario-picker>
          <mgv-error .error=${this.error}></mgv-error>
        </main>
      </div>
    `;
  }

  async #choose(choice: DeepLinkingChoice): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      // It stays busy: the LMS takes the frame over.
      this.send(await this.api.choose(choice));
    } catch (error) {
      this.error = error;
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-picker-page': MgvPickerPage;
  }
}
