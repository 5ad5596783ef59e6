import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from './base.styles.ts';

/** How far somebody is: dots for the eye, 'Stap 3 van 12' for everybody. */
@customElement('mgv-progress')
@localized()
export class MgvProgress extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
      }
      .dots {
        display: flex;
        flex-wrap: wrap;
        gap: 5px;
      }
      i {
        width: 9px;
        height: 9px;
        border: 1.5px solid var(--edge);
        border-radius: 50%;
      }
      .done {
        background: var(--petrol);
        border-color: var(--petrol);
      }
      .now {
        width: 22px;
        border-radius: 5px;
      }
      .small {
        color: var(--ink-quiet);
      }
    `,
  ];

  /** 1 for the first. */
  @property({ type: Number }) current = 1;
  @property({ type: Number }) total = 1;

  override render(): TemplateResult {
    const kind = (index: number): string =>
      index + 1 === this.current ? 'done now' : index < this.current ? 'done' : '';
    return html`
      <span class="dots" aria-hidden="true"
        >${Array.from({ length: this.total }, (_, index) => html`<i class=${kind(index)}></i>`)}</span
      >
      <span class="small">${msg(str`Stap ${this.current} van ${this.total}`)}</span>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-progress': MgvProgress;
  }
}
