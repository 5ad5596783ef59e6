import { msg } from '@lit/localize';
import type { StepFeedback } from '@mgv/core';
import { css, html, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.ts';

type Verdict = StepFeedback['parts'][number]['verdict'];

/** A verdict as icon and word; the colour only helps. `word` says it otherwise than usual. */
export function verdict(kind: Verdict, word?: string): TemplateResult {
  const words = { right: msg('Klopt'), wrong: msg('Klopt niet'), missed: msg('Hoorde er ook bij') };
  const icon = { right: icons.check, wrong: icons.cross, missed: icons.circle };
  return html`<p class="verdict ${kind}">${icon[kind]}${word ?? words[kind]}</p>`;
}

/** The looks of a verdict and of the feedback below it. */
export const verdicts = css`
  .verdict {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--text-small);
    font-weight: 650;
  }
  .verdict.right {
    color: var(--moss);
  }
  .verdict.wrong {
    color: var(--brick);
  }
  .verdict.missed {
    color: var(--amber);
  }
  .part {
    display: grid;
    gap: 2px;
  }
  .part > p {
    max-width: var(--measure);
  }
`;
