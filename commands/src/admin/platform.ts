import { PlatformListSchema, type PlatformRequest, PlatformRequestSchema, PlatformSchema } from '@mgv/contracts';
import type { InternalApi } from '../running/internal-api.ts';
import { CommandError } from '../running/settings.ts';
import { readArguments } from './arguments.ts';

const text = { type: 'string' } as const;

/** `platform add`: registers an LMS, or changes its registration. */
export async function addPlatform(api: InternalApi, args: readonly string[]): Promise<void> {
  const given = readArguments(
    args,
    {
      issuer: text,
      'client-id': text,
      'deployment-id': { type: 'string', multiple: true },
      'auth-url': text,
      'token-url': text,
      'jwks-url': text,
      'token-audience': text,
      name: text,
    },
    'npm run -s admin -- platform add',
  );
  const platform = await api({
    service: 'lti',
    path: '/internal/platforms',
    answer: PlatformSchema,
    body: checkRequest({
      issuer: given.text('issuer'),
      clientId: given.text('client-id'),
      deploymentIds: given.list('deployment-id'),
      authUrl: given.text('auth-url'),
      tokenUrl: given.text('token-url'),
      jwksUrl: given.text('jwks-url'),
      tokenAudience: given.text('token-audience'),
      name: given.text('name'),
    }),
  });
  console.log(`Registered ${platform.name}: ${platform.issuer}, client ${platform.clientId}`);
}

const OPTION: Record<string, string> = {
  issuer: '--issuer',
  clientId: '--client-id',
  deploymentIds: '--deployment-id',
  authUrl: '--auth-url',
  tokenUrl: '--token-url',
  jwksUrl: '--jwks-url',
  tokenAudience: '--token-audience',
  name: '--name',
};

function checkRequest(request: Record<string, unknown>): PlatformRequest {
  const parsed = PlatformRequestSchema.safeParse(request);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => {
    const field = String(path[0]);
    const missing = request[field] === undefined || (Array.isArray(request[field]) && request[field].length === 0);
    return `  ${OPTION[field] ?? field}: ${missing ? 'is missing' : message}`;
  });
  throw new CommandError(`Nothing was registered:\n${lines.join('\n')}`);
}

/** `platform list [--json]`. */
export async function listPlatforms(api: InternalApi, args: readonly string[]): Promise<void> {
  const given = readArguments(args, { json: { type: 'boolean' } }, 'npm run -s admin -- platform list');
  const { platforms } = await api({ service: 'lti', path: '/internal/platforms', answer: PlatformListSchema });
  if (given.flag('json')) {
    console.log(JSON.stringify(platforms, null, 2));
    return;
  }
  if (platforms.length === 0)
    console.log('No platform is registered yet. See: npm run -s admin -- registration-link --help');
  for (const { name, issuer, clientId, deploymentIds, active, missingScopes } of platforms) {
    console.log(`${active ? 'active  ' : 'disabled'}  ${name}\n          issuer ${issuer}, client ${clientId}`);
    console.log(`          deployments ${deploymentIds.join(', ') || 'none yet'}`);
    for (const scope of missingScopes) console.log(`          did not give ${scope}`);
  }
}

/** `platform disable`: its launches are refused from now on. */
export async function disablePlatform(api: InternalApi, args: readonly string[]): Promise<void> {
  const given = readArguments(args, { issuer: text, 'client-id': text }, 'npm run -s admin -- platform disable');
  const issuer = given.text('issuer');
  const clientId = given.text('client-id');
  if (issuer === undefined || clientId === undefined)
    throw new CommandError('--issuer and --client-id are both needed.');
  const platform = await api({
    service: 'lti',
    path: '/internal/platforms/disable',
    answer: PlatformSchema,
    body: { issuer, clientId },
  });
  console.log(`Disabled ${platform.name}: launches are refused, marks stay. "platform add" switches it on again.`);
}
