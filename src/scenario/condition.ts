/** A condition on rows as somebody writes it: `ghg > 10 kg and (region ~ aws or not tag = prototype)`. */
import { InputError, problem } from '../errors.ts';
import { nearestNames } from '../catalog/nearest.ts';
import { comparisons, readLimit, type Comparison } from './limit.ts';

/** What a condition may name. */
export interface ConditionNames<Figure extends string, Text extends string> {
  /** Figures, each with the units that it may have: several where rows differ, as currencies do. */
  readonly figures: Readonly<Record<Figure, readonly string[]>>;
  readonly texts: readonly Text[];
}

/** A row that is asked. */
export interface Conditioned<Figure extends string, Text extends string> {
  /** In the unit given; null where it is unknown, or in another unit. @param unit undefined is whatever it has. */
  readonly figure: (name: Figure, unit: string | undefined) => number | null;
  readonly texts: (name: Text) => readonly string[];
}

export interface Condition<Figure extends string, Text extends string> {
  readonly holds: (row: Conditioned<Figure, Text>) => boolean;
  /** Figures that it asks for. */
  readonly figures: ReadonlySet<Figure>;
}

type Test<Figure extends string, Text extends string> = Condition<Figure, Text>['holds'];

interface Token {
  readonly text: string;
  /** In quotes: a value, never a word of the language. */
  readonly quoted: boolean;
}

/** Nested deeper than this nobody reads a condition, and the call stack has an end. */
const deepest = 50;

const signs = ['<=', '>=', '!=', '!~', '<', '>', '=', '~'] as const;

function tokensOf(written: string): Token[] {
  const pattern = /\s*(?:"([^"]*)"|'([^']*)'|(<=|>=|!=|!~|[<>=~()])|([^\s<>=~()"'!]+|!))/y;
  const tokens: Token[] = [];
  const text = written.trim();
  while (pattern.lastIndex < text.length) {
    const [, double, single, sign, word] = pattern.exec(text) ?? [];
    if (double === undefined && single === undefined && sign === undefined && word === undefined) break;
    tokens.push({ text: double ?? single ?? sign ?? word ?? '', quoted: double !== undefined || single !== undefined });
  }
  return pattern.lastIndex < text.length ? [] : tokens;
}

/**
 * Reads a condition. Texts are compared without regard to case: `~` holds a part, `=` the whole; a row of several
 * texts has the one that is asked for when any of them is. What is unknown keeps no limit.
 * Errors  InputError: an unknown name, an amount of another dimension, what is no condition.
 * Grammar
 *   condition = all { "or" all }        all = one { "and" one }
 *   one = "not" one | "(" condition ")" | NAME SIGN VALUE
 */
export function readCondition<Figure extends string, Text extends string>(
  written: string,
  { figures, texts }: ConditionNames<Figure, Text>,
  option = '--where',
): Condition<Figure, Text> {
  const fail = (reason: string): never => {
    throw new InputError([problem('bad-option', { reason: `"${option} ${written}": ${reason}` })]);
  };
  const form = 'write it like "ghg > 10 kg and region ~ aws"';
  const tokens = tokensOf(written);
  const figureNames = Object.keys(figures) as Figure[];
  const asked = new Set<Figure>();
  let at = 0;
  const isWord = (word: string): boolean => tokens[at]?.text === word && tokens[at]?.quoted === false;
  const take = (word: string): boolean => {
    if (!isWord(word)) return false;
    at += 1;
    return true;
  };
  /** All up to the next word of the language: names of files and models hold blanks. */
  const value = (): string => {
    const words: string[] = [];
    while (tokens[at] && !isWord('and') && !isWord('or') && !isWord(')')) words.push(tokens[at++]?.text ?? '');
    return words.length === 0 ? fail(`a value is missing; ${form}`) : words.join(' ');
  };
  const figureTest = (name: Figure, sign: (typeof signs)[number], amount: string): Test<Figure, Text> => {
    const compare = Object.hasOwn(comparisons, sign) ? comparisons[sign as Comparison] : undefined;
    if (!compare) return fail(`"${name}" is a figure: compare it by <, <=, > or >=`);
    const limit = readLimit(amount, figures[name]);
    if (!limit) return fail(`"${amount}" does not measure ${name}, which is in ${figures[name].join(', ')}`);
    asked.add(name);
    return (row) => {
      const found = row.figure(name, limit.hasUnit ? limit.unit : undefined);
      return found !== null && compare(found, limit.value);
    };
  };
  const textTest = (name: Text, sign: (typeof signs)[number], wanted: string): Test<Figure, Text> => {
    const low = wanted.toLowerCase();
    const has = (row: Conditioned<Figure, Text>): boolean => row.texts(name).some((text) => text.toLowerCase() === low);
    const holds = (row: Conditioned<Figure, Text>): boolean =>
      row.texts(name).some((text) => text.toLowerCase().includes(low));
    switch (sign) {
      case '=':
        return has;
      case '!=':
        return (row) => !has(row);
      case '~':
        return holds;
      case '!~':
        return (row) => !holds(row);
      case '<':
      case '<=':
      case '>':
      case '>=':
        return fail(`"${name}" is a text: compare it by =, !=, ~ (holds) or !~`);
      default:
        return sign satisfies never;
    }
  };
  const one = (depth: number): Test<Figure, Text> => {
    if (depth > deepest) return fail(`it is nested deeper than ${deepest} levels`);
    if (take('not')) {
      const inner = one(depth + 1);
      return (row) => !inner(row);
    }
    if (take('(')) {
      const inner = condition(depth + 1);
      if (!take(')')) return fail(`a ")" is missing; ${form}`);
      return inner;
    }
    const name = tokens[at]?.text ?? fail(form);
    at += 1;
    const figure = figureNames.find((each) => each === name);
    const text = texts.find((each) => each === name);
    if (figure === undefined && text === undefined) {
      const all = [...figureNames, ...texts];
      const [near] = nearestNames(name, all);
      return fail(
        near === undefined ? `there is no "${name}"; there are ${all.join(', ')}` : `did you mean "${near}"?`,
      );
    }
    const sign = signs.find((each) => isWord(each)) ?? fail(`after "${name}" comes one of ${signs.join(' ')}`);
    at += 1;
    return figure === undefined ? textTest(text as Text, sign, value()) : figureTest(figure, sign, value());
  };
  const all = (depth: number): Test<Figure, Text> => {
    const tests = [one(depth)];
    while (take('and')) tests.push(one(depth));
    return (row) => tests.every((test) => test(row));
  };
  const condition = (depth: number): Test<Figure, Text> => {
    const tests = [all(depth)];
    while (take('or')) tests.push(all(depth));
    return (row) => tests.some((test) => test(row));
  };
  if (tokens.length === 0) return fail(form);
  const holds = condition(0);
  if (at < tokens.length) return fail(`nothing is expected after "${tokens.slice(0, at).map(({ text }) => text).join(' ')}"`); // prettier-ignore
  return { holds, figures: asked };
}
