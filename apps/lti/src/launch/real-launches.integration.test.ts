import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchPayloads, type Payload, readPayload } from '../testing/payloads.ts';
import { pageData, type Seen, TestBrowser } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { actorOfSession, callApi, startTestGrading, type TestGrading } from '../testing/test-grading.ts';
import { TestPlatform } from '../testing/test-platform.ts';
import { PUBLIC_URL, startTestTool, type TestTool } from '../testing/test-tool.ts';
import { CLAIM } from './claims.ts';

const MOODLE_ITEMS = 'http://moodle.example/mod/lti/services.php/2/lineitems';
const moodleItem = (id: number, type = 1) => `${MOODLE_ITEMS}/${String(id)}/lineitem?type_id=${String(type)}`;
const CANVAS_LINK = '8aa641d1-b4d4-4fea-8a9b-e9fedfb62b1e';
const CANVAS_ITEM = 'https://canvas.school.example/api/lti/courses/42/line_items/7';

/** What a person at a real platform gets, column by column. */
const LAUNCHES = `
  payload                        | page    | role    | name                     | link | title                     | column
  moodle/launch-student          | student | student | Sam Student              | 5    | Scenario A (graded /100)  | 10
  moodle/launch-teacher          | trainer | trainer | Tina Teacher             | 5    | Scenario A (graded /100)  | 10
  moodle/launch-ta               | trainer | trainer | Nora Noneditor           | 5    | Scenario A (graded /100)  | 10
  moodle/launch-admin            | trainer | trainer | Admin User               | 5    | Scenario A (graded /100)  | 10
  moodle/launch-student-unicode  | student | student | Zoë Ünïcode-O'Neil       | 6    | Scenario B (graded /10)   | 11
  moodle/launch-ungraded         | student | student | Sam Student              | 7    | Ungraded activity         | –
  moodle/launch-newwindow        | student | student | Sam Student              | 8    | Scenario new window       | 12
  moodle/launch-lineitem-deleted | student | student | Sam Student              | 9    | Disposable                | –
  moodle/launch-deeplinked       | student | student | Sam Student              | 10   | Deep linked alpha         | 19
  moodle/launch-deeplinked-duplicated | student | student | Sam Student         | 17   | Deep linked alpha (copy)  | 27
  moodle/launch-anonymous        | student | student | –                        | 15   | Anonymous tool activity   | 25 of 3
  moodle/launch-dynamic          | student | student | Sam Student              | 16   | Dynamic tool activity     | 26 of 2
  moodle/launch-student-two-lineitems | student | student | Sam Student         | 5    | Scenario A (graded /100)  | –
  moodle/launch-teacher-two-lineitems | trainer | trainer | Tina Teacher        | 5    | Scenario A (graded /100)  | –
  moodle/launch-submission-review | trainer | trainer | Tina Teacher            | 5    | Scenario A (graded /100)  | 10
  canvas/launch-student          | student | student | Sanne de Vries           | C    | Weerstand herkennen       | C
  canvas/launch-instructor       | trainer | trainer | Karel Jansen             | C    | Weerstand herkennen       | C
  canvas/launch-anonymous-privacy | student | student | –                       | C    | Weerstand herkennen       | C
  canvas/launch-module-item-no-lineitem | student | student | –                 | C    | Weerstand herkennen       | –
  canvas/launch-student-view     | student | student | Test Student             | C    | Weerstand herkennen       | C
  canvas/launch-observer         | observer | observer | Sanne de Vries          | C    | Weerstand herkennen       | C
`;

/** Deep linking requests, with how each may be answered. */
const PICKERS = [
  { payload: 'moodle/launch-deep-linking-request', returnTo: 'http://moodle.example/mod/lti/contentitem_return.php' },
  ...['assignment-selection', 'course-assignments-menu', 'module-index-menu-modal'].map((placement) => ({
    payload: `canvas/launch-deep-linking-${placement}`,
    returnTo: 'https://canvas.school.example/courses/42/deep_linking_response',
  })),
];

interface Row {
  payload: string;
  page: string;
  role: string;
  name: string | null;
  link: string;
  title: string;
  lineItem: string | null;
}

function rowOf(line: string): Row {
  const [payload = '', page = '', role = '', name = '', link = '', title = '', column = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  const [item, , type] = column.split(' ');
  const lineItem = column === 'C' ? CANVAS_ITEM : column === '–' ? null : moodleItem(Number(item), Number(type ?? 1));
  return {
    payload,
    page,
    role,
    name: name === '–' ? null : name,
    link: link === 'C' ? CANVAS_LINK : link,
    title,
    lineItem,
  };
}

const rows = LAUNCHES.trim().split('\n').slice(1).map(rowOf);

describe.each(ENGINES)('launches as real platforms send them, on %s', (engine) => {
  let tool: TestTool;
  let platform: TestPlatform;
  let grading: TestGrading;
  const log: string[] = [];

  beforeAll(async () => {
    [platform, grading] = await Promise.all([TestPlatform.start(), startTestGrading()]);
    tool = await startTestTool({
      database: await openTestDatabase(engine),
      gradingUrl: grading.url,
      log: (line) => log.push(line),
    });
    const kids = new Set(launchPayloads().map((name) => String(readPayload(name).header['kid'])));
    platform.answers['/jwks'] = () => ({
      status: 200,
      body: JSON.stringify({ keys: [...kids].map((kid) => platform.jwk(platform.publicKey, kid)) }),
    });
    const deployments = Map.groupBy(launchPayloads().map(readPayload), ({ claims }) => claims.aud);
    for (const [clientId, payloads] of deployments) {
      const deploymentIds = [...new Set(payloads.map(({ claims }) => String(claims[CLAIM.deploymentId])))];
      const issuer = payloads[0]?.claims.iss ?? '';
      await tool.register(platform.registration({ issuer, clientId, deploymentIds }));
    }
  });
  afterAll(async () => {
    await tool.close();
    await Promise.all([platform.close(), grading.close()]);
  });

  /** Through login and launch as recorded: only key, time, nonce and our own address are other. */
  async function replay({ login, header, claims }: Payload): Promise<Seen> {
    const browser = new TestBrowser(tool, platform);
    const target = (url: string) => `${PUBLIC_URL}/lti/launch${new URL(url).search}`;
    const began = await browser.login({ ...login, target_link_uri: target(login['target_link_uri'] ?? '') });
    expect(began.location.searchParams.get('lti_message_hint')).toBe(login['lti_message_hint']);
    const iat = Math.floor(Date.now() / 1000);
    const moved = {
      nonce: began.nonce,
      iat,
      exp: iat + Number(claims['exp']) - Number(claims['iat']),
      [CLAIM.targetLinkUri]: target(String(claims[CLAIM.targetLinkUri])),
    };
    const idToken = await platform.sign({ ...claims, ...moved }, { header });
    return browser.post({ state: began.state, id_token: idToken });
  }

  it.each(rows)('lti-013, lti-076, lti-085 $payload opens the $page page', async (row) => {
    const payload = readPayload(row.payload);
    const seen = await replay(payload);
    expect(seen).toMatchObject({ status: 200, code: null });
    const { page, token, language, returnUrl } = pageData(seen.page);
    const family = row.payload.startsWith('moodle') ? 'moodle' : 'canvas';
    expect({ page, language }).toEqual({ page: row.page, language: family === 'moodle' ? 'en' : 'nl' });
    const presentation = payload.claims[CLAIM.launchPresentation] as { return_url: string };
    expect(returnUrl).toBe(presentation.return_url);
    const actor = await actorOfSession(tool, grading, token);
    expect(actor).toMatchObject({
      person: { lmsUserId: payload.claims['sub'], name: row.name, test: row.payload.includes('student-view') },
      role: row.role,
      link: { id: row.link, title: row.title },
      gradebook: { lineItem: row.lineItem, lineItems: expect.stringMatching(/line_?items/) as unknown },
      platformFamily: family,
    });
    expect(actor?.gradebook?.scopes).toContain('https://purl.imsglobal.org/spec/lti-ags/scope/score');
  });

  it('lti-099 canvas/launch-admin-not-enrolled opens, but not as a learner', async () => {
    const seen = await replay(readPayload('canvas/launch-admin-not-enrolled'));
    expect(seen.status).toBe(200);
    const { page, token } = pageData(seen.page);
    expect(page).toBe('self-check');
    const actor = await actorOfSession(tool, grading, token);
    expect(actor?.role ?? 'admin').toBe('admin');
  });

  it.each(PICKERS)('lti-122, lti-123 $payload opens the picker, which can answer', async ({ payload, returnTo }) => {
    const { claims } = readPayload(payload);
    const seen = await replay(readPayload(payload));
    expect(seen).toMatchObject({ status: 200, code: null });
    const { page, token } = pageData(seen.page);
    expect(page).toBe('picker');
    expect((await callApi(tool, token, '/scenarios')).status).toBe(200);
    const answer = await callApi(tool, token, '/deep-linking', { method: 'POST', body: '{"cancelled":true}' });
    const { returnUrl, jwt } = (await answer.json()) as { returnUrl: string; jwt: string };
    expect(returnUrl.startsWith(returnTo)).toBe(true);
    const [, body = ''] = jwt.split('.');
    expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toMatchObject({
      iss: claims.aud,
      aud: claims.iss,
      [CLAIM.deploymentId]: claims[CLAIM.deploymentId],
      [CLAIM.messageType]: 'LtiDeepLinkingResponse',
      [CLAIM.version]: '1.3.0',
      'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': [],
    });
  });

  it('leaves no payload out', () => {
    const tested = [...rows, ...PICKERS].map(({ payload }) => payload);
    expect([...tested, 'canvas/launch-admin-not-enrolled'].sort()).toEqual(launchPayloads().sort());
  });

  it('lti-066 tells the log nothing about a person, and no sesskey', () => {
    expect(log.filter((line) => line.includes('launched')).length).toBeGreaterThanOrEqual(rows.length);
    expect(log.join('\n')).not.toMatch(/sesskey|eyJ|Sam|Sanne|Zoë|Tina|Karel|school\.example"|student1/);
  });
});
