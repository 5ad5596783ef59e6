import { expect, it } from 'vitest';
import { agsSender, readResult, type SendAgs, serviceUrl } from './ags-client.ts';
import { LeaseLostError } from './delivery.error.ts';
import results from './recorded/moodle-results.json' with { type: 'json' };

it.each([
  {
    name: 'before the query',
    lineItem: 'https://lms.example/l/10/lineitem?type_id=1',
    want: 'https://lms.example/l/10/lineitem/results?type_id=1&user_id=a%2Bb',
  },
  {
    name: 'without a query',
    lineItem: 'https://lms.example/l/10',
    want: 'https://lms.example/l/10/results?user_id=a%2Bb',
  },
  {
    name: 'after a slash',
    lineItem: 'https://lms.example/l/10/',
    want: 'https://lms.example/l/10/results?user_id=a%2Bb',
  },
])('puts the service into the path, $name', ({ lineItem, want }) => {
  expect(serviceUrl(lineItem, 'results', { user_id: 'a+b' })).toBe(want);
});

const answering =
  (body: string, asked: string[] = []): SendAgs =>
  (url) => {
    asked.push(url);
    return Promise.resolve({
      answer: { status: 200, statusText: 'OK', headers: {}, body },
      verdict: { kind: 'accepted' },
    });
  };

it.each([
  { recording: 'results-one', want: { scoreGiven: 84, scoreMaximum: 100 } },
  { recording: 'results-none', want: null },
  { recording: 'results-after-zero', want: { scoreGiven: 0, scoreMaximum: 100 } },
  { recording: 'results-after-inprogress', want: null },
  { recording: 'results-rescaled-item10', want: { scoreGiven: 8.5, scoreMaximum: 10 } },
] as const)('reads what Moodle shows: $recording', async ({ recording, want }) => {
  const asked: string[] = [];
  const send = answering(results[recording].body, asked);
  expect(
    await readResult(send, 'http://lms.example/mod/lti/services.php/2/lineitems/10/lineitem?type_id=1', '6'),
  ).toEqual(want);
  expect(asked).toEqual([results['results-one'].url]);
});

it.each([
  { name: 'a mark of nobody', body: '[{"userId":"7","resultScore":1}]', want: null },
  { name: 'no score', body: '[{"userId":"6","resultScore":null}]', want: null },
  {
    name: 'a maximum left out, which is 1',
    body: '[{"userId":"6","resultScore":0.5}]',
    want: { scoreGiven: 0.5, scoreMaximum: 1 },
  },
])('reads $name', async ({ body, want }) => {
  expect(await readResult(answering(body), 'https://lms.example/l', '6')).toEqual(want);
});

it('treats an answer without sense as a failure to try again', async () => {
  const error = readResult(answering('<html>'), 'https://lms.example/l', '6');
  await expect(error).rejects.toMatchObject({ code: 'server-error', final: false });
});

it('sends nothing after the lease was lost', async () => {
  let sent = 0;
  const send = agsSender({
    fetch: () => {
      sent += 1;
      return Promise.reject(new Error('not reached'));
    },
    getAccessToken: () => Promise.resolve('t'),
    tenantId: 'x',
    scopes: [],
    now: () => new Date(0),
    keepLease: () => Promise.reject(new LeaseLostError()),
  });
  await expect(send('https://lms.example/l', {})).rejects.toBeInstanceOf(LeaseLostError);
  expect(sent).toBe(0);
});
