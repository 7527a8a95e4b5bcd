/** Files by pattern: `*` and `?` inside a name, `**` over folders, `{a,b}`; a leading `!` leaves out. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, problem, type Place, type Problem } from '../../errors.ts';

const special = /[*?{]/;

/** `a/{b,c}` is `a/b` and `a/c`. */
function alternatives(pattern: string): string[] {
  const [whole, list] = /\{([^{}]*)\}/.exec(pattern) ?? [];
  if (whole === undefined || list === undefined) return [pattern];
  return list.split(',').flatMap((each) => alternatives(pattern.replace(whole, () => each)));
}

function matcher(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => {
    if (part === '**') return '(?:[^/]+/)*';
    const name = part
      .replace(/[.+^$()|[\]\\{}]/g, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]');
    return `${name}/`;
  });
  return new RegExp(`^${parts.join('').replace(/\/$/, '')}$`);
}

/** Files of a folder and below, with `/`; folders that start with a dot, and node_modules, are passed over. */
function filesBelow(folder: string, way: string, deep: boolean): string[] {
  let entries;
  try {
    entries = readdirSync(join(folder, way), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = way === '' ? entry.name : `${way}/${entry.name}`;
    if (!entry.isDirectory()) return entry.isFile() || entry.isSymbolicLink() ? [path] : [];
    if (!deep || entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    return filesBelow(folder, path, deep);
  });
}

function filesOf(folder: string, pattern: string): string[] {
  if (!special.test(pattern)) return [pattern];
  const parts = pattern.split('/');
  const start = parts
    .slice(
      0,
      parts.findIndex((part) => special.test(part)),
    )
    .join('/');
  const deep = pattern.slice(start.length).replace(/^\//, '').includes('/');
  const test = matcher(pattern);
  return filesBelow(folder, start, deep).filter((path) => test.test(path));
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
    const files = alternatives(pattern).flatMap((each) => filesOf(folder, each));
    if (isOut) for (const file of files) found.delete(file);
    else if (files.every((file) => out.has(file))) refuse('names no file');
    else for (const file of files) if (!out.has(file)) found.add(file);
  }
  if (problems.length > 0) throw new InputError(problems);
  return [...found].toSorted();
}
