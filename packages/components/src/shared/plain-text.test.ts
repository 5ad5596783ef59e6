import { render } from 'lit';
import { expect, it } from 'vitest';
import { blocksOf, plainText, question } from './plain-text.ts';

it.each([
  { name: 'one paragraph', text: 'Een regel.', blocks: [{ kind: 'paragraph', text: 'Een regel.' }] },
  { name: 'a line end is a space', text: 'Een\nregel.', blocks: [{ kind: 'paragraph', text: 'Een regel.' }] },
  {
    name: 'a blank line starts a paragraph',
    text: 'Een.\n\n \nTwee.\n',
    blocks: [
      { kind: 'paragraph', text: 'Een.' },
      { kind: 'paragraph', text: 'Twee.' },
    ],
  },
  {
    name: 'a list right below a paragraph, with a line that goes on',
    text: 'Let op:\n- een\n- twee\n  vervolg',
    blocks: [
      { kind: 'paragraph', text: 'Let op:' },
      { kind: 'list', items: ['een', 'twee vervolg'] },
    ],
  },
])('$name', ({ text, blocks }) => {
  expect(blocksOf(text)).toEqual(blocks);
});

it('never reads HTML', () => {
  const host = document.createElement('div');
  render(plainText('<img src=x onerror="alert(1)">'), host);
  expect(host.querySelector('img')).toBeNull();
  expect(host.textContent).toContain('<img');
});

it('names a question by its first paragraph', () => {
  expect(question('Wat deed jij?').more).toBeNull();
  const { name, more } = question('Wat deed jij?\n\n- Noem een moment.');
  const host = document.createElement('div');
  render(more, host);
  expect(name).toBe('Wat deed jij?');
  expect(host.querySelector('li')?.textContent).toBe('Noem een moment.');
});
