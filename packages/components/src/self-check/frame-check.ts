import type { PageData } from '@mgv/contracts';
import { askCapabilities } from '../shared/platform-messages.ts';
import { getData, putData, type StoragePlace } from '../shared/platform-storage.ts';

/** What this browser and the page around ours allow. */
export interface BrowserCheck {
  /** Whether a cookie like that of a login came back. */
  cookie: boolean;
  framed: boolean;
  /** Whether the platform says what it understands. */
  answers: boolean;
  storage: 'kept' | 'failed' | 'not-offered';
}

/** Where the platform keeps things: the frame its login named, else the one it lists. */
async function storagePlace(
  frame: PageData['frame'],
  page: Window,
): Promise<{ place: StoragePlace; answers: boolean }> {
  const capabilities = await askCapabilities(page);
  const listed =
    capabilities?.frames.has('lti.put_data') === true ? (capabilities.frames.get('lti.put_data') ?? '_parent') : null;
  return { place: { ...frame, target: frame.target ?? listed }, answers: capabilities !== null };
}

/** Tries storage and cookies as a login would. */
export async function checkBrowser(
  frame: PageData['frame'],
  cookie: () => Promise<boolean>,
  page: Window = window,
): Promise<BrowserCheck> {
  const [arrived, { place, answers }] = await Promise.all([cookie(), storagePlace(frame, page)]);
  const value = String(Date.now());
  const kept = await putData(place, { key: 'mgv-check', value }, page);
  const found = kept && (await getData(place, 'mgv-check', page)) === value;
  return {
    cookie: arrived,
    framed: page.parent !== page,
    answers,
    storage: place.target === null ? 'not-offered' : found ? 'kept' : 'failed',
  };
}

/** Whether the frame is as tall as the page within `patience` milliseconds, so that it has no scroll bar. */
export function growsAlong(page: Window = window, patience = 2000): Promise<boolean> {
  const end = performance.now() + patience;
  return new Promise((resolve) => {
    const look = (): void => {
      const fits = page.document.documentElement.scrollHeight <= page.innerHeight;
      if (fits || performance.now() > end) resolve(fits);
      else setTimeout(look, 100);
    };
    look();
  });
}
