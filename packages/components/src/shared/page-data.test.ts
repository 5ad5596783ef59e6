import { expect, it } from 'vitest';
import { readPageData } from './page-data.ts';

const page = (body: string): Document => new DOMParser().parseFromString(`<body>${body}</body>`, 'text/html');

it('reads the data and takes the token out of the document', () => {
  const from = page('<script type="application/json" id="mgv-page">{"page":"student","token":"geheim"}</script>');
  expect(readPageData(from)).toMatchObject({ page: 'student', token: 'geheim' });
  expect(from.documentElement.outerHTML).not.toContain('geheim');
});

it('says so when there is no data', () => {
  expect(() => readPageData(page(''))).toThrow('#mgv-page');
});
