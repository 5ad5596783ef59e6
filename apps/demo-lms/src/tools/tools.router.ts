import { type Request, type Response, Router } from 'express';
import { parse, ProblemError } from '@mgv/service-kit';
import { z } from 'zod';
import type { Sessions } from '../courses/session.ts';
import type { Faults } from '../faults/faults.ts';
import { FRAME_PAGE_SCRIPTS, toolFrame } from '../frames/tool-frame.ts';
import { html } from '../pages/html.ts';
import { pageLanguage } from '../pages/language.ts';
import { sendPage } from '../pages/page.ts';
import { contentPolicy } from '../pages/security-headers.ts';
import type { Platform } from '../platform/platform.ts';
import { FIXED_CLIENT_ID, type State } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import type { RegistrationTokens } from './registration-tokens.ts';
import type { Tools } from './tool.ts';
import { toolsPage } from './tools-page.ts';

interface Deps {
  platform: Platform;
  store: StateStore;
  sessions: Sessions;
  tools: Tools;
  tokens: RegistrationTokens;
  faults: () => Faults;
}

const LinkSchema = z.object({
  link: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .transform((link) => new URL(link)),
});

/** `/tools`: an administrator registers tools by their link, and switches them on and off. */
export function toolsRouter(deps: Deps): Router {
  const { store, sessions, tools } = deps;
  const router = Router();
  router.get('/tools', (req, res) => {
    const person = sessions.selectAdmin(req);
    const language = pageLanguage(req);
    const views = tools.all().map((tool) => ({
      tool,
      fixed: tool.clientId === FIXED_CLIENT_ID,
      unused: !isUsed(store.state, tool.clientId),
    }));
    const title = language === 'nl' ? 'Externe tools' : 'External tools';
    sendPage(res, { language, title, body: toolsPage(views, language, messageOf(req)), person, path: '/tools' });
  });
  router.post('/tools/registrations', (req, res) => {
    sendRegistration(deps, req, res);
  });
  router.post('/tools/:clientId/:action', async (req, res) => {
    sessions.selectAdmin(req);
    const { clientId, action } = req.params;
    const found = store.state.tools.some((tool) => tool.clientId === clientId);
    if (!found || !['activate', 'deactivate', 'remove'].includes(action)) throw ProblemError.common('not-found');
    await store.change((state) => {
      changeTool(state, clientId, action);
    });
    res.redirect(303, '/tools');
  });
  return router;
}

/** The tool's registration page in a frame, with our configuration and a token of its own. */
function sendRegistration({ platform, sessions, tokens, faults }: Deps, req: Request, res: Response): void {
  const person = sessions.selectAdmin(req);
  const { link } = parse(LinkSchema, req.body ?? {});
  const language = pageLanguage(req);
  const nl = language === 'nl';
  const title = nl ? 'Tool toevoegen' : 'Add a tool';
  link.searchParams.set('openid_configuration', platform.configurationUrl);
  link.searchParams.set('registration_token', tokens.issue());
  const { origin, href: src } = link;
  const frame = toolFrame({ title, src, origin, faults: faults(), close: '/tools?closed' });
  const body = html`<p class="crumbs"><a href="/tools">${nl ? 'Externe tools' : 'External tools'}</a></p>
    <h1>${title}</h1>
    ${frame}`;
  res.set('Content-Security-Policy', contentPolicy([origin]));
  sendPage(res, { language, title, body, person, path: '/tools', scripts: FRAME_PAGE_SCRIPTS });
}

function messageOf(req: Request): string | null {
  if (req.query['closed'] === undefined) return null;
  return pageLanguage(req) === 'nl'
    ? 'De tool heeft zijn venster gesloten. Staat hij hieronder? Activeer hem dan.'
    : 'The tool closed its window. Is it listed below? Then activate it.';
}

const isUsed = ({ activities, lineItems }: State, clientId: string): boolean =>
  [...activities, ...lineItems].some((one) => one.clientId === clientId);

function changeTool(state: State, clientId: string, action: string): void {
  if (action === 'remove') {
    if (isUsed(state, clientId)) return;
    state.tools = state.tools.filter((tool) => tool.clientId !== clientId);
    state.noticeHandlers = state.noticeHandlers.filter((one) => one.clientId !== clientId);
    return;
  }
  const tool = state.tools.find((one) => one.clientId === clientId);
  if (tool) tool.active = action === 'activate';
}
