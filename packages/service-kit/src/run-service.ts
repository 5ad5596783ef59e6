import { createServer, type Server } from 'node:http';
import type { Express } from 'express';
import { EnvironmentError } from './environment.ts';
import type { Logger } from './logger.ts';

/** A running service; `close` stops taking requests, finishes those under way (10 s at most) and closes the rest. */
export interface RunningService {
  port: number;
  close: () => Promise<void>;
}

interface Listen {
  app: Express;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Closed in this order after the last request: queue, database … */
  closers: readonly (() => Promise<void>)[];
}

/**
 * Listens, with time limits that a slow or silent client cannot stretch.
 *
 * @throws {EnvironmentError} when the port is taken.
 */
export async function listen({ app, host, port, closers }: Listen): Promise<RunningService> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 }, app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      const message = taken
        ? `port ${String(port)} on ${host} is taken by another program`
        : `cannot listen: ${error.message}`;
      reject(new EnvironmentError(message, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      await closeServer(server);
      for (const close of closers) await close();
    },
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  // A kept-alive connection under way becomes idle only after its request.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, 10_000);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
}

/**
 * Runs a service's `start` as this process: prints a start that failed in plain words and ends with code 1; ends with
 * code 0 on SIGINT and SIGTERM, or when the program that started it dies, after `close`. An unhandled rejection is logged as a bug and does not end the process.
 */
export async function runService(logger: Logger, start: () => Promise<RunningService>): Promise<void> {
  process.on('unhandledRejection', (reason) => {
    logger.error({ err: reason }, 'unhandled rejection: this is a bug');
  });
  try {
    const service = await start();
    let closing = false;
    const stop = (): void => {
      if (closing) return;
      closing = true;
      service.close().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'closing failed');
          process.exit(1);
        },
      );
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    // Started by another program of ours: when that one dies, nobody would stop this one.
    process.on('disconnect', stop);
    process.send?.({ ready: service.port });
  } catch (error) {
    const plain = error instanceof EnvironmentError;
    process.stderr.write(`${plain ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    process.exit(1);
  }
}
