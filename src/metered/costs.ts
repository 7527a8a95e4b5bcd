/** An export of costs -> its footprint: money times what its sector emits, an upper bound, greenhouse gases alone. */
import { assessPrepared } from '../assess.ts';
import { criteria, type Criterion, type Impact, type Impacts } from '../assessment.ts';
import { respondUsage } from '../engine/baseline.ts';
import { jointBound, sumUsages } from '../engine/criteria.ts';
import { impactsOf } from '../engine/impacts.ts';
import type { Uncertainty } from '../engine/uncertainty.ts';
import { InputError, InternalError, problem, type Problem } from '../errors.ts';
import { intervalsFor } from '../evaluate-scenario.ts';
import { prepare, type PreparedScenario } from '../prepare.ts';
import type { ResolvedPart } from '../scenario/resolve/types.ts';
import type { CostReader, CostTotals, SummedCosts } from '../usage-log/costs.ts';
import type { GroupKey } from '../usage-log/types.ts';
import { inOrder, inTime } from './group-order.ts';
import { grouped } from './grouped.ts';
import type { MeterOptions } from './meter.ts';
import type { ResolveOptions } from './resolve.ts';
import { countedIn, rowsIn } from './row-sums.ts';
import { scenarioOf, type SpendUsage } from './scenario.ts';
import { daysOf, refusedOf, type ReadFiles } from './summary.ts';
import { spendYaml } from './to-scenario.ts';
import type { Metered, MeteredFigures, Money, ReadLog, Unmapped } from './types.ts';

export interface CostLog extends ReadFiles {
  readonly reader: CostReader;
  readonly costs: CostTotals;
}

const amountOf = (lines: readonly SummedCosts[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

const usageOf = (currency: string, amount: number): SpendUsage => ({
  id: `spend in ${currency}`,
  spend: `${amount} ${currency}`,
});

/** Why a currency leads to no figure; undefined where it does. */
function problemOf(currency: string | null, options: ResolveOptions): Problem | null | undefined {
  if (currency === null) return null;
  const sectors = options.catalog.data.spend.filter(({ ghg }) => ghg.unit === `kgCO2e/${currency}`);
  return sectors.length > 0 ? undefined : problem('no-factor', { currency, sectors: [] });
}

/** Parts of a usage with another amount of the same money. */
function withAmount(parts: readonly ResolvedPart[], amount: number): readonly ResolvedPart[] {
  const range = { low: amount, central: amount, high: amount };
  return parts.map((part) => ({
    ...part,
    inputs: part.inputs.map((input) => (input.id === 'spend' ? { ...input, range } : input)),
  }));
}

/**
 * Whether money is missing of which nobody knows the amount: in rows that could not be read, or in one of two amounts of one row, which
 * may be of another account. A credit is none: without it the figure is the more an upper bound.
 */
const isPartial = ({ refused: { negative: _, ...others }, differing }: CostTotals): boolean =>
  differing > 0 || Object.values(others).some((rows) => rows > 0);

/** An upper bound of a part of the money is a bound of nothing. */
function ofPart(impacts: Impacts, isPart: boolean): Impacts {
  if (!isPart) return impacts;
  const each = (name: Criterion): [Criterion, Impact] => {
    const own = impacts[name];
    return [name, own.total ? { ...own, bound: jointBound(new Set([own.bound]), isPart) } : own];
  };
  return Object.fromEntries(criteria.map(each)) as Record<Criterion, Impact>;
}

/** Adds money up and makes figures of it; what the sums share moves together. */
class SpendFigures {
  readonly #prepared: PreparedScenario;
  readonly #currencies: readonly string[];
  readonly #engine: Uncertainty;
  readonly #isPartial: boolean;

  /** @param currencies in the order of the usages. */
  constructor(
    prepared: PreparedScenario,
    {
      currencies,
      engine,
      isPartial: partial,
    }: { currencies: readonly string[]; engine: Uncertainty; isPartial: boolean },
  ) {
    this.#isPartial = partial;
    this.#prepared = prepared;
    this.#currencies = currencies;
    this.#engine = engine;
  }

  of(lines: readonly SummedCosts[]): MeteredFigures {
    const { usages, carbonPrice, currency } = this.#prepared.resolved;
    const own = this.#currencies.flatMap((name, place) => {
      const same = lines.filter((line) => line.currency === name);
      const usage = usages[place];
      return same.length === 0 || !usage ? [] : [{ usage, same, money: { currency: name, amount: amountOf(same) } }];
    });
    const summed = own.map(({ usage, money }) => ({
      id: usage.id,
      criteria: respondUsage(withAmount(usage.parts, money.amount), this.#engine).criteria,
    }));
    const rows = rowsIn(own.flatMap(({ same }) => same));
    const bound = this.#isPartial || rows < rowsIn(lines) ? 'lower' : null;
    const impacts = impactsOf(sumUsages(summed, this.#engine), {
      per: null,
      carbonPrice,
      currency,
      uncertainty: this.#engine,
    });
    return {
      rows,
      unmappedRows: rowsIn(lines) - rows,
      bound,
      counted: countedIn([]),
      money: own.map(({ money }) => money),
      impacts: ofPart(impacts, bound !== null),
    };
  }

  groups<Key>(
    lines: readonly SummedCosts[],
    keyOf: (line: SummedCosts) => Key,
  ): readonly { readonly key: Key; readonly figures: MeteredFigures }[] {
    return grouped(lines, keyOf).map(({ key, members }) => ({ key, figures: this.of(members) }));
  }
}

function readCosts({ files, reader, records, costs }: CostLog): ReadLog {
  const { id, source, year, caveat = null } = reader;
  return {
    files,
    reader: { id, source, year, caveat },
    counting: null,
    records,
    rows: rowsIn(costs.summed),
    ...daysOf(costs.summed),
    repeated: costs.repeated,
    differing: costs.differing,
    refused: refusedOf(costs),
    unknown: {},
    renamed: [],
    unknownHosts: [],
  };
}

/**
 * The footprint of an export of costs.
 * Errors  InputError where no currency of it has a factor, or the defaults are wrong.
 */
export function meterCosts(
  log: CostLog,
  options: Omit<MeterOptions, 'plan' | 'by'> & { readonly by: readonly GroupKey[] },
): Metered {
  const { summed } = log.costs;
  const { catalog, method, hash, by, defaults } = options;
  const mapped: Money[] = [];
  const unmapped: Unmapped[] = [];
  for (const { key: currency, members: lines } of grouped(summed, (line) => line.currency)) {
    const wrong = problemOf(currency, options);
    const amount = amountOf(lines);
    if (wrong === undefined && currency !== null) mapped.push({ currency, amount });
    else {
      const [rows, counted] = [rowsIn(lines), countedIn([])];
      unmapped.push({ kind: 'currency', name: currency, rows, counted, amount, problem: wrong ?? null, nearest: [] });
    }
  }
  if (mapped.length === 0) {
    const wrong = unmapped.flatMap((each) => each.problem ?? []);
    throw new InputError(wrong.length > 0 ? wrong : [problem('no-currency', { file: log.name })]);
  }
  const text = scenarioOf(log.name, mapped.map(({ currency, amount }) => usageOf(currency, amount)), defaults); // prettier-ignore
  const prepared = prepare(text, { catalog, method, both: false, practices: [] });
  const { engine } = intervalsFor(Math.max(summed.length, mapped.length), options);
  const { samples, seed } = options;
  const assessment = assessPrepared(prepared, { catalog, hash, method, samples, seed, practices: [] });
  const spend = new SpendFigures(prepared, {
    currencies: mapped.map(({ currency }) => currency),
    engine,
    isPartial: isPartial(log.costs),
  });
  const [all] = spend.groups(summed, () => '');
  if (!all) throw new InternalError('costs without rows');
  const whole = all.figures;
  const read = readCosts(log);
  const { baseline } = assessment;
  return {
    assessment: { ...assessment, baseline: { ...baseline, impacts: ofPart(baseline.impacts, whole.bound !== null) } },
    log: read,
    whole,
    by,
    groups: inOrder(by.length === 0 ? [] : spend.groups(summed, ({ group }) => group.slice(0, by.length)), by, whole),
    trend: inTime(spend.groups(summed, ({ group }) => group[monthPlace(by)] ?? null)),
    unmapped,
    asScenario: () => spendYaml({ log: read, whole, assessment }, mapped, defaults),
  };
}

/** Groups end with the month where it is no key. */
const monthPlace = (by: readonly GroupKey[]): number => (by.includes('month') ? by.indexOf('month') : by.length);
