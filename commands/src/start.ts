import { buildPages } from './running/build-pages.ts';
import { keptSecret } from '@mgv/service-kit/settings';
import { PlatformSchema } from '@mgv/contracts';
import { internalApi } from './running/internal-api.ts';
import { runServices, stopOnSignal } from './running/service-process.ts';
import { loadDotEnv, readSettings, runCommand, serviceEnvironment, type Settings } from './running/settings.ts';

/** `npm start`: practice LMS, tool and grading, with embedded databases; prints the address to open. */
await runCommand(async () => {
  loadDotEnv();
  const settings = readSettings(process.env);
  const serviceKey = process.env['SERVICE_KEY'] ?? keptSecret(settings.dataDir, 'service-key');
  const environment = {
    LOG_LEVEL: 'warn',
    ...serviceEnvironment(settings, process.env),
    ALLOW_PRIVATE_NETWORKS: '1',
    DEMO_LMS_URL: settings.demoLmsUrl,
    TOOL_URL: settings.publicUrl,
  };
  await buildPages();
  console.log('Starting the practice LMS, the tool and the grading service …');
  const stop = await runServices(['lti', 'grading', 'demo-lms'], environment);
  stopOnSignal(stop);
  try {
    await registerPracticeLms({ ...settings, serviceKey });
  } catch (error) {
    await stop();
    throw error;
  }
  console.log(`\n  Open ${settings.demoLmsUrl} in your browser.\n`);
  console.log('  Sign in as a student or a trainer. Stop with Ctrl+C; what you did is kept in ' + settings.dataDir);
});

/** Registers the practice LMS at the tool; again at each start, which changes nothing. */
async function registerPracticeLms(settings: Settings): Promise<void> {
  const lms = settings.demoLmsUrl;
  await internalApi(settings)({
    service: 'lti',
    path: '/internal/platforms',
    answer: PlatformSchema,
    body: {
      issuer: lms,
      clientId: 'mgv-practice',
      deploymentIds: ['1'],
      authUrl: `${lms}/lti/auth`,
      tokenUrl: `${lms}/lti/token`,
      jwksUrl: `${lms}/lti/jwks`,
      name: 'Oefen-LMS',
    },
  });
}
