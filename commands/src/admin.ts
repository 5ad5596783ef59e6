import { listPassbacks, retryPassbacks } from './admin/passback.ts';
import { addPlatform, disablePlatform, listPlatforms } from './admin/platform.ts';
import { type InternalApi, internalApi } from './running/internal-api.ts';
import { CommandError, loadDotEnv, readSettings, runCommand } from './running/settings.ts';

interface AdminCommand {
  usage: string;
  does: string;
  run: (api: InternalApi, args: readonly string[]) => Promise<void>;
}

const COMMANDS: Record<string, AdminCommand> = {
  'platform add': {
    usage:
      'platform add --issuer URL --client-id ID --deployment-id ID [--deployment-id ID …]\n' +
      '    --auth-url URL --token-url URL --jwks-url URL --name NAME',
    does: 'Registers an LMS. The same issuer and client id again changes its registration and adds deployments.',
    run: addPlatform,
  },
  'platform list': { usage: 'platform list [--json]', does: 'Lists the registered LMSs.', run: listPlatforms },
  'platform disable': {
    usage: 'platform disable --issuer URL --client-id ID',
    does: 'Refuses launches of an LMS from now on. Nothing is deleted.',
    run: disablePlatform,
  },
  'passback list': {
    usage: 'passback list [--state waiting|sent|confirmed|refused|superseded|not-connected] [--json]',
    does: 'Lists released marks on their way to the gradebook, newest first, 200 at most.',
    run: listPassbacks,
  },
  'passback retry': {
    usage: 'passback retry ID … | --all',
    does: 'Sends marks that wait or were refused again, now.',
    run: retryPassbacks,
  },
};

function help(names: readonly string[]): string {
  const lines = names.flatMap((name) => {
    const command = COMMANDS[name];
    return command ? [`  npm run -s admin -- ${command.usage}`, `      ${command.does}`, ''] : [];
  });
  return [
    'Usage (the services must run; settings come from the environment or .env, as for "npm run serve"):',
    '',
    ...lines,
  ].join('\n');
}

/** `npm run -s admin -- …`: talks to the running services over their internal API. */
await runCommand(async () => {
  const [topic = '', verb = '', ...rest] = process.argv.slice(2);
  const name = `${topic} ${verb}`;
  const command = COMMANDS[name];
  const asked = process.argv.includes('--help') || process.argv.includes('-h');
  if (asked || topic === '' || topic === 'help') {
    const matching = Object.keys(COMMANDS).filter((known) =>
      command ? known === name : known.startsWith(`${topic} `),
    );
    console.log(help(matching.length > 0 ? matching : Object.keys(COMMANDS)));
    return;
  }
  if (!command) throw new CommandError(`There is no admin command "${name.trim()}".\n\n${help(Object.keys(COMMANDS))}`);
  loadDotEnv();
  await command.run(internalApi(readSettings(process.env)), rest);
});
