/** At most ten messages a second. */
const PAUSE = 100;
/** Room for a frame whose border counts in its height; without it such a frame gets a scroll bar for two pixels. */
const BORDER = 4;

/**
 * Tells how tall the page is whenever that changes, so that its frame needs no scroll bar of its own.
 *
 * @param tell - Gets the height in CSS pixels.
 * @returns stops it.
 */
export function watchHeight(tell: (height: number) => void, page: Window = window): () => void {
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    timer = undefined;
    const height = Math.ceil(page.document.body.getBoundingClientRect().height) + BORDER;
    if (height === sent || height === BORDER) return;
    sent = height;
    tell(height);
  };
  const observer = new ResizeObserver(() => {
    timer ??= setTimeout(send, PAUSE);
  });
  observer.observe(page.document.body);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}

/** The top of this page should be in view, for a new step: the page around ours is told; see `platform-frame.ts`. */
export function scrollToTop(page: Window = window): void {
  page.scrollTo({ top: 0 });
  page.dispatchEvent(new Event('mgv-top'));
}
