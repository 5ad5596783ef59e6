import { PageDataSchema } from '@mgv/contracts';

/** A browser without a window: keeps cookies per origin, follows redirects and forms that post themselves. */
class FormBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** @returns the page it ends on. */
  async open(url: string, form?: URLSearchParams): Promise<string> {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return this.open(new URL(location, url).href);
    const page = await response.text();
    if (!response.ok) throw new Error(`${url} answered ${String(response.status)}`);
    return page;
  }

  /** Posts the only form of a page, as its script would. */
  async submit(page: string, base: string): Promise<string> {
    const action = /<form[^>]*\baction="([^"]*)"/.exec(page)?.[1];
    if (action === undefined) throw new Error('no form on the page');
    const fields = new URLSearchParams();
    for (const [input] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      fields.set(attribute(input, 'name'), attribute(input, 'value'));
    }
    return this.open(new URL(unescape(action), base).href, fields);
  }
}

const attribute = (tag: string, name: string): string =>
  unescape(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
const unescape = (text: string): string =>
  text.replace(/&(\w+|#x?[0-9a-f]+);/gi, (whole, name: string) => ENTITIES[name] ?? whole);

/** Calls the tool's API as the launched person. */
export type LaunchedApi = (method: string, path: string, body?: unknown) => Promise<unknown>;

/**
 * Signs in at the practice LMS and launches an activity over plain HTTP.
 *
 * @param person - Id at the practice LMS.
 */
export async function launchOverHttp(
  lmsUrl: string,
  toolUrl: string,
  launch: { person: string; activity: string },
): Promise<LaunchedApi> {
  const browser = new FormBrowser();
  await browser.open(`${lmsUrl}/sign-in`, new URLSearchParams({ person: launch.person }));
  const authenticated = await browser.open(`${lmsUrl}/lti/launch/${launch.activity}?method=get`);
  const page = await browser.submit(authenticated, lmsUrl);
  const json = /<script[^>]*id="mgv-page"[^>]*>([\s\S]*?)<\/script>/.exec(page)?.[1];
  const { token } = PageDataSchema.parse(JSON.parse(json ?? 'null'));
  return async (method, path, body) => {
    const response = await fetch(`${toolUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${String(response.status)}: ${text}`);
    const answer: unknown = JSON.parse(text);
    return answer;
  };
}
