import { css, html, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.ts';
import type { ClassRow } from './class-list.ts';
import { stateWord } from './trainer-words.ts';

const LOOKS: Record<ClassRow['state'], TemplateResult> = {
  'not-started': icons.circle,
  opened: icons.circle,
  busy: icons.clock,
  'to-grade': icons.pencil,
  graded: icons.check,
  released: icons.check,
};

/** A student's state: icon and word. Goes with {@link stateMarkStyles}. */
export function stateMark(state: ClassRow['state']): TemplateResult {
  return html`<span class="state-mark ${state}">${LOOKS[state]}<span>${stateWord(state)}</span></span>`;
}

export const stateMarkStyles = css`
  .state-mark {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    padding: 2px 10px 2px 8px;
    border-radius: 999px;
    background: var(--sand);
    color: var(--ink-quiet);
    font-size: var(--text-small);
    white-space: nowrap;
  }
  .state-mark.to-grade {
    background: var(--amber-tint);
    color: var(--amber);
    font-weight: 600;
  }
  .state-mark.graded {
    background: var(--petrol-tint);
    color: var(--petrol);
    font-weight: 600;
  }
  .state-mark.released {
    background: var(--moss-tint);
    color: var(--moss);
  }
  .state-mark.not-started,
  .state-mark.opened,
  .state-mark.busy {
    padding-inline-start: 0;
    background: none;
  }
`;
