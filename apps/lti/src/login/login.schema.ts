import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Logins under way: state, nonce and everything the launch must match, in one row. */
export const logins = pgTable(
  'logins',
  {
    /** SHA-256 of the state, in hexadecimal digits. */
    stateHash: text('state_hash').primaryKey(),
    nonce: text().notNull(),
    /** SHA-256 of the cookie that binds the login to its browser. */
    bindingHash: text('binding_hash').notNull(),
    issuer: text().notNull(),
    clientId: text('client_id').notNull(),
    /** `lti_deployment_id`, when the platform gave it. */
    deploymentHint: text('deployment_hint'),
    targetLinkUri: text('target_link_uri').notNull(),
    loginHint: text('login_hint').notNull(),
    messageHint: text('message_hint'),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (table) => [index('logins_expires').on(table.expiresAt)],
);
