import { z } from 'zod';
import { faultPath } from '@mgv/core';

/** Settings that are missing or wrong; `message` names each. */
export class EnvironmentError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EnvironmentError';
  }
}

/**
 * Reads a service's settings once, at start.
 *
 * @param schema - One field per variable; an empty variable counts as not set.
 * @throws {EnvironmentError} naming every variable that is missing or wrong, never its value.
 */
export function readEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  environment: Record<string, string | undefined>,
): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${faultPath(path)}: ${message}`);
  throw new EnvironmentError(`Settings that are missing or wrong:\n${lines.join('\n')}`);
}

/** A TCP port. */
export const PortSchema = z.coerce.number().int().min(1).max(65535);

/** `1`/`true` or `0`/`false`. */
export const SwitchSchema = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

/** A base URL without a slash at its end. */
export const BaseUrlSchema = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

/** A PostgreSQL connection string. */
export const DatabaseUrlSchema = z.url({ protocol: /^postgres(ql)?$/ });
