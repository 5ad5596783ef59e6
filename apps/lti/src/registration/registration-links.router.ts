import { RegistrationLinkRequestSchema } from '@mgv/contracts';
import { parse } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import { Router } from 'express';
import { freshSecret, hashOf } from '../login/secrets.ts';
import { deleteOldLinks, insertLink } from './registration-links.repository.ts';
import { toolAddresses } from './tool-addresses.ts';

const DAY_MS = 24 * 3_600_000;
/** Links that are over are kept this long, so that who opens one reads what became of it. */
const KEPT_MS = 90 * DAY_MS;

interface Needs {
  db: Db;
  publicUrl: string;
  now: () => Date;
}

/** `POST /internal/registration-links`: what `admin registration-link` asks. */
export function registrationLinksRouter({ db, publicUrl, now }: Needs): Router {
  const router = Router();
  router.post('/registration-links', async (req, res) => {
    const { name, days, personData } = parse(RegistrationLinkRequestSchema, req.body);
    const code = freshSecret();
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
    await deleteOldLinks(db, new Date(createdAt.getTime() - KEPT_MS));
    await insertLink(db, { codeHash: hashOf(code), name, personData, createdAt, expiresAt });
    const url = `${toolAddresses(publicUrl).register}?code=${code}`;
    res.status(201).set('Cache-Control', 'no-store').json({ url, expiresAt: expiresAt.toISOString() });
  });
  return router;
}
