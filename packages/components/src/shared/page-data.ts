import type { PageData } from '@mgv/contracts';

/**
 * Reads what the service wrote into the page and takes it out of the document, so that the token stays in memory only.
 *
 * @throws {Error} when the page holds no data: it was not served by apps/lti.
 */
export function readPageData(from: Document = document): PageData {
  const element = from.querySelector('#mgv-page');
  if (!element?.textContent) throw new Error('The page holds no #mgv-page data');
  // Our own service wrote it and parsed it by the same schema.
  const data = JSON.parse(element.textContent) as PageData;
  element.remove();
  return data;
}
