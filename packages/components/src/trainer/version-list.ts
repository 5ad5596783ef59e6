import type { MarkVersion } from '@mgv/contracts';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.ts';
import { moment, points } from '../shared/language.ts';

/** The versions of a mark, newest first, folded: who, when, how many points, why. */
@localized()
@customElement('mgv-version-list')
export class MgvVersionList extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        font-size: var(--text-small);
      }
      summary {
        display: list-item;
        min-height: 32px;
        padding-block: 4px;
        color: var(--petrol);
        cursor: pointer;
      }
      ol {
        display: grid;
        gap: var(--space-3);
        margin-top: var(--space-2);
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 var(--space-3);
        padding-inline-start: var(--space-3);
        border-inline-start: 2px solid var(--rule);
        line-height: 1.4;
      }
      .points {
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .reason,
      .released {
        grid-column: 1 / -1;
      }
      .released {
        color: var(--moss);
      }
    `,
  ];

  @property({ attribute: false }) versions: readonly MarkVersion[] = [];

  override render(): TemplateResult | typeof nothing {
    if (this.versions.length === 0) return nothing;
    return html`
      <details>
        <summary>${msg(str`Versies (${this.versions.length})`)}</summary>
        <ol>
          ${this.versions.toReversed().map(
            ({ version, author, createdAt, points: earned, maximum, reason, releasedAt }) => html`
              <li>
                <span>${version}. ${author ?? msg('Trainer')}, ${moment(createdAt)}</span>
                <span class="points">${points(earned)} / ${points(maximum)}</span>
                ${reason ? html`<span class="reason">“${reason}”</span>` : nothing}
                ${releasedAt ? html`<span class="released">${msg(str`vrijgegeven ${moment(releasedAt)}`)}</span>` : nothing}
              </li>
            `,
          )}
        </ol>
      </details>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-version-list': MgvVersionList;
  }
}
