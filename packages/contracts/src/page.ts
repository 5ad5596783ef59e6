import { LANGUAGES } from '@mgv/core';
import { z } from 'zod';

/** Where a page finds the platform's storage and other frame services (postMessage); `null` when there is none. */
const FrameSchema = z.strictObject({
  /** `lti_storage_target` of the login: a frame's name, or `_parent`; `null` when the login named none. */
  target: z.string().max(255).nullable(),
  /** Origin of the platform's authentication endpoint: whom messages for that frame are addressed to. */
  origin: z.url(),
});

/** How to begin this launch again, through the platform: what to ask the login for. It holds no token of ours. */
const RestartSchema = z.strictObject({ action: z.string(), fields: z.record(z.string(), z.string()) });

/** How a reload goes on with this session. */
const ResumeSchema = z.strictObject({
  /** Address to show in place of the launch's, which could not be loaded twice; nothing secret is in it. */
  url: z.string(),
  /** What the page at that address posts to go on: kept with the frame's place in the history, and nowhere else. */
  ticket: z.string(),
});

/** What apps/lti writes into the page, as JSON in `<script type="application/json" id="mgv-page">`. */
export const PageDataSchema = z.strictObject({
  page: z.enum(['student', 'trainer', 'observer', 'picker', 'self-check']),
  /** The session's bearer token; kept in memory only. */
  token: z.string(),
  language: z.enum(LANGUAGES),
  /** Where 'Terug naar de cursus' goes; `null` when the LMS gave none. */
  returnUrl: z.url().nullable(),
  /** Settings the picker starts with, where it was opened from an existing link. */
  title: z.string().nullable(),
  /** Whether the launch asks to see one student's work: then the page begins with `GET /api/review`. */
  review: z.boolean(),
  frame: FrameSchema,
  /** `null` when the platform's hints were too long to keep. */
  restart: RestartSchema.nullable(),
  resume: ResumeSchema,
});
export type PageData = z.infer<typeof PageDataSchema>;

/** The same for the page without a session that speaks with the platform's storage during a login or launch. */
export const StoragePageDataSchema = z.strictObject({
  page: z.literal('storage'),
  language: z.enum(LANGUAGES),
  /** `null` for `resume`, which needs no platform. */
  frame: FrameSchema.nullable(),
  storage: z.discriminatedUnion('mode', [
    /** Keep `value` under `key`, then go to `next`; where it cannot be kept, go `otherwise`. */
    z.strictObject({
      mode: z.literal('put'),
      key: z.string(),
      value: z.string(),
      next: z.url(),
      otherwise: z.string(),
    }),
    /** Post `form` with the value of `key` as `binding`, empty when there is none. */
    z.strictObject({
      mode: z.literal('get'),
      key: z.string(),
      action: z.string(),
      form: z.strictObject({ id_token: z.string(), state: z.string() }),
    }),
    /** Post the ticket that was kept before the reload, if there is one. */
    z.strictObject({ mode: z.literal('resume') }),
  ]),
});
export type StoragePageData = z.infer<typeof StoragePageDataSchema>;
