import { schemaFaults } from '@mgv/core';
import type { z } from 'zod';
import { parseYaml } from './parse-yaml.ts';
import { type Read, readText } from './read-text.ts';

/** Reads a YAML file and checks it against a schema; every fault zod finds is reported, with its path. */
export function parseFile<T>(file: string, schema: z.ZodType<T>): Read<T> {
  const text = readText(file);
  if (!text.ok) return text;
  const data = parseYaml(text.value);
  if (!data.ok) return data;
  const parsed = schema.safeParse(data.value);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, faults: schemaFaults(parsed.error) };
}
