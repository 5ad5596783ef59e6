import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import express from 'express';
import { z } from 'zod';

const ScoreSchema = z.looseObject({
  userId: z.string(),
  scoreGiven: z.number(),
  scoreMaximum: z.number(),
  activityProgress: z.string(),
  gradingProgress: z.string(),
  timestamp: z.string(),
  comment: z.string().optional(),
});
/** A score that was posted, whether it was taken or not. */
export type PostedScore = z.infer<typeof ScoreSchema>;

/** How the platform answers a score instead of taking it; null takes it. */
export type Fault =
  | ((score: PostedScore) => { status: number; body?: string; headers?: Record<string, string> } | 'silence' | null)
  | null;

/** A platform with Moodle's rules for scores, and apps/lti's token endpoint, on one free port. */
export interface FakePlatform {
  url: string;
  lineItem: string;
  lineItems: string;
  /** Every post, in order. */
  posts: PostedScore[];
  /** What the gradebook shows, by user id. */
  results: Map<string, PostedScore>;
  created: unknown[];
  /** Columns that the platform has of itself, as its list gives them. */
  existing: { id: string; resourceId: string; tag: string; resourceLinkId?: string }[];
  tokenRequests: unknown[];
  faults: { score: Fault };
  /** Most posts that were ever under way at once. */
  most: number;
  close: () => Promise<void>;
}

const LINE_ITEM = '/ags/5/lineitem';

function takeScore(platform: FakePlatform, req: express.Request, res: express.Response): void {
  const score = ScoreSchema.parse(JSON.parse(String(req.body)));
  platform.posts.push(score);
  const fault = platform.faults.score?.(score) ?? null;
  if (fault === 'silence') return;
  if (fault) {
    res
      .status(fault.status)
      .set(fault.headers ?? {})
      .send(fault.body ?? '[]');
    return;
  }
  const before = platform.results.get(score.userId);
  const second = (text: string): number => Math.floor(Date.parse(text) / 1000);
  if (before && second(score.timestamp) <= second(before.timestamp)) {
    res.status(409).send('[]');
    return;
  }
  platform.results.set(score.userId, score);
  res.status(200).end();
}

function agsRoutes(app: express.Express, platform: FakePlatform): void {
  let underWay = 0;
  app.post(`${LINE_ITEM}/scores`, express.text({ type: 'application/vnd.ims.lis.v1.score+json' }), (req, res) => {
    if (req.query['type_id'] !== '1' || req.get('authorization') !== 'Bearer fake-token') {
      res.status(401).send('[]');
      return;
    }
    underWay += 1;
    platform.most = Math.max(platform.most, underWay);
    setImmediate(() => {
      takeScore(platform, req, res);
      underWay -= 1;
    });
  });
  app.get(`${LINE_ITEM}/results`, (req, res) => {
    const score = platform.results.get(z.string().parse(req.query['user_id']));
    const right =
      req.get('accept') === 'application/vnd.ims.lis.v2.resultcontainer+json' && req.query['type_id'] === '1';
    const { scoreGiven, scoreMaximum, userId } = score ?? {};
    const rows = score
      ? [{ userId, resultScore: (100 * Number(scoreGiven)) / Number(scoreMaximum), resultMaximum: 100 }]
      : [];
    res.status(right ? 200 : 400).json(right ? rows : []);
  });
  app.get('/ags/lineitems', (req, res) => {
    const link = req.query['resource_link_id'];
    const { resource_id: resourceId, tag } = req.query;
    const fits = platform.existing.filter((item) =>
      link === undefined ? item.resourceId === resourceId && item.tag === tag : item.resourceLinkId === link,
    );
    const made = platform.created.length > 0 && link !== undefined;
    res.json(made ? [{ id: platform.lineItem, resourceLinkId: link }] : fits);
  });
  app.post('/ags/lineitems', express.text({ type: 'application/vnd.ims.lis.v2.lineitem+json' }), (req, res) => {
    const wanted = z.record(z.string(), z.unknown()).parse(JSON.parse(String(req.body)));
    platform.created.push(wanted);
    res.status(201).json({ ...wanted, id: platform.lineItem });
  });
}

/** Starts it. */
export async function startFakePlatform(): Promise<FakePlatform> {
  const app = express();
  const server = createServer((req: IncomingMessage, res: ServerResponse) => {
    app(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  const platform: FakePlatform = {
    url,
    lineItem: `${url}${LINE_ITEM}?type_id=1`,
    lineItems: `${url}/ags/lineitems`,
    posts: [],
    results: new Map(),
    created: [],
    existing: [],
    tokenRequests: [],
    faults: { score: null },
    most: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  app.post('/internal/access-tokens', express.json(), (req, res) => {
    platform.tokenRequests.push(req.body);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { scopes } = z.object({ scopes: z.array(z.string()) }).parse(req.body);
    res.json({ accessToken: 'fake-token', scopes, expiresAt });
  });
  agsRoutes(app, platform);
  return platform;
}
