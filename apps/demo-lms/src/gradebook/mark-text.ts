import { html, type Html } from '../pages/html.ts';
import { formatPoints, type PageLanguage } from '../pages/language.ts';
import type { Grade, LineItem, State } from '../storage/state.schema.ts';

/** The cell of a student in a column, or `null`. */
export const selectOptionalGrade = (state: State, lineItemId: string, userId: string): Grade | null =>
  state.grades.find((grade) => grade.lineItemId === lineItemId && grade.userId === userId) ?? null;

/** A student's mark as `17,5 / 20`, with its comment to unfold; `–` when there is none. */
export function markText(state: State, lineItem: LineItem, userId: string, language: PageLanguage): Html {
  const grade = selectOptionalGrade(state, lineItem.id, userId);
  if (grade?.score === null || grade?.score === undefined) return html`<span class="points">–</span>`;
  const points = `${formatPoints(grade.score, language)} / ${formatPoints(lineItem.scoreMaximum, language)}`;
  const comment = html`<details class="comment">
    <summary>${language === 'nl' ? 'Opmerking' : 'Comment'}</summary>
    <p>${grade.comment}</p>
  </details>`;
  return html`<span class="points">${points}</span>${grade.comment === null ? null : comment}`;
}
