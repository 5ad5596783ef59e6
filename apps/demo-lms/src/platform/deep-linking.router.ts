import { Router } from 'express';
import { parse } from '@mgv/service-kit';
import type { JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { addActivity } from '../courses/activities.ts';
import { pageLanguage } from '../pages/language.ts';
import { messagePage, sendPage } from '../pages/page.ts';
import type { StateStore } from '../storage/state-store.ts';
import { openDeepLinkingResponse } from './deep-linking-response.ts';
import type { DeepLinkingSelections } from './deep-linking-selections.ts';
import type { Launches } from './launches.ts';
import type { Platform } from './platform.ts';

interface Deps {
  platform: Platform;
  toolKeys: JWTVerifyGetKey;
  launches: Launches;
  selections: DeepLinkingSelections;
  store: StateStore;
  now: () => Date;
}

const ReturnSchema = z.object({ JWT: z.string().min(1) });

/**
 * `POST /lti/deep-linking/return`: adds what the teacher chose, and shows the course. The form comes from the tool's
 * site, without our cookie: the signed answer with our `data` in it says who chose.
 */
export function deepLinkingRouter(deps: Deps): Router {
  const router = Router();
  router.post('/lti/deep-linking/return', async (req, res) => {
    const { JWT: jwt } = parse(ReturnSchema, req.body ?? {});
    const added = await openDeepLinkingResponse(deps, jwt);
    const ids = await deps.store.change((state) => added.map((one) => addActivity(state, one)));
    const language = pageLanguage(req);
    sendPage(
      res,
      messagePage(language, {
        title: addedText(ids.length, language),
        detail: added.map(({ activity }) => activity.title).join(', '),
        href: `/courses/1?added=${String(ids.length)}`,
        link: language === 'nl' ? 'Naar de cursus' : 'To the course',
        leaveAtOnce: true,
      }),
    );
  });
  return router;
}

/** How many activities were added, in words. */
export function addedText(count: number, language: 'nl' | 'en'): string {
  if (count === 0) return language === 'nl' ? 'Er is niets toegevoegd' : 'Nothing was added';
  if (count === 1) return language === 'nl' ? '1 activiteit toegevoegd' : '1 activity added';
  return language === 'nl' ? `${String(count)} activiteiten toegevoegd` : `${String(count)} activities added`;
}
