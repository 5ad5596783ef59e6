import { expect, it, vi } from 'vitest';
import { reportFrameSize } from './frame-size.ts';

interface Told {
  subject: string;
  height: number;
}

/** A frame in this page whose parent is a stub that keeps what it is told. */
function frame(): { page: Window; told: Told[] } {
  const element = document.createElement('iframe');
  document.body.append(element);
  const told: Told[] = [];
  const parent = { postMessage: (message: Told) => told.push(message) };
  const page = { parent, document: element.contentDocument } as unknown as Window;
  return { page, told };
}

it('tells the frame’s parent its height, and again when it changes', async () => {
  const { page, told } = frame();
  page.document.body.style.margin = '0';
  page.document.body.innerHTML = '<div style="height: 300px"></div>';
  const stop = reportFrameSize(page);
  await vi.waitFor(() => {
    expect(told).toEqual([{ subject: 'lti.frameResize', height: 300 }]);
  });
  page.document.body.innerHTML = '<div style="height: 450px"></div>';
  await vi.waitFor(() => {
    expect(told.at(-1)).toEqual({ subject: 'lti.frameResize', height: 450 });
  });
  stop();
});

it('tells nothing outside a frame', () => {
  const { page, told } = frame();
  Object.assign(page, { parent: page });
  reportFrameSize(page)();
  expect(told).toEqual([]);
});
