import { expect, it } from 'vitest';
import { linksOf } from './link-header.ts';

const NEXT = 'https://lms.example/members?from=2&limit=2';

it.each([
  { name: 'one link', header: `<${NEXT}>; rel="next"`, next: NEXT },
  { name: 'one without quotes', header: `<${NEXT}>;rel=next`, next: NEXT },
  { name: 'capitals and blanks', header: `< ${NEXT} > ; REL = "NEXT"`, next: NEXT },
  { name: 'several relations', header: `<${NEXT}>; rel="last next"`, next: NEXT },
  { name: 'other parameters first', header: `<${NEXT}>; title="a, b"; rel="next"`, next: NEXT },
  { name: 'another link first', header: `<https://lms.example/1>; rel="first", <${NEXT}>; rel="next"`, next: NEXT },
  { name: 'a comma in the address', header: '<https://lms.example/a,b>; rel="next"', next: 'https://lms.example/a,b' },
  { name: 'two of one relation', header: `<${NEXT}>; rel="next", <https://b.example/>; rel="next"`, next: NEXT },
  { name: 'another relation', header: `<${NEXT}>; rel="differences"`, next: undefined },
  { name: 'no relation', header: `<${NEXT}>`, next: undefined },
  { name: 'no brackets', header: `${NEXT}; rel="next"`, next: undefined },
  { name: 'nothing', header: undefined, next: undefined },
])('lti-153 reads $name', ({ header, next }) => {
  expect(linksOf(header).get('next')).toBe(next);
});
