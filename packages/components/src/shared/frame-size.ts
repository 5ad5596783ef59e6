/** At most ten messages a second. */
const PAUSE = 100;

/**
 * Tells the LMS how tall the page is, so that its frame needs no scroll bar of its own. Does nothing outside a frame.
 *
 * @returns stops it.
 * @see https://www.imsglobal.org/spec/lti-pm/v0p1 (`lti.frameResize`, as Canvas and others take it)
 */
export function reportFrameSize(page: Window = window): () => void {
  if (page.parent === page) return () => undefined;
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    timer = undefined;
    const height = Math.ceil(page.document.body.getBoundingClientRect().height);
    if (height === sent || height === 0) return;
    sent = height;
    // The LMS's origin is not known here, and a height is no secret.
    page.parent.postMessage({ subject: 'lti.frameResize', height }, '*');
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

/** Asks the LMS to bring the top of the frame into view, for a new step. Does nothing outside a frame. */
export function scrollToTop(page: Window = window): void {
  page.scrollTo({ top: 0 });
  if (page.parent !== page) page.parent.postMessage({ subject: 'lti.scrollToTop' }, '*');
}
