/** From a checked formula to the JavaScript loop that evaluates it over rows. Runs at build time only. */
import { InternalError } from '../errors.ts';
import { namesOf, type Expression } from './formula.ts';

const functions: Readonly<Record<string, string>> = {
  min: 'Math.min',
  max: 'Math.max',
  ceil: 'Math.ceil',
  exp: 'Math.exp',
  ln: 'Math.log',
  log2: 'Math.log2',
};

function number(value: number): string {
  if (!Number.isFinite(value)) throw new InternalError(`a formula holds ${value}`);
  return String(value);
}

function emit(node: Expression, operand: (name: string) => string): string {
  const visit = (inner: Expression): string => emit(inner, operand);
  switch (node.type) {
    case 'number':
      return number(node.value);
    case 'name':
      return operand(node.name);
    case 'binary':
      return node.operator === '^'
        ? `Math.pow(${visit(node.left)}, ${visit(node.right)})`
        : `(${visit(node.left)} ${node.operator} ${visit(node.right)})`;
    case 'call':
      return `${functions[node.function]}(${node.arguments.map(visit).join(', ')})`;
    case 'if':
      return `(${visit(node.left)} ${node.comparison} ${visit(node.right)} ? ${visit(node.whenTrue)} : ${visit(node.whenFalse)})`;
    case 'convert':
      return `(${visit(node.value)} * ${number(node.factor)})`;
    default:
      return node satisfies never;
  }
}

/**
 * A function `(columns, out) => void`: fills `out` row by row. A column of length 1 is the same in every row,
 * which `& mask` reads without a branch (mask 0 for a constant column, -1 for a full one).
 */
export function emitKernel(expression: Expression): string {
  const names = namesOf(expression);
  const declarations = names.map(
    (_, place) => `const c${place} = columns[${place}], m${place} = c${place}.length === 1 ? 0 : -1;`,
  );
  const body = emit(expression, (name) => {
    const place = names.indexOf(name);
    return `c${place}[row & m${place}]`;
  });
  return `(columns, out) => { ${declarations.join(' ')} for (let row = 0; row < out.length; row += 1) out[row] = ${body}; }`;
}
