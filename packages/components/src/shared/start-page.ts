import type { PageData } from '@mgv/contracts';
import { type Api, createApi } from './api.ts';
import { reportFrameSize } from './frame-size.ts';
import { currentLanguage, setLanguage } from './language.ts';
import { readPageData } from './page-data.ts';
import './tokens.css';

/** Sets a page going: reads its data, sets its language, tells the frame its height, and puts the page's element in the body. */
export async function startPage(create: (api: Api, data: PageData) => HTMLElement): Promise<void> {
  const data = readPageData();
  const api = createApi({ token: data.token, language: currentLanguage });
  // Without its translation a page is still of use, in Dutch.
  await setLanguage(data.language).catch(() => undefined);
  document.body.append(create(api, data));
  reportFrameSize();
}
