import type { Language } from '@mgv/core';
import { languageOf } from '@mgv/service-kit';
import { type Request, Router } from 'express';
import { html, type Html } from '../pages/html.ts';
import { canvasConfiguration } from './canvas-configuration.ts';
import { sendAdminPage } from './page.ts';
import { type ToolAddresses, toolAddresses } from './tool-addresses.ts';
import { CUSTOM_PARAMETERS, TOOL_TEXT } from './tool-description.ts';

const WORDS = {
  nl: {
    title: 'Aanmelden met de hand.',
    lead: 'Het makkelijkst is een aanmeldlink: vraag die aan wie deze modules beheert (admin registration-link). Gaat dat niet, neem dan deze gegevens over in het scherm van je leeromgeving voor een LTI 1.3-tool.',
    name: 'Naam',
    login: 'Login-adres (OIDC login initiation URL)',
    launch: 'Redirect-adres, en het adres van launches en deep linking (redirect URI, target link URI)',
    jwks: 'Sleutels (public keyset, JWKS URL)',
    domain: 'Domein',
    custom: 'Eigen parameters (custom parameters), één per regel',
    canvas: 'Canvas: adres voor een ontwikkelaarssleutel (Developer Key, Method: Enter URL)',
    back: 'Geef daarna aan wie deze modules beheert: de issuer (platform-id), de client_id, de deployment_id, en de adressen voor authenticatie, tokens en sleutels (JWKS). Die voert ze in met admin platform add.',
    copy: 'Kopieer',
    copied: 'Gekopieerd.',
    failed: 'Kopiëren lukt niet: selecteer de tekst en kopieer haar zelf.',
  },
  en: {
    title: 'Registering by hand.',
    lead: 'A registration link is easiest: ask whoever manages these modules for one (admin registration-link). If that is not possible, copy these values into the screen of your platform for an LTI 1.3 tool.',
    name: 'Name',
    login: 'OIDC login initiation URL',
    launch: 'Redirect URI, and the target of launches and deep linking (target link URI)',
    jwks: 'Public keyset (JWKS URL)',
    domain: 'Domain',
    custom: 'Custom parameters, one a line',
    canvas: 'Canvas: address for a developer key (Method: Enter URL)',
    back: 'Then give whoever manages these modules: the issuer (platform id), the client_id, the deployment_id, and the addresses for authentication, tokens and keys (JWKS). They enter them with admin platform add.',
    copy: 'Copy',
    copied: 'Copied.',
    failed: 'Copying does not work: select the text and copy it yourself.',
  },
} as const;

/** `GET /lti/settings`: what an admin copies by hand; `GET /lti/canvas.json`: the same for Canvas, in one address. */
export function settingsRouter({ publicUrl }: { publicUrl: string }): Router {
  const router = Router();
  const addresses = toolAddresses(publicUrl);
  router.get('/lti/settings', (req: Request, res) => {
    const language = languageOf(req);
    const { title } = WORDS[language];
    sendAdminPage(res, { language, title, body: settings(addresses, language), script: 'copy.js' }, []);
  });
  router.get('/lti/canvas.json', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=300').json(canvasConfiguration(addresses));
  });
  return router;
}

function settings(addresses: ToolAddresses, language: Language): Html[] {
  const words = WORDS[language];
  const custom = Object.entries(CUSTOM_PARAMETERS).map(([name, value]) => `${name}=${value}`);
  return [
    html`<p>${words.lead}</p>`,
    field('name', TOOL_TEXT.title, language),
    field('login', addresses.login, language),
    field('launch', addresses.launch, language),
    field('jwks', addresses.jwks, language),
    field('domain', addresses.domain, language),
    field('custom', custom, language),
    field('canvas', addresses.canvasConfiguration, language),
    html`<p>${words.back}</p>`,
  ];
}

type FieldName = 'name' | 'login' | 'launch' | 'jwks' | 'domain' | 'custom' | 'canvas';

/** One value, or several lines, with a button that copies; without scripts it can still be selected. */
function field(name: FieldName, value: string | readonly string[], language: Language): Html {
  const words = WORDS[language];
  const control =
    typeof value === 'string'
      ? html`<input id="${name}" readonly value="${value}" />`
      : html`<textarea id="${name}" readonly rows="${value.length}">${value.join('\n')}</textarea>`;
  return html`<div class="copied">
    <label for="${name}">${words[name]}</label>
    ${control}
    <button type="button" hidden data-copy="${name}" data-copied="${words.copied}" data-failed="${words.failed}">
      ${words.copy}
    </button>
    <output></output>
  </div>`;
}
