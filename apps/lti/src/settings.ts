import { BaseUrlSchema, DatabaseUrlSchema, PortSchema, SwitchSchema } from '@mgv/service-kit';
import { z } from 'zod';
import { DEPLOYMENT_POLICIES } from './platforms/deployments.ts';

const OWN_MACHINE = /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?(\/|$)/;

/** Settings of this service, as environment variables. */
export const SettingsSchema = z
  .object({
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
    DEPLOYMENT_POLICY: z.enum(DEPLOYMENT_POLICIES).default('first'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  })
  // Browsers and platforms accept no launch over http; on this machine it is for practice.
  .refine(
    ({ PUBLIC_URL: url, ALLOW_PRIVATE_NETWORKS: open }) => open || url.startsWith('https:') || OWN_MACHINE.test(url),
    {
      path: ['PUBLIC_URL'],
      message: 'must begin with https; http is for this machine, or with ALLOW_PRIVATE_NETWORKS=1',
    },
  );
