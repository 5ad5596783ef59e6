import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { BaseUrlSchema, DatabaseUrlSchema, PortSchema, readEnvironment, SwitchSchema } from './environment.ts';
import { keptSecret } from './secrets.ts';

const schema = z.object({
  LTI_PORT: PortSchema.default(3001),
  PUBLIC_URL: BaseUrlSchema,
  DATABASE_URL_LTI: DatabaseUrlSchema.optional(),
  ALLOW_PRIVATE_NETWORKS: SwitchSchema.default(false),
});

it('reads, converts and fills in', () => {
  const given = { PUBLIC_URL: 'https://mgv.example/', ALLOW_PRIVATE_NETWORKS: '1', DATABASE_URL_LTI: '' };
  expect(readEnvironment(schema, given)).toEqual({
    LTI_PORT: 3001,
    PUBLIC_URL: 'https://mgv.example',
    ALLOW_PRIVATE_NETWORKS: true,
  });
});

it('names every wrong setting, never its value', () => {
  const given = { LTI_PORT: 'secret', DATABASE_URL_LTI: 'mysql://user:secret@db' };
  expect(() => readEnvironment(schema, given)).toThrow(/LTI_PORT[\s\S]*PUBLIC_URL[\s\S]*DATABASE_URL_LTI/);
  expect(() => readEnvironment(schema, given)).not.toThrow(/secret/);
});

it('makes a secret once and keeps it for its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mgv-secret-'));
  const first = keptSecret(folder, 'service-key');
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(keptSecret(folder, 'service-key')).toBe(first);
  expect(keptSecret(folder, 'other')).not.toBe(first);
  expect(statSync(join(folder, 'secrets', 'service-key')).mode & 0o077).toBe(0);
});
