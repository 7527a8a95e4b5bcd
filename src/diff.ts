/** Two states of a scenario: which figures moved, by how much on common draws, and why. Pure. */
import { criteria, type Assessment, type Criterion, type Impacts } from './assessment.ts';
import { balanceSheets, type Sheet } from './balance-sheet.ts';
import { changedInputs, type ChangedInput } from './changed-inputs.ts';
import { namedOf } from './compare.ts';
import { difference } from './engine/signed.ts';
import type { Uncertainty } from './engine/uncertainty.ts';
import type { PreparedScenario } from './prepare.ts';
import type { Change, Comparison } from './report/compare-results.ts';
import { respondScenario } from './respond.ts';
import type { Range } from './units.ts';
import { bases, type Basis } from './verdict/budget/types.ts';

export interface DiffRow {
  /** Null is the whole scenario. */
  readonly usage: string | null;
  readonly criterion: Criterion;
  readonly basis: Basis;
  readonly unit: string;
  /** Null is unknown, or not there. */
  readonly before: Range | null;
  readonly after: Range | null;
  /** After less before; null where one of them is unknown. */
  readonly difference: Range | null;
  /** After over before. */
  readonly ratio: Range | null;
}

export interface DiffReport {
  readonly before: string;
  readonly after: string;
  readonly names: readonly [string, string];
  readonly period: Assessment['scenario']['period'] | null;
  readonly functionalUnit: string;
  /** Whether differences are on common draws; between saved results they are of central values, without an interval. */
  readonly common: boolean;
  /** Figures that moved, the whole scenario first. */
  readonly rows: readonly DiffRow[];
  readonly same: number;
  /** What of the making of the two differs. */
  readonly causes: readonly Change[];
  readonly changes: readonly ChangedInput[];
  readonly sheets: readonly Sheet[];
  /** Whether the greenhouse gases, or another criterion asked for, surely increased; null when that cannot be told. */
  readonly increased: boolean | null;
}

export interface DiffSide {
  /** As the command line names it. */
  readonly label: string;
  readonly prepared: PreparedScenario;
  readonly assessment: Assessment;
}

const sameRange = (left: Range | null, right: Range | null): boolean =>
  left === right ||
  (left !== null &&
    right !== null &&
    (['low', 'central', 'high'] as const).every(
      (end) => Math.abs(left[end] - right[end]) <= 1e-11 * Math.abs(left[end]),
    ));

const valueOf = (impacts: Impacts | undefined, criterion: Criterion, basis: Basis): Range | null =>
  (basis === 'unit' ? impacts?.[criterion].perUnit : impacts?.[criterion].total) ?? null;

/** Two scenarios, by the data and the method of today: what differs is what they say. */
export function diffScenarios(
  before: DiffSide,
  after: DiffSide,
  { uncertainty, watched }: { readonly uncertainty: Uncertainty; readonly watched: Criterion },
): DiffReport {
  const [then, now] = [namedOf(before.prepared), namedOf(after.prepared)];
  const [left, right] = [respondScenario(then, uncertainty), respondScenario(now, uncertainty)];
  const [old, fresh] = [before.assessment.baseline, after.assessment.baseline];
  const ids = [...new Set([...old.usages, ...fresh.usages].map(({ id }) => id))];
  const impactsOf = (baseline: Assessment['baseline'], usage: string | null): Impacts | undefined =>
    usage === null ? baseline.impacts : baseline.usages.find(({ id }) => id === usage)?.impacts;
  const rowOf = (usage: string | null, criterion: Criterion, basis: Basis): DiffRow => {
    const [mine, theirs] = [impactsOf(old, usage), impactsOf(fresh, usage)];
    const [one, two] = [left.figure(usage, criterion, basis), right.figure(usage, criterion, basis)];
    const ratio = one && two && uncertainty.ratio(two, one);
    return {
      usage,
      criterion,
      basis,
      unit: (theirs ?? mine)?.[criterion].unit ?? '',
      before: valueOf(mine, criterion, basis),
      after: valueOf(theirs, criterion, basis),
      difference: one && two ? uncertainty.signedInterval(difference(uncertainty, two, one)) : null,
      ratio: ratio ? uncertainty.interval(ratio) : null,
    };
  };
  // A single usage is the whole scenario, and said once.
  const owners: readonly (string | null)[] = ids.length > 1 ? [null, ...ids] : [null];
  const all = owners.flatMap((usage) =>
    bases.flatMap((basis) => criteria.map((criterion) => rowOf(usage, criterion, basis))),
  );
  const known = all.filter((row) => row.before !== null || row.after !== null);
  const rows = known.filter((row) => !sameRange(row.before, row.after));
  const total = all.find(
    ({ usage, criterion, basis }) => usage === null && criterion === watched && basis === 'period',
  );
  return {
    before: before.label,
    after: after.label,
    names: [before.assessment.scenario.name, after.assessment.scenario.name],
    period: after.assessment.scenario.period,
    functionalUnit: after.assessment.scenario.functionalUnit,
    common: true,
    rows,
    same: known.length - rows.length,
    causes: [],
    changes: changedInputs(then, now),
    sheets: balanceSheets(before.prepared, after.prepared, uncertainty),
    increased: total?.difference ? total.difference.low > Math.abs(total.before?.central ?? 0) * 1e-9 : null,
  };
}

/** A saved result against another, or against today: its draws are gone, so a difference has no interval. */
export function diffResults(
  comparison: Comparison,
  labels: { readonly before: string; readonly after: string; readonly names: readonly [string, string] },
  watched: Criterion,
): DiffReport {
  const rows = comparison.figures.flatMap(({ usage, criterion: name, unit, saved, now }): DiffRow[] => {
    const criterion = criteria.find((each) => each === name);
    if (!criterion) return [];
    const delta = saved && now ? now.central - saved.central : null;
    const ratio = saved && now && saved.central !== 0 ? now.central / saved.central : null;
    const exact = (value: number | null): Range | null =>
      value === null ? null : { low: value, central: value, high: value };
    return [
      {
        usage,
        criterion,
        basis: 'period',
        unit,
        before: saved,
        after: now,
        difference: exact(delta),
        ratio: exact(ratio),
      },
    ];
  });
  const isOne = new Set(rows.flatMap(({ usage }) => usage ?? [])).size <= 1;
  const told = isOne && rows.some(({ usage }) => usage === null) ? rows.filter(({ usage }) => usage === null) : rows;
  const total = rows.find(({ usage, criterion }) => usage === null && criterion === watched);
  return {
    ...labels,
    period: null,
    functionalUnit: '',
    common: false,
    rows: told,
    same: 0,
    causes: comparison.changed,
    changes: [],
    sheets: [],
    increased: total ? (total.difference ? total.difference.central > 0 : null) : false,
  };
}
