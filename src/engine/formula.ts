/**
 * The language of the method: plain arithmetic over named quantities.
 *   + - * / ^   min max ceil exp ln log2   if(a < b, then, otherwise)   comparisons < <= > >=
 */
import { InternalError } from '../errors.ts';

export type Comparison = '<' | '<=' | '>' | '>=';
export type Operator = '+' | '-' | '*' | '/' | '^';

const functionNames = ['min', 'max', 'ceil', 'exp', 'ln', 'log2'] as const;
export type FunctionName = (typeof functionNames)[number];

export type Expression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'call'; readonly function: FunctionName; readonly arguments: readonly Expression[] }
  | {
      readonly type: 'if';
      readonly comparison: Comparison;
      readonly left: Expression;
      readonly right: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    }
  /** Put in by the unit checker where two units of one dimension meet: value x factor. */
  | { readonly type: 'convert'; readonly value: Expression; readonly factor: number };

const tokenPattern = /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([a-z][a-z0-9_]*)|(<=|>=|[-+*/^(),<>]))/y;

function tokenise(text: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (text.slice(tokenPattern.lastIndex).trim() !== '') {
    const start = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (!match) throw new InternalError(`formula "${text}": cannot read "${text.slice(start).trim()}"`);
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return tokens;
}

/**
 * Parses a formula.
 * Errors  InternalError naming the formula and the place: the method is ours, so a bad formula is our bug.
 */
export function parseFormula(text: string): Expression {
  const tokens = tokenise(text);
  let position = 0;
  const peek = (): string | undefined => tokens[position];
  const fail = (expected: string): never => {
    throw new InternalError(`formula "${text}": expected ${expected}, found ${peek() ?? 'the end'}`);
  };
  const take = (expected: string): void => {
    if (peek() !== expected) fail(`"${expected}"`);
    position += 1;
  };

  function leftAssociative(operators: readonly string[], operand: () => Expression): Expression {
    let left = operand();
    for (let token = peek(); token !== undefined && operators.includes(token); token = peek()) {
      position += 1;
      left = { type: 'binary', operator: token as Operator, left, right: operand() };
    }
    return left;
  }

  const sum = (): Expression => leftAssociative(['+', '-'], product);
  const product = (): Expression => leftAssociative(['*', '/'], signed);

  function signed(): Expression {
    if (peek() !== '-') return raised();
    position += 1;
    return { type: 'binary', operator: '-', left: { type: 'number', value: 0 }, right: raised() };
  }

  function raised(): Expression {
    const base = primary();
    if (peek() !== '^') return base;
    position += 1;
    return { type: 'binary', operator: '^', left: base, right: signed() };
  }

  function choice(): Expression {
    take('(');
    const left = sum();
    const comparison = peek();
    if (comparison !== '<' && comparison !== '<=' && comparison !== '>' && comparison !== '>=') {
      return fail('a comparison');
    }
    position += 1;
    const right = sum();
    take(',');
    const whenTrue = sum();
    take(',');
    const whenFalse = sum();
    take(')');
    return { type: 'if', comparison, left, right, whenTrue, whenFalse };
  }

  function call(name: FunctionName): Expression {
    take('(');
    const list = [sum()];
    while (peek() === ',') {
      position += 1;
      list.push(sum());
    }
    take(')');
    const wanted = name === 'min' || name === 'max' ? 2 : 1;
    if (list.length !== wanted) fail(`${wanted} argument(s) of ${name}`);
    return { type: 'call', function: name, arguments: list };
  }

  function primary(): Expression {
    const token = peek();
    if (token === undefined) return fail('a value');
    position += 1;
    if (token === '(') {
      const inner = sum();
      take(')');
      return inner;
    }
    if (/^\d/.test(token)) return { type: 'number', value: Number(token) };
    if (token === 'if') return choice();
    const known = functionNames.find((name) => name === token);
    if (known) return call(known);
    if (/^[a-z]/.test(token)) return { type: 'name', name: token };
    position -= 1;
    return fail('a value');
  }

  const expression = sum();
  if (position < tokens.length) fail('the end');
  return expression;
}

/** Names that a formula reads, each once, in order of appearance. */
export function namesOf(expression: Expression): string[] {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    switch (node.type) {
      case 'number':
        return;
      case 'name':
        names.add(node.name);
        return;
      case 'binary':
        visit(node.left);
        visit(node.right);
        return;
      case 'call':
        node.arguments.forEach(visit);
        return;
      case 'if':
        [node.left, node.right, node.whenTrue, node.whenFalse].forEach(visit);
        return;
      case 'convert':
        visit(node.value);
        return;
      default:
        node satisfies never;
    }
  };
  visit(expression);
  return [...names];
}
