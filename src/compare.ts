/**
 * A scenario of today against the lock: what moved each figure. Four states, all by today's equations but the first:
 *   before  what the lock says
 *   locked  the inputs of the lock                    locked / before: the method
 *   own     today's scenario with the data of the lock   own / locked: the scenario, on common draws
 *   now     today's scenario with today's data            now / own: the data
 * Their factors multiply to now / before, on central values.
 */
import type { Criterion } from './assessment.ts';
import { changedInputs, type ChangedInput, type NamedScenario, type NamedUsage } from './changed-inputs.ts';
import { difference } from './engine/signed.ts';
import { centralOf, type Uncertainty } from './engine/uncertainty.ts';
import { digestOf, type Hash } from './facts.ts';
import { hasPeriodTotal, type PreparedScenario } from './prepare.ts';
import { factsOfLocked, inputOfLocked, partsOfLocked, rangeOf, roundedRange } from './project/entry.ts';
import type { LockedInput, LockedScenario } from './project/lock-types.ts';
import { respondScenario, type Responses } from './respond.ts';
import type { ResolvedInput } from './scenario/resolve/types.ts';
import type { Range } from './units.ts';
import { scaled } from './verdict/budget/judge.ts';
import type { Basis, Compared, ScenarioFacts } from './verdict/budget/types.ts';

/** A value of the catalogue that is another than in the lock. */
export interface ChangedData {
  readonly key: string;
  readonly from: Range;
  readonly to: Range;
  readonly unit: string;
  readonly source: string;
}

export interface Comparison {
  figure(usage: string | null, criterion: Criterion, basis: Basis): Compared | null;
  /** Whether nothing that the scenario says has changed. */
  readonly sameScenario: boolean;
  changes(): readonly ChangedInput[];
  data(): readonly ChangedData[];
}

/** Last digits of a lock and of sums. */
const noise = 1e-9;

function trendOf({ low, high }: Range): Compared['trend'] {
  if (low > 1 + noise) return 'worse';
  if (high < 1 - noise) return 'better';
  return high - low <= noise ? 'unchanged' : 'inside';
}

const one: Range = { low: 1, central: 1, high: 1 };
const none: Range = { low: 0, central: 0, high: 0 };

const valueOf = (facts: ScenarioFacts, usage: string | null, criterion: Criterion, basis: Basis): Range | null => {
  const owner = usage === null ? facts : facts.usages.find(({ id }) => id === usage);
  const figure = owner?.impacts[criterion];
  return (basis === 'unit' ? figure?.perUnit : figure?.total) ?? null;
};

/** A scenario that is as the lock has it, by the same data and method: nothing moved. */
export function unmoved(facts: ScenarioFacts): Comparison {
  return {
    sameScenario: true,
    figure: (usage, criterion, basis) => {
      const before = valueOf(facts, usage, criterion, basis);
      return before && { before, scenario: one, difference: none, data: 1, method: 1, own: before, trend: 'unchanged' };
    },
    changes: () => [],
    data: () => [],
  };
}

export function namedOf({ read: _, resolved }: PreparedScenario): NamedScenario {
  return {
    volume: resolved.volume,
    carbonPrice: resolved.carbonPrice,
    usages: resolved.usages.map((usage): NamedUsage => ({
      id: usage.id,
      parts: usage.parts,
      counted: hasPeriodTotal(usage),
      requestsKnown: usage.requestsKnown,
      model: usage.facts.model ?? null,
      place: usage.facts.place,
    })),
  };
}

function namedOfLocked(locked: LockedScenario): NamedScenario {
  return {
    volume: locked.volume && inputOfLocked('volume', locked.volume),
    carbonPrice: inputOfLocked('carbon_price', locked.carbon_price),
    usages: Object.entries(locked.usages).map(([id, usage]): NamedUsage => ({
      id,
      parts: partsOfLocked(usage),
      counted: usage.counted,
      requestsKnown: usage.requests_known,
      model: usage.model ?? null,
      place: usage.place ?? null,
    })),
  };
}

const isGiven = ({ status }: { readonly status: string }): boolean => status === 'given' || status === 'given-range';

/** Whether the scenario gives the same, or gives nothing in both. */
function sameGiven(before: ResolvedInput | null, now: ResolvedInput | null): boolean {
  const given = (input: ResolvedInput | null): Range | null =>
    input && isGiven(input) ? roundedRange(input.range) : null;
  return JSON.stringify(given(before)) === JSON.stringify(given(now));
}

/** Values of the catalogue in a lock by input and key. */
function lockedData(locked: LockedScenario): ReadonlyMap<string, LockedInput> {
  const values = new Map<string, LockedInput>();
  const note = (id: string, input: LockedInput): void => {
    if (input.key !== undefined && !isGiven(input)) values.set(`${id}\0${input.key}`, input);
  };
  for (const { inputs, places } of Object.values(locked.usages)) {
    for (const table of [inputs, ...places.map((place) => place.inputs)]) {
      for (const [id, input] of Object.entries(table)) note(id, input);
    }
  }
  note('carbon_price', locked.carbon_price);
  return values;
}

/** @param facts those of today. Null when the two cannot be compared: they count over other periods. */
export function compareWithLock(
  prepared: PreparedScenario,
  {
    facts,
    locked,
    uncertainty,
    hash,
  }: {
    readonly facts: ScenarioFacts;
    readonly locked: LockedScenario;
    readonly uncertainty: Uncertainty;
    readonly hash: Hash;
  },
): Comparison | null {
  if (locked.period !== facts.period) return null;
  const before = factsOfLocked(facts.file, locked);
  const today = namedOf(prepared);
  const then = namedOfLocked(locked);
  const values = lockedData(locked);
  const moved: ChangedData[] = [];
  const seen = new Set<string>();
  const withLockedData = (input: ResolvedInput): ResolvedInput => {
    if (isGiven(input) || input.key === '') return input;
    const old = values.get(`${input.id}\0${input.key}`);
    if (!old) return input;
    const range = rangeOf(old.value);
    const isSame = (['low', 'central', 'high'] as const).every(
      (end) => Math.abs(range[end] - input.range[end]) <= 1e-11 * Math.abs(range[end]),
    );
    if (isSame) return input;
    if (!seen.has(input.key + input.id)) {
      seen.add(input.key + input.id);
      moved.push({ key: input.key, from: range, to: input.range, unit: input.unit, source: input.source });
    }
    return { ...input, range };
  };
  let sameUsages = Object.keys(locked.usages).length === today.usages.length;
  const usages = today.usages.map((usage, index): NamedUsage => {
    const written = prepared.read.scenario.usages[index];
    const old = locked.usages[usage.id];
    const lockedOne = then.usages.find(({ id }) => id === usage.id);
    const parts = usage.parts.map(({ mechanisms, inputs }) => ({ mechanisms, inputs: inputs.map(withLockedData) }));
    // What the scenario says is the same: whatever differs, another default included, is data.
    if (written && old && lockedOne && digestOf(written, hash) === old.digest) return lockedOne;
    sameUsages = false;
    return { ...usage, parts };
  });
  const own: NamedScenario = {
    usages,
    volume: today.volume,
    carbonPrice: withLockedData(today.carbonPrice),
  };
  let states: { readonly locked: Responses; readonly own: Responses } | undefined;
  const respond = () =>
    (states ??= { locked: respondScenario(then, uncertainty), own: respondScenario(own, uncertainty) });
  return {
    sameScenario: sameUsages && sameGiven(then.volume, today.volume) && sameGiven(then.carbonPrice, today.carbonPrice),
    figure: (usage, criterion, basis) => {
      const was = valueOf(before, usage, criterion, basis);
      const now = valueOf(facts, usage, criterion, basis);
      const { locked: left, own: right } = respond();
      const [base, mine] = [left.figure(usage, criterion, basis), right.figure(usage, criterion, basis)];
      if (!was || !now || !base || !mine || centralOf(base) === 0 || was.central === 0) return null;
      const ratio = uncertainty.ratio(mine, base);
      if (!ratio || centralOf(mine) === 0) return null;
      const method = centralOf(base) / was.central;
      const scenario = uncertainty.interval(ratio);
      return {
        before: was,
        scenario,
        difference: uncertainty.signedInterval(difference(uncertainty, mine, base)),
        data: now.central / centralOf(mine),
        method,
        own: scaled(uncertainty.interval(mine), 1 / method),
        trend: trendOf(scenario),
      };
    },
    changes: () => changedInputs(then, own),
    data: () => moved,
  };
}
