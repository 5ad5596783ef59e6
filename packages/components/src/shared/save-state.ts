import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from './base.styles.ts';
import { icons } from './icons.ts';

/**
 * `none` while nothing was typed; `retrying`: not saved, tried again by itself; `expired`: the session is over;
 * `refused`: the service will not take it.
 */
export type SaveState = 'none' | 'saved' | 'saving' | 'retrying' | 'expired' | 'refused';

/** Whether the text is safe, in an icon and words; announced politely. */
@customElement('mgv-save-state')
@localized()
export class MgvSaveState extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        line-height: 1.4;
        font-size: var(--text-small);
        color: var(--ink-quiet);
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .saved .icon {
        color: var(--moss);
      }
      .retrying,
      .expired,
      .refused {
        color: var(--amber);
        font-weight: 600;
      }
    `,
  ];

  @property() state: SaveState = 'none';

  override render(): TemplateResult {
    return html`<div role="status">${this.state === 'none' ? nothing : this.#line(this.state)}</div>`;
  }

  #line(state: Exclude<SaveState, 'none'>): TemplateResult {
    const words = {
      saved: msg('Bewaard'),
      saving: msg('Bezig met bewaren'),
      retrying: msg('Niet bewaard – we proberen het opnieuw'),
      expired: msg('Niet bewaard – je sessie is verlopen'),
      refused: msg('Niet bewaard'),
    };
    const icon = {
      saved: icons.check,
      saving: icons.clock,
      retrying: icons.warning,
      expired: icons.warning,
      refused: icons.warning,
    };
    // Polite, and silent while it is under way: a screen reader hears only how it ended.
    return html`<span class=${state} aria-hidden=${state === 'saving'}>${icon[state]}${words[state]}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mgv-save-state': MgvSaveState;
  }
}
