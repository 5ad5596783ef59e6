import fc from 'fast-check';

/** Breaks out of any page that shows it unescaped. */
export const MARKUP = '"\'><xss7>';
/** Becomes a header of its own wherever it reaches a header unchecked. */
export const HEADER = 'a\r\nx-injected: 1';

const WORDS = [
  '',
  ' ',
  '0',
  'null',
  'undefined',
  '[]',
  '{}',
  '__proto__',
  'constructor',
  '\0',
  '\u0007\u001b[31m',
  '\n',
  '\r\n\r\n',
  '\ud800',
  '\u2028',
  '\ufeff',
  '💬',
  'Ⅷ',
  MARKUP,
  HEADER,
  "'; drop table people; --",
  '%00',
  '%',
  '%E0%A4',
  '../../etc/passwd',
  'https://tool.example/lti/launch',
  'https://tool.example/lti/launch?scenario=signalen',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http://[::1',
  '1.3.0',
  'LtiDeepLinkingRequest',
  'LtiResourceLinkRequest',
  'LtiSubmissionReviewRequest',
  '$Context.id.history',
];

/** A text where a plain one is expected: empty, huge, with control signs, markup, broken characters. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 300 }) },
  { weight: 1, arbitrary: fc.constantFrom(255, 256, 4097, 20_001).map((length) => 'x'.repeat(length)) },
);

/** Anything that JSON can hold where something else is expected. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: oddText },
  { weight: 3, arbitrary: fc.constantFrom(null, true, 0, -1, 1e308, [], {}, [[]], [null], { id: {} }, { '': '' }) },
  { weight: 2, arbitrary: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })) },
  { weight: 2, arbitrary: fc.array(oddText, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(oddText, oddText, { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.constant(deep(200)) },
);

function deep(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** One change at one place of a JSON value. */
export interface Change {
  at: number;
  /** `undefined` takes the place away. */
  value: unknown;
}

/** Some changes; where they fall depends on the value they are made to. */
export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({ at: fc.nat(), value: fc.oneof({ weight: 5, arbitrary: oddValue }, fc.constant(undefined)) }),
  { minLength: 1, maxLength: 3 },
);

/** A JSON value with the changes made to it. */
export function changed(value: object, made: readonly Change[]): object {
  const copy: object = structuredClone(value);
  for (const { at, value: odd } of made) {
    const places = placesIn(copy);
    const place = places[at % places.length];
    if (place) Reflect.set(place.in, place.key, structuredClone(odd));
  }
  return copy;
}

interface Place {
  in: object;
  key: string;
}

function placesIn(value: object): Place[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
    { in: value, key },
    ...(typeof inner === 'object' && inner !== null ? placesIn(inner) : []),
  ]);
}
