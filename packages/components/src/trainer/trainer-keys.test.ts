import { expect, it } from 'vitest';
import { takesText, trainerKey } from './trainer-keys.ts';

function press(
  key: string,
  options: KeyboardEventInit = {},
  target: HTMLElement = document.body,
): ReturnType<typeof trainerKey> {
  let found: ReturnType<typeof trainerKey> = null;
  const listen = (event: KeyboardEvent) => (found = trainerKey(event));
  if (target !== document.body) document.body.append(target);
  target.addEventListener('keydown', listen, { once: true });
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...options }));
  if (target !== document.body) target.remove();
  return found;
}

it.each([
  { key: 'j', means: { does: 'next' } },
  { key: 'K', means: { does: 'previous' } },
  { key: '1', means: { does: 'level', index: 0 } },
  { key: '9', means: { does: 'level', index: 8 } },
  { key: '0', means: null },
  { key: 'r', means: { does: 'remark' } },
  { key: 's', means: { does: 'save' } },
  { key: '?', means: { does: 'help' } },
  { key: 'x', means: null },
])('$key', ({ key, means }) => {
  expect(press(key)).toEqual(means);
});

it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])(
  'leaves %o to the browser',
  (options) => {
    expect(press('s', options)).toBeNull();
  },
);

it.each([
  { name: 'a text area', make: () => document.createElement('textarea'), text: true },
  {
    name: 'a search field',
    make: () => Object.assign(document.createElement('input'), { type: 'search' }),
    text: true,
  },
  { name: 'a select', make: () => document.createElement('select'), text: true },
  {
    name: 'a radio button',
    make: () => Object.assign(document.createElement('input'), { type: 'radio' }),
    text: false,
  },
  { name: 'a button', make: () => document.createElement('button'), text: false },
])('$name takes text: $text', ({ make, text }) => {
  expect(takesText(make())).toBe(text);
  expect(press('j', {}, make()) === null).toBe(text);
});
