import { workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { z } from 'zod';

/** A thread that makes an embedded database in the folder it is given, and ends. */
const database = await PGlite.create(z.string().parse(workerData));
await database.close();
