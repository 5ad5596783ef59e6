/** What pages need of this package at run time, without zod; everything else they import as types. */
export { DEFAULT_SETTINGS } from './default-settings.ts';
