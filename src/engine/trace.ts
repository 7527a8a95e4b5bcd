/** What a usage computes at one place, opened up: every quantity with its formula, its values and what it reads. */
import { InternalError } from '../errors.ts';
import type { Range } from '../units.ts';
import { kernelsOf, mechanisms as declarations } from './compiled.ts';
import { evaluate, orderKernels, planOf, type Column } from './evaluate.ts';
import { checkedQuantity, findQuantity } from './checked.ts';
import { constantRange, type ConstantDeclaration } from './method.ts';
import { conversionsOf, substituted, type Conversion } from './print.ts';

/** An input of a part: see `Part` of baseline.ts. */
interface TraceInput {
  readonly id: string;
  readonly range: Range;
}

interface TracePart<Input extends TraceInput> {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly Input[];
}

interface Evaluated {
  readonly id: string;
  readonly unit: string;
  readonly meaning: string;
  /** At central values, in the unit of the method. */
  readonly value: number;
}

export interface TracedQuantity extends Evaluated {
  readonly kind: 'quantity';
  readonly mechanism: string;
  readonly formula: string;
  /** The formula with the value and the unit of each name in its place. */
  readonly substituted: string;
  readonly conversions: readonly Conversion[];
  readonly source: string;
  readonly reads: readonly string[];
}

export interface TracedConstant extends Evaluated {
  readonly kind: 'constant';
  readonly mechanism: string;
  readonly range: Range;
  readonly source: string;
  readonly year: number;
}

export interface TracedInput<Input extends TraceInput> extends Evaluated {
  readonly kind: 'input';
  readonly input: Input;
}

export type Traced<Input extends TraceInput> = TracedQuantity | TracedConstant | TracedInput<Input>;

export interface Trace<Input extends TraceInput> {
  /** Central value in the unit of the method; undefined when this part does not know it. */
  readonly value: (name: string) => number | undefined;
  /** A name opened up; undefined when this part does not know it. */
  readonly open: (name: string) => Traced<Input> | undefined;
  /** Inputs for want of which a name is not known; empty when nothing in this part gives it. */
  readonly missing: (name: string) => readonly string[];
}

interface Declared {
  readonly unit: string;
  readonly meaning: string;
}

let made: ReadonlyMap<string, Declared> | undefined;

/** Unit and meaning of every name, of inputs before quantities of the same name: made once, when somebody asks for a trace. */
function names(): ReadonlyMap<string, Declared> {
  if (made) return made;
  const found = new Map<string, Declared>();
  for (const { inputs, constants, quantities } of declarations) {
    for (const table of [inputs, constants, quantities]) {
      for (const [name, declared] of Object.entries(table)) if (!found.has(name)) found.set(name, declared);
    }
  }
  return (made = found);
}

/** Every name of the method: inputs, constants and quantities. */
export function methodNames(): readonly string[] {
  return [...names().keys()];
}

/** What a name of the method means, and its unit; undefined when the method does not hold it. */
export function declarationOf(name: string): Declared | undefined {
  return names().get(name);
}

/** Mechanisms that give a quantity. */
export function mechanismsOf(quantity: string): readonly string[] {
  return declarations.filter(({ quantities }) => Object.hasOwn(quantities, quantity)).map(({ id }) => id);
}

const declared = (name: string): Declared => {
  const found = names().get(name);
  if (!found) throw new InternalError(`the method does not declare "${name}"`);
  return found;
};

/**
 * Evaluates all that the mechanisms of a part can compute from its inputs, at central values.
 * Errors  InternalError when a result is not finite, as `evaluate`.
 */
export function trace<Input extends TraceInput>({ mechanisms, inputs }: TracePart<Input>): Trace<Input> {
  const constants = mechanisms.flatMap((mechanism) =>
    Object.entries(declarations.find(({ id }) => id === mechanism)?.constants ?? {}).map(([id, constant]) => ({
      id,
      mechanism,
      constant,
    })),
  );
  const ids = [...inputs, ...constants].map(({ id }) => id);
  const ordered = orderKernels(kernelsOf, mechanisms, new Set(ids));
  const plan = planOf(ordered, ids);
  const columns: Column[] = [
    ...inputs.map(({ range }) => Float64Array.of(range.central)),
    ...constants.map(({ constant }) => Float64Array.of(constant.value)),
  ];
  evaluate(plan, columns);
  const value = (name: string): number | undefined => columns[plan.places.get(name) ?? -1]?.[0];
  return {
    value,
    open(name) {
      const input = inputs.find(({ id }) => id === name);
      if (input) return { kind: 'input', id: name, ...wordsOf(name, mechanisms), value: input.range.central, input };
      const found = constants.find(({ id }) => id === name);
      if (found) return traceConstant(name, found.mechanism, found.constant);
      const kernel = ordered.find(({ id }) => id === name);
      return kernel && traceQuantity(kernel, (each) => value(each) ?? Number.NaN);
    },
    missing: (name) => missingFor(name, mechanisms, (each) => plan.places.has(each)),
  };
}

/** Unit and meaning of an input, in the words of the mechanisms that read it. */
function wordsOf(id: string, mechanisms: readonly string[]): Declared {
  const [own] = declarations.flatMap((each) => (mechanisms.includes(each.id) && each.inputs[id]) || []);
  const { unit, meaning } = own ?? declared(id);
  return { unit, meaning };
}

function traceConstant(id: string, mechanism: string, constant: ConstantDeclaration): TracedConstant {
  const { unit, meaning, value, source, year } = constant;
  return { kind: 'constant', id, mechanism, unit, meaning, value, range: constantRange(constant), source, year };
}

function traceQuantity(
  { id, mechanism }: { readonly id: string; readonly mechanism: string },
  valueOf: (id: string) => number,
): TracedQuantity {
  const { unit, meaning, formula, source, expression, needs } = checkedQuantity(mechanism, id);
  const unitOf = (name: string): string => declared(name).unit;
  return {
    kind: 'quantity',
    id,
    mechanism,
    unit,
    meaning,
    formula,
    value: valueOf(id),
    substituted: substituted(expression, (name) => ({ value: valueOf(name), unit: unitOf(name) })),
    conversions: conversionsOf(expression, unit, unitOf),
    source,
    reads: needs,
  };
}

/** Follows the needs of a quantity down to the names that nothing gives. */
function missingFor(
  name: string,
  mechanisms: readonly string[],
  isKnown: (name: string) => boolean,
): readonly string[] {
  const missing = new Set<string>();
  const seen = new Set<string>();
  const visit = (each: string): void => {
    if (isKnown(each) || seen.has(each)) return;
    seen.add(each);
    const giver = mechanisms.find((mechanism) => findQuantity(mechanism, each));
    if (giver === undefined) missing.add(each);
    else findQuantity(giver, each)?.needs.forEach(visit);
  };
  visit(name);
  missing.delete(name);
  return [...missing];
}
