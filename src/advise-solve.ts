/** Break-even of one input: the value at which the greenhouse gases of a scenario meet a target. */
import { nearestNames } from './catalog/nearest.ts';
import { respondUsage, supportOf, usedInputs, type CriteriaResponses } from './engine/baseline.ts';
import { central } from './engine/central.ts';
import { centralOf } from './engine/uncertainty.ts';
import { InputError, problem } from './errors.ts';
import { solve } from './practices/solve.ts';
import type { ResolvedInput, ResolvedUsage } from './scenario/resolve/types.ts';

export interface KnownUsage {
  readonly resolved: ResolvedUsage;
  readonly today: CriteriaResponses;
}

export interface SolvedInput {
  readonly path: string;
  readonly usage: string;
  readonly unit: string;
  readonly today: number;
  /** Null when no value reaches the target. */
  readonly value: number | null;
  /** kgCO2e over the period at the value, or at the value that comes nearest. */
  readonly figure: number;
  readonly nearest: number;
}

/** Widest search on both sides of today. */
const span = 1e6;

/** A kept result takes a prompt, and a batch holds a request. */
const least: Readonly<Partial<Record<string, number>>> = { iterations: 1, batch: 1 };

/** Where to look for a value: around today, and never beyond where the quantity ends. */
function endsOf({ id, range: { central: today } }: ResolvedInput): { readonly low: number; readonly high: number } {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = supportOf(id);
  const size = today > 0 ? today : 1;
  return { low: Math.max(least[id] ?? minimum, size / span), high: Math.min(maximum, size * span) };
}

interface Candidate {
  readonly usage: KnownUsage;
  readonly input: ResolvedInput;
}

/** Inputs that a scenario can set and that reach its result. */
function candidatesOf(usages: readonly KnownUsage[]): readonly Candidate[] {
  return usages.flatMap((usage) => {
    const { parts } = usage.resolved;
    const names = new Set(parts.flatMap((part) => [...usedInputs(part)]));
    return (parts[0]?.inputs ?? [])
      .filter(({ id, key, field }) => key !== '' && names.has(id) && !field.startsWith('catalog.'))
      .map((input) => ({ usage, input }));
  });
}

/**
 * Solves for one input of one usage, at central values; in a mix of places the input has its value in all of them.
 * @param path a field (`tokens.output`), with its usage where several have it (`chat.tokens.output`), or a name of the method.
 * @param limit kgCO2e over the period.
 * Errors  InputError `unknown-input` when no usage has it.
 */
export function solveFor({
  path,
  usages,
  limit,
}: {
  readonly path: string;
  readonly usages: readonly KnownUsage[];
  readonly limit: number;
}): SolvedInput {
  const wanted = path.replace(/^usages\./, '');
  const candidates = candidatesOf(usages);
  const named = ({ usage, input }: Candidate): boolean =>
    [input.field, `${usage.resolved.id}.${input.field}`, input.id].includes(wanted);
  const found = candidates.find(named);
  if (!found) {
    const known = [...new Set(candidates.map(({ input }) => input.field))];
    throw new InputError([problem('unknown-input', { name: path, nearest: nearestNames(wanted, known), known })]);
  }
  const { usage, input } = found;
  const others = usages
    .filter((each) => each !== usage)
    .reduce((kg, { today }) => kg + (today.ghg.total ? centralOf(today.ghg.total) : 0), 0);
  const figure = (value: number): number => {
    const range = { low: value, central: value, high: value };
    const parts = usage.resolved.parts.map((part) => ({
      ...part,
      inputs: part.inputs.map((each) => (each.id === input.id ? { ...each, range } : each)),
    }));
    const { ghg } = respondUsage(parts, central).criteria;
    return others + (ghg.total ? centralOf(ghg.total) : 0);
  };
  const solution = solve({ figure, target: limit, ...endsOf(input) });
  const { id } = usage.resolved;
  return { path: `${id}.${input.field}`, usage: id, unit: input.unit, today: input.range.central, ...solution };
}
