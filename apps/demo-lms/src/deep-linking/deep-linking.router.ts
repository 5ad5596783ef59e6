import { Router } from 'express';
import { type Logger, parse } from '@mgv/service-kit';
import { z } from 'zod';
import { addActivity, changeActivity } from '../courses/activities.ts';
import { pageLanguage, type PageLanguage } from '../pages/language.ts';
import { messagePage, sendPage } from '../pages/page.ts';
import type { Launches } from '../platform/launches.ts';
import type { Platform } from '../platform/platform.ts';
import type { StateStore } from '../storage/state-store.ts';
import type { Tools } from '../tools/tool.ts';
import { addedText } from './added-text.ts';
import { type Chosen, openDeepLinkingResponse } from './open-response.ts';
import type { DeepLinkingSelections } from './selections.ts';

interface Deps {
  platform: Platform;
  tools: Tools;
  launches: Launches;
  selections: DeepLinkingSelections;
  store: StateStore;
  logger: Logger;
  now: () => Date;
}

const ReturnSchema = z.object({ JWT: z.string().min(1) });

/**
 * `POST /lti/deep-linking/return`: stores what was chosen, and shows the course. The form comes from the tool's site,
 * without our cookie: the signed answer with our `data` in it says who chose.
 */
export function deepLinkingRouter(deps: Deps): Router {
  const router = Router();
  router.post('/lti/deep-linking/return', async (req, res) => {
    const { JWT: jwt } = parse(ReturnSchema, req.body ?? {});
    const chosen = await openDeepLinkingResponse(deps, jwt);
    if (chosen.log !== null) deps.logger.warn({ log: chosen.log }, 'the tool says for the log');
    await store(deps.store, chosen);
    sendPage(res, chosenPage(chosen, pageLanguage(req)));
  });
  return router;
}

async function store({ change }: StateStore, { items, selection }: Chosen): Promise<void> {
  const { activityId } = selection;
  await change((state) => {
    for (const item of items) {
      if (activityId === null) addActivity(state, item, selection);
      else changeActivity(state, activityId, item);
    }
  });
}

/** Leaves the frame at once, unless the tool has something to say. */
function chosenPage(
  { items, selection, message, failure }: Chosen,
  language: PageLanguage,
): ReturnType<typeof messagePage> {
  const nl = language === 'nl';
  const again = selection.activityId !== null;
  const done = again && items.length > 0 ? (nl ? 'De activiteit is gewijzigd' : 'The activity was changed') : null;
  const title =
    failure === null
      ? (done ?? addedText(items.length, language))
      : nl
        ? 'De tool meldt een probleem'
        : 'The tool reports a problem';
  const course = `/courses/${selection.courseId}`;
  return messagePage(language, {
    title,
    detail: failure ?? message ?? items.map(({ activity }) => activity.title).join(', '),
    href: again ? `${course}/activities/${selection.activityId ?? ''}` : `${course}?added=${String(items.length)}`,
    link: nl ? 'Naar de cursus' : 'To the course',
    leaveAtOnce: failure === null && message === null,
  });
}
