import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Response, Router } from 'express';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

interface Asset {
  type: string;
  body: Buffer;
  /** `null` for what is compressed already. */
  gzip: Buffer | null;
}

function readAsset(file: string): Asset | null {
  const type = TYPES[extname(file)];
  if (type === undefined) return null;
  const body = readFileSync(file);
  return { type, body, gzip: type.startsWith('font/') ? null : gzipSync(body, { level: 9 }) };
}

function readAssets(folder: string): Map<string, Asset> {
  const files = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
    : [];
  return new Map(
    files.flatMap(({ name }): [string, Asset][] => {
      const asset = readAsset(join(folder, name));
      return asset ? [[name, asset]] : [];
    }),
  );
}

function send(res: Response, { type, body, gzip }: Asset, cacheControl: string): void {
  res.set({ 'Content-Type': type, 'Cache-Control': cacheControl, Vary: 'Accept-Encoding' });
  if (gzip && res.req.acceptsEncodings('gzip') === 'gzip') res.set('Content-Encoding', 'gzip').send(gzip);
  else res.send(body);
}

/**
 * `/assets/*`: the built pages, whose names change with their content; `/static/refusal.css`. All are read and
 * compressed once, at start.
 *
 * @param folder - `packages/components/dist`.
 */
export function assetsRouter(folder: string): Router {
  const router = Router();
  const assets = readAssets(join(folder, 'assets'));
  const refusalStyle = readAsset(join(import.meta.dirname, 'refusal.css'));
  router.get('/assets/:name', (req, res, next) => {
    const asset = assets.get(req.params.name);
    if (asset) send(res, asset, 'public, max-age=31536000, immutable');
    else next();
  });
  router.get('/static/refusal.css', (_req, res, next) => {
    if (refusalStyle) send(res, refusalStyle, 'public, max-age=3600');
    else next();
  });
  return router;
}
