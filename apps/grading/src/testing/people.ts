import { ACTOR_HEADER, ACTOR_TOKEN, type Actor } from '@mgv/contracts';
import { SignJWT } from 'jose';
import { SCOPES } from '../gradebook/gradebook-state.ts';
import type { FakePlatform } from './fake-platform.ts';

/** The key that test services are started with. */
export const SERVICE_KEY = 'a-service-key-for-tests';

/** An actor whose fields a test can change. */
export type Change = Omit<Partial<Actor>, 'link' | 'person'> & {
  link?: Partial<Actor['link']>;
  person?: Partial<Actor['person']>;
};

/** The people of one course. */
export interface Course {
  tenantId: string;
  /** A new person of that course. */
  person: (role: Actor['role'], name: string | null, change?: Change) => Actor;
}

/** One course on one platform: its people share tenant, course, link and gradebook. */
export function course(platform: FakePlatform | null, scenarioId: string | null = 'gemengd'): Course {
  const tenantId = crypto.randomUUID();
  const courseId = crypto.randomUUID();
  const linkId = crypto.randomUUID();
  const { lineItem = '', lineItems = '' } = platform ?? {};
  const gradebook = platform ? { lineItem, lineItems, scopes: Object.values(SCOPES) } : null;
  const person = (role: Actor['role'], name: string | null, change: Change = {}): Actor => {
    const { link, person: someone, ...rest } = change;
    const id = crypto.randomUUID();
    return {
      tenantId,
      person: { id, lmsUserId: id.slice(0, 8), name, test: false, ...someone },
      role,
      courseId,
      link: { id: linkId, title: 'Opdracht 1', scenarioId, itemId: null, settings: {}, ...link },
      history: { courseIds: [], linkIds: [] },
      gradebook,
      platformFamily: 'moodle',
      review: null,
      mentees: [],
      language: 'nl',
      ...rest,
    };
  };
  return { tenantId, person };
}

/** The header that apps/lti would add. */
export async function signed(actor: Actor, at: Date, key = SERVICE_KEY): Promise<Record<string, string>> {
  const seconds = Math.floor(at.getTime() / 1000);
  const token = await new SignJWT({ actor: { ...actor } })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ACTOR_TOKEN.issuer)
    .setAudience(ACTOR_TOKEN.audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ACTOR_TOKEN.lifetimeSeconds)
    .sign(new TextEncoder().encode(key));
  return { [ACTOR_HEADER]: token };
}
