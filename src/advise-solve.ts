/** Break-even of one input: the value at which the greenhouse gases of a scenario meet a target. */
import { nearestNames } from './catalog/nearest.ts';
import { respondUsage, supportOf, usedInputs } from './engine/baseline.ts';
import type { CriteriaResponses } from './engine/criteria.ts';
import { central } from './engine/central.ts';
import { centralOf } from './engine/uncertainty.ts';
import { InputError, InternalError, problem } from './errors.ts';
import { solve, type Solution } from './practices/solve.ts';
import type { ResolvedInput, ResolvedUsage } from './scenario/resolve/types.ts';
import type { Target } from './scenario/target.ts';
import { exactly } from './units.ts';

/** A usage as it is. */
interface KnownUsage {
  readonly resolved: ResolvedUsage;
  readonly today: CriteriaResponses;
}

/** Figures are kgCO2e over the period, or of one functional unit: as the target is. */
export interface SolvedInput extends Solution {
  readonly path: string;
  readonly unit: string;
  readonly today: number;
  readonly target: Target;
}

interface Scenario {
  readonly usages: readonly KnownUsage[];
  /** Functional units over the period. */
  readonly volume: ResolvedInput | null;
}

/** Widest search on both sides of today. */
const span = 1e6;

/** A kept result takes a prompt, a batch holds a request, a machine is whole, and a weight takes a bit. */
const least: Readonly<Partial<Record<string, number>>> = { iterations: 1, batch: 1, accelerators: 1, bits: 1 };

/** The first is a part of the second. */
const partOf = [
  ['active_parameters', 'total_parameters'],
  ['cached_tokens', 'input_tokens'],
] as const;

/** One thing that can be asked for: an input, and the usages in which it moves. */
interface Candidate {
  readonly input: ResolvedInput;
  /** Empty for the scenario's own. */
  readonly usages: readonly KnownUsage[];
  /** As it is called in its usage, or in the scenario. */
  readonly name: string;
  readonly path: string;
}

const sharesUnknown = (left: ResolvedInput, right: ResolvedInput): boolean => left.key === right.key;

/** Inputs of a usage that a scenario can set and that reach its result, each once. */
function inputsOf({ resolved: { parts } }: KnownUsage): readonly ResolvedInput[] {
  const used = new Set(parts.flatMap((part) => [...usedInputs(part)]));
  const byId = new Map<string, ResolvedInput>();
  for (const input of parts.flatMap(({ inputs }) => inputs)) {
    const { id, key, field } = input;
    // A share of one place is nothing without those of the others.
    if (key === '' || !used.has(id) || field.startsWith('catalog.') || id === 'location_share') continue;
    if (!byId.has(id)) byId.set(id, input);
  }
  return [...byId.values()];
}

/** What the field of an input is called by: its field, or its own name where several come from one. */
function nameOf(input: ResolvedInput, all: readonly ResolvedInput[]): string {
  const same = all.filter(({ field, key }) => field === input.field && key !== input.key);
  const isGiven = ({ status }: ResolvedInput): boolean => status === 'given' || status === 'given-range';
  return same.length === 0 || (isGiven(input) && !same.some(isGiven)) ? input.field : input.id;
}

/** Written once in the file for several usages: not in any of them. */
function isOfScenario({ key, status }: ResolvedInput, { resolved: { path } }: KnownUsage): boolean {
  return (status === 'given' || status === 'given-range') && !key.startsWith(`${path}.`);
}

function candidatesOf({ usages, volume }: Scenario): readonly Candidate[] {
  const everywhere = new Map<string, Candidate>();
  const own: Candidate[] = [];
  for (const usage of usages) {
    const all = inputsOf(usage);
    for (const input of all) {
      const name = nameOf(input, all);
      if (isOfScenario(input, usage)) {
        const known = everywhere.get(input.key);
        const path = input.id === 'volume' ? input.key : name;
        everywhere.set(input.key, { input, usages: [...(known?.usages ?? []), usage], name, path });
      } else own.push({ input, usages: [usage], name, path: `${usage.resolved.id}.${name}` });
    }
  }
  // Where no usage counts by it, it is still what a target of a unit is divided by.
  if (volume && !everywhere.has(volume.key))
    everywhere.set(volume.key, { input: volume, usages: [], name: volume.field, path: volume.key });
  return [...everywhere.values(), ...own];
}

const ambiguous = (name: string, candidates: readonly string[]): InputError =>
  new InputError([problem('ambiguous-name', { kind: 'input', name, candidates: [...new Set(candidates)] })]);

/**
 * The candidate of a name: a field (`tokens.output`), with its usage where several have one each (`chat.tokens.output`), or a
 * name of the method. An assumption that usages share is one unknown: without a usage it moves in all of them.
 * Errors  InputError `unknown-input` when no usage has it, `ambiguous-name` when it is several.
 */
function find(path: string, scenario: Scenario): Candidate {
  const wanted = path.replace(/^usages\./, '');
  const candidates = candidatesOf(scenario);
  const isCalled = ({ input, name, path: own, usages }: Candidate): boolean =>
    [own, name, input.id, ...usages.flatMap(({ resolved: { id } }) => [`${id}.${name}`, `${id}.${input.id}`])].includes(
      wanted,
    );
  const found = candidates.filter(isCalled);
  const [first] = found;
  if (!first) {
    const behind = candidates.filter(({ input, usages }) =>
      [input.field, ...usages.map(({ resolved: { id } }) => `${id}.${input.field}`)].includes(wanted),
    );
    const known = [...new Set(candidates.map(({ name }) => name))];
    if (behind.length > 0) {
      const isOne = scenario.usages.length === 1;
      throw ambiguous(
        path,
        behind.map(({ name, path: own }) => (isOne ? name : own)),
      );
    }
    throw new InputError([problem('unknown-input', { name: path, nearest: nearestNames(wanted, known), known })]);
  }
  if (found.length === 1) return first;
  if (!found.every(({ input }) => sharesUnknown(input, first.input) && input.id === first.input.id))
    throw ambiguous(
      path,
      found.map(({ path: own }) => own),
    );
  return { ...first, path: first.name, usages: found.flatMap(({ usages }) => usages) };
}

/** The inputs of a usage with one of them at a value: in all its places, and what is the same unknown with it. */
function partsWith({ resolved: { parts } }: KnownUsage, input: ResolvedInput, value: number): ResolvedUsage['parts'] {
  const range = exactly(value);
  return parts.map((part) => ({
    ...part,
    inputs: part.inputs.map((each) => (each.id === input.id || sharesUnknown(each, input) ? { ...each, range } : each)),
  }));
}

/** Greenhouse gases at central values, kgCO2e; not a number where the method has none at such a value. */
function ghgWith(usage: KnownUsage, input: ResolvedInput, value: number): number {
  try {
    const { total } = respondUsage(partsWith(usage, input, value), central).criteria.ghg;
    return total ? centralOf(total) : 0;
  } catch (error) {
    // The engine holds what is not finite for a bug, and here it is the end of what can be asked for.
    if (error instanceof InternalError) return Number.NaN;
    throw error;
  }
}

/** Where to look for a value: around today, and never beyond where the quantity ends. */
function endsOf({ input, usages }: Candidate, figure: (value: number) => number) {
  const { id, range, key } = input;
  const today = range.central;
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = supportOf(id);
  const centralIn = (name: string): number[] =>
    usages.flatMap(({ resolved }) =>
      (resolved.parts[0]?.inputs ?? []).flatMap((each) =>
        // What moves along is no end.
        each.id === name && each.key !== key ? [each.range.central] : [],
      ),
    );
  const floors = partOf.flatMap(([part, whole]) => (whole === id ? centralIn(part) : []));
  const tops = partOf.flatMap(([part, whole]) => (part === id ? centralIn(whole) : []));
  const size = today > 0 ? today : 1;
  const floor = Math.max(least[id] ?? minimum, ...floors);
  const low = Number.isFinite(figure(floor)) ? floor : Math.max(floor, size / span);
  const high = Math.max(today, Math.min(maximum, size * span, ...tops));
  return { low: Math.min(low, today), high };
}

/**
 * Solves for one input, at central values, with the target as a ceiling. A target of a unit is divided by the volume of then.
 * Errors  InputError as of the name.
 */
export function solveFor(a: Scenario & { readonly path: string; readonly target: Target }): SolvedInput {
  const { path, usages, volume, target } = a;
  const candidate = find(path, a);
  const { input } = candidate;
  const others = usages
    .filter((each) => !candidate.usages.includes(each))
    .reduce((kg, { today }) => kg + (today.ghg.total ? centralOf(today.ghg.total) : 0), 0);
  const unitsAt = (value: number): number => {
    if (target.per === 'period' || !volume) return 1;
    return sharesUnknown(volume, input) ? value : volume.range.central;
  };
  const figure = (value: number): number =>
    candidate.usages.reduce((kg, usage) => kg + ghgWith(usage, input, value), others) / unitsAt(value);
  const today = input.range.central;
  const solution = solve({ figure, ceiling: target.value, today, ...endsOf(candidate, figure) });
  return { ...solution, path: candidate.path, unit: input.unit, today, target };
}
