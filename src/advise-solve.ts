/** Break-even of one input: the value at which the greenhouse gases of a scenario meet a target. */
import { nearestNames } from './catalog/nearest.ts';
import { respondUsage, supportOf, usedInputs, type CriteriaResponses } from './engine/baseline.ts';
import { central } from './engine/central.ts';
import { centralOf } from './engine/uncertainty.ts';
import { InputError, InternalError, problem } from './errors.ts';
import { solve } from './practices/solve.ts';
import type { ResolvedInput, ResolvedUsage } from './scenario/resolve/types.ts';
import type { Target } from './scenario/target.ts';

export interface KnownUsage {
  readonly resolved: ResolvedUsage;
  readonly today: CriteriaResponses;
}

export interface SolvedInput {
  readonly path: string;
  readonly unit: string;
  readonly today: number;
  /** Null when no value keeps the target. */
  readonly value: number | null;
  /** kgCO2e over the period at the value, or at the value that comes nearest. */
  readonly figure: number;
  readonly nearest: number;
}

/** Widest search on both sides of today. */
const span = 1e6;

/** A kept result takes a prompt, and a batch holds a request. */
const least: Readonly<Partial<Record<string, number>>> = { iterations: 1, batch: 1 };

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

const isShared = ({ key }: ResolvedInput): boolean => key.startsWith('functional_unit.');

const pathOf = ({ usage, input }: Candidate): string =>
  isShared(input) ? `functional_unit.${input.field}` : `${usage.resolved.id}.${input.field}`;

/**
 * The one input that a path means.
 * Errors  InputError: none, several usages that have it, several inputs behind one field.
 */
function chosen(path: string, usages: readonly KnownUsage[]): Candidate {
  const wanted = path.replace(/^usages\./, '');
  const all = candidatesOf(usages);
  const namesOf = ({ usage, input }: Candidate): string[] => {
    const { id } = usage.resolved;
    return [input.field, input.id, pathOf({ usage, input }), `${id}.${input.field}`, `${id}.${input.id}`];
  };
  const found = all.filter((candidate) => namesOf(candidate).includes(wanted));
  const [first] = found;
  if (!first) {
    const known = [...new Set(all.map(({ input }) => input.field))];
    throw new InputError([problem('unknown-input', { name: path, nearest: nearestNames(wanted, known), known })]);
  }
  // In a dense model all weights are active: two names of one unknown.
  const keys = new Set(found.map(({ input }) => input.key));
  if (keys.size === 1) return first;
  // A field that stands for several inputs is told by the names of the inputs.
  const isOneEach = found.length === new Set(found.map(({ usage }) => usage)).size;
  const names = found.map(({ usage, input }) => `${usage.resolved.id}.${isOneEach ? input.field : input.id}`);
  const reason = `"--solve ${path}" could be ${[...new Set(names)].slice(0, 12).join(', ')}: name one of them`;
  throw new InputError([problem('bad-option', { reason })]);
}

/** Active parameters are a part of all: each ends at the other. */
function neighbour({ usage, input }: Candidate): { readonly low?: number; readonly high?: number } {
  const inputs = usage.resolved.parts[0]?.inputs ?? [];
  const other = (id: string): ResolvedInput | undefined =>
    inputs.find((each) => each.id === id && each.key !== input.key);
  const [active, total] = [other('active_parameters')?.range.central, other('total_parameters')?.range.central];
  if (input.id === 'total_parameters' && active !== undefined) return { low: active };
  if (input.id === 'active_parameters' && total !== undefined) return { high: total };
  return {};
}

/**
 * Solves for one input, at central values. An input that usages share moves in all of them; in a mix of places it has its
 * value in all.
 * @param path a field (`tokens.output`), with its usage where several have it (`chat.tokens.output`), or a name of the method.
 * @param volume functional units of the period, for a target per unit.
 * Errors  InputError: no usage has it, or it is not one input.
 */
export function solveFor({
  path,
  usages,
  target,
  volume,
}: {
  readonly path: string;
  readonly usages: readonly KnownUsage[];
  readonly target: Target;
  readonly volume: number | undefined;
}): SolvedInput {
  const candidate = chosen(path, usages);
  const { input } = candidate;
  const { key, id } = input;
  const figure = (value: number): number => {
    const range = { low: value, central: value, high: value };
    return usages.reduce((kg, { resolved, today }) => {
      const moves = resolved.parts.some(({ inputs }) => inputs.some((each) => each.key === key));
      if (!moves) return kg + (today.ghg.total ? centralOf(today.ghg.total) : 0);
      const parts = resolved.parts.map((part) => ({
        ...part,
        inputs: part.inputs.map((each) => (each.key === key ? { ...each, range } : each)),
      }));
      const { ghg } = respondUsage(parts, central).criteria;
      return kg + (ghg.total ? centralOf(ghg.total) : 0);
    }, 0);
  };
  // Per unit, the whole that may be emitted grows with the volume.
  const allowed = (value: number): number =>
    target.per === 'period' ? target.value : target.value * (id === 'volume' ? value : (volume ?? Number.NaN));
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = supportOf(id);
  const today = input.range.central;
  const size = today > 0 ? today : 1;
  const { low: from = least[id] ?? minimum, high: to = maximum } = neighbour(candidate);
  // Of nothing every target per unit is kept: the search starts at something.
  const isPerItself = id === 'volume' && target.per === 'unit';
  const low = isComputable(figure, from) && !isPerItself ? from : Math.max(from, size / span);
  const solution = solve({
    figure: (value) => figure(value) - allowed(value),
    target: 0,
    low,
    high: Math.min(to, size * span),
  });
  const { value, nearest } = solution;
  return { path: pathOf(candidate), unit: input.unit, today, value, nearest, figure: figure(value ?? nearest) };
}

/** Whether a figure has a value there: what divides by the input has none at 0. */
function isComputable(figure: (value: number) => number, value: number): boolean {
  try {
    return Number.isFinite(figure(value));
  } catch (error) {
    if (error instanceof InternalError) return false;
    throw error;
  }
}
