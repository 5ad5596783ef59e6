import { BaseUrlSchema, DatabaseUrlSchema, PortSchema, SwitchSchema } from '@mgv/service-kit';
import { z } from 'zod';

/** Settings of this service, as environment variables. */
export const SettingsSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  GRADING_PORT: PortSchema.default(3002),
  /** How this service reaches the tool. */
  LTI_URL: BaseUrlSchema.default('http://127.0.0.1:3001'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL_GRADING: DatabaseUrlSchema.optional(),
  /** Shared by the services; kept in DATA_DIR when not set. */
  SERVICE_KEY: z.string().min(16).optional(),
  ALLOW_PRIVATE_NETWORKS: SwitchSchema.default(false),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});
