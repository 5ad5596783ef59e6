import { boolean, index, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

/** Registrations, in the shape that ltijs reads and writes (its collection `platform`), with an id of our own. */
export const platforms = pgTable(
  'platforms',
  {
    id: uuid().primaryKey().defaultRandom(),
    platformUrl: text('platform_url').notNull(),
    clientId: text('client_id').notNull(),
    platformName: text('platform_name').notNull(),
    authEndpoint: text('auth_endpoint').notNull(),
    accesstokenEndpoint: text('accesstoken_endpoint').notNull(),
    /** `aud` of the client assertion; `null` is the token URL. */
    authorizationServer: text('authorization_server'),
    kid: text().notNull().unique(),
    authConfig: jsonb('auth_config').notNull(),
    /** Host that the platform registered itself from; `null` when it was added by hand. */
    registrationHost: text('registration_host'),
    /** The platform's own name for the school, on hosts that schools share. */
    accountId: text('account_id'),
    /** `product_family_code`, in lower case. */
    productFamily: text('product_family'),
    /** Scopes we asked for at the registration and did not get. */
    missingScopes: jsonb('missing_scopes').$type<string[]>().notNull().default([]),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [unique('platforms_url_client').on(table.platformUrl, table.clientId)],
);

/** Collection `platformStatus`: a platform without a row is active. */
export const platformStatuses = pgTable('platform_statuses', {
  /** `kid` of the platform. */
  id: text().primaryKey(),
  active: boolean().notNull(),
});

/** Collections `publickey` and `privatekey`: encrypted, found by their plain index fields. */
export const platformKeys = pgTable(
  'platform_keys',
  {
    collection: text({ enum: ['publickey', 'privatekey'] }).notNull(),
    kid: text().notNull(),
    platformUrl: text('platform_url').notNull(),
    clientId: text('client_id').notNull(),
    iv: text().notNull(),
    data: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** When another key took its place; it is served for a while after that. */
    retiredAt: timestamp('retired_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.collection, table.kid] }),
    index('platform_keys_url_client').on(table.collection, table.platformUrl, table.clientId),
  ],
);

/** A tenant is one deployment of a registration; everything of a school carries its id. */
export const tenants = pgTable(
  'tenants',
  {
    id: uuid().primaryKey().defaultRandom(),
    platformId: uuid('platform_id')
      .notNull()
      .references(() => platforms.id),
    deploymentId: text('deployment_id').notNull(),
    /** Only an `active` one is launched; the others wait for an admin, or were turned down by one. */
    status: text({ enum: ['active', 'pending', 'refused'] })
      .notNull()
      .default('active'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [unique('tenants_platform_deployment').on(table.platformId, table.deploymentId)],
);
