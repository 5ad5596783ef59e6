import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlatformRequest } from '@mgv/contracts';
import type { Scenario, ScenarioSummary } from '@mgv/core';
import { createLogger } from '@mgv/service-kit';
import type { Database } from '@mgv/service-kit/database';
import { startLti } from '../app.ts';
import type { DeploymentPolicy } from '../platforms/deployments.ts';
import { PAGES } from '../pages/page-assets.ts';

export const PUBLIC_URL = 'https://tool.example';
export const SERVICE_KEY = 'service-key-of-the-tests';

const SCENARIO: ScenarioSummary = {
  id: 'signalen',
  module: { id: 'weerstand', title: { nl: 'Weerstand' } },
  title: { nl: 'Signalen' },
  summary: { nl: 'Herken signalen.' },
  minutes: 20,
  goals: [{ nl: 'Je herkent signalen.' }],
  maximum: 10,
  concepts: [{ nl: 'Weerstand' }],
  steps: [],
};

/** A running tool and the ways in. */
export interface TestTool {
  url: string;
  database: Database;
  internal: (path: string, body?: unknown) => Promise<Response>;
  register: (platform: PlatformRequest) => Promise<void>;
  close: () => Promise<void>;
}

/** A folder as `packages/components` builds it. */
export function makePagesFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mgv-pages-'));
  mkdirSync(join(folder, '.vite'));
  mkdirSync(join(folder, 'assets'));
  const shared = { file: 'assets/shared-1.js', css: ['assets/shared-1.css'] };
  const entry = (name: string) => ({ file: `assets/${name}-1.js`, imports: ['_shared-1.js'] });
  const manifest = {
    '_shared-1.js': shared,
    ...Object.fromEntries(PAGES.map((page) => [`src/pages/${page}.ts`, entry(page)])),
  };
  writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'assets', 'student-1.js'), `export const page = '${'student '.repeat(100)}';`);
  return folder;
}

interface ToolOptions {
  database: Database;
  gradingUrl?: string;
  allowPrivateNetworks?: boolean;
  deploymentPolicy?: DeploymentPolicy;
  now?: () => Date;
  /** Whole scenarios, for previews; none when not given. */
  content?: ReadonlyMap<string, { scenario: Scenario }>;
  /** Gets every line of the log; nothing is logged when it is not given. */
  log?: (line: string) => void;
}

/** Starts the tool on a free port. */
export async function startTestTool(options: ToolOptions): Promise<TestTool> {
  const { database, gradingUrl = 'http://127.0.0.1:9', allowPrivateNetworks = true, now = () => new Date() } = options;
  const { log, content = new Map() } = options;
  const pagesFolder = makePagesFolder();
  const service = await startLti({
    host: '127.0.0.1',
    port: 0,
    publicUrl: PUBLIC_URL,
    gradingUrl,
    serviceKey: SERVICE_KEY,
    encryptionKey: 'encryption-key-of-the-tests-32-chars',
    allowPrivateNetworks,
    ...(options.deploymentPolicy && { deploymentPolicy: options.deploymentPolicy }),
    database,
    scenarios: [SCENARIO],
    content,
    pagesFolder,
    logger: log ? createLogger('lti', 'trace', { write: log }) : createLogger('lti', 'silent'),
    now,
  });
  const url = `http://127.0.0.1:${String(service.port)}`;
  const internal: TestTool['internal'] = (path, body) =>
    fetch(`${url}/internal${path}`, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${SERVICE_KEY}`, 'content-type': 'application/json' },
    });
  return {
    url,
    database,
    internal,
    register: async (platform) => {
      const answer = await internal('/platforms', platform);
      if (answer.status !== 201)
        throw new Error(`registering answered ${String(answer.status)}: ${await answer.text()}`);
    },
    close: async () => {
      await service.close();
      rmSync(pagesFolder, { recursive: true, force: true });
    },
  };
}
