/** The rows of a sweep one by one, for programs. */
import type { ScenarioText } from './prepare.ts';
import { chunksOf, sweep, type Sweep, type SweepOptions } from './sweep.ts';
import type { SweptCriterion } from './sweep-totals.ts';

/** One combination and what it gives over the period; a criterion that is unknown is absent. */
export interface SweepRow {
  readonly values: Readonly<Record<string, string | number>>;
  readonly results: Readonly<Partial<Record<SweptCriterion, number>>>;
}

export interface SweepRows
  extends AsyncIterable<SweepRow>, Pick<Sweep, 'fields' | 'period' | 'volume' | 'withoutTraining' | 'unitOf'> {
  /** How many rows there are. */
  readonly count: number;
}

async function* rowsOf(plan: Sweep): AsyncGenerator<SweepRow> {
  for (const chunk of chunksOf(plan)) {
    const columns = [...chunk.totals];
    for (let row = 0; row < chunk.rows; row += 1) {
      yield {
        values: Object.fromEntries(plan.fields.map((field, at) => [field, chunk.value(at, row)])),
        results: Object.fromEntries(columns.map(([criterion, column]) => [criterion, column[row] ?? Number.NaN])),
      };
    }
  }
}

/** Errors  InputError as `sweep`. */
export function sweepRows(scenarioText: ScenarioText, options: SweepOptions): SweepRows {
  const plan = sweep(scenarioText, options);
  const { fields, rows, period, volume, withoutTraining, unitOf } = plan;
  return {
    fields,
    count: rows,
    period,
    volume,
    withoutTraining,
    unitOf,
    [Symbol.asyncIterator]: () => rowsOf(plan),
  };
}
