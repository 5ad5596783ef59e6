import { type Actor, AssignmentSettingsSchema, ItemIdSchema } from '@mgv/contracts';
import { IdSchema } from '@mgv/core';
import type { z } from 'zod';

const PartialSettingsSchema = AssignmentSettingsSchema.partial();

type Custom = Readonly<Record<string, unknown>>;

/** A custom parameter; `undefined` when it is absent, empty, or a variable that the platform did not fill in. */
export function customText(custom: Custom, name: string): string | undefined {
  const value = custom[name];
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || /^\$[A-Za-z][\w.]*$/.test(text) ? undefined : text;
}

const valueOf = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> | undefined =>
  schema.safeParse(value).data;

/** The settings that travel with a link as custom parameters; what does not fit counts as absent. */
export function settingsOf(custom: Custom): Actor['link']['settings'] {
  const { shape } = AssignmentSettingsSchema;
  const attempts = customText(custom, 'mgv_attempts');
  const settings = {
    title: valueOf(shape.title, customText(custom, 'mgv_title')),
    points: valueOf(shape.points, numberOf(customText(custom, 'mgv_points'))),
    attempts: valueOf(shape.attempts, attempts === 'unlimited' ? null : numberOf(attempts)),
    counts: valueOf(shape.counts, customText(custom, 'mgv_counts')),
    results: valueOf(shape.results, customText(custom, 'mgv_results')),
  };
  return PartialSettingsSchema.parse(
    Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)),
  );
}

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/** What the picker called this item; `null` when it was not made there. */
export const itemOf = (custom: Custom): string | null => valueOf(ItemIdSchema, customText(custom, 'mgv_item')) ?? null;

/** The scenario that a link is for: from its custom parameters, else from its address; `null` when neither says. */
export function scenarioOf(custom: Custom, targetLinkUri: string): string | null {
  const fromUrl = new URL(targetLinkUri).searchParams.get('scenario');
  return valueOf(IdSchema, customText(custom, 'mgv_scenario')) ?? valueOf(IdSchema, fromUrl) ?? null;
}
