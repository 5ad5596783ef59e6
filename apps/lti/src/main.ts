import { join } from 'node:path';
import { loadContent } from '@mgv/content';
import { summarise } from '@mgv/core';
import { createLogger, keptSecret, readEnvironment, runService } from '@mgv/service-kit';
import { openDatabase } from '@mgv/service-kit/database';
import { startLti } from './app.ts';
import { SettingsSchema } from './settings.ts';

const logger = createLogger('lti', SettingsSchema.shape.LOG_LEVEL.catch('info').parse(process.env['LOG_LEVEL']));
const appFolder = join(import.meta.dirname, '..');

await runService(logger, async () => {
  const settings = readEnvironment(SettingsSchema, process.env);
  const content = loadContent();
  const pagesFolder = join(appFolder, '..', '..', 'packages', 'components', 'dist');
  const database = await openDatabase({
    url: settings.DATABASE_URL_LTI,
    dataDir: settings.DATA_DIR,
    name: 'lti',
    migrations: join(appFolder, 'migrations'),
    logger,
  });
  return startLti({
    host: settings.HOST,
    port: settings.LTI_PORT,
    publicUrl: settings.PUBLIC_URL,
    gradingUrl: settings.GRADING_URL,
    serviceKey: settings.SERVICE_KEY ?? keptSecret(settings.DATA_DIR, 'service-key'),
    encryptionKey: settings.LTI_ENCRYPTION_KEY ?? keptSecret(settings.DATA_DIR, 'lti-encryption-key'),
    allowPrivateNetworks: settings.ALLOW_PRIVATE_NETWORKS,
    deploymentPolicy: settings.DEPLOYMENT_POLICY,
    database,
    content: content.scenarios,
    scenarios: [...content.scenarios.values()].map(({ scenario }) => summarise(scenario, content)),
    pagesFolder,
    logger,
  });
});
