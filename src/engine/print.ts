/** Formulas as text: with values in the place of names, and the conversions of unit that they hold in words. */
import { parseUnit, printNumber, printValue } from '../units.ts';
import { InternalError } from '../errors.ts';
import type { Expression } from './formula.ts';

const strength = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 } as const;

interface Leaf {
  readonly value: number;
  readonly unit: string;
}

/** A formula with the value and the unit of each name in its place. Conversions do not show: see `conversionsOf`. */
export function substituted(expression: Expression, valueOf: (name: string) => Leaf): string {
  const list = (nodes: readonly Expression[]): string => nodes.map((node) => print(node, 0, false)).join(', ');
  /** `least` is how strongly the operator around binds; an operand on its far side needs brackets at the same strength. */
  function print(node: Expression, least: number, isFar: boolean, divides = false): string {
    switch (node.type) {
      case 'number':
        return printNumber(node.value);
      case 'name': {
        const { value, unit } = valueOf(node.name);
        const text = printValue(value, unit);
        // Under a division or a power the unit belongs to the number, not to the formula.
        return unit !== '1' && (least === 3 || (divides && unit.includes('/'))) ? `(${text})` : text;
      }
      case 'convert':
        return print(node.value, least, isFar, divides);
      case 'call':
        return `${node.function}(${list(node.arguments)})`;
      case 'if': {
        const compared = `${list([node.left])} ${node.comparison} ${list([node.right])}`;
        return `if(${compared}, ${list([node.whenTrue, node.whenFalse])})`;
      }
      case 'binary': {
        const own = strength[node.operator];
        const isMinus = node.operator === '-' && node.left.type === 'number' && node.left.value === 0;
        const right = print(node.right, own, node.operator === '/' || node.operator === '-', node.operator === '/');
        // Powers are read from the right: one that is raised again needs brackets.
        const text = isMinus
          ? `-${right}`
          : `${print(node.left, own, node.operator === '^')} ${node.operator} ${right}`;
        return own < least || (own === least && isFar) || (isMinus && (isFar || least === 3)) ? `(${text})` : text;
      }
      default:
        return node satisfies never;
    }
  }
  return print(expression, 0, false);
}

/** Exponent of each symbol of a unit as written: `J/token` is J 1, token -1. */
type Symbols = ReadonlyMap<string, number>;

function symbolsOf(unit: string): Symbols {
  const symbols = new Map<string, number>();
  for (const [place, part] of unit.split('/').entries()) {
    for (const symbol of part.split('*')) {
      const isPure = Object.keys(parseUnit(symbol)?.dimensions ?? {}).length === 0;
      if (!isPure) symbols.set(symbol, (symbols.get(symbol) ?? 0) + (place === 0 ? 1 : -1));
    }
  }
  return symbols;
}

function combine(left: Symbols, right: Symbols, sign: 1 | -1): Symbols {
  const all = new Map(left);
  for (const [symbol, exponent] of right) {
    const sum = (all.get(symbol) ?? 0) + sign * exponent;
    if (sum === 0) all.delete(symbol);
    else all.set(symbol, sum);
  }
  return all;
}

/** `J/token`; `1` of nothing. */
function written(symbols: Symbols): string {
  const side = (sign: number): string[] =>
    [...symbols]
      .filter(([, exponent]) => Math.sign(exponent) === sign)
      .map(([symbol, exponent]) => (Math.abs(exponent) === 1 ? symbol : `${symbol}^${Math.abs(exponent)}`));
  return [side(1).join('*') || '1', ...side(-1)].join('/');
}

/** A conversion that the unit checker put in: a value in `from` times `factor` is in `to`. */
export interface Conversion {
  readonly from: string;
  readonly to: string;
  readonly factor: number;
}

/** The conversions of a checked formula, without the symbols that stay: J/token -> kWh/token is J -> kWh. */
export function conversionsOf(
  expression: Expression,
  declared: string,
  unitOf: (name: string) => string,
): readonly Conversion[] {
  const found: Conversion[] = [];
  const none: Symbols = new Map();
  /** Symbols of a node; where the checker converted it, those it was converted to. */
  function visit(node: Expression, target: Symbols): Symbols {
    switch (node.type) {
      case 'number':
        return none;
      case 'name':
        return symbolsOf(unitOf(node.name));
      case 'convert': {
        const from = visit(node.value, target);
        const stays = new Map([...from].filter(([symbol, exponent]) => target.get(symbol) === exponent));
        const each = { from: written(combine(from, stays, -1)), to: written(combine(target, stays, -1)) };
        found.push({ ...each, factor: node.factor });
        return target;
      }
      case 'call': {
        const [first, second] = node.arguments;
        if (!first) throw new InternalError(`${node.function} has no argument`);
        const symbols = visit(first, none);
        if (second) visit(second, symbols);
        return symbols;
      }
      case 'if': {
        visit(node.right, visit(node.left, none));
        const symbols = visit(node.whenTrue, target);
        visit(node.whenFalse, symbols);
        return symbols;
      }
      case 'binary': {
        const left = visit(node.left, none);
        if (node.operator === '*' || node.operator === '/') {
          return combine(left, visit(node.right, none), node.operator === '*' ? 1 : -1);
        }
        const right = visit(node.right, node.operator === '^' ? none : left);
        if (node.operator === '^') return none;
        return node.left.type === 'number' ? right : left;
      }
      default:
        return node satisfies never;
    }
  }
  visit(expression, symbolsOf(declared));
  return found.filter(({ from, to }) => from !== to);
}
