import { BaseUrlSchema, createLogger, PortSchema, readEnvironment, runService } from '@mgv/service-kit';
import { z } from 'zod';
import { startDemoLms } from './app.ts';

const EnvironmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  DEMO_LMS_PORT: PortSchema.default(3000),
  DEMO_LMS_URL: BaseUrlSchema.optional(),
  TOOL_URL: BaseUrlSchema.default('http://127.0.0.1:3001'),
  STORAGE_TARGET: z.enum(['_parent', 'post_message_forwarding']).default('_parent'),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

const logger = createLogger('demo-lms');

await runService(logger, async () => {
  const settings = readEnvironment(EnvironmentSchema, process.env);
  logger.level = settings.LOG_LEVEL;
  const baseUrl = settings.DEMO_LMS_URL ?? `http://localhost:${String(settings.DEMO_LMS_PORT)}`;
  const service = await startDemoLms({
    host: settings.HOST,
    port: settings.DEMO_LMS_PORT,
    baseUrl,
    toolUrl: settings.TOOL_URL,
    storageTarget: settings.STORAGE_TARGET,
    dataDir: settings.DATA_DIR,
    logger,
    now: () => new Date(),
    fetch,
  });
  logger.info({ address: baseUrl }, 'the practice LMS is open');
  return service;
});
