/** From figures to axes, by the declared equations (src/method/value.yaml): all draws at once, or one row. */
import type { Column } from '../engine/evaluate.ts';
import { evaluateMechanism } from '../engine/mechanism.ts';

/** An avoided item: how many, and kgCO2e of one. */
export interface AvoidedFigures {
  readonly amount: Column | null;
  readonly factor: Column;
  /** Whether it was stated for each result, and so grows with them. */
  readonly perResult: boolean;
}

/** Working time that kept results save. */
export interface TimeFigures {
  readonly minutes: Column;
  readonly hourlyCost: Column;
}

export interface EconomicFigures {
  /** Without the time saved; null is unknown. */
  readonly benefit: Column | null;
  readonly time: TimeFigures | null;
  readonly cost: Column | null;
  readonly costAfter: Column | null;
  /** Which of both grow with the results. */
  readonly perResult: { readonly benefit: boolean; readonly cost: boolean };
}

export interface AlternativeFigures {
  /** kgCO2e over the period. */
  readonly ghg: Column | null;
  readonly perResult: boolean;
}

/** Everything that the verdict of a use rests on. A column has one row, or the central values and then the draws. Null is unknown. */
export interface Figures {
  /** kgCO2e over the period. */
  readonly footprint: Column | null;
  /** With the good practices; undefined where there are none. */
  readonly after: Column | null | undefined;
  /** Kept results over the period. */
  readonly results: Column | null;
  /** kgCO2e of a kept result, which may be known where the total is not. */
  readonly perResult: Column | null;
  readonly perResultAfter: Column | null;
  /** The rest of the scenario, which is held to one budget with this use: kgCO2e. Null is unknown. */
  readonly others: Column | null;
  readonly othersAfter: Column | null;
  /** Functional units over the period. */
  readonly units: Column | null;
  readonly rebound: Column;
  readonly avoided: readonly AvoidedFigures[];
  /** Undefined where the scenario states none. */
  readonly economic: EconomicFigures | undefined;
  readonly carbonPrice: Column;
  readonly social: Column | undefined;
  /** Alternatives that meet the need fully. */
  readonly alternatives: readonly AlternativeFigures[];
}

export interface SituationAxes {
  readonly environment: Column | null;
  readonly economic: Column | null;
  readonly climateCost: Column | null;
}

export interface Axes {
  /** kgCO2e over the period of each item, and of all. */
  readonly items: readonly (Column | null)[];
  readonly avoided: Column | null;
  /** Stated benefit and value of the time. */
  readonly benefit: Column | null;
  readonly today: SituationAxes;
  readonly after: SituationAxes | null;
}

const zero = Float64Array.of(0);

/** Adds columns row by row; unknown as soon as one is. */
export function addColumns(columns: readonly (Column | null)[]): Column | null {
  let total: Column = zero;
  for (const column of columns) {
    if (column === null) return null;
    total = zip(total, column, (left, right) => left + right);
  }
  return total;
}

/** Two columns row by row; one of a single row is the same in all. */
export function zip(left: Column, right: Column, combine: (left: number, right: number) => number): Column {
  const rows = Math.max(left.length, right.length);
  const out = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1)
    out[row] = combine(left[left.length === 1 ? 0 : row] ?? 0, right[right.length === 1 ? 0 : row] ?? 0);
  return out;
}

/** No mechanism sees a null: what is unknown leaves out what needs it. */
export function axesOf(figures: Figures): Axes {
  const { footprint, after, results, rebound, economic, carbonPrice } = figures;
  const items = figures.avoided.map(({ amount, factor }) =>
    evaluateMechanism('value', { avoided_amount: amount, avoided_factor: factor })('avoided_item'),
  );
  const avoided = addColumns(items);
  const time = economic?.time
    ? evaluateMechanism('value', {
        results,
        minutes_saved: economic.time.minutes,
        hourly_cost: economic.time.hourlyCost,
      })('time_benefit')
    : zero;
  const benefit = economic ? addColumns([economic.benefit, time]) : null;
  const situation = (ghg: Column | null, cost: Column | null): SituationAxes => {
    const of = evaluateMechanism('value', {
      ghg_footprint: ghg,
      rebound,
      avoided_total: avoided,
      carbon_price: carbonPrice,
      benefit,
      cost,
    });
    return {
      environment: of('environment_axis'),
      economic: of('economic_axis'),
      climateCost: of('value_climate_cost'),
    };
  };
  return {
    items,
    avoided,
    benefit,
    today: situation(footprint, economic?.cost ?? null),
    after: after === undefined ? null : situation(after, economic?.costAfter ?? null),
  };
}
