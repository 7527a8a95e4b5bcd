/** Lines of an answer of a database as totals of a log. */
import { InputError, InternalError, problem } from '../errors.ts';
import {
  counts,
  faults,
  mostSums,
  names,
  type Fault,
  type LogQuery,
  type LogTotals,
  type SummedRows,
} from '../usage-log/types.ts';
import { differing, repeated } from './copies.ts';

/** A cell as drivers give it: whole numbers may come as bigint, or as text. */
export type Cell = string | number | bigint | boolean | null | undefined;

function numberIn(cell: Cell): number {
  const value = cell === null || cell === undefined ? Number.NaN : Number(cell);
  if (Number.isFinite(value)) return value;
  throw new InternalError(`the database answers ${String(cell)} where a number should stand`);
}

const textIn = (cell: Cell): string | null => (cell === null || cell === undefined ? null : String(cell));

const isFault = (text: string): text is Fault => faults.some((each) => each === text);

/** Databases give lines in the order in which their threads were done. */
const keyOf = ({ group, model, provider, region, known }: SummedRows): string =>
  JSON.stringify([group, model, provider, region, known]);

/**
 * @param lines in the order of columns of `logStatement`.
 * Errors  InputError where there are more than anybody reads: the answer was cut off there.
 */
export function totalsOf(lines: readonly (readonly Cell[])[], { by, products, limited }: LogQuery): LogTotals {
  if (lines.length > mostSums) throw new InputError([problem('too-many-groups', { limit: mostSums, by })]);
  const summed: SummedRows[] = [];
  const refused: Partial<Record<Fault, number>> = {};
  let copies = 0;
  let different = 0;
  for (const line of lines) {
    let place = 0;
    const take = (count: number): readonly Cell[] => line.slice(place, (place += count));
    const group = take(by.length).map(textIn);
    const [model = null, provider = null, region = null] = take(names.length).map(textIn);
    const [known, fault, rows] = take(3);
    const why = textIn(fault) ?? '';
    const count = numberIn(rows);
    if (isFault(why)) refused[why] = (refused[why] ?? 0) + count;
    else if (why === repeated || why === differing) {
      copies += count;
      if (why === differing) different += count;
    } else if (why === '') {
      const sums = take(products.length).map(numberIn);
      const largest = take(limited.length).map(numberIn);
      const counted = take(counts.length).map(numberIn);
      const [first = null, last = null] = take(2).map(textIn);
      summed.push({
        group,
        model,
        provider,
        region,
        known: numberIn(known),
        rows: count,
        sums,
        largest,
        counted,
        first,
        last,
      });
    }
  }
  return {
    summed: summed.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1)),
    refused: Object.fromEntries(
      faults.flatMap((fault) => (refused[fault] === undefined ? [] : [[fault, refused[fault]]])),
    ),
    repeated: copies,
    differing: different,
  };
}

/** How many rows the lines tell of, whatever became of them. */
export const rowsOf = (lines: readonly (readonly Cell[])[], { by }: Pick<LogQuery, 'by'>): number =>
  lines.reduce((sum, line) => sum + numberIn(line[by.length + names.length + 2]), 0);
