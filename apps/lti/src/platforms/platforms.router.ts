import { DisablePlatformSchema, PlatformRequestSchema } from '@mgv/contracts';
import { parse } from '@mgv/service-kit';
import { Router } from 'express';
import { platformProblem } from './platforms.problem.ts';
import type { Registrations } from './registrations.ts';

interface Needs {
  registrations: Registrations;
  allowPrivateNetworks: boolean;
}

/** `/internal/platforms`: what `admin platform …` asks. */
export function platformsRouter({ registrations, allowPrivateNetworks }: Needs): Router {
  const router = Router();
  router.get('/platforms', async (_req, res) => {
    res.json({ platforms: await registrations.list() });
  });
  router.post('/platforms', async (req, res) => {
    const request = parse(PlatformRequestSchema, req.body);
    const faults = Object.entries({ authUrl: request.authUrl, tokenUrl: request.tokenUrl, jwksUrl: request.jwksUrl })
      .filter(([, url]) => !isAllowed(url, allowPrivateNetworks))
      .map(([path]) => ({ path, message: allowPrivateNetworks ? 'must be http or https' : 'must be https' }));
    if (faults.length > 0) throw platformProblem('insecure-address', { faults });
    res.status(201).json(await registrations.save(request));
  });
  router.post('/platforms/disable', async (req, res) => {
    const { issuer, clientId } = parse(DisablePlatformSchema, req.body);
    const disabled = await registrations.disable(issuer, clientId);
    if (!disabled) throw platformProblem('unknown-platform');
    res.json(disabled);
  });
  return router;
}

function isAllowed(url: string, allowPrivateNetworks: boolean): boolean {
  const { protocol } = new URL(url);
  return protocol === 'https:' || (allowPrivateNetworks && protocol === 'http:');
}
