import { RegistrationLinkSchema } from '@mgv/contracts';
import type { TestTool } from '../../testing/test-tool.ts';
import type { RegisteringPlatform } from './registering-platform.ts';

/** A page that whoever manages an LMS sees. */
export interface AdminPage {
  status: number;
  page: string;
  headers: Headers;
  /** Code on a refusal page; `null` on any other. */
  code: string | null;
}

interface LinkWish {
  name?: string | null;
  days?: number;
  personData?: boolean;
}

/** The code in a fresh registration link. */
export async function makeCode(tool: TestTool, wish: LinkWish = {}): Promise<string> {
  const answer = await tool.internal('/registration-links', { name: null, days: 7, personData: false, ...wish });
  const { url } = RegistrationLinkSchema.parse(await answer.json());
  return new URL(url).searchParams.get('code') ?? '';
}

/** Opens a registration link as the platform's frame does; a `choice` posts the form of the page that asks for one. */
export async function openLink(
  tool: TestTool,
  platform: RegisteringPlatform | string,
  parameters: { code: string; registration_token?: string; choice?: 'replace' | 'add' },
  language = 'nl',
): Promise<AdminPage> {
  const address = typeof platform === 'string' ? platform : platform.configurationUrl;
  const given = new URLSearchParams({ openid_configuration: address, ...parameters });
  const posted = parameters.choice !== undefined;
  const answer = await fetch(`${tool.url}/lti/register${posted ? '' : `?${given.toString()}`}`, {
    headers: { 'accept-language': language },
    ...(posted && { method: 'POST', body: given }),
  });
  return seen(answer);
}

/** Any page of the tool. */
export async function seen(answer: Response): Promise<AdminPage> {
  const page = await answer.text();
  const code = /<dt>Code<\/dt>\s*<dd>([^<]*)<\/dd>/.exec(page)?.[1] ?? null;
  return { status: answer.status, page, headers: answer.headers, code };
}
