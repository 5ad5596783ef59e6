import { describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { pageData } from '../testing/test-browser.ts';
import { ENGINES } from '../testing/test-database.ts';
import { testSystem } from '../testing/test-system.ts';

const HOUR = 3_600_000;

describe.each(ENGINES)('after a reload on %s', (engine) => {
  const system = testSystem(engine);

  const post = (ticket: string): Promise<Response> =>
    fetch(`${system.tool.url}/lti/resume`, { method: 'POST', body: new URLSearchParams({ ticket }) });
  const status = async (token: string): Promise<number> => (await system.call(token, '/assignment')).status;
  const picker = () => ({
    [CLAIM.messageType]: 'LtiDeepLinkingRequest',
    [CLAIM.roles]: ['Instructor'],
    [CLAIM.resourceLink]: undefined,
    [CLAIM.deepLinking]: {
      deep_link_return_url: `${system.platform.issuer}/return`,
      accept_types: ['ltiResourceLink'],
    },
  });

  it('shows the page that posts the ticket in frames of the platform only', async () => {
    const { data } = await system.open();
    const page = await fetch(`${system.tool.url}${data.resume.url}`);
    expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors ${system.platform.issuer}`);
    expect(data.resume.url).not.toContain(data.token);
    for (const frame of ['W10.x', '', 'a&frame=b']) {
      const forged = await fetch(`${system.tool.url}/lti/resume?frame=${frame}`);
      expect(forged.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  it('goes on as the same person, with a token of its own, as often as asked', async () => {
    const { data, actor } = await system.open({ name: 'Sam' });
    for (const time of ['first', 'second']) {
      const answer = await post(data.resume.ticket);
      expect(answer.status, time).toBe(200);
      expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors ${system.platform.issuer}`);
      const again = pageData(await answer.text());
      expect(again).toMatchObject({ page: data.page, language: data.language, returnUrl: data.returnUrl });
      expect(again.token).not.toBe(data.token);
      system.grading.actors.length = 0;
      expect(await status(again.token)).toBe(200);
      expect(system.grading.actors).toMatchObject([{ person: { id: actor?.person.id } }]);
    }
    expect(await status(data.token)).toBe(200);
  });

  it('lti-114 lives no longer than the launch it came from', async () => {
    const { data } = await system.open();
    for (const hours of [7, 14, 21]) {
      system.later = hours * HOUR;
      expect(await status(data.token)).toBe(200);
    }
    const again = pageData(await (await post(data.resume.ticket)).text());
    system.later = 23.9 * HOUR;
    expect(await status(again.token)).toBe(200);
    system.later = 24.1 * HOUR;
    expect(await status(again.token)).toBe(401);
    expect((await post(again.resume.ticket)).status).toBe(401);
  });

  it('moves a picker, which answers once', async () => {
    const { data } = await system.open(picker());
    const answer = await post(data.resume.ticket);
    expect(pageData(await answer.text()).page).toBe('picker');
    expect(await status(data.token)).toBe(401);
    expect((await post(data.resume.ticket)).status).toBe(401);
  });

  it.each([
    { name: 'nothing', body: '' },
    { name: 'a ticket that we did not make', body: 'ticket=W10.x' },
    { name: 'several tickets', body: 'ticket=a&ticket=b' },
    { name: 'a state of a login', body: 'ticket=STATE' },
  ])('says what to do when it gets $name', async ({ body }) => {
    const { state } = await system.browse().login();
    const answer = await fetch(`${system.tool.url}/lti/resume`, {
      method: 'POST',
      body: body.replace('STATE', state),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('<dd>session-over</dd>');
  });
});
