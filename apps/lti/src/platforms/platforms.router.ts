import {
  DeploymentChoiceSchema,
  DisablePlatformSchema,
  type PlatformRequest,
  PlatformRequestSchema,
  RotateKeysSchema,
} from '@mgv/contracts';
import { parse } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import { type Request, type Response, Router } from 'express';
import { platformProblem } from './platforms.problem.ts';
import type { Registrations } from './registrations.ts';
import { selectDeployments, updateDeploymentStatus } from './tenants.repository.ts';

interface Needs {
  db: Db;
  registrations: Registrations;
  allowPrivateNetworks: boolean;
}

/** `/internal/platforms`, `/internal/keys` and `/internal/deployments`: what `admin` asks. */
export function platformsRouter(needs: Needs): Router {
  const { registrations } = needs;
  const router = Router();
  router.get('/platforms', async (_req, res) => {
    res.json({ platforms: await registrations.list() });
  });
  router.post('/platforms', async (req, res) => {
    const request = parse(PlatformRequestSchema, req.body);
    checkAddresses(request, needs.allowPrivateNetworks);
    res.status(201).json(await registrations.save(request));
  });
  router.post('/platforms/disable', async (req, res) => {
    const { issuer, clientId } = parse(DisablePlatformSchema, req.body);
    const disabled = await registrations.disable(issuer, clientId);
    if (!disabled) throw platformProblem('unknown-platform');
    res.json(disabled);
  });
  router.post('/keys/rotate', async (req, res) => {
    const { issuer, clientId } = parse(RotateKeysSchema, req.body);
    const rotation = await registrations.rotateKey(issuer, clientId);
    if (!rotation) throw platformProblem('unknown-platform');
    res.json({ ...rotation, oldServedUntil: rotation.oldServedUntil.toISOString() });
  });
  router.use('/deployments', deploymentsRouter(needs));
  return router;
}

function deploymentsRouter({ db, registrations }: Needs): Router {
  const router = Router();
  const send = async (res: Response): Promise<void> => {
    res.json({ deployments: await selectDeployments(db) });
  };
  const decide = (status: 'active' | 'refused') => async (req: Request, res: Response) => {
    const choice = parse(DeploymentChoiceSchema, req.body);
    if (!(await updateDeploymentStatus(db, choice, status))) throw platformProblem('unknown-deployment');
    registrations.changed();
    await send(res);
  };
  router.get('/', (_req, res) => send(res));
  router.post('/approve', decide('active'));
  router.post('/refuse', decide('refused'));
  return router;
}

function checkAddresses({ authUrl, tokenUrl, jwksUrl }: PlatformRequest, allowPrivateNetworks: boolean): void {
  const faults = Object.entries({ authUrl, tokenUrl, jwksUrl })
    .filter(([, url]) => !isAllowed(url, allowPrivateNetworks))
    .map(([path]) => ({ path, message: allowPrivateNetworks ? 'must be http or https' : 'must be https' }));
  if (faults.length > 0) throw platformProblem('insecure-address', { faults });
}

function isAllowed(url: string, allowPrivateNetworks: boolean): boolean {
  const { protocol } = new URL(url);
  return protocol === 'https:' || (allowPrivateNetworks && protocol === 'http:');
}
