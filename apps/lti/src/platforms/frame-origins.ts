import { originsOf } from '../pages/content-policy.ts';
import type { Registration } from './registration.ts';

/**
 * Who may frame our pages as far as the registration tells. Canvas has one issuer for all schools, whose pages are at hosts of
 * their own: under `instructure.com`, or where the school registered from.
 *
 * @returns values for `frame-ancestors`.
 */
export function frameOrigins(registration: Pick<Registration, 'issuer' | 'authUrl' | 'registrationHost'>): string[] {
  const { issuer, authUrl, registrationHost } = registration;
  const schools = /^https:\/\/canvas(\.beta|\.test)?\.instructure\.com$/.test(issuer)
    ? ['https://*.instructure.com', ...originsOf([registrationHost === null ? null : `https://${registrationHost}`])]
    : [];
  return [...originsOf([issuer, authUrl]), ...schools];
}
