import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base, buttons } from './base.styles.ts';

/**
 * A native modal dialog with a heading; Escape and a click beside it close it.
 *
 * @slot - What it says.
 * @slot actions - Buttons, the main one last.
 * @event close - It was closed, by whatever way.
 */
@customElement('mgv-dialog')
export class MgvDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      dialog {
        width: min(32rem, calc(100vw - 32px));
        padding: var(--space-5);
        border: 0;
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(10 18 20 / 45%);
      }
      .body {
        display: grid;
        gap: var(--space-3);
        margin-block: var(--space-3) var(--space-5);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-2);
      }
    `,
  ];

  @property() heading = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  /**
   * Opens it. In a frame that is as tall as its content the middle may be out of sight, so there it stands at the
   * height of `near`, the button that opened it.
   */
  show(near?: Element): void {
    this.dialog.showModal();
    const tall = window.parent !== window && window.innerHeight > 1100;
    const top = near ? near.getBoundingClientRect().top - 240 : 0;
    this.dialog.style.marginTop = tall && near ? `${String(Math.max(16, Math.round(top)))}px` : '';
  }

  close(): void {
    this.dialog.close();
  }

  override firstUpdated(): void {
    // Only a shortcut: Escape and the buttons close it by the keyboard.
    this.dialog.addEventListener('click', this.#clickBeside);
  }

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="heading" @close=${() => this.dispatchEvent(new Event('close'))}>
        <h2 id="heading">${this.heading}</h2>
        <div class="body"><slot></slot></div>
        <div class="actions"><slot name="actions"></slot></div>
      </dialog>
    `;
  }

  readonly #clickBeside = (event: MouseEvent): void => {
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    // A click made by the keyboard has no place.
    if (event.target === this.dialog && !inside && event.detail > 0) this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-dialog': MgvDialog;
  }
}
