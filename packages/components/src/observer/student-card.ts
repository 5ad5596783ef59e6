import { localized, msg, str } from '@lit/localize';
import type { AttemptSummary, StudentMark, StudentSummary } from '@mgv/contracts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../shared/base.styles.ts';
import { inLanguage, moment, points } from '../shared/language.ts';
import { page } from '../shared/page.styles.ts';
import { plainText } from '../shared/plain-text.ts';
import { studentCard } from './student-card.styles.ts';

type StepMark = StudentMark['steps'][string];

/** How far one student is, and after release the mark with the trainer's remarks. */
@localized()
@customElement('mgv-student-card')
export class MgvStudentCard extends LitElement {
  static override styles = [base, page, studentCard];

  @property({ attribute: false }) student!: StudentSummary;
  /** The name to show. */
  @property() name = '';

  override render(): TemplateResult {
    const { attempts, mark } = this.student;
    return html`
      <h2>${this.name}</h2>
      ${
        attempts.length === 0
          ? html`<p>${msg('Nog niet begonnen.')}</p>`
          : html`<ul>
              ${attempts.map((attempt) => this.#attempt(attempt))}
            </ul>`
      }
      ${mark ? this.#mark(mark) : nothing}
    `;
  }

  #attempt(attempt: AttemptSummary): TemplateResult {
    const { number, counts } = attempt;
    return html`
      <li>
        <strong>${msg(str`Poging ${number}`)}</strong> <span>${stateOf(attempt)}</span>
        ${counts && this.student.attempts.length > 1 ? html`<span class="counts">${msg('telt')}</span>` : nothing}
      </li>
    `;
  }

  #mark(mark: StudentMark): TemplateResult {
    return html`
      <section>
        <p class="score">
          ${msg(str`${points(mark.points)} van ${points(mark.maximum)}`)} <span>${msg('punten')}</span>
        </p>
        <p class="small quiet-text">${msg(str`Vrijgegeven op ${moment(mark.releasedAt)}`)}</p>
        ${
          mark.comment.trim() === ''
            ? nothing
            : html`<h3>${msg('Van de trainer')}</h3>
                <div class="comment prose">${plainText(mark.comment)}</div>`
        }
        <details>
          <summary>${msg('Per stap')}</summary>
          <dl>
            ${this.student.steps.map(({ id, title }) => {
              const step = mark.steps[id];
              return step ? this.#step(inLanguage(title), step) : nothing;
            })}
          </dl>
        </details>
      </section>
    `;
  }

  #step(title: string, step: StepMark): TemplateResult {
    const remarks = step.criteria.filter(({ remark }) => remark.trim() !== '');
    return html`
      <div>
        <dt>${title} <span>${msg(str`${points(step.points)} van ${points(step.maximum)}`)}</span></dt>
        ${remarks.map(
          (criterion) => html`
            <dd class="prose">
              <span class="small quiet-text">${inLanguage(criterion.title)}</span>
              ${plainText(criterion.remark)}
            </dd>
          `,
        )}
      </div>
    `;
  }
}

function stateOf({ state, handedInAt, points: earned, maximum }: AttemptSummary): string {
  if (state === 'open') return msg('nog bezig');
  if (state === 'handed-in') return msg(str`ingeleverd op ${moment(handedInAt ?? '')}, wordt nagekeken`);
  return msg(str`${points(earned ?? 0)} van ${points(maximum)} punten`);
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-student-card': MgvStudentCard;
  }
}
