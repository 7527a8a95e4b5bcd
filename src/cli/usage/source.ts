/** A log from disk or standard input: bytes, unpacked where they are gzip, as text, with their hash. */
import { createHash } from 'node:crypto';
import { createReadStream, closeSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError, problem } from '../../errors.ts';
import type { LogFile } from '../../log-files/read-log.ts';
import { openPlain } from '../files.ts';
import { reasonOf } from '../output.ts';
import type { World } from '../world.ts';

const stdinName = '<stdin>';

/** Containers that are told by their first bytes, whatever the name says. */
const magic = [
  { bytes: [0x1f, 0x8b], kind: 'gzip' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], kind: 'zstd' },
  { bytes: [0x50, 0x41, 0x52, 0x31], kind: 'parquet' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: 'zip' },
] as const;
type Container = (typeof magic)[number]['kind'];

const kindOf = (bytes: Uint8Array): Container | undefined =>
  magic.find((each) => each.bytes.every((byte, place) => bytes[place] === byte))?.kind;

const unreadable = (file: string, reason: string, fix: string): InputError =>
  new InputError([problem('log-bytes', { file, reason, fix })]);

const fixes: Readonly<Record<Exclude<Container, 'gzip'>, string>> = {
  zstd: 'unpack it first: "zstd -dc FILE | ai-footprint usage -"; or name it .zst, for DuckDB to read',
  parquet: 'name it .parquet, for DuckDB to read; or export it as csv, json or json lines',
  zip: 'unpack it first',
};

/** The bytes, and the first of them again where they were looked at. */
async function* looked(bytes: AsyncIterable<Uint8Array>, start: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* start;
  yield* bytes;
}

function errorOf(file: string, error: unknown): unknown {
  if (error instanceof InputError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'Z_BUF_ERROR') return unreadable(file, 'the gzip breaks off', 'copy or export it again');
  if (code.startsWith('Z_')) return unreadable(file, 'the gzip is damaged', 'copy or export it again');
  return new InputError([problem('unreadable-file', { file, reason: reasonOf(error) })]);
}

function unzipped(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpacking = createGunzip();
  // An error of the source is told by whoever reads.
  Readable.from(packed)
    .on('error', (error) => unpacking.destroy(error))
    .pipe(unpacking);
  return unpacking;
}

async function* textOf(
  file: string,
  raw: AsyncIterable<Uint8Array>,
  update: (bytes: Uint8Array) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (bytes: Uint8Array | undefined): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw unreadable(file, 'some bytes are not UTF-8', 'save it as UTF-8');
    }
  };
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const bytes of raw) {
      update(bytes);
      yield bytes;
    }
  }
  try {
    const iterator = hashed();
    const start: Uint8Array[] = [];
    let length = 0;
    while (length < 4) {
      const next = await iterator.next();
      if (next.done === true) break;
      start.push(next.value);
      length += next.value.length;
    }
    const first = new Uint8Array(length);
    let at = 0;
    for (const bytes of start) {
      first.set(bytes, at);
      at += bytes.length;
    }
    const kind = kindOf(first);
    if (kind !== undefined && kind !== 'gzip')
      throw unreadable(file, `it is ${kind}, which the built-in engine does not read`, fixes[kind]);
    const all = looked(iterator, start);
    const unpacked = kind === 'gzip' ? unzipped(all) : all;
    for await (const bytes of unpacked) {
      if (bytes.includes(0)) throw unreadable(file, 'it holds a NUL byte', 'save it as UTF-8');
      const text = decoded(bytes);
      if (text !== '') yield text;
    }
    const rest = decoded(undefined);
    if (rest !== '') yield rest;
  } catch (error) {
    throw errorOf(file, error);
  }
}

const encoder = new TextEncoder();

async function* bytesOf(stdin: World['stdin']): AsyncGenerator<Uint8Array> {
  for await (const chunk of stdin) yield typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
}

/** Errors  InputError where it is missing, no plain file, or in a container that is not read. */
export function logFile(world: World, name: string): LogFile {
  const hash = createHash('sha256');
  const file = name === '-' ? stdinName : name;
  const raw = (): AsyncIterable<Uint8Array> => {
    if (name === '-') return bytesOf(world.stdin);
    const { handle } = openPlain(resolve(world.cwd(), name), name);
    closeSync(handle);
    return createReadStream(resolve(world.cwd(), name), { highWaterMark: 262_144 });
  };
  return {
    file,
    pieces: textOf(file, raw(), (bytes) => hash.update(bytes)),
    sha256: () => hash.digest('hex'),
  };
}
