import { type DeploymentChoice, DeploymentListSchema } from '@mgv/contracts';
import type { InternalApi } from '../running/internal-api.ts';
import { CommandError } from '../running/settings.ts';
import { readArguments } from './arguments.ts';

const text = { type: 'string' } as const;

/** `deployment list [--json]`. */
export async function listDeployments(api: InternalApi, args: readonly string[]): Promise<void> {
  const given = readArguments(args, { json: { type: 'boolean' } }, 'npm run -s admin -- deployment list');
  const { deployments } = await api({
    service: 'lti',
    path: '/internal/deployments',
    answer: DeploymentListSchema,
  });
  if (given.flag('json')) {
    console.log(JSON.stringify(deployments, null, 2));
    return;
  }
  if (deployments.length === 0) console.log('No deployment has been seen or added yet.');
  for (const { id, name, issuer, clientId, deploymentId, status, firstSeenAt } of deployments) {
    console.log(`${status.padEnd(8)}  ${name}: deployment ${deploymentId}`);
    console.log(`          ${id}  first seen ${firstSeenAt}\n          issuer ${issuer}, client ${clientId}`);
  }
}

/** `deployment approve`: launches of these deployments are taken from now on. */
export const approveDeployments = decider('approve', 'Approved');

/** `deployment refuse`: their launches are refused from now on. */
export const refuseDeployments = decider('refuse', 'Refused');

function decider(verb: 'approve' | 'refuse', done: string) {
  return async (api: InternalApi, args: readonly string[]): Promise<void> => {
    for (const body of choices(args, verb)) {
      await api({ service: 'lti', path: `/internal/deployments/${verb}`, answer: DeploymentListSchema, body });
      console.log(`${done} ${'id' in body ? body.id : `deployment ${body.deploymentId}`}.`);
    }
  };
}

function choices(args: readonly string[], verb: string): DeploymentChoice[] {
  const help = `npm run -s admin -- deployment ${verb}`;
  const given = readArguments(args, { issuer: text, 'client-id': text, 'deployment-id': text }, help);
  const issuer = given.text('issuer');
  const clientId = given.text('client-id');
  const deploymentId = given.text('deployment-id');
  if (given.rest.length > 0) return given.rest.map((id) => ({ id }));
  if (issuer === undefined || clientId === undefined || deploymentId === undefined) {
    throw new CommandError(
      'Name the deployment by its ID from "deployment list", or by --issuer, --client-id and --deployment-id.',
    );
  }
  return [{ issuer, clientId, deploymentId }];
}
