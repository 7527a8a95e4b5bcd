/** Computes entries of a tape: what they need is written as a list of tasks, which runs in WebAssembly block by block (blocks.as.ts). */
import { InternalError } from '../errors.ts';
import type { Column } from './evaluate.ts';
import type { Entry, Maker } from './maker.ts';
import { endTally, tallyWork, type Quantiles } from './quantile.ts';
import { columnAt, reserve, rows as memoryRows } from './rows.ts';
import { strataOf } from './strata.ts';
import { blockRows, TaskList } from './task-list.ts';

interface Run {
  readonly makers: readonly Maker[];
  /** Names, by entry. */
  readonly formulas: readonly (string | undefined)[];
  readonly centrals: readonly number[];
  /** Columns that have been computed before. */
  readonly known: ReadonlyMap<Entry, Column>;
  /** Entries whose rows are asked for, and those of which quantiles are. */
  readonly columns: ReadonlySet<Entry>;
  readonly quantiles: ReadonlySet<Entry>;
  readonly rows: number;
}

export interface Computed {
  readonly columns: ReadonlyMap<Entry, Column>;
  /** Undefined of an entry of which its sample did not tell where they are: its rows do. */
  readonly quantiles: ReadonlyMap<Entry, Quantiles | undefined>;
}

/** Errors  InternalError naming a formula of which a draw is no number. */
export function runBlocks({ makers, formulas, centrals, known, columns, quantiles, rows }: Run): Computed {
  const makerOf = (entry: Entry): Maker => {
    const column = known.size === 0 ? undefined : known.get(entry);
    return column ? { kind: 'column', column } : (makers[entry] ?? { kind: 'number' });
  };
  const order = needed([...columns, ...quantiles], makers.length, makerOf);
  const seeds: number[] = [];
  for (const entry of order) {
    const maker = makerOf(entry);
    if (maker.kind === 'draw') seeds.push(maker.draw.seed);
  }
  const list = new TaskList({ order, makerOf, columns, quantiles, rows, strata: strataOf(rows - 1, seeds) });
  for (const entry of order) list.add(entry, centrals[entry] ?? Number.NaN, formulas[entry]);
  const [tasks, work] = [list.write(), reserve(tallyWork(rows - 1))];
  const fault = memoryRows().run(tasks, list.size, rows, blockRows, work);
  if (fault > 0) throw new InternalError(`a draw of ${list.formulaOf(fault - 1) ?? 'a result'} is no number`);
  return {
    columns: new Map([...list.kept].map(([entry, place]) => [entry, columnAt(place, rows).slice()])),
    quantiles: new Map([...list.tallies].map(([entry, place]) => [entry, endTally(place, work)])),
  };
}

/** Every entry that the wanted ones need, in the order of the tape, where an operand stands before what reads it. */
function needed(wanted: readonly Entry[], entries: number, makerOf: (entry: Entry) => Maker): Entry[] {
  const isNeeded = new Uint8Array(entries);
  for (const entry of wanted) isNeeded[entry] = 1;
  const found: Entry[] = [];
  for (let entry = entries - 1; entry >= 0; entry -= 1) {
    if (isNeeded[entry] === 0) continue;
    found.push(entry);
    const maker = makerOf(entry);
    if (maker.kind !== 'operation') continue;
    isNeeded[maker.left] = 1;
    isNeeded[maker.right] = 1;
    isNeeded[maker.third] = 1;
  }
  return found.reverse();
}
