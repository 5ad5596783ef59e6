import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { FRAME_SCRIPTS } from './frame-scripts.ts';

const TOOL = 'http://tool.example';

type Listener = (event: unknown) => void;

/** Listeners by event, as a window or an element has them. */
class Events {
  readonly listeners = new Map<string, Listener[]>();

  addEventListener = (name: string, listener: Listener): void => {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  };

  removeEventListener = (name: string, listener: Listener): void => {
    this.listeners.set(
      name,
      (this.listeners.get(name) ?? []).filter((one) => one !== listener),
    );
  };

  fire(name: string, event: unknown): void {
    for (const listener of this.listeners.get(name) ?? []) listener(event);
  }
}

/** What `Object.keys` gives is what a browser's storage shows of itself. */
function storage(): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const hidden = (value: unknown) => ({ value, enumerable: false });
  return Object.defineProperties(kept, {
    getItem: hidden((name: string) => kept[name] ?? null),
    setItem: hidden((name: string, value: string) => (kept[name] = value)),
    removeItem: hidden((name: string) => Reflect.deleteProperty(kept, name)),
  });
}

interface Run {
  names: readonly string[];
  dataset: Record<string, string>;
}

/** Runs scripts in a page with the tool's frame, and sends it messages. */
function page({ names, dataset }: Run) {
  const window = Object.assign(new Events(), { location: { assign: (url: string) => (left = url) } });
  const frame = Object.assign(new Events(), { dataset, contentWindow: {}, style: { height: '' }, src: '' });
  let left = '';
  const answers: unknown[] = [];
  const document = {
    body: { dataset },
    querySelector: (selector: string) => (selector === 'iframe[data-tool]' ? frame : null),
  };
  const context = createContext({ window, document, sessionStorage: storage() });
  runInContext(names.map((name) => FRAME_SCRIPTS[name] ?? '').join('\n'), context);
  const send = (data: unknown, origin = TOOL, source: object = frame.contentWindow): unknown => {
    answers.length = 0;
    const postMessage = (answer: unknown, to: string): void => void answers.push(answer, to);
    window.fire('message', { data, origin, source: Object.assign(source, { postMessage }) });
    return answers[0];
  };
  return { send, frame, window, answers, left: () => left };
}

const around = (over: Record<string, string> = {}): Run => ({
  names: ['storage.js', 'frame.js'],
  dataset: { tool: TOOL, storage: 'on', target: '_parent', src: '/lti/launch/10', ...over },
});

describe('storage', () => {
  it('keeps a value, gives it back to the same origin, and says so to nobody else', () => {
    const { send, answers } = page(around());
    expect(send({ subject: 'lti.put_data', message_id: 'a', key: 'k', value: 'v' })).toEqual({
      subject: 'lti.put_data.response',
      message_id: 'a',
      key: 'k',
      value: 'v',
    });
    expect(answers[1]).toBe(TOOL);
    expect(send({ subject: 'lti.get_data', message_id: 'b', key: 'k' })).toMatchObject({ key: 'k', value: 'v' });
    expect(send({ subject: 'lti.get_data', message_id: 'b', key: 'k' }, 'http://other.example')).toBeUndefined();
    send({ subject: 'lti.put_data', message_id: 'c', key: 'k', value: null });
    expect(send({ subject: 'lti.get_data', message_id: 'd', key: 'k' })).toMatchObject({ value: null });
  });

  it('keeps two tools apart', () => {
    const run = {
      names: ['storage.js', 'storage-frame.js'],
      dataset: { origins: `["${TOOL}","http://b.example"]`, mode: 'on' },
    };
    const { send } = page(run);
    send({ subject: 'lti.put_data', message_id: 'a', key: 'k', value: 'v' });
    expect(send({ subject: 'lti.get_data', message_id: 'b', key: 'k' }, 'http://b.example')).toMatchObject({
      value: null,
    });
    expect(send({ subject: 'lti.get_data', message_id: 'b', key: 'k' })).toMatchObject({ value: 'v' });
    expect(send({ subject: 'lti.frameResize', message_id: 'b', height: 3 })).toMatchObject({
      error: { code: 'unsupported_subject' },
    });
  });

  it.each([
    { name: 'no message_id', message: { key: 'k', value: 'v' }, code: 'bad_request' },
    { name: 'no key', message: { message_id: 'a', value: 'v' }, code: 'bad_request' },
    { name: 'a value that is no text', message: { message_id: 'a', key: 'k', value: 3 }, code: 'bad_request' },
    { name: 'too much', message: { message_id: 'a', key: 'k', value: 'x'.repeat(4096) }, code: 'storage_exhaustion' },
  ])('refuses $name', ({ message, code }) => {
    const run = { names: ['storage.js', 'storage-frame.js'], dataset: { origins: `["${TOOL}"]`, mode: 'on' } };
    expect(page(run).send({ subject: 'lti.put_data', ...message })).toMatchObject({ error: { code } });
  });

  it('refuses the hundred-and-first value', () => {
    const { send } = page(around());
    for (let index = 0; index < 100; index += 1) {
      send({ subject: 'lti.put_data', message_id: 'a', key: `k${String(index)}`, value: 'v' });
    }
    const put = (key: string): unknown => send({ subject: 'lti.put_data', message_id: 'a', key, value: 'w' });
    expect(put('one more')).toMatchObject({ error: { code: 'storage_exhaustion' } });
    expect(put('k3')).toMatchObject({ value: 'w' });
  });

  it.each([
    { name: 'silent', over: { storage: 'silent' }, answer: undefined },
    { name: 'off', over: { storage: 'off' }, answer: undefined },
    { name: 'error', over: { storage: 'error' }, answer: { error: { code: 'unauthorized' } } },
    {
      name: 'in another frame',
      over: { target: 'post_message_forwarding' },
      answer: { error: { code: 'unsupported_subject' } },
    },
  ])('answers as it should when it is $name', ({ over, answer }) => {
    const given = page(around(over)).send({ subject: 'lti.put_data', message_id: 'a', key: 'k', value: 'v' });
    if (answer === undefined) expect(given).toBeUndefined();
    else expect(given).toMatchObject(answer);
  });
});

describe('frame', () => {
  it.each([
    { name: 'in the page', target: '_parent', frame: undefined },
    { name: 'in a frame', target: 'post_message_forwarding', frame: 'post_message_forwarding' },
  ])('names what it supports, storage $name', ({ target, frame }) => {
    const answer = page(around({ target })).send({ subject: 'lti.capabilities', message_id: 'a' });
    const { supported_messages: supported } = answer as { supported_messages: Record<string, string>[] };
    expect(supported.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([
        'lti.frameResize',
        'org.imsglobal.lti.frameResize',
        'lti.put_data',
        'lti.setUnloadMessage',
      ]),
    );
    expect(supported.find(({ subject }) => subject === 'lti.get_data')?.['frame']).toBe(frame);
  });

  it('opens the tool when it listens', () => {
    expect(page(around()).frame.src).toBe('/lti/launch/10');
  });

  it.each([
    { name: 'the new subject', subject: 'lti.frameResize' },
    { name: 'the old subject', subject: 'org.imsglobal.lti.frameResize' },
  ])('resizes for $name', ({ subject }) => {
    const { send, frame } = page(around());
    send({ subject, height: 1234 });
    expect(frame.style.height).toBe('1234px');
    send({ subject, height: 'x' });
    expect(frame.style.height).toBe('1234px');
  });

  it.each([
    { name: 'another origin', data: { subject: 'lti.frameResize', height: 900 }, origin: 'http://other.example' },
    { name: 'another window', data: { subject: 'lti.frameResize', height: 900 }, source: {} },
    { name: 'a text', data: 'lti.frameResize' },
    { name: 'nothing', data: null },
  ])('does not listen to $name', ({ data, origin, source }) => {
    const { send, frame } = page(around());
    expect(send(data, origin, source)).toBeUndefined();
    expect(frame.style.height).toBe('');
  });

  it('asks before leaving while a message is set', () => {
    const { send, window } = page(around());
    let asked = 0;
    const leave = (): void => {
      window.fire('beforeunload', { preventDefault: () => (asked += 1) });
    };
    send({ subject: 'lti.setUnloadMessage', message: 'Niet bewaard' });
    leave();
    send({ subject: 'lti.removeUnloadMessage' });
    leave();
    expect(asked).toBe(1);
  });

  it('leaves when the tool closes, also where no message is answered', () => {
    const { send, left } = page(around({ close: '/tools?closed', storage: 'off' }));
    send({ subject: 'org.imsglobal.lti.close' });
    expect(left()).toBe('/tools?closed');
  });

  it('refuses what it does not know', () => {
    expect(page(around()).send({ subject: 'lti.fly', message_id: 'a' })).toMatchObject({
      subject: 'lti.fly.response',
      error: { code: 'unsupported_subject' },
    });
  });
});
