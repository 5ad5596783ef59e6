import { scrollToTop } from '../shared/frame-size.ts';
import type { MgvSelfCheckPage } from './self-check-page.ts';

/** Shows 'Werkt het?' over a page, which stays as it is meanwhile. Loaded when it is first wanted. */
export async function openSelfCheck(
  over: HTMLElement,
  given: Pick<MgvSelfCheckPage, 'api' | 'frame' | 'returnUrl'>,
): Promise<void> {
  await import('./self-check-page.ts');
  const from = over.shadowRoot?.activeElement;
  const page = Object.assign(document.createElement('mgv-self-check-page'), { ...given, over: true });
  page.addEventListener('mgv-back', () => {
    page.remove();
    over.hidden = false;
    if (from instanceof HTMLElement) from.focus();
  });
  over.hidden = true;
  over.after(page);
  scrollToTop();
  await page.updateComplete;
  const check = page.renderRoot.querySelector('mgv-self-check');
  await check?.updateComplete;
  check?.focus();
}
