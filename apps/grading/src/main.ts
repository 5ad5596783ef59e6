import { loadContent } from '@mgv/content';
import { createLogger, keptSecret, readEnvironment, runService } from '@mgv/service-kit';
import { startGrading } from './app.ts';
import { BACK_OFF } from './gradebook/back-off.ts';
import { SettingsSchema } from './settings.ts';

// A wrong level is reported with the other settings, below.
const level = SettingsSchema.shape.LOG_LEVEL.catch('info').parse(process.env['LOG_LEVEL']);
const logger = createLogger('grading', level);

await runService(logger, async () => {
  const settings = readEnvironment(SettingsSchema, process.env);
  return startGrading({
    host: settings.HOST,
    port: settings.GRADING_PORT,
    dataDir: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL_GRADING,
    ltiUrl: settings.LTI_URL,
    serviceKey: settings.SERVICE_KEY ?? keptSecret(settings.DATA_DIR, 'service-key'),
    allowPrivateNetworks: settings.ALLOW_PRIVATE_NETWORKS,
    source: loadContent(),
    logger,
    now: () => new Date(),
    backOff: BACK_OFF,
    sweepEvery: 5000,
  });
});
