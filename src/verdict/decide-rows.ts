/** The rules over rows of figures: the central values, every draw, or one made-up row. What is unknown is tried both ways. */
import type { VerdictCode } from '../assessment.ts';
import type { Column } from '../engine/evaluate.ts';
import { axesOf, type Axes, type Figures, type SituationAxes } from './axes.ts';
import { decide, type Case, type Decision, type Situation } from './rules.ts';

/** What a use is held to; kgCO2e. */
export interface Limits {
  /** Over the period, and of a functional unit; null where none is set. */
  readonly ghg: number | null;
  readonly ghgPerUnit: number | null;
  /** Of a kept result, where neither is set: the limit of grade B. */
  readonly perResult: number;
  /** Part of the footprint below which an alternative is lighter. */
  readonly lighter: number;
}

const at = (column: Column | null | undefined, row: number): number | null =>
  column ? (column[column.length === 1 ? 0 : row] ?? null) : null;

const hasBudget = ({ ghg, ghgPerUnit }: Limits): boolean => ghg !== null || ghgPerUnit !== null;

/**
 * Whether a row is within the budget of the scenario, or within the limit of a result where there is no budget. Null is
 * unknown. A limit that is exceeded decides, whatever the other says.
 */
export function isWithin(figures: Figures, limits: Limits, row: number, after: boolean): boolean | null {
  const own = at(after ? figures.after : figures.footprint, row);
  if (!hasBudget(limits)) {
    const results = at(figures.results, row);
    const known = own !== null && results !== null && results > 0 ? own / results : null;
    const ofResult = known ?? at(after ? figures.perResultAfter : figures.perResult, row);
    return ofResult === null ? null : ofResult <= limits.perResult;
  }
  const others = at(after ? figures.othersAfter : figures.others, row);
  const whole = own === null || others === null ? null : own + others;
  const units = at(figures.units, row);
  const ofUnit = whole !== null && units !== null && units > 0 ? whole / units : null;
  const within = (value: number | null, limit: number | null) =>
    limit === null ? [] : [value === null ? null : value <= limit];
  const checks = [...within(whole, limits.ghg), ...within(ofUnit, limits.ghgPerUnit)];
  if (checks.includes(false)) return false;
  return checks.includes(null) ? null : true;
}

type Possible<Value> = readonly Value[];

const either: Possible<boolean> = [true, false];

/** Every situation that the figures of a row allow. */
function situations(
  { environment, economic }: SituationAxes,
  { figures, limits, row }: { figures: Figures; limits: Limits; row: number },
  after: boolean,
): Situation[] {
  const within = isWithin(figures, limits, row, after);
  const net = at(environment, row);
  // A use that avoids nothing emits something, however much.
  const environments: Possible<number> = net !== null ? [net] : figures.avoided.length === 0 ? [-1] : [-1, 1];
  const money = at(economic, row);
  const economics: Possible<number | null> = !figures.economic ? [null] : money !== null ? [money] : [-1, 0, 1];
  return environments.flatMap((each) =>
    economics.flatMap((own) =>
      (within === null ? either : [within]).map((fits) => ({ environment: each, economic: own, within: fits })),
    ),
  );
}

function lighterAlternatives({ figures, limits, row }: { figures: Figures; limits: Limits; row: number }) {
  const footprint = at(figures.after === undefined ? figures.footprint : figures.after, row);
  const found = figures.alternatives.map((each): boolean | null => {
    const ghg = at(each.ghg, row);
    return ghg === null || footprint === null ? null : ghg < limits.lighter * footprint;
  });
  if (found.includes(true)) return [true];
  return found.includes(null) ? either : [false];
}

/** The verdict of a row, or null where it hangs on something unknown. */
export function decideRow(figures: Figures, axes: Axes, limits: Limits, row: number): Decision | null {
  const context = { figures, limits, row };
  const social = figures.social === undefined ? null : (at(figures.social, row) ?? 0);
  const todays = situations(axes.today, context, false);
  const afters: readonly (Situation | null)[] = axes.after ? situations(axes.after, context, true) : [null];
  let found: Decision | null = null;
  for (const hasLighterAlternative of lighterAlternatives(context)) {
    for (const today of todays) {
      for (const after of afters) {
        const each: Case = { today, after, social, hasBudget: hasBudget(limits), hasLighterAlternative };
        const decision = decide(each);
        if (found && found.code !== decision.code) return null;
        found ??= decision;
      }
    }
  }
  return found;
}

/** The verdict of one row of figures: of central values, some of them changed. */
export function codeOf(figures: Figures, limits: Limits): VerdictCode | null {
  return decideRow(figures, axesOf(figures), limits, 0)?.code ?? null;
}

/** How many rows the figures have: 1, or the central values and the draws. */
export function rowsOf(figures: Figures, axes: Axes): number {
  const columns = [
    ...[axes.today, ...(axes.after ? [axes.after] : [])].flatMap(({ environment, economic }) => [
      environment,
      economic,
    ]),
    figures.footprint,
    figures.after,
    figures.perResult,
    figures.perResultAfter,
    figures.social,
    ...figures.alternatives.map(({ ghg }) => ghg),
  ];
  return Math.max(1, ...columns.map((column) => column?.length ?? 1));
}
