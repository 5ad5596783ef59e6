import { IdSchema, LANGUAGES } from '@mgv/core';
import { z } from 'zod';
import { AssignmentSettingsSchema } from './assignment.ts';

/** An id that an LMS gave: opaque, 1 to 255 characters, unique only within its issuer. */
export const LmsIdSchema = z.string().min(1).max(255);

/**
 * What somebody may do here, decided from their *membership* roles at launch. An observer sees a summary of the students
 * that the platform names; an admin of the institution without a role in the course checks that everything works.
 */
export const RoleSchema = z.enum(['student', 'trainer', 'assistant', 'observer', 'admin', 'none']);
export type Role = z.infer<typeof RoleSchema>;

/** AGS as the last launch of this link described it. */
export const GradebookSchema = z.strictObject({
  lineItem: z.url().nullable(),
  lineItems: z.url().nullable(),
  scopes: z.array(z.string().max(255)).max(20),
});
export type Gradebook = z.infer<typeof GradebookSchema>;

/** Most students that one observer sees. */
export const MAX_MENTEES = 50;

/** Id of an item that the picker gave out, as it travels in the link's custom parameters. */
export const ItemIdSchema = z.string().regex(/^[\w-]{1,64}$/);

/** Ancestors of a copy: courses by our own id, links by the platform's. */
export const HistorySchema = z.strictObject({
  courseIds: z.array(z.uuid()).max(100),
  linkIds: z.array(LmsIdSchema).max(100),
});
export type History = z.infer<typeof HistorySchema>;

/**
 * Who asks, and from where: apps/lti signs it for each request to apps/grading. Tenant, course and link come from the
 * launch; no request can name them.
 */
export const ActorSchema = z.strictObject({
  tenantId: z.uuid(),
  person: z.strictObject({
    id: z.uuid(),
    /** `sub` of the launch, for AGS. */
    lmsUserId: LmsIdSchema,
    /** Name as the LMS gave it, or `null`: everything works without. */
    name: z.string().max(255).nullable(),
    /** Moodle's and Canvas's 'student view' person: works, but no mark of it is ever posted. */
    test: z.boolean(),
  }),
  role: RoleSchema,
  courseId: z.uuid(),
  link: z.strictObject({
    /** Resource link id. */
    id: LmsIdSchema,
    title: z.string().max(255).nullable(),
    /** From `custom` or the launch URL; `null` when this link was made without the picker. */
    scenarioId: IdSchema.nullable(),
    /** What the picker called this item: a copy of the link keeps it; `null` when it was not made there. */
    itemId: ItemIdSchema.nullable().default(null),
    settings: AssignmentSettingsSchema.partial(),
  }),
  /** Where the course and the link were copied from, nearest first; empty for originals. */
  history: HistorySchema.default({ courseIds: [], linkIds: [] }),
  gradebook: GradebookSchema.nullable(),
  /** `product_family_code` of the platform, lower case. */
  platformFamily: z.string().max(255).nullable(),
  /** Whose work the launch asks to see: one student's newest, or one attempt. `null` for a plain launch. */
  review: z.strictObject({ lmsUserId: LmsIdSchema.nullable(), attemptId: z.uuid().nullable() }).nullable(),
  /** `sub` of the students that an observer may see; empty for everybody else. */
  mentees: z.array(LmsIdSchema).max(MAX_MENTEES),
  language: z.enum(LANGUAGES),
});
export type Actor = z.infer<typeof ActorSchema>;

/** The header that carries the signed actor: a JWT, HS256 with the service key, 60 s. */
export const ACTOR_HEADER = 'x-mgv-actor';
export const ACTOR_TOKEN = { issuer: 'mgv-lti', audience: 'mgv-grading', lifetimeSeconds: 60 } as const;
