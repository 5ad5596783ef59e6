import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { FileFault } from './content.error.ts';

/** Largest content file, in bytes: far above what a person writes, far below what hurts. */
export const MAX_FILE_BYTES = 2_000_000;

/** What was read, or why not. */
export type Read<T> = { ok: true; value: T } | { ok: false; faults: FileFault[] };

/** A read that failed with a single fault. */
export function failed(code: FileFault['code'], message: string, path = '(file)'): { ok: false; faults: FileFault[] } {
  return { ok: false, faults: [{ path, code, message }] };
}

/** At most `MAX_FILE_BYTES` + 1 bytes, so that a file that grows while it is read stays bounded. */
function readBytes(file: string): Buffer {
  const buffer = Buffer.alloc(MAX_FILE_BYTES + 1);
  const handle = openSync(file, 'r');
  try {
    let length = 0;
    let read = 0;
    do {
      read = readSync(handle, buffer, length, buffer.length - length, null);
      length += read;
    } while (read > 0 && length < buffer.length);
    return buffer.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

/** Reads a UTF-8 text file. A file that is missing, not a plain file, too big or not text is a fault, never thrown. */
export function readText(file: string): Read<string> {
  let bytes: Buffer;
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return failed('missing', 'this is not a file');
    if (stat.size > MAX_FILE_BYTES) return failed('too-big', `the file is larger than ${String(MAX_FILE_BYTES)} bytes`);
    bytes = readBytes(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    return failed('missing', reason === 'ENOENT' ? 'there is no such file' : `the file cannot be read (${reason})`);
  }
  if (bytes.length > MAX_FILE_BYTES) {
    return failed('too-big', `the file is larger than ${String(MAX_FILE_BYTES)} bytes`);
  }
  if (bytes.includes(0)) return failed('not-text', 'the file is binary');
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return failed('not-text', 'the file is not UTF-8 text');
  }
}
