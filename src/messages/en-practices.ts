/** The four good practices, in English. */
import type { PracticeId, PracticeReason } from '../assessment.ts';

const names: Record<PracticeId, string> = {
  location: 'Low-carbon location',
  iterations: 'Fewer iterations',
  output: 'Shorter outputs',
  model: 'Right-sized model',
};

/** In a sentence and in a list. */
const short: Record<PracticeId | 'all', string> = {
  location: 'location',
  iterations: 'iterations',
  output: 'output',
  model: 'model',
  all: 'all together',
};

/** Of a suggestion, where it comes from; of a practice that changes nothing, why. `named` is a cloud, a continent, a class. */
const reasons: Record<PracticeReason, (named: string) => string> = {
  'lowest-of-provider': (named) => `lowest of the regions of ${named}`,
  'lowest-of-continent': (named) => `lowest of the cloud regions of ${named}`,
  'lowest-allowed': () => 'lowest of the regions that may be',
  'smallest-of-family': (named) => `smallest of its family of class ${named} or above; test its quality`,
  'smallest-of-provider': (named) => `smallest of its maker of class ${named} or above; test its quality`,
  'trained-prompting': () => 'people trained in prompting',
  'length-that-is-read': () => 'the length that is read',
  'one-prompt': () => 'one prompt a result is the least',
  'smallest-class': () => 'it is of the smallest class',
  'none-of-class': (named) => `no smaller one of its maker is of class ${named} or above`,
  'place-unknown': () => 'the place is not known',
  'not-of-the-catalogue': () => 'the model is not of the catalogue',
  'not-of-this-estimate': () => 'the way it is estimated says nothing of it',
  'gases-measured': () => 'its greenhouse gases are measured, and hold their place',
  'none-allowed': () => 'no region is as "keep" wants it',
  'not-in-the-total': () => 'its requests are unknown, so it is in no total',
};

export const practicesEn = {
  heading: 'FOUR GOOD PRACTICES',
  names,
  short,
  reasons,
  column: { alone: 'alone', path: 'one after the other', share: 'fair share' },
  suggestedBecause: (reason: string) => `suggested: ${reason}`,
  countSuggested: (_count: number, text: string) => `${text} suggested`,
  of: (share: string) => `for ${share} of the requests`,
  retried: (share: string) => `${share} asked again`,
  quality: (quality: string) => `quality ${quality}, as stated`,
  prompts: (count: string) => `${count} ${count === '1' ? 'prompt' : 'prompts'} a result`,
  tokens: (count: string) => `${count} tokens out`,
  intensity: (value: string) => `${value} of grid`,
  dividedBy: (value: string) => `divided by ${value}`,
  status: {
    'already-so': 'already so',
    'nothing-better': 'nothing better is known',
    'out-of-reach': 'changes nothing',
    refused: 'refused by the scenario',
  },
  worse: (name: string, factor: string) => `${name} makes it worse: greenhouse gases ${factor}`,
  all: 'All four together',
  one: 'After it',
  worseIn: (name: string, usage: string, factor: string) =>
    `${name} makes it worse in ${usage}: greenhouse gases ${factor} there`,
  notSuggested: (count: string) =>
    `not suggested unasked for ${count} usages: \`--practice all\` does, or state "practices:"`,
  several: 'All together',
  unchanged: (names: string, text: string) => `${names}: ${text}`,
  /** Between what is and why. */
  because: ': ',
  rebound: (factor: string) => `the gain is gone when usage grows ${factor}`,
  shift: (name: string, criterion: string, factor: string) =>
    `${name}: ${criterion} ${factor} while greenhouse gases fall (burden shift)`,
  today: 'today',
  explain: (name: string) => `\`explain FILE --practice ${name}\` opens the figures after it`,
  ofUsages: (count: string, all: string) => `in ${count} of ${all} usages`,
};

export type PracticeWords = typeof practicesEn;
