/** Files by pattern: `*` and `?` inside a name, `**` over folders, `{a,b}`; a leading `!` leaves out. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, problem, type Place, type Problem } from '../errors.ts';
import { statOf, realPath } from './files.ts';

const special = /[*?{]/;

/** More patterns than these behind one are a slip or an attack: `{a,b}` twenty times over is a million. */
const mostAlternatives = 1000;
const tooMany = `stands for more than ${mostAlternatives} patterns`;

/** `a/{b,c}` is `a/b` and `a/c`; null where they are too many. */
function alternatives(pattern: string): readonly string[] | null {
  let open = [pattern];
  for (;;) {
    const next = open.flatMap((each) => {
      const [whole, list] = /\{([^{}]*)\}/.exec(each) ?? [];
      return whole === undefined || list === undefined
        ? [each]
        : list.split(',').map((part) => each.replace(whole, () => part));
    });
    if (next.length > mostAlternatives) return null;
    if (next.every((each, at) => each === open[at])) return next;
    open = next;
  }
}

/**
 * Whether a sequence fits a pattern in which some signs stand for any run. Never goes back further than the last such sign,
 * so its work is at most the product of both lengths; a regular expression of many stars has no such bound.
 */
function fits<Sign, Item>(
  pattern: readonly Sign[],
  items: readonly Item[],
  { isRun, isOne }: { readonly isRun: (sign: Sign) => boolean; readonly isOne: (sign: Sign, item: Item) => boolean },
): boolean {
  let [sign, item] = [0, 0];
  let run: { readonly sign: number; readonly item: number } | undefined;
  while (item < items.length) {
    const wanted = pattern[sign];
    if (wanted !== undefined && isRun(wanted)) run = { sign: (sign += 1), item };
    else if (wanted !== undefined && isOne(wanted, items[item] as Item)) [sign, item] = [sign + 1, item + 1];
    else if (run) [run, sign, item] = [{ ...run, item: run.item + 1 }, run.sign, run.item + 1];
    else return false;
  }
  return pattern.slice(sign).every(isRun);
}

const nameFits = (pattern: string, name: string): boolean =>
  fits([...pattern], [...name], {
    isRun: (sign) => sign === '*',
    isOne: (sign, letter) => sign === '?' || sign === letter,
  });

const pathFits = (pattern: string, path: string): boolean =>
  fits(pattern.split('/'), path.split('/'), { isRun: (part) => part === '**', isOne: nameFits });

/** Files of a folder and below, with `/`; folders that start with a dot, and node_modules, are passed over. */
function filesBelow(folder: string, way: string, deep: boolean): string[] {
  let entries;
  try {
    entries = readdirSync(resolve(folder, way === '' ? '.' : way), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = way === '' ? entry.name : `${way === '/' ? '' : way}/${entry.name}`;
    if (!entry.isDirectory()) return entry.isFile() || entry.isSymbolicLink() ? [path] : [];
    if (!deep || entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    return filesBelow(folder, path, deep);
  });
}

function filesOf(folder: string, pattern: string): string[] {
  if (!special.test(pattern)) return [pattern];
  const parts = pattern.split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => special.test(part)),
  );
  const start = fixed.length === 1 && fixed[0] === '' ? '/' : fixed.join('/');
  const deep = pattern.slice(start.length).replace(/^\//, '').includes('/');
  return filesBelow(folder, start, deep).filter((path) => pathFits(pattern, path));
}

/**
 * The files that patterns name, each once, in the order of their names.
 * Errors  InputError for a pattern that leaves the folder or names no file.
 */
export function expand(
  folder: string,
  patterns: readonly string[],
  {
    placeOf,
    leaveOut,
  }: { readonly placeOf: (index: number) => Place | undefined; readonly leaveOut: readonly string[] },
): readonly string[] {
  const problems: Problem[] = [];
  const found = new Set<string>();
  const out = new Set(leaveOut);
  for (const [index, written] of patterns.entries()) {
    const isOut = written.startsWith('!');
    const pattern = written.replace(/^!/, '').replace(/^\.\//, '');
    const refuse = (reason: string): void =>
      void problems.push(problem('bad-pattern', { pattern: written, reason }, { place: placeOf(index) }));
    if (pattern === '' || pattern.startsWith('/') || /(?:^|\/)\.\.(?:\/|$)/.test(pattern) || pattern.includes('\\')) {
      refuse('leaves the folder of the config');
      continue;
    }
    const files = alternatives(pattern)?.flatMap((each) => filesOf(folder, each));
    if (!files) refuse(tooMany);
    else if (isOut) for (const file of files) found.delete(file);
    else if (files.every((file) => out.has(file))) refuse('names no file');
    else for (const file of files) if (!out.has(file)) found.add(file);
  }
  if (problems.length > 0) throw new InputError(problems);
  return [...found].toSorted();
}

/** What a scenario file may be called, where a folder is named and not its files. */
const scenarioFiles = '*.{yaml,yml}';

/**
 * Files of a command line, each once, in the order in which they are named: a file, a pattern where the shell leaves it to
 * us, or a folder, which stands for the files in it that `inFolder` fits: YAML where it is left out.
 * Errors  InputError for a pattern or a folder that holds no file; a file that is not there is told when it is read.
 */
export function filesNamed(
  folder: string,
  words: readonly string[],
  inFolder: string = scenarioFiles,
): readonly string[] {
  const problems: Problem[] = [];
  /** By what tells whether another name means the same file. */
  const found = new Map<string, string>();
  const add = (file: string): void => {
    const key = file === '-' ? file : realPath(resolve(folder, file));
    if (!found.has(key)) found.set(key, file);
  };
  for (const word of words) {
    const kind = word === '-' ? null : statOf(resolve(folder, word));
    const way = word === '.' ? '' : `${word.replace(/\/+$/, '')}/`;
    const pattern = kind?.isDirectory() ? `${way}${inFolder}` : word;
    // A file whose name holds a star is that file.
    if (word === '-' || kind?.isFile() || !special.test(pattern)) {
      add(word);
      continue;
    }
    const files = alternatives(pattern)?.flatMap((each) => filesOf(folder, each));
    if (!files) problems.push(problem('bad-pattern', { pattern: word, reason: tooMany }));
    else if (files.length === 0) {
      const reason = kind?.isDirectory() ? `is a folder that holds no ${inFolder}` : 'names no file';
      const fix = 'check the path; in quotes a pattern is expanded here: "ai/*.yaml", "ai/**/*.yaml", "ai/{a,b}.yaml"';
      problems.push(problem('bad-pattern', { pattern: word, reason, fix }));
    }
    for (const file of files?.toSorted() ?? []) add(file);
  }
  if (problems.length > 0) throw new InputError(problems);
  return [...found.values()];
}
