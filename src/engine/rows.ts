/**
 * The memory and the operations of rows.as.ts, draws.as.ts and ranks.as.ts. A column is its address; what is reserved holds until the next work starts. Memory is
 * of the whole thread: nothing in it outlasts the call that put it there but the strata of the last number of draws.
 */
import { InternalError } from '../errors.ts';
import type { Column } from './evaluate.ts';
import { rowsWasm } from './rows-wasm.ts';

/** Address of a column in the memory of the rows. */
export type Place = number;

/** Bytes from row to row of an operand: `each`, or `same` where all rows have one number. */
export const step = { each: 8, same: 0 } as const;

type Pairwise = (out: Place, rows: number, left: Place, leftStep: number, right: Place, rightStep: number) => void;
type Single = (out: Place, rows: number, of: Place) => void;

/** What they export. */
interface Rows {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  start(): number;
  put(at: Place, value: number): void;
  readonly add: Pairwise;
  readonly subtract: Pairwise;
  readonly multiply: Pairwise;
  readonly divide: Pairwise;
  readonly min: Pairwise;
  readonly max: Pairwise;
  readonly power: Pairwise;
  readonly below: Pairwise;
  readonly atMost: Pairwise;
  choose(
    out: Place, rows: number, condition: Place, conditionStep: number, yes: Place, yesStep: number, no: Place, noStep: number,
  ): void; // prettier-ignore
  readonly ceil: Single;
  readonly exp: Single;
  readonly ln: Single;
  readonly log2: Single;
  fault(column: Place, rows: number): number;
  shuffled(order: Place, count: number, seed: number): void;
  uniformStrata(out: Place, count: number): void;
  normalStrata(out: Place, count: number): void;
  normalQuantile(p: number): number;
  positive(
    out: Place, rows: number, order: Place, strata: Place, central: number, up: number, upIsFactor: boolean, down: number,
    downIsFactor: boolean,
  ): void; // prettier-ignore
  bounded(
    out: Place, rows: number, order: Place, strata: Place, central: number, up: number, down: number, least: number, most: number,
  ): void; // prettier-ignore
  dot(order: Place, column: Place, rows: number): number;
  rankedBytes(count: number): number;
  ranked(values: Place, count: number, work: Place, lower: number, higher: number): void;
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
  const bytes = Uint8Array.from(atob(rowsWasm), (letter) => letter.charCodeAt(0));
  // The types of WebAssembly know numbers and functions alone; the names are those of *.as.ts.
  loaded = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Rows;
  return loaded;
}

/** Where the strata end, and what is reserved. */
let [strataEnd, reserved] = [0, 0];
let strata: { readonly samples: number; readonly uniform: Place; readonly normal: Place } | undefined;

function growTo(end: Place): void {
  const { memory } = rows();
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
}

/** What was reserved before is free. */
export function startWork(): void {
  reserved = strataEnd || rows().start();
}

/** Bytes at a multiple of 16. Columns that are read through `columnAt` or `integersAt` are made again after it. */
export function reserve(bytes: number): Place {
  const place = reserved;
  reserved += (bytes + 15) & ~15;
  growTo(reserved);
  return place;
}

export const columnAt = (place: Place, count: number): Column => new Float64Array(rows().memory.buffer, place, count);

export const integersAt = (place: Place, count: number): Uint32Array =>
  new Uint32Array(rows().memory.buffer, place, count);

/** Strata of so many draws (strata.ts), kept until another number is asked for. Starts new work when they are not there yet. */
export function strataOf(samples: number): { readonly uniform: Place; readonly normal: Place } {
  if (strata?.samples === samples) return strata;
  strataEnd = 0;
  startWork();
  const [uniform, normal] = [reserve(8 * samples), reserve(8 * samples)];
  rows().uniformStrata(uniform, samples);
  rows().normalStrata(normal, samples);
  strataEnd = reserved;
  strata = { samples, uniform, normal };
  return strata;
}
