import { ask } from './platform-messages.ts';

/** Where the platform keeps things for us. */
export interface StoragePlace {
  /** Name of the frame that takes the messages, or `_parent`; `null` when the platform named none. */
  target: string | null;
  /** Origin of the platform's authentication endpoint. */
  origin: string;
}

function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}

/** The frame that keeps things: beside us in the page around ours, or in the one that opened us. */
function storageWindow({ target }: StoragePlace, page: Window): Window | null {
  const around: unknown = page.parent === page ? page.opener : page.parent;
  if (target === null || target === '' || !isWindow(around)) return null;
  if (target === '_parent') return around;
  try {
    const frame: unknown = Reflect.get(around, target);
    return isWindow(frame) ? frame : null;
  } catch {
    // The page around ours has another origin, and no frame of that name.
    return null;
  }
}

/**
 * Has the platform keep a value for this browser.
 *
 * @returns false when it does not say within a second that it did.
 * @see https://www.imsglobal.org/spec/lti-pm-s/v0p1
 */
export async function putData(
  place: StoragePlace,
  { key, value }: { key: string; value: string },
  page: Window = window,
): Promise<boolean> {
  const to = storageWindow(place, page);
  if (!to) return false;
  return (await ask({ subject: 'lti.put_data', key, value }, { to, origin: place.origin }, { page })) !== null;
}

/**
 * What the platform keeps under a key; `null` for nothing, an error, or no answer within a second.
 *
 * @see https://www.imsglobal.org/spec/lti-pm-s/v0p1
 */
export async function getData(place: StoragePlace, key: string, page: Window = window): Promise<string | null> {
  const to = storageWindow(place, page);
  if (!to) return null;
  const answer = await ask({ subject: 'lti.get_data', key }, { to, origin: place.origin }, { page });
  const value: unknown = answer?.data['value'];
  return typeof value === 'string' && value !== '' ? value : null;
}
