import { expect, it } from 'vitest';
import { html, type Part } from './html.ts';

it.each<{ name: string; part: Part; text: string }>([
  { name: 'escapes text', part: `<b>"it's" & so</b>`, text: '<p>&lt;b&gt;&quot;it&#39;s&quot; &amp; so&lt;/b&gt;</p>' },
  { name: 'leaves HTML as it is', part: html`<b>${'<'}</b>`, text: '<p><b>&lt;</b></p>' },
  { name: 'joins a list, escaping each', part: ['<', html`<i></i>`], text: '<p>&lt;<i></i></p>' },
  { name: 'shows 0', part: 0, text: '<p>0</p>' },
  { name: 'shows nothing for null', part: null, text: '<p></p>' },
  { name: 'shows nothing for false', part: false, text: '<p></p>' },
])('$name', ({ part, text }) => {
  expect(html`<p>${part}</p>`.text).toBe(text);
});
