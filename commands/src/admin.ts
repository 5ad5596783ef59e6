import { approveDeployments, listDeployments, refuseDeployments } from './admin/deployment.ts';
import { rotateKeys } from './admin/keys.ts';
import { listPassbacks, retryPassbacks } from './admin/passback.ts';
import { addPlatform, disablePlatform, listPlatforms } from './admin/platform.ts';
import { makeRegistrationLink } from './admin/registration-link.ts';
import { type InternalApi, internalApi } from './running/internal-api.ts';
import { CommandError, loadDotEnv, readSettings, runCommand } from './running/settings.ts';

interface AdminCommand {
  usage: string;
  does: string;
  run: (api: InternalApi, args: readonly string[]) => Promise<void>;
}

const COMMANDS: Record<string, AdminCommand> = {
  'registration-link': {
    usage: 'registration-link [--name SCHOOL] [--days 7] [--person-data]',
    does:
      'Prints a link with which a school registers its LMS, once. It asks the LMS for names and e-mail addresses only\n' +
      '      with --person-data.',
    run: makeRegistrationLink,
  },
  'platform add': {
    usage:
      'platform add --issuer URL --client-id ID [--deployment-id ID …]\n' +
      '    --auth-url URL --token-url URL --jwks-url URL [--token-audience TEXT] --name NAME',
    does:
      'Registers an LMS by hand. The same issuer and client id again changes its registration and adds deployments.\n' +
      '      --token-audience is for an LMS that wants another audience than its token URL (Brightspace).',
    run: addPlatform,
  },
  'platform list': { usage: 'platform list [--json]', does: 'Lists the registered LMSs.', run: listPlatforms },
  'platform disable': {
    usage: 'platform disable --issuer URL --client-id ID',
    does: 'Refuses launches of an LMS from now on. Nothing is deleted.',
    run: disablePlatform,
  },
  'deployment list': {
    usage: 'deployment list [--json]',
    does: 'Lists the deployments of all LMSs, those that wait for approval first.',
    run: listDeployments,
  },
  'deployment approve': {
    usage: 'deployment approve ID … | --issuer URL --client-id ID --deployment-id ID',
    does: 'Admits deployments: their launches are taken from now on.',
    run: approveDeployments,
  },
  'deployment refuse': {
    usage: 'deployment refuse ID … | --issuer URL --client-id ID --deployment-id ID',
    does: 'Refuses launches of deployments from now on. Nothing is deleted.',
    run: refuseDeployments,
  },
  'keys rotate': {
    usage: 'keys rotate --issuer URL --client-id ID',
    does: 'Makes a new key of ours for an LMS. The old one is served for 48 hours more.',
    run: rotateKeys,
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
  const [topic = '', ...others] = process.argv.slice(2);
  const single = Object.hasOwn(COMMANDS, topic);
  const [verb = '', ...rest] = single ? ['', ...others] : others;
  const name = `${topic} ${verb}`.trim();
  const command = COMMANDS[name];
  const asked = process.argv.includes('--help') || process.argv.includes('-h');
  if (asked || topic === '' || topic === 'help') {
    const matching = Object.keys(COMMANDS).filter((known) =>
      command ? known === name : known.startsWith(`${topic} `),
    );
    console.log(help(matching.length > 0 ? matching : Object.keys(COMMANDS)));
    return;
  }
  if (!command) throw new CommandError(`There is no admin command "${name}".\n\n${help(Object.keys(COMMANDS))}`);
  loadDotEnv();
  await command.run(internalApi(readSettings(process.env)), rest);
});
