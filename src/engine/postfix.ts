/**
 * A checked formula in postfix order, as one text: `0 1 * #0.3 +` is operand 0 times operand 1, plus 0.3. The build writes it
 * beside the loop of the same formula; draws read it, because what repeated parts of many formulas share is computed once.
 */
import { InternalError } from '../errors.ts';
import { namesOf, type Comparison, type Expression, type FunctionName, type Operator } from './formula.ts';

export type Operation = Operator | FunctionName | Comparison | 'choose';

/** An operand, a value, or an operation on the last results: one of the three. */
export type Step =
  | { readonly operand: number; readonly value?: undefined; readonly operation?: undefined; readonly takes: 0 }
  | { readonly operand?: undefined; readonly value: number; readonly operation?: undefined; readonly takes: 0 }
  | {
      readonly operand?: undefined;
      readonly value?: undefined;
      readonly operation: Operation;
      readonly takes: 1 | 2 | 3;
    };

const takes: Readonly<Record<Operation, 1 | 2 | 3>> = {
  '+': 2,
  '-': 2,
  '*': 2,
  '/': 2,
  '^': 2,
  min: 2,
  max: 2,
  ceil: 1,
  exp: 1,
  ln: 1,
  log2: 1,
  '<': 2,
  '<=': 2,
  '>': 2,
  '>=': 2,
  choose: 3,
};

/** Operands are the names of the formula, by their place in `namesOf`. */
export function toPostfix(expression: Expression): string {
  const names = namesOf(expression);
  const visit = (node: Expression): string => {
    switch (node.type) {
      case 'number':
        return `#${node.value}`;
      case 'name':
        return String(names.indexOf(node.name));
      case 'binary':
        return `${visit(node.left)} ${visit(node.right)} ${node.operator}`;
      case 'call':
        return `${node.arguments.map(visit).join(' ')} ${node.function}`;
      case 'if':
        return `${visit(node.left)} ${visit(node.right)} ${node.comparison} ${visit(node.whenTrue)} ${visit(node.whenFalse)} choose`;
      case 'convert':
        return `${visit(node.value)} #${node.factor} *`;
      default:
        return node satisfies never;
    }
  };
  return visit(expression);
}

const isOperation = (word: string): word is Operation => Object.hasOwn(takes, word);

const read = new Map<string, readonly Step[]>();

/** The steps of a postfix text, read once. Errors InternalError when it is no formula. */
export function stepsOf(text: string): readonly Step[] {
  const known = read.get(text);
  if (known) return known;
  let results = 0;
  const steps = text.split(' ').map((word): Step => {
    if (isOperation(word)) {
      results += 1 - takes[word];
      return { operation: word, takes: takes[word] };
    }
    results += 1;
    const value = Number(word.startsWith('#') ? word.slice(1) : word);
    if (!Number.isFinite(value)) throw new InternalError(`formula "${text}": "${word}" is no step`);
    return word.startsWith('#') ? { value, takes: 0 } : { operand: value, takes: 0 };
  });
  if (results !== 1) throw new InternalError(`"${text}" is no formula`);
  read.set(text, steps);
  return steps;
}
