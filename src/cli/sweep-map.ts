/** The map of a sweep of two fields, from a pass of its own over the few rows that a map can hold. */
import { readConstraint } from '../scenario/constraint.ts';
import { chunksOf, type Sweep } from '../sweep.ts';
import { mostHeatRows, renderHeatMap, type HeatMap } from '../report/heat-map.ts';
import { columnOf, columnUnit, sweepColumns, type SweepColumn } from '../report/sweep.ts';
import { messages, type Lang } from '../messages/index.ts';
import type { SweepFileOptions } from './sweep-file.ts';

/** Values of a field, in the order of the rows. */
function valuesOf(plan: Sweep, field: number): (string | number)[] {
  const values = new Set<string | number>();
  for (const chunk of chunksOf(plan)) {
    for (let row = 0; row < chunk.rows; row += 1) values.add(chunk.value(field, row));
  }
  return [...values];
}

/** More pairs than this have no room on any terminal. */
const mostPairs = mostHeatRows * 200;

/** Text of the map, empty where the sweep is none of two fields. */
export function sweepMap(
  plan: Sweep,
  { objective, constraint = [], sample }: Pick<SweepFileOptions, 'objective' | 'constraint' | 'sample'>,
  drawn: { readonly lang: Lang; readonly width: number; readonly ascii: boolean },
): string {
  if (sample !== undefined || plan.fields.length !== 2 || plan.rows > mostPairs || plan.rows < 4) return '';
  const units = (name: SweepColumn): string => columnUnit(plan, name);
  const limits = constraint.map((written) => readConstraint(written, sweepColumns, units));
  const [first, second] = [valuesOf(plan, 0), valuesOf(plan, 1)];
  if (first.length < 2 || second.length < 2) return '';
  const values = new Float64Array(plan.rows).fill(Number.NaN);
  let start = 0;
  for (const chunk of chunksOf(plan)) {
    const column = columnOf(plan, chunk, objective);
    const kept = limits.map(({ name, keeps }) => ({ keeps, column: columnOf(plan, chunk, name) }));
    for (let row = 0; row < chunk.rows; row += 1) {
      const isKept = kept.every(({ keeps, column: own }) => own !== undefined && keeps(own[row] ?? Number.NaN));
      if (isKept) values[start + row] = column?.[row] ?? Number.NaN;
    }
    start += chunk.rows;
  }
  const map: HeatMap = {
    fields: [plan.fields[0] ?? '', plan.fields[1] ?? ''],
    first,
    second,
    values,
    unit: columnUnit(plan, objective),
    what: messages(drawn.lang).sweep.columns[objective],
  };
  const lines = renderHeatMap(map, drawn);
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
}
