/** Between what is judged and computed with, and how the lock keeps it. */
import { criteria, type Criterion } from '../assessment.ts';
import type { ResolvedInput } from '../scenario/resolve/types.ts';
import type { Range } from '../units.ts';
import type { FigureFacts, ImpactFacts, ScenarioFacts } from '../verdict/budget/types.ts';
import type {
  LockedFigure,
  LockedImpacts,
  LockedInput,
  LockedInputs,
  LockedRange,
  LockedScenario,
  LockedUsage,
} from './lock-types.ts';

/** Twelve digits: far above the precision of the data, and the same on every Node. */
export function rounded(value: number): number {
  const short = Number(value.toPrecision(12));
  return short === 0 ? 0 : short;
}

export function roundedRange({ low, central, high }: Range): Range {
  return { low: rounded(low), central: rounded(central), high: rounded(high) };
}

function lockedRange(range: Range): LockedRange {
  const { low, central, high } = roundedRange(range);
  return low === high ? central : [low, central, high];
}

export function rangeOf(locked: LockedRange): Range {
  if (typeof locked === 'number') return { low: locked, central: locked, high: locked };
  const [low, central, high] = locked;
  return { low, central, high };
}

const orNull = (locked: LockedRange | null | undefined): Range | null =>
  locked === null || locked === undefined ? null : rangeOf(locked);

function lockedFigure({ unit, total, perUnit, bound }: FigureFacts): LockedFigure {
  return {
    unit,
    total: total && lockedRange(total),
    ...(perUnit ? { per_unit: lockedRange(perUnit) } : {}),
    ...(bound === null ? {} : { bound }),
  };
}

export function lockedImpacts(impacts: ImpactFacts): LockedImpacts {
  return Object.fromEntries(
    criteria.flatMap((criterion): [Criterion, LockedFigure][] => {
      const figure = impacts[criterion];
      return figure ? [[criterion, lockedFigure(figure)]] : [];
    }),
  );
}

function factsOfImpacts(locked: LockedImpacts): ImpactFacts {
  return Object.fromEntries(
    criteria.flatMap((criterion): [Criterion, FigureFacts][] => {
      const figure = locked[criterion];
      if (!figure) return [];
      const { unit, total, per_unit: perUnit, bound = null } = figure;
      return [[criterion, { unit, total: orNull(total), perUnit: orNull(perUnit), bound }]];
    }),
  );
}

/** What was found when the lock was written. */
export function factsOfLocked(file: string, locked: LockedScenario): ScenarioFacts {
  return {
    file,
    name: locked.name,
    period: locked.period,
    functionalUnit: locked.functional_unit,
    impacts: factsOfImpacts(locked.impacts),
    usages: Object.entries(locked.usages).map(([id, usage]) => ({
      id,
      impacts: factsOfImpacts(usage.impacts),
      grade: usage.data_quality,
    })),
    grade: locked.data_quality,
    assumedWidth: locked.assumed_width,
    measure: locked.measure,
    verdict: locked.verdict,
  };
}

/** What the scenario gives is told by its path and its value; one written for several usages is said to be shared. */
const givenKey = (key: string): string => (key === '' || key.startsWith('usages[') ? '' : 'shared');

const isGiven = ({ status }: Pick<LockedInput, 'status'>): boolean => status === 'given' || status === 'given-range';

export function lockedInput({ key: own, field, source, status, unit, range }: ResolvedInput): LockedInput {
  const key = isGiven({ status }) ? givenKey(own) : own;
  return {
    ...(key === '' ? {} : { key }),
    ...(field === '' ? {} : { path: field }),
    source,
    status,
    unit,
    value: lockedRange(range),
  };
}

/** The inputs of every place of a usage, those that all share apart. */
export function lockedPlaces(
  parts: readonly { readonly mechanisms: readonly string[]; readonly inputs: readonly ResolvedInput[] }[],
): Pick<LockedUsage, 'inputs' | 'places'> {
  const places = parts.map(({ mechanisms, inputs }) => ({
    mechanisms,
    inputs: new Map(inputs.map((input) => [input.id, lockedInput(input)])),
  }));
  const [first, ...others] = places;
  const shared = new Map<string, LockedInput>();
  for (const [id, input] of first?.inputs ?? []) {
    const text = JSON.stringify(input);
    if (others.every(({ inputs }) => JSON.stringify(inputs.get(id)) === text)) shared.set(id, input);
  }
  return {
    inputs: Object.fromEntries(shared),
    places: places.map(({ mechanisms, inputs }) => ({
      mechanisms,
      inputs: Object.fromEntries([...inputs].filter(([id]) => !shared.has(id))),
    })),
  };
}

const resolved = (id: string, { key = '', path = '', source, status, unit, value }: LockedInput): ResolvedInput => ({
  id,
  key,
  range: rangeOf(value),
  unit,
  status,
  source,
  year: null,
  field: path,
});

const resolvedAll = (inputs: LockedInputs): ResolvedInput[] =>
  Object.entries(inputs).map(([id, input]) => resolved(id, input));

/** A locked usage, ready to evaluate. */
export function partsOfLocked({ inputs, places }: LockedUsage) {
  const shared = resolvedAll(inputs);
  return places.map(({ mechanisms, inputs: own }) => ({ mechanisms, inputs: [...shared, ...resolvedAll(own)] }));
}

export function inputOfLocked(id: string, input: LockedInput): ResolvedInput {
  return resolved(id, input);
}
