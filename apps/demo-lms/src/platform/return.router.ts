import { Router } from 'express';
import { type Logger, parse } from '@mgv/service-kit';
import { z } from 'zod';
import { pageLanguage } from '../pages/language.ts';
import { messagePage, sendPage } from '../pages/page.ts';

const text = z.string().max(1000).optional();
const ReturnSchema = z.object({
  course: z
    .string()
    .regex(/^\w{1,20}$/)
    .catch('1'),
  lti_msg: text,
  lti_errormsg: text,
  lti_log: text,
  lti_errorlog: text,
});

/**
 * `GET /lti/return`: the tool sends people back here, with a message or a failure to show and a line for the log.
 *
 * @see https://www.imsglobal.org/spec/lti/v1p3#launch-presentation-claim
 */
export function returnRouter(logger: Logger): Router {
  const router = Router();
  router.get('/lti/return', (req, res) => {
    const given = parse(ReturnSchema, req.query);
    const { lti_msg: message, lti_errormsg: failure, lti_log: log, lti_errorlog: errorLog } = given;
    if (log !== undefined) logger.info({ log }, 'the tool says for the log');
    if (errorLog !== undefined) logger.warn({ log: errorLog }, 'the tool says for the log');
    const language = pageLanguage(req);
    const nl = language === 'nl';
    const title =
      failure === undefined
        ? nl
          ? 'Terug naar de cursus'
          : 'Back to the course'
        : nl
          ? 'De tool meldt een probleem'
          : 'The tool reports a problem';
    const detail = failure ?? message ?? '';
    const link = nl ? 'Naar de cursus' : 'To the course';
    const href = `/courses/${given.course}`;
    sendPage(res, messagePage(language, { title, detail, link, href, leaveAtOnce: detail === '' }));
  });
  return router;
}
