import { expect, it, vi } from 'vitest';
import { watchHeight } from './frame-size.ts';

it('lti-226 tells the height, with room for a border, and again when it changes, until it is stopped', async () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentWindow!;
  const told: number[] = [];
  page.document.body.style.margin = '0';
  page.document.body.innerHTML = '<div style="height: 300.4px"></div>';
  const stop = watchHeight((height) => told.push(height), page);
  await vi.waitFor(() => {
    expect(told).toEqual([305]);
  });
  page.document.body.innerHTML = '<div style="height: 450px"></div>';
  await vi.waitFor(() => {
    expect(told).toEqual([305, 454]);
  });
  stop();
  frame.remove();
});
