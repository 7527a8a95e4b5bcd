/**
 * Checks that the units of a formula work out, and converts where two units of one dimension meet.
 * A formula is arithmetic on physical quantities: J added to kWh is converted, J added to s does not build.
 */
import { InternalError } from '../errors.ts';
import { describeDimensions, dimensionless, multiply, parseUnit, power, sameDimensions, type Unit } from '../units.ts';
import type { Expression } from './formula.ts';

interface Typed {
  readonly expression: Expression;
  readonly unit: Unit;
}

export function unitOf(text: string, where: string): Unit {
  const unit = parseUnit(text);
  if (!unit) throw new InternalError(`${where}: unknown unit "${text}"`);
  return unit;
}

/** The same value in another unit of the same dimension. */
function convert(from: Typed, to: Unit): Expression {
  const factor = from.unit.scale / to.scale;
  if (Math.abs(factor - 1) < 1e-12) return from.expression;
  return { type: 'convert', value: from.expression, factor };
}

/**
 * Types a formula against the units of the names it reads and the unit it declares.
 * Returns the expression with conversions in place, its value in `declared`.
 * Errors  InternalError with the id of the quantity and both dimensions.
 */
export function checkUnits(
  id: string,
  expression: Expression,
  units: (name: string) => Unit | undefined,
  declared: Unit,
): Expression {
  const fail = (message: string): never => {
    throw new InternalError(`${id}: ${message}`);
  };
  const agree = (left: Typed, right: Typed, doing: string): void => {
    if (!sameDimensions(left.unit, right.unit)) {
      fail(`cannot ${doing} ${describeDimensions(left.unit)} and ${describeDimensions(right.unit)}`);
    }
  };
  const pure = (value: Typed, role: string): Expression => {
    if (!sameDimensions(value.unit, dimensionless)) {
      fail(`${role} must be a pure number, not ${describeDimensions(value.unit)}`);
    }
    return convert(value, dimensionless);
  };

  function binary(node: Extract<Expression, { type: 'binary' }>): Typed {
    const left = visit(node.left);
    const right = visit(node.right);
    switch (node.operator) {
      case '+':
      case '-': {
        // A leading minus is written 0 - x: the zero takes the unit of x.
        if (node.left.type === 'number' && node.left.value === 0) {
          return { expression: { ...node, left: node.left, right: right.expression }, unit: right.unit };
        }
        agree(left, right, node.operator === '+' ? 'add' : 'subtract');
        return { expression: { ...node, left: left.expression, right: convert(right, left.unit) }, unit: left.unit };
      }
      case '*':
        return {
          expression: { ...node, left: left.expression, right: right.expression },
          unit: multiply(left.unit, right.unit),
        };
      case '/':
        return {
          expression: { ...node, left: left.expression, right: right.expression },
          unit: multiply(left.unit, power(right.unit, -1)),
        };
      case '^':
        return {
          expression: { ...node, left: pure(left, 'the base of a power'), right: pure(right, 'an exponent') },
          unit: dimensionless,
        };
      default:
        return node.operator satisfies never;
    }
  }

  function visit(node: Expression): Typed {
    switch (node.type) {
      case 'number':
        return { expression: node, unit: dimensionless };
      case 'name': {
        const unit = units(node.name);
        return unit ? { expression: node, unit } : fail(`reads "${node.name}", which nothing declares`);
      }
      case 'binary':
        return binary(node);
      case 'call': {
        const values = node.arguments.map(visit);
        const [first, second] = values;
        if (first && second) {
          agree(first, second, 'compare');
          return {
            expression: { ...node, arguments: [first.expression, convert(second, first.unit)] },
            unit: first.unit,
          };
        }
        return {
          expression: { ...node, arguments: values.map((value) => pure(value, `the argument of ${node.function}`)) },
          unit: dimensionless,
        };
      }
      case 'if': {
        const left = visit(node.left);
        const right = visit(node.right);
        const whenTrue = visit(node.whenTrue);
        const whenFalse = visit(node.whenFalse);
        agree(left, right, 'compare');
        agree(whenTrue, whenFalse, 'choose between');
        return {
          expression: {
            ...node,
            left: left.expression,
            right: convert(right, left.unit),
            whenTrue: whenTrue.expression,
            whenFalse: convert(whenFalse, whenTrue.unit),
          },
          unit: whenTrue.unit,
        };
      }
      case 'convert':
        return fail('conversions are put in by the checker, not written');
      default:
        return node satisfies never;
    }
  }

  const typed = visit(expression);
  if (!sameDimensions(typed.unit, declared)) {
    fail(`declares ${describeDimensions(declared)}, but its formula gives ${describeDimensions(typed.unit)}`);
  }
  return convert(typed, declared);
}
