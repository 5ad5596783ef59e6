import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '@mgv/service-kit';
import { expect, it } from 'vitest';
import { pageData } from '../testing/test-browser.ts';
import { makePagesFolder } from '../testing/test-tool.ts';
import { appPage } from './app-page.ts';
import { originsOf } from './content-policy.ts';
import { html } from './html.ts';
import { readPageAssets } from './page-assets.ts';
import { REFUSAL_TEXTS } from './refusal-texts.ts';

it('reads what each page loads, shared parts too', () => {
  expect(readPageAssets(makePagesFolder()).trainer).toEqual({
    script: '/assets/trainer-1.js',
    preloads: ['/assets/shared-1.js'],
    styles: ['/assets/shared-1.css'],
  });
});

it('says what to do when the pages have not been built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mgv-none-'));
  expect(() => readPageAssets(folder)).toThrow(EnvironmentError);
  expect(() => readPageAssets(folder)).toThrow(/npm run build/);
});

it('keeps page data inside its script, whatever it holds', () => {
  const title = '</script><!-- & \u2028 "é💬"';
  const frame = { target: null, origin: 'https://lms.example' };
  const data = {
    page: 'student',
    token: 't',
    language: 'nl',
    returnUrl: null,
    title,
    review: false,
    frame,
    restart: null,
    resume: { url: '/', ticket: 't' },
  } as const;
  const page = appPage(data, { script: '/s.js', preloads: [], styles: [] });
  expect(pageData(page)).toEqual(data);
  expect(page.match(/<\/script>/g)).toHaveLength(2);
  expect(page).toContain('<title>&lt;/script&gt;&lt;!-- &amp;');
});

it('escapes values and lets markup through', () => {
  expect(html`<p title="${'"<'}">${html`<b>${"'"}</b>`}${null}${[html`<i></i>`]}</p>`.markup).toBe(
    '<p title="&quot;&lt;"><b>&#39;</b><i></i></p>',
  );
});

it('takes origins of web addresses only, each once', () => {
  const urls = [
    'https://a.example/x',
    'https://a.example/y',
    'javascript:1',
    'nothing',
    null,
    undefined,
    'http://b.example:8080/',
  ];
  expect(originsOf(urls)).toEqual(['https://a.example', 'http://b.example:8080']);
});

it.each(Object.entries(REFUSAL_TEXTS))('%s speaks both languages, calmly', (_kind, { nl, en, status }) => {
  for (const text of [nl.title, nl.detail, en.title, en.detail]) expect(text).toMatch(/^[^!]+\.$/);
  expect(status).toBeGreaterThanOrEqual(400);
});
