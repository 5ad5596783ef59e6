import { createServer, type Server } from 'node:http';
import { createContext, runInContext } from 'node:vm';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registrationStaticRouter } from './static.router.ts';

let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer(express().use(registrationStaticRouter()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
});
afterAll(() => {
  server.close();
});

interface Sent {
  to: string;
  message: unknown;
  origin: string;
}

/** Runs the page's script with a window that has an opener, a parent, both or neither; then presses its button. */
async function press({ opener, framed }: { opener: boolean; framed: boolean }) {
  const script = await (await fetch(`${base}/static/close.js`)).text();
  const sent: Sent[] = [];
  const other = (to: string) => ({
    postMessage: (message: unknown, origin: string) => sent.push({ to, message, origin }),
  });
  let closed = false;
  let pressed = (): void => undefined;
  const button = {
    hidden: true,
    addEventListener: (_type: string, listener: () => void) => {
      pressed = listener;
    },
  };
  const said = { hidden: true };
  const window: Record<string, unknown> = {
    opener: opener ? other('opener') : null,
    close: () => {
      closed = true;
    },
  };
  window['parent'] = framed ? other('parent') : window;
  const document = { querySelector: (what: string) => (what.startsWith('button') ? button : said) };
  runInContext(script, createContext({ window, document }));
  expect(button.hidden).toBe(false);
  pressed();
  return { sent, closed, said: !said.hidden };
}

const message = { subject: 'org.imsglobal.lti.close' };

it.each([
  { name: 'a frame', where: { opener: false, framed: true }, to: ['parent'], closed: false },
  { name: 'a window', where: { opener: true, framed: false }, to: ['opener'], closed: true },
  { name: 'a frame in a window', where: { opener: true, framed: true }, to: ['opener'], closed: false },
  { name: 'a tab of its own', where: { opener: false, framed: false }, to: [], closed: true },
])('lti-214, lti-218 closes $name', async ({ where, to, closed }) => {
  const pressed = await press(where);
  expect(pressed).toEqual({ sent: to.map((each) => ({ to: each, message, origin: '*' })), closed, said: true });
});

it.each(['registration.css', 'close.js', 'copy.js'])('serves %s', async (name) => {
  const answer = await fetch(`${base}/static/${name}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/javascript|css/);
});
