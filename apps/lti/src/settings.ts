import { BaseUrlSchema, DatabaseUrlSchema, PortSchema, SwitchSchema } from '@mgv/service-kit';
import { z } from 'zod';

/** Settings of this service, as environment variables. */
export const SettingsSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  LTI_PORT: PortSchema.default(3001),
  /** How browsers and platforms reach the tool. */
  PUBLIC_URL: BaseUrlSchema.default('http://127.0.0.1:3001'),
  /** How this service reaches grading. */
  GRADING_URL: BaseUrlSchema.default('http://127.0.0.1:3002'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL_LTI: DatabaseUrlSchema.optional(),
  /** Shared by the services; kept in DATA_DIR when not set. */
  SERVICE_KEY: z.string().min(16).optional(),
  /** Encrypts our private keys in the database; kept in DATA_DIR when not set. */
  LTI_ENCRYPTION_KEY: z.string().min(32).optional(),
  ALLOW_PRIVATE_NETWORKS: SwitchSchema.default(false),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});
