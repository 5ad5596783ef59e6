import type { Db } from '@mgv/service-kit/database';
import { and, eq, gt, isNull, lt, ne, or } from 'drizzle-orm';
import { lockTopic } from '../platforms/tenants.repository.ts';
import { registrationLinks } from './registration-links.schema.ts';

/** A registration link as it is kept. */
export type RegistrationLink = typeof registrationLinks.$inferSelect;

/** A registration under way with a link. */
export interface Claim {
  codeHash: string;
  claimId: string;
}

/** Writes a link that is new. */
export async function insertLink(
  db: Db,
  link: Pick<RegistrationLink, 'codeHash' | 'name' | 'personData' | 'createdAt' | 'expiresAt'>,
): Promise<void> {
  await db.insert(registrationLinks).values(link);
}

/** `null` when no link has this code. */
export async function selectOptionalLink(db: Db, codeHash: string): Promise<RegistrationLink | null> {
  const rows = await db.select().from(registrationLinks).where(eq(registrationLinks.codeHash, codeHash));
  return rows[0] ?? null;
}

/** Takes a link for one registration; of any number at the same time exactly one gets it. */
export async function updateToClaimed(
  db: Db,
  claim: Claim,
  { now, until }: { now: Date; until: Date },
): Promise<boolean> {
  const { codeHash, usedAt, expiresAt, claimedUntil } = registrationLinks;
  const claimed = await db
    .update(registrationLinks)
    .set({ claimedUntil: until, claimId: claim.claimId, claimedFor: null })
    .where(
      and(
        eq(codeHash, claim.codeHash),
        isNull(usedAt),
        gt(expiresAt, now),
        or(isNull(claimedUntil), lt(claimedUntil, now)),
      ),
    )
    .returning({ codeHash });
  return claimed.length > 0;
}

const isClaim = ({ codeHash, claimId }: Claim) =>
  and(eq(registrationLinks.codeHash, codeHash), eq(registrationLinks.claimId, claimId));

/** Lets go of a link, so that it can be used again at once. */
export async function updateToReleased(db: Db, claim: Claim): Promise<void> {
  await db
    .update(registrationLinks)
    .set({ claimedUntil: null, claimId: null, claimedFor: null })
    .where(and(isClaim(claim), isNull(registrationLinks.usedAt)));
}

/** Notes which platform a registration is of; `false` when another one of it is under way. */
export async function updateToClaimedFor(db: Db, claim: Claim, platform: string, now: Date): Promise<boolean> {
  return db.transaction(async (transaction) => {
    await lockTopic(transaction, ['registration', platform]);
    const { claimedFor, claimedUntil, claimId, usedAt } = registrationLinks;
    const others = await transaction
      .select({ claimId })
      .from(registrationLinks)
      .where(and(eq(claimedFor, platform), gt(claimedUntil, now), ne(claimId, claim.claimId), isNull(usedAt)));
    if (others.length > 0) return false;
    await transaction.update(registrationLinks).set({ claimedFor: platform }).where(isClaim(claim));
    return true;
  });
}

/** Uses a link up; `false` when its claim took too long and somebody else has it. */
export async function updateToUsed(db: Db, claim: Claim, now: Date): Promise<boolean> {
  const used = await db
    .update(registrationLinks)
    .set({ usedAt: now, claimedUntil: null })
    .where(and(isClaim(claim), isNull(registrationLinks.usedAt)))
    .returning({ codeHash: registrationLinks.codeHash });
  return used.length > 0;
}

/** Deletes links that expired before `before`. */
export async function deleteOldLinks(db: Db, before: Date): Promise<void> {
  await db.delete(registrationLinks).where(lt(registrationLinks.expiresAt, before));
}
