import { expect, it } from 'vitest';
import { launchChecksView } from './launch-checks-view.ts';

const report = { launchId: 'l', activityId: '10', userId: '2', startedAt: '2026-01-02T03:04:05.000Z' };
const rules = [{ code: 'nonce-wrong', rule: 'nonce is <ours>', section: 'SEC 5.1.3' }];

it.each([
  {
    name: 'passed when its page came',
    checks: { 'id-token': true, 'tool-page': true },
    summary: '1, alles geslaagd ✓',
  },
  { name: 'only named when it did not', checks: { 'id-token': true }, summary: '1</summary>' },
])('shows what the tool checks, $name', ({ checks, summary }) => {
  const { text } = launchChecksView({ ...report, checks }, 'nl', rules);
  expect(text).toContain(`Wat de tool controleert: ${summary}`);
  expect(text).toContain('nonce is &lt;ours&gt; <small>SEC 5.1.3 · nonce-wrong</small>');
});

it('says nothing of a tool that makes no checks known', () => {
  expect(launchChecksView({ ...report, checks: {} }, 'nl').text).not.toContain('Wat de tool controleert');
});
