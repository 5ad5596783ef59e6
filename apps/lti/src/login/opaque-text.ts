import { z } from 'zod';

/** An opaque text from a platform, as it may be stored: not empty, no NUL, no half characters. */
export const opaqueText = (longest: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'has signs that no id can have');
