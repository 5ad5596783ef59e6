import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../environment.ts';

/**
 * Holds a folder for this process: an embedded database belongs to one process. The lock is a listening socket, so it
 * is gone the moment its process is, however that ended.
 *
 * @returns a function that lets go.
 * @throws {EnvironmentError} when another process holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = socketPath(realpathSync(folder));
  let server = await tryListen(path);
  if (!server && !(await answers(path))) {
    if (process.platform !== 'win32') rmSync(path, { force: true });
    server = await tryListen(path);
  }
  if (!server) {
    throw new EnvironmentError(`${folder} is in use by another process: stop that one, or set another DATA_DIR`);
  }
  const held = server;
  held.unref();
  return () =>
    new Promise((resolve) => {
      held.close(() => {
        resolve();
      });
    });
}

/** In the folder itself, or, where that path is too long for a socket, in the system's folder for temporary files. */
function socketPath(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 20);
  if (process.platform === 'win32') return `\\\\.\\pipe\\mgv-${digest}`;
  const inside = join(folder, 'lock.sock');
  return inside.length < 100 ? inside : join(tmpdir(), `mgv-${digest}.sock`);
}

async function tryListen(path: string): Promise<Server | null> {
  const server = createServer((socket) => {
    socket.destroy();
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(null);
      else reject(new EnvironmentError(`cannot lock the data folder: ${error.message}`, { cause: error }));
    });
    server.listen(path, () => {
      resolve(server);
    });
  });
}

async function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
