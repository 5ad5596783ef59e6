import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CLAIM } from '../launch/claims.ts';
import { readJson } from './payloads.ts';
import { ENGINES } from './test-database.ts';
import { testSystem } from './test-system.ts';

const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const AnswerSchema = z.strictObject({ what: z.string(), claims: z.record(z.string(), z.unknown()) });
const ItemsSchema = z.array(z.looseObject({ type: z.string(), custom: z.record(z.string(), z.string()) }));
const ErrorsSchema = z.array(z.strictObject({ what: z.string(), form: z.record(z.string(), z.string()) }));

/** What a platform need not get: a remark for the person, and a name for what `aud` says already. */
const OPTIONAL = new Set(['azp', `${DL}msg`]);
/** Ornaments of an item. */
const ORNAMENTS = new Set(['text', 'icon']);

const assignment = (title: string, dates: object = {}) => ({
  scenarioId: 'signalen',
  settings: { title, points: 10, attempts: 1, counts: 'last', results: 'per-step' },
  dates: { opensAt: null, dueAt: null, closesAt: null, ...dates },
});
const DATES = { opensAt: '2026-11-23T08:00:00Z', dueAt: '2026-12-18T22:59:00Z', closesAt: '2027-01-31T22:59:00Z' };

/** Answers that platforms take, and the choice that gives ours. */
const ANSWERS = [
  { payload: 'canvas/deep-linking-response-single', choice: { assignments: [assignment('Weerstand', DATES)] } },
  {
    payload: 'canvas/deep-linking-response-multi',
    choice: { assignments: ['Een', 'Twee', 'Drie'].map((title) => assignment(title, DATES)) },
  },
  {
    payload: 'moodle/deep-linking-response',
    choice: { assignments: [assignment('Een', DATES), assignment('Twee', DATES)] },
  },
  { payload: 'canvas/deep-linking-response-cancel', choice: { cancelled: true } },
  { payload: 'canvas/deep-linking-response-error', choice: { failed: 'scenarios-unavailable' } },
];

describe.each(ENGINES)('answers as real platforms take them, on %s', (engine) => {
  const system = testSystem(engine);

  async function answer(choice: object): Promise<Record<string, unknown>> {
    const { data } = await system.open({
      [CLAIM.messageType]: 'LtiDeepLinkingRequest',
      [CLAIM.roles]: ['Instructor'],
      [CLAIM.resourceLink]: undefined,
      [CLAIM.deepLinking]: {
        deep_link_return_url: `${system.platform.issuer}/return`,
        accept_types: ['ltiResourceLink'],
        accept_presentation_document_targets: ['iframe', 'window'],
        accept_multiple: true,
        accept_lineitem: true,
      },
    });
    const reply = await system.call(data.token, '/deep-linking', { method: 'POST', body: JSON.stringify(choice) });
    const { jwt } = z.looseObject({ jwt: z.string() }).parse(await reply.json());
    const keys = createLocalJWKSet((await (await fetch(`${system.tool.url}/lti/jwks`)).json()) as JSONWebKeySet);
    const { clientId: issuer, issuer: audience } = system.platform;
    return (await jwtVerify(jwt, keys, { issuer, audience, algorithms: ['RS256'] })).payload;
  }

  it.each(ANSWERS)('lti-124 to lti-127 has what $payload has', async ({ payload, choice }) => {
    const { claims } = AnswerSchema.parse(readJson(payload));
    const ours = await answer(choice);
    const needed = Object.keys(claims).filter((name) => !OPTIONAL.has(name));
    expect(Object.keys(ours).sort()).toEqual(needed.sort());
    for (const name of [CLAIM.messageType, CLAIM.version]) expect(ours[name]).toBe(claims[name]);
    expect((ours[`${DL}content_items`] as unknown[]).length).toBe((claims[`${DL}content_items`] as unknown[]).length);
  });

  it.each(ANSWERS.slice(0, 3))(
    'lti-138 to lti-141 items have what those of $payload have',
    async ({ payload, choice }) => {
      const items = `${DL}content_items`;
      const theirs = ItemsSchema.parse(AnswerSchema.parse(readJson(payload)).claims[items]);
      const ours = ItemsSchema.parse((await answer(choice))[items]);
      for (const [index, item] of theirs.entries()) {
        const needed = Object.keys(item).filter((name) => !ORNAMENTS.has(name));
        expect(ours[index]).toMatchObject(Object.fromEntries(needed.map((name) => [name, expect.anything()])));
        expect(ours[index]?.type).toBe('ltiResourceLink');
        expect(ours[index]?.['url']).toMatch(/^https:\/\/tool\.example\/lti\/launch\?scenario=signalen/);
      }
    },
  );

  it.each(ErrorsSchema.parse(readJson('moodle/authentication-errors')))(
    'lti-063 Moodle gives up: $what',
    async ({ form }) => {
      const browser = system.browse();
      const { state } = await browser.login();
      const seen = await browser.post({ ...form, state });
      expect(seen).toMatchObject({ status: 401, code: 'platform-error' });
      expect(seen.page).toContain(form['error']);
    },
  );
});
