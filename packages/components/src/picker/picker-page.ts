import type {
  DeepLinkingAnswer,
  DeepLinkingChoice,
  DeepLinkingOptions,
  Preview,
  PreviewRequest,
  ScenarioList,
} from '@mgv/contracts';
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, buttons } from '../shared/base.styles.ts';
import '../shared/error.ts';
import { scrollToTop } from '../shared/frame-size.ts';
import '../shared/page-header.ts';
import { page } from '../shared/page.styles.ts';
import './preview.ts';
import type { ScenarioChooseEvent } from './scenario-choose.event.ts';
import './scenario-picker.ts';
import type { MgvScenarioPicker } from './scenario-picker.ts';
import type { ScenarioPreviewEvent } from './scenario-preview.event.ts';
import { sendToPlatform } from './send-to-platform.ts';

/** What the picker asks of the server. */
export interface PickerApi {
  options: () => Promise<DeepLinkingOptions>;
  scenarios: () => Promise<ScenarioList>;
  choose: (choice: DeepLinkingChoice) => Promise<DeepLinkingAnswer>;
  preview: (request: PreviewRequest) => Promise<Preview>;
}

/** The page inside 'add activity' of an LMS: scenarios with settings go back as deep links. */
@localized()
@customElement('mgv-picker-page')
export class MgvPickerPage extends LitElement {
  static override styles = [base, buttons, page];

  @property({ attribute: false }) api!: PickerApi;
  /** Title of the link this was opened from, if any. */
  @property() linkTitle: string | null = null;
  /** Hands the answer to the LMS; another one in tests. */
  @property({ attribute: false }) send: (answer: DeepLinkingAnswer) => void = sendToPlatform;

  @state() private options: DeepLinkingOptions | null = null;
  @state() private answer: DeepLinkingAnswer | null = null;
  @state() private busy = false;
  @state() private error: unknown = null;
  @state() private preview: ScenarioPreviewEvent | null = null;
  @query('mgv-scenario-picker') private readonly picker!: MgvScenarioPicker | null;

  override firstUpdated(): void {
    void this.#load();
  }

  override render(): TemplateResult {
    const { preview } = this;
    return html`
      ${
        preview
          ? html`<mgv-preview
              .scenario=${preview.scenario}
              .settings=${preview.settings}
              .ask=${(request: PreviewRequest) => this.api.preview(request)}
              @mgv-preview-close=${this.#closePreview}
            ></mgv-preview>`
          : nothing
      }
      <div class="page wide" ?hidden=${preview !== null}>
        <mgv-page-header></mgv-page-header>
        <main>${this.#content()}</main>
      </div>
    `;
  }

  #content(): TemplateResult {
    if (this.answer) return this.#sending(this.answer);
    if (!this.options) {
      const failed = { failed: 'scenarios-unavailable' } as const;
      return this.error === null
        ? html`<p role="status">${msg('Even laden')}</p>`
        : html`<mgv-error .error=${this.error} retryable @retry=${this.#load}></mgv-error>${this.#backButton(failed)}`;
    }
    return this.options.links ? this.#choosing(this.options) : this.#noLinks();
  }

  #choosing({ multiple, gradebook, previous }: DeepLinkingOptions): TemplateResult {
    return html`
      <div class="prose">
        <h1>${multiple ? msg("Kies scenario's") : msg('Kies een scenario')}</h1>
        <p>
          ${
            multiple
              ? msg('Elk scenario wordt een opdracht in je cursus. De instellingen kun je later nog veranderen.')
              : msg('Het wordt een opdracht in je cursus. De instellingen kun je later nog veranderen.')
          }
        </p>
      </div>
      <mgv-scenario-picker
        .load=${() => this.api.scenarios()}
        submitLabel=${msg('Toevoegen aan de cursus')}
        .assignmentTitle=${this.linkTitle}
        .previous=${previous}
        ?multiple=${multiple}
        ?ungraded=${gradebook === false}
        dated
        previewable
        cancellable
        ?busy=${this.busy}
        @mgv-scenario-choose=${({ assignments }: ScenarioChooseEvent) => this.#choose({ assignments: [...assignments] })}
        @mgv-scenario-preview=${(event: ScenarioPreviewEvent) => {
          this.#openPreview(event);
        }}
        @mgv-scenario-cancel=${() => this.#choose({ cancelled: true })}
      ></mgv-scenario-picker>
      <mgv-error .error=${this.error}></mgv-error>
    `;
  }

  #noLinks(): TemplateResult {
    return html`
      <div class="prose">
        <h1>${msg('Hier kan geen opdracht worden toegevoegd')}</h1>
        <p>
          ${msg('Je leeromgeving vraagt op deze plek om iets anders dan een opdracht, zoals een bestand of een tekst. Er is niets toegevoegd.')}
        </p>
        <p>${msg('Ga terug naar de cursus en voeg deze tool toe als activiteit of als opdracht.')}</p>
      </div>
      <mgv-error .error=${this.error}></mgv-error>
      ${this.#backButton({ failed: 'links-not-accepted' })}
    `;
  }

  #backButton(choice: DeepLinkingChoice): TemplateResult {
    return html`<p>
      <button type="button" class="button secondary" ?disabled=${this.busy} @click=${() => this.#choose(choice)}>
        ${msg('Terug naar de cursus')}
      </button>
    </p>`;
  }

  /** The page goes by itself; the button is for a browser that stops it. */
  #sending(answer: DeepLinkingAnswer): TemplateResult {
    return html`
      <p role="status">${msg('Je gaat terug naar je cursus. Gebeurt er niets, ga dan zelf verder.')}</p>
      <p>
        <button
          type="button"
          class="button"
          @click=${() => {
            this.send(answer);
          }}
        >
          ${msg('Verder')}
        </button>
      </p>
    `;
  }

  readonly #load = async (): Promise<void> => {
    this.error = null;
    try {
      this.options = await this.api.options();
    } catch (error) {
      this.error = error;
    }
  };

  #openPreview(event: ScenarioPreviewEvent): void {
    this.preview = event;
    scrollToTop();
  }

  async #closePreview(): Promise<void> {
    const id = this.preview?.scenario.id ?? '';
    this.preview = null;
    await this.updateComplete;
    this.picker?.focusPreview(id);
  }

  async #choose(choice: DeepLinkingChoice): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      this.answer = await this.api.choose(choice);
      this.send(this.answer);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-picker-page': MgvPickerPage;
  }
}
