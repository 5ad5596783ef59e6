import { svg, html, type TemplateResult } from 'lit';

const icon = (path: TemplateResult): TemplateResult => html`
  <svg
    class="icon"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${path}
  </svg>
`;

/** Small drawings beside a word, hidden from screen readers; size and colour follow the text. */
export const icons = {
  check: icon(svg`<path d="M4 10.5 8.2 15 16 5.5" />`),
  cross: icon(svg`<path d="M5 5l10 10M15 5 5 15" />`),
  circle: icon(svg`<circle cx="10" cy="10" r="6.5" />`),
  left: icon(svg`<path d="M12 4.5 6.5 10l5.5 5.5" />`),
  right: icon(svg`<path d="M8 4.5 13.5 10 8 15.5" />`),
  clock: icon(svg`<circle cx="10" cy="10" r="7.5" /><path d="M10 5.8V10l2.8 1.8" />`),
  warning: icon(svg`<path d="M10 3 18 17H2Z" /><path d="M10 8.2v4M10 14.6v.1" />`),
  lock: icon(svg`<rect x="4.5" y="9" width="11" height="8" rx="1.5" /><path d="M7 9V6.5a3 3 0 0 1 6 0V9" />`),
  pencil: icon(svg`<path d="m4 16 1-4 8.5-8.5 3 3L8 15Z" />`),
  list: icon(svg`<path d="M4 5.5h12M4 10h12M4 14.5h12" />`),
} as const;
