import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import './reopen.ts';
import { keepRestart } from './restart.ts';

const restart = {
  restart: { action: '/lti/login', fields: { iss: 'x' } },
  resume: { url: '/lti/resume', ticket: 'x' },
  language: 'nl',
} as const;
let address: string;
const refuse = (event: Event) => {
  event.preventDefault();
};
beforeEach(() => {
  address = location.href;
});
afterEach(() => {
  document.querySelector('mgv-reopen')?.remove();
  window.removeEventListener('mgv-is-unsaved', refuse);
  history.replaceState(null, '', address);
});

const link = page.getByRole('link', { name: 'Opnieuw openen' });

it('lti-115 opens again in this frame when all is saved', async () => {
  keepRestart(restart);
  document.body.append(document.createElement('mgv-reopen'));
  await expect.element(link).toHaveAttribute('href', '/lti/login?iss=x');
  await expect.element(link).toHaveAttribute('target', '_self');
});

it('lti-115 opens again in a new window while something is unsaved, and says so', async () => {
  keepRestart(restart);
  window.addEventListener('mgv-is-unsaved', refuse);
  document.body.append(document.createElement('mgv-reopen'));
  await expect.element(link).toHaveAttribute('target', '_blank');
  await expect.element(page.getByText(/zodat je werk hier blijft staan/)).toBeVisible();
});

it('offers nothing where nothing was kept', async () => {
  const element = document.createElement('mgv-reopen');
  document.body.append(element);
  await element.updateComplete;
  expect(link.query()).toBeNull();
});
