import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, 'payloads');

/** A launch as a real platform sent it: recorded from Moodle 4.5, or put together from Canvas's documentation. */
const PayloadSchema = z.strictObject({
  what: z.string(),
  /** Parameters of the login that came before it. */
  login: z.record(z.string(), z.string()),
  header: z.record(z.string(), z.unknown()),
  claims: z.looseObject({ iss: z.string(), aud: z.string() }),
});
export type Payload = z.infer<typeof PayloadSchema>;

/** A payload by folder and name, such as `moodle/launch-student`. */
export const readPayload = (name: string): Payload => PayloadSchema.parse(readJson(name));

/** Any file of the payloads, as it is. */
export const readJson = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));

/** Names of all launches that we have, as `readPayload` takes them. */
export const launchPayloads = (): string[] =>
  readdirSync(FOLDER).flatMap((platform) =>
    readdirSync(join(FOLDER, platform))
      .filter((file) => file.startsWith('launch-'))
      .map((file) => `${platform}/${file.replace('.json', '')}`),
  );
