import type { PageData, StoragePageData } from '@mgv/contracts';

/** Takes the page's data out of the document, so that the token stays in memory only. */
function takeData(from: Document): unknown {
  const element = from.querySelector('#mgv-page');
  if (!element?.textContent) throw new Error('The page holds no #mgv-page data');
  element.remove();
  return JSON.parse(element.textContent);
}

/**
 * Reads what the service wrote into the page and takes it out of the document.
 *
 * @throws {Error} when the page holds no data: it was not served by apps/lti.
 */
export function readPageData(from: Document = document): PageData {
  // Our own service wrote it and parsed it by the same schema.
  return takeData(from) as PageData;
}

/** As {@link readPageData}, for the page between login and launch. */
export function readStoragePageData(from: Document = document): StoragePageData {
  return takeData(from) as StoragePageData;
}
