import { msg } from '@lit/localize';
import type { PageData } from '@mgv/contracts';
import { type Api, createApi } from './api.ts';
import { currentLanguage, setLanguage } from './language.ts';
import { readPageData } from './page-data.ts';
import { joinFrame } from './platform-frame.ts';
import { keepRestart } from './restart.ts';
import './tokens.css';

/** Sets a page going: reads its data, sets its language, joins the platform's frame, and puts the page's element in the body. */
export async function startPage(create: (api: Api, data: PageData) => HTMLElement): Promise<void> {
  const data = readPageData();
  keepRestart(data);
  const api = createApi({ token: data.token, language: currentLanguage });
  // Without its translation a page is still of use, in Dutch.
  await setLanguage(data.language).catch(() => undefined);
  document.body.append(create(api, data));
  joinFrame({ origin: data.frame.origin, unsaved: () => msg('Je werk is nog niet bewaard.') });
}
