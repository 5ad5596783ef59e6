import { buildPages } from './running/build-pages.ts';
import { runServices, stopOnSignal } from './running/service-process.ts';
import { loadDotEnv, readSettings, runCommand, serviceEnvironment } from './running/settings.ts';

/** `npm run serve`: tool and grading only, with settings from the environment or `.env`. */
await runCommand(async () => {
  loadDotEnv();
  const settings = readSettings(process.env);
  await buildPages();
  const stop = await runServices(['lti', 'grading'], serviceEnvironment(settings, process.env));
  stopOnSignal(stop);
  console.log(`The tool takes launches at ${settings.publicUrl}/lti/launch`);
});
