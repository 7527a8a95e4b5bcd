/** A sentence in English -> the same in French. Loaded where French is asked for, and by nothing else. */
import type { Warning } from '../../assessment.ts';
import type { Problem } from '../../errors.ts';
import { sentences } from './sentence.ts';

interface Pattern {
  /** A gap in quotes ends at the first quote, a number at the first blank: what follows may be another sentence. */
  readonly strict: RegExp;
  /** For what a reader wrote with quotes in it. */
  readonly lenient: RegExp;
  /** Letters that are no gap: of two patterns that fit, the one that says more is meant. */
  readonly letters: number;
  readonly names: readonly string[];
  readonly french: string;
}

const gap = /\{([a-z_A-Z]+\*?)\}/g;

function patternOf(english: string, french: string): Pattern {
  const parts = english.split(gap);
  const literal = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isQuoted = (at: number): boolean =>
    parts[at - 1]?.endsWith('"') === true && parts[at + 1]?.startsWith('"') === true;
  const written = (hole: (at: number) => string): RegExp =>
    new RegExp(`^${parts.map((part, at) => (at % 2 === 0 ? literal(part) : hole(at))).join('')}$`, 's');
  return {
    strict: written((at) => (isQuoted(at) ? '([^"]*)' : parts[at] === 'number' ? '(\\S+)' : '(.*?)')),
    lenient: written(() => '(.*?)'),
    letters: parts.reduce((sum, part, at) => sum + (at % 2 === 0 ? part.length : 0), 0),
    names: parts.filter((_, at) => at % 2 === 1),
    french,
  };
}

const patterns = Object.entries(sentences)
  .filter(([english]) => english.search(gap) >= 0)
  .map(([english, french]) => patternOf(english, french))
  .toSorted((left, right) => right.letters - left.letters);

/** Words that follow each other outside of quotes: a sentence, and no name, number or unit. */
const isSentence = (text: string): boolean => /[a-z]{2,} [a-z]{2,}/.test(text.replaceAll(/"[^"]*"/g, ''));

/** Alternatives, lists of examples, faults of a row: what stands between them is ours, what they hold may be a sentence. */
function joined(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const [, before = '', after = ''] = /^(.+?),? or ([^,]+)$/.exec(text) ?? [];
  const isList = text.includes('; ');
  if (before === '' && !isList) return undefined;
  const parts = isList ? text.split('; ') : [...before.split(', '), after];
  const told = parts.map(inFrench);
  // An "or" inside a sentence joins nothing: half of it in French helps nobody.
  if (parts.some((part, at) => part === told[at] && isSentence(part))) return undefined;
  return isList ? told.join(' ; ') : `${told.slice(0, -1).join(', ')} ou ${told.at(-1) ?? ''}`;
}

/**
 * Longer ones hold what a stranger wrote, or a list of names: several gaps are searched for in a time that rises with a power
 * of the length, one gap is not.
 */
const longest = 600;

function filled({ names, french }: Pattern, found: RegExpExecArray): string {
  const held = new Map(names.map((name, at) => [name, found[at + 1] ?? '']));
  return french.replace(gap, (hole, name: string) => {
    const value = held.get(name);
    return value === undefined ? hole : name.endsWith('*') ? inFrench(value) : value;
  });
}

function fitting(text: string, way: 'strict' | 'lenient'): string | undefined {
  for (const pattern of patterns) {
    if (text.length > longest && pattern.names.length > 1) continue;
    const found = pattern[way].exec(text);
    if (found) return filled(pattern, found);
  }
  return undefined;
}

/** As it is where no sentence says it: a name, a number, a unit. */
export function inFrench(text: string): string {
  const whole = Object.hasOwn(sentences, text) ? sentences[text] : undefined;
  return whole ?? fitting(text, 'strict') ?? joined(text) ?? fitting(text, 'lenient') ?? text;
}

export function problemInFrench(problem: Problem): Problem {
  const { why, fix } = problem;
  return {
    ...problem,
    message: inFrench(problem.message),
    ...(why === undefined ? {} : { why: inFrench(why) }),
    ...(fix === undefined ? {} : { fix: inFrench(fix) }),
  };
}

export function warningsInFrench(warnings: readonly Warning[]): readonly Warning[] {
  return warnings.map((warning) => ({ ...warning, message: inFrench(warning.message) }));
}
