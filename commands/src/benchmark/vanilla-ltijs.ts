import { createRequire } from 'node:module';
import { createMemoryPlugin } from './memory-plugin.ts';

/**
 * ltijs as its own documentation mounts it, with a database in memory: the yardstick for launches. Run as a child process:
 * `node vanilla-ltijs.ts PORT ISSUER`. Says `ready` to its parent.
 */
interface VanillaProvider {
  setup: (key: string, database: { plugin: unknown }, options: object) => unknown;
  deploy: (options: { port: number; silent: boolean }) => Promise<boolean>;
  registerPlatform: (platform: object) => Promise<unknown>;
  onConnect: (handler: (token: unknown, req: unknown, res: { send: (text: string) => void }) => void) => void;
}

const require = createRequire(import.meta.url);

const { Provider } = require('ltijs') as { Provider: VanillaProvider };
const [port = '', issuer = ''] = process.argv.slice(2);

Provider.setup(
  'a key for the benchmark',
  { plugin: createMemoryPlugin() },
  { appRoute: '/', loginRoute: '/login', cookies: { secure: false, sameSite: '' }, devMode: false },
);
Provider.onConnect((_token, _req, res) => {
  res.send('<!doctype html><title>launched</title>');
});
await Provider.deploy({ port: Number(port), silent: true });
await Provider.registerPlatform({
  url: issuer,
  name: 'Benchmark',
  clientId: 'bench',
  authenticationEndpoint: `${issuer}/auth`,
  accesstokenEndpoint: `${issuer}/token`,
  authConfig: { method: 'JWK_SET', key: `${issuer}/jwks` },
});
process.send?.({ ready: Number(port) });
