import { boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Links with which a school registers its LMS once. */
export const registrationLinks = pgTable('registration_links', {
  /** SHA-256 of the code in the link; the code itself is not kept. */
  codeHash: text('code_hash').primaryKey(),
  /** Name of the school; `null` takes what the LMS says. */
  name: text(),
  personData: boolean('person_data').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  /** When it registered a platform. */
  usedAt: timestamp('used_at', { withTimezone: true }),
  /** A registration is under way with it until then. */
  claimedUntil: timestamp('claimed_until', { withTimezone: true }),
  /** Names the claim, so that one which took too long cannot end the next. */
  claimId: text('claim_id'),
  /** Which platform that registration is of, so that no platform registers twice at the same time. */
  claimedFor: text('claimed_for'),
});
