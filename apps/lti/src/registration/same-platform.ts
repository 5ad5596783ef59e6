import type { PlatformConfiguration } from './platform-configuration.ts';

/** A hosted LMS that uses one issuer for all schools: which hosts may speak for it. */
interface SharedIssuer {
  issuer: RegExp;
  /** Host that may answer with the configuration; `null` when a school may use a host of its own. */
  configuration: RegExp | null;
  /** Where the addresses must be that decide who may sign in: nobody but the vendor runs these hosts. */
  vendor: RegExp;
}

const SHARED_ISSUERS: readonly SharedIssuer[] = [
  {
    // A school's Canvas answers on <school>.instructure.com or on a host of the school.
    issuer: /^https:\/\/canvas(\.beta|\.test)?\.instructure\.com$/,
    configuration: null,
    vendor: /^https:\/\/(sso|canvas)(\.beta|\.test)?\.(canvaslms|instructure)\.com\/api\/lti\//,
  },
  {
    issuer: /^https:\/\/blackboard\.com$/,
    configuration: /^developer\.blackboard\.com$/,
    vendor: /^https:\/\/developer\.blackboard\.com\//,
  },
];

/** Whether the issuer is one that many schools share, so that it alone does not tell whose registration it is. */
export const isSharedIssuer = (issuer: string): boolean => SHARED_ISSUERS.some((shared) => shared.issuer.test(issuer));

/**
 * Whether the host that answered may speak for the issuer: it is the issuer's own, or it speaks for a vendor that signs
 * for all its schools.
 *
 * @param configurationUrl - The address that the configuration was read from.
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0/#openid-configuration
 */
export function speaksFor(configurationUrl: string, configuration: PlatformConfiguration): boolean {
  const { issuer, authUrl, jwksUrl } = configuration;
  const { host, protocol } = new URL(configurationUrl);
  const own = new URL(issuer);
  if (own.search !== '' || own.hash !== '') return false;
  const shared = SHARED_ISSUERS.find((each) => each.issuer.test(issuer));
  if (!shared) return own.host === host && own.protocol === protocol;
  if (shared.configuration && !shared.configuration.test(host)) return false;
  return shared.vendor.test(authUrl) && shared.vendor.test(jwksUrl);
}

/** Where a registration came from. */
export interface RegisteredFrom {
  registrationHost: string | null;
  accountId: string | null;
}

/**
 * Whether two registrations at one issuer are of the same platform: of one school.
 *
 * @param known - One that is there already; its host is `null` when it was added by hand.
 */
export function isSamePlatform(issuer: string, known: RegisteredFrom, fresh: RegisteredFrom): boolean {
  if (!isSharedIssuer(issuer)) return true;
  if (known.accountId !== null && fresh.accountId !== null) return known.accountId === fresh.accountId;
  return known.registrationHost !== null && known.registrationHost === fresh.registrationHost;
}
