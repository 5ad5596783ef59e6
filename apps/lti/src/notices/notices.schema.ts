import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { tenants } from '../platforms/platforms.schema.ts';

/** What platforms told us by themselves; each once, however often it is sent. */
export const notices = pgTable(
  'notices',
  {
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    /** The platform's id of the notice. */
    noticeId: text('notice_id').notNull(),
    type: text().notNull(),
    /** Course that it is about; null when it is about none. */
    contextId: text('context_id'),
    /** Of a copied course: the courses that it was copied from, nearest first. */
    originContexts: jsonb('origin_contexts').notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.noticeId] }),
    index('notices_context').on(table.tenantId, table.contextId),
  ],
);

/** Where each deployment sends notices: asked for once, by the first launch that offers it. */
export const noticeHandlers = pgTable('notice_handlers', {
  tenantId: uuid('tenant_id')
    .primaryKey()
    .references(() => tenants.id),
  serviceUrl: text('service_url').notNull(),
  /** Our address, as the platform was told. */
  handler: text().notNull(),
  triedAt: timestamp('tried_at', { withTimezone: true }).notNull(),
  /** Null until the platform agreed. */
  registeredAt: timestamp('registered_at', { withTimezone: true }),
});
