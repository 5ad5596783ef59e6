/** Longest free text a student can save, in UTF-16 code units. */
export const MAX_TEXT = 8000;
