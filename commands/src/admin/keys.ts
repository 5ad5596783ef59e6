import { RotatedKeysSchema } from '@mgv/contracts';
import type { InternalApi } from '../running/internal-api.ts';
import { CommandError } from '../running/settings.ts';
import { readArguments } from './arguments.ts';

const text = { type: 'string' } as const;

/** `keys rotate`: a new key of ours signs for a registration. */
export async function rotateKeys(api: InternalApi, args: readonly string[]): Promise<void> {
  const given = readArguments(args, { issuer: text, 'client-id': text }, 'npm run -s admin -- keys rotate');
  const issuer = given.text('issuer');
  const clientId = given.text('client-id');
  if (issuer === undefined || clientId === undefined)
    throw new CommandError('--issuer and --client-id are both needed.');
  const { kid, oldKid, oldServedUntil } = await api({
    service: 'lti',
    path: '/internal/keys/rotate',
    answer: RotatedKeysSchema,
    body: { issuer, clientId },
  });
  console.log(`Key ${kid} signs from now on.\nKey ${oldKid} is served until ${oldServedUntil}.`);
}
