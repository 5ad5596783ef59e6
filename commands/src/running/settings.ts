import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  BaseUrlSchema,
  EnvironmentError,
  keptSecret,
  PortSchema,
  readEnvironment,
  SwitchSchema,
} from '@mgv/service-kit/settings';
import { z } from 'zod';

const SettingsSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  LTI_PORT: PortSchema.default(3001),
  GRADING_PORT: PortSchema.default(3002),
  DEMO_LMS_PORT: PortSchema.default(3000),
  PUBLIC_URL: BaseUrlSchema.optional(),
  LTI_URL: BaseUrlSchema.optional(),
  GRADING_URL: BaseUrlSchema.optional(),
  DEMO_LMS_URL: BaseUrlSchema.optional(),
  DATA_DIR: z.string().default('./data'),
  SERVICE_KEY: z.string().min(32, 'at least 32 characters').optional(),
  ALLOW_PRIVATE_NETWORKS: SwitchSchema.optional(),
});

/** Where the programs of one installation are, and the key they share. */
export interface Settings {
  ltiUrl: string;
  gradingUrl: string;
  publicUrl: string;
  demoLmsUrl: string;
  dataDir: string;
  /** `null` when none is set and none was made yet: then no service has run here. */
  serviceKey: string | null;
}

/** Reads `.env`, where there is one; what the environment sets already wins. */
export function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/**
 * Settings of the commands, filled in as the services fill them in.
 *
 * @throws {EnvironmentError} naming what is wrong.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = readEnvironment(SettingsSchema, environment);
  const dataDir = resolve(given.DATA_DIR);
  const local = (port: number): string => `http://127.0.0.1:${String(port)}`;
  const made = existsSync(resolve(dataDir, 'secrets', 'service-key'));
  return {
    ltiUrl: given.LTI_URL ?? local(given.LTI_PORT),
    gradingUrl: given.GRADING_URL ?? local(given.GRADING_PORT),
    publicUrl: given.PUBLIC_URL ?? local(given.LTI_PORT),
    demoLmsUrl: given.DEMO_LMS_URL ?? `http://localhost:${String(given.DEMO_LMS_PORT)}`,
    dataDir,
    serviceKey: given.SERVICE_KEY ?? (made ? keptSecret(dataDir, 'service-key') : null),
  };
}

/** The environment the services get: this one, with the addresses and the data folder filled in. */
export function serviceEnvironment(settings: Settings, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...environment,
    DATA_DIR: settings.dataDir,
    PUBLIC_URL: settings.publicUrl,
    LTI_URL: settings.ltiUrl,
    GRADING_URL: settings.gradingUrl,
  };
}

/** Runs a command's work; a fault of the user's own is told in one line, with exit code 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const plain = error instanceof EnvironmentError || error instanceof CommandError;
    console.error(plain ? error.message : error);
    process.exitCode = 1;
  }
}

/** A command that cannot do what was asked; the message is for the person who asked. */
export class CommandError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandError';
  }
}
