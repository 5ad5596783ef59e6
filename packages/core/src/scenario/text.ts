import { z } from 'zod';

/** An id in a scenario: kebab-case, 1 to 64 characters, unique within its scenario. */
export const IdSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case letters, digits and single hyphens');

const line = z
  .string()
  .max(8000)
  .refine((text) => text.trim() !== '', 'a text may not be empty');

/**
 * A text for people, in Dutch and, where translated, in English. Plain text: a blank line starts a paragraph, lines
 * that begin with `- ` make a list. Never HTML.
 */
export const LocalisedTextSchema = z.strictObject({ nl: line, en: line.optional() });
export type LocalisedText = z.infer<typeof LocalisedTextSchema>;
