import { languageOf, type Logger } from '@mgv/service-kit';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { opaqueText } from '../login/opaque-text.ts';
import { originsOf } from '../pages/content-policy.ts';
import { Refusal } from '../pages/refusal.ts';
import { sendAdminPage } from './page.ts';
import { type Attempt, type RegisterNeeds, registerPlatform, usableLink } from './register-platform.ts';
import { choicePage, closingPage, linkPage } from './registration-pages.ts';

const CodeSchema = z.string().min(1).max(200);

const OpeningSchema = z.object({
  openid_configuration: opaqueText(4096).pipe(z.url({ protocol: /^https?$/ })),
  registration_token: z
    .literal('')
    .transform(() => null)
    .or(opaqueText(16_384))
    .optional(),
});
const ChoiceSchema = z.enum(['replace', 'add']);

/**
 * `GET /lti/register`: an LMS opens a registration link, in a frame or in a window of its own; `POST` comes from the page
 * that asks what to do with an earlier registration.
 *
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0/#initiate-registration
 */
export function registrationRouter(needs: RegisterNeeds & { logger: Logger }): Router {
  const router = Router();
  router.get('/lti/register', async (req: Request, res) => {
    const code = codeIn(req.query);
    if (req.query['openid_configuration'] === undefined) {
      const { expiresAt } = await usableLink(needs, code);
      const language = languageOf(req);
      sendAdminPage(res, { ...linkPage(expiresAt, language), language, script: null }, []);
      return;
    }
    await register(needs, { code, opening: openingIn(req.query), choice: null }, res);
  });
  router.post('/lti/register', async (req: Request, res) => {
    const body: unknown = req.body ?? {};
    const choice = ChoiceSchema.safeParse(fieldOf(body, 'choice'));
    if (!choice.success) throw new Refusal('registration-invalid', { facts: { parameters: 'choice' } });
    await register(needs, { code: codeIn(body), opening: openingIn(body), choice: choice.data }, res);
  });
  return router;
}

async function register(needs: RegisterNeeds & { logger: Logger }, attempt: Attempt, res: Response): Promise<void> {
  const language = languageOf(res.req);
  const result = await registerPlatform(needs, attempt);
  const framedBy = originsOf([attempt.opening.configurationUrl, result.issuer]);
  if (result.outcome === 'undecided') {
    sendAdminPage(res, { ...choicePage(result, attempt, language), language, script: null }, framedBy);
    return;
  }
  const { issuer, family, answer } = result;
  const { clientId, missingScopes } = answer;
  needs.logger.info({ issuer, clientId, family, missingScopes, choice: attempt.choice }, 'a platform registered');
  sendAdminPage(res, { ...closingPage(result, language), language, script: 'close.js' }, framedBy);
}

const fieldOf = (parameters: unknown, name: string): unknown =>
  z.record(z.string(), z.unknown()).safeParse(parameters).data?.[name];

function codeIn(parameters: unknown): string {
  const { data } = CodeSchema.safeParse(fieldOf(parameters, 'code'));
  if (data === undefined) throw new Refusal('registration-link-unknown');
  return data;
}

function openingIn(parameters: unknown): Attempt['opening'] {
  const { data, error } = OpeningSchema.safeParse(parameters);
  if (data) return { configurationUrl: data.openid_configuration, token: data.registration_token ?? null };
  const names = [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')))].filter((name) => name !== '');
  throw new Refusal('registration-invalid', { facts: { parameters: names.join(', ') } });
}
