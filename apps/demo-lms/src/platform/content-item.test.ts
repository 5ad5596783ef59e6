import { expect, it } from 'vitest';
import { ContentItemError, ContentItemSchema, toNewActivity } from './content-item.ts';

const LAUNCH = 'http://tool.example/lti/launch';

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
      },
      lineItem: { label: 'Luisteren (toets)', scoreMaximum: 24, resourceId: 'luisteren', tag: 'mgv' },
    },
  },
  {
    name: 'takes a bare item',
    item: { type: 'ltiResourceLink' },
    activity: { activity: { title: 'Activiteit', text: '', path: '/lti/launch', custom: {} }, lineItem: null },
  },
  {
    name: 'names the column after the title',
    item: { type: 'ltiResourceLink', title: 'A', lineItem: { scoreMaximum: 5 } },
    activity: {
      activity: { title: 'A', text: '', path: '/lti/launch', custom: {} },
      lineItem: { label: 'A', scoreMaximum: 5, resourceId: '', tag: '' },
    },
  },
])('$name', ({ item, activity }) => {
  expect(toNewActivity(ContentItemSchema.parse(item), LAUNCH)).toEqual(activity);
});

it('refuses an address elsewhere', () => {
  const item = ContentItemSchema.parse({ type: 'ltiResourceLink', url: 'http://other.example/lti/launch' });
  expect(() => toNewActivity(item, LAUNCH)).toThrow(ContentItemError);
});

it.each([
  { name: 'another type', item: { type: 'link', url: LAUNCH } },
  { name: 'a custom value that is not text', item: { type: 'ltiResourceLink', custom: { a: 1 } } },
  { name: 'a maximum of 0', item: { type: 'ltiResourceLink', lineItem: { scoreMaximum: 0 } } },
  { name: 'a script as address', item: { type: 'ltiResourceLink', url: 'javascript:alert(1)' } },
])('does not take $name', ({ item }) => {
  expect(ContentItemSchema.safeParse(item).success).toBe(false);
});
