import { type OutboundAnswer, OutboundError, type PlatformFetch } from '@mgv/service-kit';
import type { RefusalKind } from '../pages/refusal-texts.ts';
import { Refusal } from '../pages/refusal.ts';
import { type PlatformConfiguration, readConfiguration } from './platform-configuration.ts';
import { jsonOf, readAnswer, refusalReason, type RegistrationAnswer } from './registration-answer.ts';
import { speaksFor } from './same-platform.ts';

/** What the platform handed to the browser that opened the link. */
export interface Opening {
  configurationUrl: string;
  /** Lets us read and register; some platforms need none. */
  token: string | null;
}

const authorization = (token: string | null): Record<string, string> =>
  token === null ? {} : { authorization: `Bearer ${token}` };

/**
 * Reads the configuration of a platform that wants to register.
 *
 * @throws {Refusal} when it cannot be read, is none, or speaks for somebody else.
 */
export async function fetchConfiguration(fetch: PlatformFetch, opening: Opening): Promise<PlatformConfiguration> {
  const { configurationUrl, token } = opening;
  const platform = new URL(configurationUrl).host;
  const headers = { accept: 'application/json', ...authorization(token) };
  const answer = await fetch(configurationUrl, { headers }).catch((error: unknown) => {
    throw outboundRefusal(error, platform);
  });
  checkAnswer(answer, platform);
  const configuration = readConfiguration(jsonOf(answer.body));
  if ('wrong' in configuration) {
    throw new Refusal('registration-configuration-invalid', {
      facts: { platform, fields: configuration.wrong.join(', ') },
    });
  }
  if (!speaksFor(configurationUrl, configuration)) {
    throw new Refusal('registration-issuer-mismatch', { facts: { platform, issuer: configuration.issuer } });
  }
  return configuration;
}

/**
 * Posts our registration to the platform.
 *
 * @param asked - Rights in that registration.
 * @throws {Refusal} when the platform does not register us.
 */
export async function postRegistration(
  fetch: PlatformFetch,
  { registrationUrl, token }: { registrationUrl: string; token: string | null },
  { body, asked }: { body: object; asked: readonly string[] },
): Promise<RegistrationAnswer> {
  const platform = new URL(registrationUrl).host;
  const answer = await fetch(registrationUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...authorization(token) },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw outboundRefusal(error, platform);
  });
  checkAnswer(answer, platform);
  const read = readAnswer(jsonOf(answer.body), asked);
  if (!read) throw new Refusal('registration-platform-failed', { facts: { platform, status: String(answer.status) } });
  return read;
}

function checkAnswer({ status, body }: OutboundAnswer, platform: string): void {
  if (status >= 200 && status < 300) return;
  const reason = refusalReason(body);
  const facts = { platform, status: String(status), ...(reason !== null && { reason }) };
  throw new Refusal(status >= 500 ? 'registration-platform-failed' : 'registration-refused', { facts });
}

const OUTBOUND: Record<OutboundError['code'], RefusalKind> = {
  'bad-url': 'registration-address-refused',
  'private-address': 'registration-address-refused',
  redirected: 'registration-platform-unreachable',
  'timed-out': 'registration-platform-unreachable',
  unreachable: 'registration-platform-unreachable',
  'too-large': 'registration-configuration-invalid',
};

function outboundRefusal(error: unknown, platform: string): unknown {
  if (!(error instanceof OutboundError)) return error;
  return new Refusal(OUTBOUND[error.code], { facts: { platform, reason: error.code }, cause: error });
}
