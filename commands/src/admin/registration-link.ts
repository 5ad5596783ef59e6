import { RegistrationLinkRequestSchema, RegistrationLinkSchema } from '@mgv/contracts';
import type { InternalApi } from '../running/internal-api.ts';
import { CommandError } from '../running/settings.ts';
import { readArguments } from './arguments.ts';

/** `registration-link`: prints a link with which a school registers its LMS once. */
export async function makeRegistrationLink(api: InternalApi, args: readonly string[]): Promise<void> {
  const given = readArguments(
    args,
    { name: { type: 'string' }, days: { type: 'string' }, 'person-data': { type: 'boolean' } },
    'npm run -s admin -- registration-link',
  );
  const request = RegistrationLinkRequestSchema.safeParse({
    name: given.text('name') ?? null,
    days: Number(given.text('days') ?? 7),
    personData: given.flag('person-data'),
  });
  if (!request.success) {
    const wrong = request.error.issues.some(({ path }) => path[0] === 'days');
    throw new CommandError(
      wrong ? '--days is a whole number from 1 to 90.' : '--name is a text of 1 to 255 characters.',
    );
  }
  const { url, expiresAt } = await api({
    service: 'lti',
    path: '/internal/registration-links',
    answer: RegistrationLinkSchema,
    body: request.data,
  });
  console.log(url);
  console.error(`\nWorks once, until ${expiresAt}. Paste it in the LMS where an LTI 1.3 tool is registered.`);
  if (!url.startsWith('https:')) {
    console.error('PUBLIC_URL is not https: an LMS elsewhere will not accept this link.');
  }
}
