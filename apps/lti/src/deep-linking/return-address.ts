import { z } from 'zod';
import { CLAIM, DeepLinkingClaimSchema } from '../launch/claims.ts';
import type { Evidence } from '../launch/evidence.ts';
import { originsOf } from '../pages/content-policy.ts';

const address = z.string().optional().catch(undefined);
const nothing = {};
const ServicesSchema = z.object({
  [CLAIM.ags]: z.object({ lineitems: address, lineitem: address }).catch(nothing),
  [CLAIM.nrps]: z.object({ context_memberships_url: address }).catch(nothing),
  [CLAIM.pns]: z.object({ platform_notification_service_url: address }).catch(nothing),
  [CLAIM.launchPresentation]: z.object({ return_url: address }).catch(nothing),
});

/**
 * Whether the picker's answer goes back to the platform that asked. Its origin must be that of an address that the
 * platform is known by: issuer, sign-in, token or key set address of the registration; or, because hosted platforms have
 * one issuer for all and answer on the school's own host, an address in the same signed message where the platform
 * offers its services (gradebook, roster, notices) or takes the person back.
 */
export function returnsToPlatform({ claims, registration }: Pick<Evidence, 'claims' | 'registration'>): boolean {
  const settings = DeepLinkingClaimSchema.safeParse(claims[CLAIM.deepLinking]).data;
  const services = ServicesSchema.safeParse(claims).data;
  if (!settings || !services || !registration) return false;
  const { issuer, authUrl, tokenUrl, jwksUrl } = registration;
  const known = originsOf([
    issuer,
    authUrl,
    tokenUrl,
    jwksUrl,
    services[CLAIM.ags].lineitems,
    services[CLAIM.ags].lineitem,
    services[CLAIM.nrps].context_memberships_url,
    services[CLAIM.pns].platform_notification_service_url,
    services[CLAIM.launchPresentation].return_url,
  ]);
  return known.includes(new URL(settings.deep_link_return_url).origin);
}
