/** A sentence in English -> the same in French. Loaded where French is asked for, and by nothing else. */
import type { Problem } from '../../errors.ts';
import { sentences } from './sentence.ts';

interface Pattern {
  readonly text: RegExp;
  /** Letters that are no gap: of two patterns that fit, the one that says more is meant. */
  readonly letters: number;
  readonly names: readonly string[];
  readonly french: string;
}

const gap = /\{([a-z_A-Z]+\*?)\}/g;

function patternOf(english: string, french: string): Pattern {
  const parts = english.split(gap);
  const literal = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    text: new RegExp(`^${parts.map((part, at) => (at % 2 === 0 ? literal(part) : '(.*?)')).join('')}$`, 's'),
    letters: parts.reduce((sum, part, at) => sum + (at % 2 === 0 ? part.length : 0), 0),
    names: parts.filter((_, at) => at % 2 === 1),
    french,
  };
}

const patterns = Object.entries(sentences)
  .filter(([english]) => english.search(gap) >= 0)
  .map(([english, french]) => patternOf(english, french))
  .toSorted((left, right) => right.letters - left.letters);

/** Alternatives and lists of examples: what stands between them is ours, what they hold may be a sentence. */
function joined(text: string): string | undefined {
  const [, before = '', after = ''] = /^(.+?),? or ([^,]+)$/.exec(text) ?? [];
  return before === '' ? undefined : `${before.split(', ').map(inFrench).join(', ')} ou ${inFrench(after)}`;
}

/** Longer ones hold what a stranger wrote: gaps are searched for in a time that rises with the third power of the length. */
const longest = 600;

/** As it is where no sentence says it: a name, a number, a unit. */
export function inFrench(text: string): string {
  if (text.length > longest) return text;
  const whole = Object.hasOwn(sentences, text) ? sentences[text] : undefined;
  if (whole !== undefined) return whole;
  for (const { text: pattern, names, french } of patterns) {
    const found = pattern.exec(text);
    if (!found) continue;
    const held = new Map(names.map((name, at) => [name, found[at + 1] ?? '']));
    return french.replace(gap, (hole, name: string) => {
      const value = held.get(name);
      return value === undefined ? hole : name.endsWith('*') ? inFrench(value) : value;
    });
  }
  return joined(text) ?? text;
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
