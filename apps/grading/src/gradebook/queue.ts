import type { Logger } from '@mgv/service-kit';
import type { Database, Db } from '@mgv/service-kit/database';
import { sql } from 'drizzle-orm';
import { fromDrizzle, fromPglite, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Wake } from './gradebook-change.ts';
import { deleteLeases } from './leases.repository.ts';
import { selectNeglectedTenants } from './passbacks.repository.ts';

const QUEUE = 'deliver-scores';
const JobSchema = z.object({ tenantId: z.uuid() });
const RowsSchema = z.union([z.object({ rows: z.array(z.unknown()) }), z.array(z.unknown())]);

interface Options {
  database: Database;
  /** On PostgreSQL: pg-boss keeps connections of its own, one of which listens for new jobs. */
  url: string | undefined;
  now: () => Date;
  logger: Logger;
  /** Milliseconds between looks for scores whose job was lost. */
  sweepEvery: number;
}

/** The job queue: each job says 'deliver what is due for this tenant'. */
export interface Queue {
  wake: Wake;
  /** Starts taking jobs. */
  work: (deliver: (tenantId: string) => Promise<void>) => Promise<void>;
  stop: () => Promise<void>;
}

/** At most one line in ten seconds of one kind: a database that is away fails every poll. */
function rarely(log: (error: unknown) => void): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + 10_000;
    log(error);
  };
}

function createBoss({ database, url, logger }: Options): PgBoss {
  const connection = database.pglite
    ? ({ db: fromPglite(database.pglite), backend: 'pglite' } as const)
    : { ...(url !== undefined && { connectionString: url }), max: 4, application_name: 'mgv-grading-queue' };
  const boss = new PgBoss({
    ...connection,
    connectionTimeoutMillis: 5000,
    schedule: false,
    useListenNotify: true,
    monitorVacuum: false,
    reindex: !database.pglite,
  });
  boss.on(
    'error',
    rarely((error) => {
      logger.error({ err: error }, 'the queue had an error');
    }),
  );
  boss.on(
    'warning',
    rarely((warning) => {
      logger.warn({ warning }, 'the queue warns');
    }),
  );
  return boss;
}

/** pg-boss's view on an open transaction, so that a job is sent when, and only when, it commits. */
function inTransaction(tx: Db): ReturnType<typeof fromDrizzle> {
  const execute = async (query: unknown): Promise<z.infer<typeof RowsSchema>> => {
    const statement = sql`${query}`;
    return RowsSchema.parse(await tx.execute(statement));
  };
  return fromDrizzle({ execute }, sql);
}

/** Opens the queue on the service's own database. @throws what pg-boss throws when it cannot. */
export async function openQueue(options: Options): Promise<Queue> {
  const { database, now, logger, sweepEvery } = options;
  const boss = createBoss(options);
  await boss.start();
  const settings = { notify: true, retryLimit: 0, expireInSeconds: 60, deleteAfterSeconds: 600 };
  await boss.createQueue(QUEUE, settings);
  // Fills the cache of queues, so that sending in a transaction needs no other connection: PGlite has only one.
  await boss.getQueueStats(QUEUE);
  if (database.pglite) await deleteLeases(database.db);

  const wake: Wake = async (tx, tenantId, startAfter) => {
    await boss.send(QUEUE, { tenantId }, { db: inTransaction(tx), ...(startAfter && { startAfter }) });
  };
  const sweep = async (age: number): Promise<void> => {
    const at = now();
    const before = new Date(at.getTime() - age);
    for (const tenantId of await selectNeglectedTenants(database.db, before, at)) await wake(database.db, tenantId);
  };
  const sweepFailed = rarely((error) => {
    logger.error({ err: error }, 'looking for lost deliveries failed');
  });
  let timer: NodeJS.Timeout | undefined;
  return {
    wake,
    work: async (deliver) => {
      const polling = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2, localConcurrency: 4 };
      await boss.work(QUEUE, polling, async (jobs) => {
        for (const { data } of jobs) await deliver(JobSchema.parse(data).tenantId);
      });
      await sweep(0);
      timer = setInterval(() => {
        sweep(sweepEvery).catch(sweepFailed);
      }, sweepEvery);
    },
    stop: async () => {
      clearInterval(timer);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
