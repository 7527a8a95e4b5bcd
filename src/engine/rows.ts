/**
 * The memory and the functions of *.as.ts. A column is its address. Memory is of the whole thread: what is kept stays until it is
 * dropped, and what is reserved above it is free again when the next work starts.
 */
import { InternalError } from '../errors.ts';
import type { Column } from './evaluate.ts';
import { rowsWasm } from './rows-wasm.ts';

/** Address of a column in the memory of the rows. */
export type Place = number;

/** Bytes of a number in an order of draws (strata.ts). */
export type OrderBytes = 2 | 4;

/** What exports.as.ts names. */
interface Rows {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  start(): number;
  run(tasks: Place, count: number, rows: number, blockRows: number, work: Place): number;
  shuffled(order: Place, bytes: OrderBytes, count: number, seed: number): void;
  uniformStrata(out: Place, count: number): void;
  normalStrata(out: Place, count: number): void;
  normalQuantile(p: number): number;
  dot(order: Place, bytes: OrderBytes, column: Place, rows: number): number;
  tag(values: Place, count: number): void;
  centredRanks(tagged: Place, count: number, out: Place): void;
  rankedBytes(count: number): number;
  ranked(values: Place, count: number, work: Place, lower: number, higher: number): void;
  tallyBytes(room: number): number;
  startTally(at: Place, count: number, lower: number, higher: number, room: number, sample: number): void;
  endTally(at: Place, work: Place): void;
}

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

const pageBytes = 65_536;

let loaded: Rows | undefined;

/** Loaded at the first draw: who draws nothing pays nothing. */
export function rows(): Rows {
  if (loaded) return loaded;
  // Columns are written here and read there: bytes must stand in one order. Every platform of Node but AIX and IBM Z has it.
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) throw new InternalError('draws need a little-endian machine');
  const text = atob(rowsWasm);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < bytes.length; place += 1) bytes[place] = text.charCodeAt(place);
  // The types of WebAssembly know numbers and functions alone; the names are those of exports.as.ts.
  loaded = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Rows;
  return loaded;
}

/** Where what is kept ends, and what is reserved. */
let [kept, reserved] = [0, 0];

/** What was reserved before is free. */
export function startWork(): void {
  reserved = kept ||= rows().start();
}

/** Bytes at a multiple of 16. Columns that are read through `columnAt` or `integersAt` are made again after it. */
export function reserve(bytes: number): Place {
  const place = reserved;
  reserved += (bytes + 15) & ~15;
  const { memory } = rows();
  const size = memory.buffer.byteLength;
  // Twice as much each time: what grows page by page starts a garbage collection at every one.
  const pages = Math.ceil(Math.max(reserved - size, size) / pageBytes);
  if (reserved > size && memory.grow(pages) < 0) throw new InternalError(`no memory for draws: ${reserved} bytes`);
  return place;
}

/** Bytes that outlast the work. Starts it anew. */
export function keep(bytes: number): Place {
  startWork();
  const place = reserve(bytes);
  kept = reserved;
  return place;
}

/** Nothing is kept any more. Starts new work. */
export function dropKept(): void {
  kept = 0;
  startWork();
}

export const columnAt = (place: Place, count: number): Column => new Float64Array(rows().memory.buffer, place, count);

export const integersAt = (place: Place, count: number, bytes: OrderBytes): Uint16Array | Uint32Array =>
  new (bytes === 2 ? Uint16Array : Uint32Array)(rows().memory.buffer, place, count);

export const bytesAt = (place: Place, count: number): Uint8Array => new Uint8Array(rows().memory.buffer, place, count);
