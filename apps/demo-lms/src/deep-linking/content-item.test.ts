import { expect, it } from 'vitest';
import { ContentItemError, ContentItemSchema, toNewActivity } from './content-item.ts';

const LAUNCH = 'http://tool.example/lti/launch';
const TOOL = { launchUrl: LAUNCH, origin: 'http://tool.example' };
const PLAIN = { available: null, submission: null, newWindow: false };

it.each([
  {
    name: 'takes title, address, custom and line item',
    item: {
      type: 'ltiResourceLink',
      title: 'Luisteren',
      url: 'http://tool.example/lti/launch?scenario=luisteren',
      custom: { mgv_scenario: 'luisteren' },
      lineItem: { label: 'Luisteren (toets)', scoreMaximum: 24, resourceId: 'luisteren', tag: 'mgv' },
    },
    activity: {
      activity: {
        title: 'Luisteren',
        text: '',
        path: '/lti/launch?scenario=luisteren',
        custom: { mgv_scenario: 'luisteren' },
        ...PLAIN,
      },
      lineItem: { label: 'Luisteren (toets)', scoreMaximum: 24, resourceId: 'luisteren', tag: 'mgv' },
    },
  },
  {
    name: 'takes a bare item',
    item: { type: 'ltiResourceLink' },
    activity: {
      activity: { title: 'Activiteit', text: '', path: '/lti/launch', custom: {}, ...PLAIN },
      lineItem: null,
    },
  },
  {
    name: 'names the column after the title',
    item: { type: 'ltiResourceLink', title: 'A', lineItem: { scoreMaximum: 5 } },
    activity: {
      activity: { title: 'A', text: '', path: '/lti/launch', custom: {}, ...PLAIN },
      lineItem: { label: 'A', scoreMaximum: 5, resourceId: '', tag: '' },
    },
  },
  {
    name: 'takes dates, and a window of its own',
    item: {
      type: 'ltiResourceLink',
      title: 'A',
      available: { startDateTime: '2026-03-02T09:00:00+01:00' },
      submission: { endDateTime: '2026-03-09T09:00:00Z' },
      window: { targetName: 'mgv' },
    },
    activity: {
      activity: {
        title: 'A',
        text: '',
        path: '/lti/launch',
        custom: {},
        available: { start: '2026-03-02T09:00:00+01:00', end: null },
        submission: { start: null, end: '2026-03-09T09:00:00Z' },
        newWindow: true,
      },
      lineItem: null,
    },
  },
])('$name', ({ item, activity }) => {
  expect(toNewActivity(ContentItemSchema.parse(item), TOOL)).toEqual(activity);
});

it('refuses an address elsewhere', () => {
  const item = ContentItemSchema.parse({ type: 'ltiResourceLink', url: 'http://other.example/lti/launch' });
  expect(() => toNewActivity(item, TOOL)).toThrow(ContentItemError);
});

it.each([
  { name: 'another type', item: { type: 'link', url: LAUNCH } },
  { name: 'a custom value that is not text', item: { type: 'ltiResourceLink', custom: { a: 1 } } },
  { name: 'a maximum of 0', item: { type: 'ltiResourceLink', lineItem: { scoreMaximum: 0 } } },
  {
    name: 'a date without a zone',
    item: { type: 'ltiResourceLink', available: { startDateTime: '2026-03-02T09:00:00' } },
  },
  { name: 'a script as address', item: { type: 'ltiResourceLink', url: 'javascript:alert(1)' } },
])('does not take $name', ({ item }) => {
  expect(ContentItemSchema.safeParse(item).success).toBe(false);
});
