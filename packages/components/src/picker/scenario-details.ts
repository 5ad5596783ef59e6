import type { ScenarioSummary } from '@mgv/core';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.ts';
import { inLanguage, points } from '../shared/language.ts';

/** The kind of a step, in words. */
export function kindWord(kind: ScenarioSummary['steps'][number]['kind']): string {
  switch (kind) {
    case 'explanation':
      return msg('uitleg');
    case 'choice':
      return msg('keuze');
    case 'classify':
      return msg('indelen');
    case 'respond':
      return msg('eigen reactie');
    case 'reflect':
      return msg('reflectie');
  }
}

/** What a scenario holds: goals, steps with their kind and points, concepts. */
@localized()
@customElement('mgv-scenario-details')
export class MgvScenarioDetails extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
      }
      h3 {
        margin-bottom: var(--space-1);
      }
      ul {
        display: grid;
        gap: var(--space-1);
        padding-inline-start: 1.2em;
      }
      ol {
        padding: 0;
        list-style: none;
      }
      ol li {
        display: grid;
        grid-template-columns: 2ch minmax(0, 1fr) auto;
        gap: 0 var(--space-3);
        padding-block: 7px;
        border-bottom: 1px solid var(--rule);
        line-height: 1.35;
      }
      ol li:last-child {
        border: 0;
      }
      .count {
        color: var(--ink-quiet);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      .kind {
        display: block;
        color: var(--ink-quiet);
        font-size: var(--text-small);
      }
      .worth {
        font-size: var(--text-small);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      summary {
        min-height: 32px;
        padding-block: 4px;
        color: var(--petrol);
        cursor: pointer;
      }
      .concepts {
        color: var(--ink-quiet);
        font-size: var(--text-small);
      }
    `,
  ];

  @property({ attribute: false }) scenario!: ScenarioSummary;

  override render(): TemplateResult {
    const { goals, steps, concepts } = this.scenario;
    const judged = steps.filter(({ kind }) => kind === 'respond' || kind === 'reflect').length;
    return html`
      <section>
        <h3>${msg('Wat studenten oefenen')}</h3>
        <ul>
          ${goals.map((goal) => html`<li>${inLanguage(goal)}</li>`)}
        </ul>
      </section>
      <section>
        <h3>${msg('Wat jij doet')}</h3>
        <p>
          ${
            judged === 0
              ? msg('Alle stappen worden vanzelf gescoord. Jij geeft de punten vrij.')
              : judged === 1
                ? msg('Je kijkt 1 tekst na met een rubric; de andere stappen worden vanzelf gescoord.')
                : msg(str`Je kijkt ${judged} teksten na met een rubric; de andere stappen worden vanzelf gescoord.`)
          }
        </p>
      </section>
      <details>
        <summary>${msg(str`Alle ${steps.length} stappen`)}</summary>
        <ol>
          ${steps.map(
            ({ kind, title, maximum }, index) => html`
              <li>
                <span class="count">${index + 1}</span>
                <span>${inLanguage(title)}<span class="kind">${kindWord(kind)}</span></span>
                <span class="worth">${maximum > 0 ? msg(str`${points(maximum)} punten`) : ''}</span>
              </li>
            `,
          )}
        </ol>
      </details>
      <p class="concepts">${msg('Begrippen')}: ${concepts.map((concept) => inLanguage(concept)).join(', ')}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-scenario-details': MgvScenarioDetails;
  }
}
