/**
 * The method as declared in src/method: mechanisms made of inputs, constants and quantities.
 * One declaration serves the unit check, the evaluation, the trace and the documentation.
 */
import { InternalError } from '../errors.ts';
import type { Range, Unit } from '../units.ts';
import { checkUnits, unitOf } from './dimensions.ts';
import { namesOf, parseFormula, type Expression } from './formula.ts';

/** How an uncertain input is spread between its low and its high: see METHOD, uncertainty. */
export type Spread = 'positive' | 'bounded';

/** A value that a mechanism needs from outside. */
export interface InputDeclaration {
  readonly unit: string;
  readonly meaning: string;
  /** `bounded` for shares and ratios; `positive` (the default) for the rest. */
  readonly spread?: Spread;
  /** Where the quantity ends, for `bounded`. */
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A number that belongs to an equation, with its provenance. */
export interface ConstantDeclaration {
  readonly unit: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly source: string;
  readonly year: number;
  readonly meaning: string;
}

export interface QuantityDeclaration {
  readonly unit: string;
  readonly formula: string;
  readonly source: string;
  readonly meaning: string;
}

/** One file of src/method. */
export interface Mechanism {
  readonly id: string;
  readonly meaning: string;
  readonly inputs: Readonly<Record<string, InputDeclaration>>;
  readonly constants: Readonly<Record<string, ConstantDeclaration>>;
  readonly quantities: Readonly<Record<string, QuantityDeclaration>>;
}

export interface CheckedQuantity extends QuantityDeclaration {
  readonly id: string;
  readonly mechanism: string;
  /** Names the formula reads, in order of appearance. */
  readonly needs: readonly string[];
  /** The formula with unit conversions in place. */
  readonly expression: Expression;
}

export function constantRange(constant: ConstantDeclaration): Range {
  return { low: constant.low ?? constant.value, central: constant.value, high: constant.high ?? constant.value };
}

/**
 * Checks every formula of every mechanism: names declared once in a mechanism, one unit and one spread for a name everywhere,
 * dimensions that work out, sources that exist, no circle.
 * Errors  InternalError naming mechanism and quantity.
 */
export function checkMethod(mechanisms: readonly Mechanism[], knownSources: ReadonlySet<string>): CheckedQuantity[] {
  const units = collectUnits(mechanisms);
  refuseTwoSupports(mechanisms);
  const checked: CheckedQuantity[] = [];
  for (const mechanism of mechanisms) {
    for (const [id, constant] of Object.entries(mechanism.constants)) {
      const where = `${mechanism.id}.${id}`;
      const { low, central, high } = constantRange(constant);
      if (!(low <= central && central <= high))
        throw new InternalError(`${where}: low, value and high are not in order`);
      if (!knownSources.has(constant.source)) throw new InternalError(`${where}: unknown source "${constant.source}"`);
    }
    for (const [id, quantity] of Object.entries(mechanism.quantities)) {
      const where = `${mechanism.id}.${id}`;
      if (!knownSources.has(quantity.source)) throw new InternalError(`${where}: unknown source "${quantity.source}"`);
      const parsed = parseFormula(quantity.formula);
      const expression = checkUnits(where, parsed, (name) => units.get(name)?.unit, unitOf(quantity.unit, where));
      checked.push({ ...quantity, id, mechanism: mechanism.id, needs: namesOf(parsed), expression });
    }
    refuseCircles(mechanism);
  }
  return checked;
}

/** Unit of every name; a name that two mechanisms declare must mean one thing. */
function collectUnits(mechanisms: readonly Mechanism[]): Map<string, { unit: Unit; text: string }> {
  const units = new Map<string, { unit: Unit; text: string }>();
  for (const mechanism of mechanisms) {
    const own = new Set<string>();
    for (const table of [mechanism.inputs, mechanism.constants, mechanism.quantities]) {
      for (const [name, { unit: text }] of Object.entries(table)) {
        const where = `${mechanism.id}.${name}`;
        if (own.has(name)) throw new InternalError(`${where}: declared twice`);
        own.add(name);
        const known = units.get(name);
        if (known && known.text !== text)
          throw new InternalError(`${where}: is ${text} here and ${known.text} elsewhere`);
        units.set(name, { unit: unitOf(text, where), text });
      }
    }
  }
  return units;
}

/** An input that two mechanisms read is one unknown: it is spread in one way, and ends where it ends. */
function refuseTwoSupports(mechanisms: readonly Mechanism[]): void {
  const known = new Map<string, string>();
  for (const { id, inputs } of mechanisms)
    for (const [name, { spread = 'positive', minimum, maximum }] of Object.entries(inputs)) {
      const support = `${spread} from ${minimum ?? 'anywhere'} to ${maximum ?? 'anywhere'}`;
      const other = known.get(name) ?? support;
      if (other !== support) throw new InternalError(`${id}.${name}: is ${support} here and ${other} elsewhere`);
      known.set(name, support);
    }
}

function refuseCircles(mechanism: Mechanism): void {
  const done = new Set<string>();
  const visit = (name: string, chain: readonly string[]): void => {
    if (chain.includes(name)) throw new InternalError(`${mechanism.id}: circle ${[...chain, name].join(' -> ')}`);
    const quantity = mechanism.quantities[name];
    if (!quantity || done.has(name)) return;
    for (const needed of namesOf(parseFormula(quantity.formula))) visit(needed, [...chain, name]);
    done.add(name);
  };
  for (const name of Object.keys(mechanism.quantities)) visit(name, []);
}
