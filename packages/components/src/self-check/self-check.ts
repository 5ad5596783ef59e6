import { localized, msg, str } from '@lit/localize';
import type { PageData, ScoreCheck, SelfCheck } from '@mgv/contracts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, fields } from '../shared/base.styles.ts';
import '../shared/error.ts';
import { icons } from '../shared/icons.ts';
import { moment } from '../shared/language.ts';
import { page } from '../shared/page.styles.ts';
import { browserLines } from './browser-lines.ts';
import { type CheckLine, type CheckState, stateWord, toPlainText } from './check-line.ts';
import { type BrowserCheck, checkBrowser, growsAlong } from './frame-check.ts';
import { lmsLines } from './lms-lines.ts';
import { scoreLine } from './score-line.ts';
import type { SelfCheckApi } from './self-check-api.ts';
import { styles } from './self-check.styles.ts';

const ICONS: Record<CheckState, TemplateResult> = {
  good: icons.check,
  attention: icons.warning,
  bad: icons.cross,
  open: icons.circle,
};

/** 'Werkt het?': each part of the connection with the LMS, whether it works, and what to do where it does not. */
@localized()
@customElement('mgv-self-check')
export class MgvSelfCheck extends LitElement {
  static override styles = [base, buttons, fields, page, styles];

  @property({ attribute: false }) api!: SelfCheckApi;
  @property({ attribute: false }) frame!: PageData['frame'];

  @state() private check: SelfCheck | null = null;
  @state() private browser: BrowserCheck | null = null;
  @state() private grows: boolean | null = null;
  @state() private score: ScoreCheck | null = null;
  @state() private busy = false;
  @state() private error: unknown = null;
  @state() private copied = false;
  /** Shown where the clipboard cannot be written. */
  @state() private text: string | null = null;

  /** Puts the focus on the title, so that it is read out. */
  override focus(): void {
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }

  override firstUpdated(): void {
    void this.#look();
  }

  override render(): TemplateResult {
    return html`
      <div class="intro">
        <h1 tabindex="-1">${msg('Werkt het?')}</h1>
        <p>${msg('Deze controle loopt de verbinding met het LMS langs. Er staan geen namen of antwoorden in.')}</p>
      </div>
      <mgv-error .error=${this.error} retryable @retry=${this.#look}></mgv-error>
      ${this.busy && !this.check ? html`<p class="quiet-text" role="status">${msg('Bezig met controleren.')}</p>` : nothing}
      ${this.check ? this.#report(this.check) : nothing}
    `;
  }

  #report(check: SelfCheck): TemplateResult {
    const lines = this.#lines(check);
    return html`
      <p class="summary" role="status">${this.#summary(lines)}</p>
      <ul class="lines">
        ${lines.map((line) => this.#line(line))}
      </ul>
      <dl class="facts">
        ${this.#facts(check).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      <div class="actions">
        <button type="button" class="button secondary" ?disabled=${this.busy} @click=${this.#look}>
          ${msg('Opnieuw controleren')}
        </button>
        <button type="button" class="button quiet" @click=${this.#copy}>
          ${this.copied ? msg('Gekopieerd') : msg('Kopieer als tekst')}
        </button>
        <button
          type="button"
          class="button quiet"
          @click=${() => {
            window.print();
          }}
        >
          ${msg('Afdrukken')}
        </button>
      </div>
      ${
        this.text === null
          ? nothing
          : html`<textarea
              class="field"
              readonly
              aria-label=${msg('De controle als tekst')}
              .value=${this.text}
            ></textarea>`
      }
    `;
  }

  #line({ id, state, title, found, advice }: CheckLine): TemplateResult {
    return html`
      <li class="line ${state}">
        <span class="state">${ICONS[state]}${stateWord(state)}</span>
        <div class="words">
          <h2>${title}</h2>
          <p>${found}</p>
          ${advice === undefined ? nothing : html`<p><strong>${msg('Wat te doen:')}</strong> ${advice}</p>`}
          ${
            id === 'score'
              ? html`<button
                  type="button"
                  class="button secondary small"
                  ?disabled=${this.busy}
                  @click=${this.#tryScore}
                >
                  ${msg('Proefcijfer sturen')}
                </button>`
              : nothing
          }
        </div>
      </li>
    `;
  }

  #lines(check: SelfCheck): CheckLine[] {
    const browser = this.browser ? browserLines(this.browser, this.grows) : [];
    return [...lmsLines(check), ...(check.gradebook ? [scoreLine(this.score)] : []), ...browser];
  }

  #summary(lines: readonly CheckLine[]): string {
    const bad = lines.filter(({ state }) => state === 'bad').length;
    const attention = lines.filter(({ state }) => state === 'attention').length;
    if (bad > 0) return bad === 1 ? msg('Eén punt is niet in orde.') : msg(str`${bad} punten zijn niet in orde.`);
    if (attention > 0) return msg('Het werkt. Bij een of meer punten staat een aandachtspunt.');
    return msg('Het werkt.');
  }

  #facts({ at, platform }: SelfCheck): [string, string][] {
    return [
      ['Issuer', platform.issuer],
      ['Client ID', platform.clientId],
      ['Deployment ID', platform.deploymentId],
      [msg('Soort LMS'), platform.family ?? msg('onbekend')],
      [msg('Gecontroleerd'), moment(at)],
    ];
  }

  readonly #look = (): Promise<void> =>
    this.#doing(async () => {
      const [check, browser] = await Promise.all([this.api.read(), checkBrowser(this.frame, () => this.api.cookie())]);
      this.check = check;
      this.browser = browser;
      await this.updateComplete;
      this.grows = browser.framed ? await growsAlong() : null;
    });

  readonly #tryScore = (): Promise<void> =>
    this.#doing(async () => {
      this.score = await this.api.tryScore();
    });

  async #doing(action: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    Object.assign(this, { busy: true, error: null, copied: false, text: null });
    try {
      await action();
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  readonly #copy = async (): Promise<void> => {
    if (!this.check) return;
    const heading = this.#facts(this.check).map(([name, value]) => `${name}: ${value}`);
    const text = toPlainText([msg('Werkt het?'), ...heading], this.#lines(this.check));
    try {
      await navigator.clipboard.writeText(text);
      this.copied = true;
    } catch {
      // Frames may not always write to the clipboard; then the text stands selected, for Ctrl+C.
      this.text = text;
      await this.updateComplete;
      const field = this.renderRoot.querySelector('textarea');
      field?.focus();
      field?.select();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-self-check': MgvSelfCheck;
  }
}
