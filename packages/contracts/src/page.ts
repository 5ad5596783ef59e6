import { LANGUAGES } from '@mgv/core';
import { z } from 'zod';

/** What apps/lti writes into the page, as JSON in `<script type="application/json" id="mgv-page">`. */
export const PageDataSchema = z.strictObject({
  page: z.enum(['student', 'trainer', 'picker']),
  /** The session's bearer token; kept in memory only. */
  token: z.string(),
  language: z.enum(LANGUAGES),
  /** Where 'Terug naar de cursus' goes; `null` when the LMS gave none. */
  returnUrl: z.url().nullable(),
  /** Settings the picker starts with, where it was opened from an existing link. */
  title: z.string().nullable(),
});
export type PageData = z.infer<typeof PageDataSchema>;
