import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepRestart, keptPage, keptRestart, restartAddress } from './restart.ts';

const restart = { action: '/lti/login', fields: { iss: 'https://lms.example', login_hint: '7' } };
const resume = { url: '/lti/resume?frame=sealed', ticket: 'ticket' };

let address: string;
beforeEach(() => {
  address = location.href;
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => {
  history.replaceState(null, '', address);
});

it('lti-113 keeps how to go on with the page, and not in its address or in web storage', () => {
  keepRestart({ restart, resume, language: 'en' });
  expect(location.pathname + location.search).toBe(resume.url);
  expect(keptRestart()).toEqual(restart);
  expect(keptPage()).toEqual({ ticket: 'ticket', language: 'en' });
  expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
});

it('keeps how to go on also where the launch cannot begin again', () => {
  keepRestart({ restart: null, resume, language: 'nl' });
  expect(keptRestart()).toBeNull();
  expect(keptPage()?.ticket).toBe('ticket');
});

it.each([
  { name: 'text', state: 'x' },
  { name: 'another shape', state: { restart: { action: 7, fields: {} }, ticket: 7 } },
  { name: 'no fields', state: { restart: { action: '/' } } },
])('takes a state it did not make for none: $name', ({ state }) => {
  history.replaceState(state, '', address);
  expect([keptRestart(), keptPage()]).toEqual([null, null]);
});

it('gives an address that begins again', () => {
  expect(restartAddress(restart)).toBe('/lti/login?iss=https%3A%2F%2Flms.example&login_hint=7');
});
