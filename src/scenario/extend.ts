/** A scenario with all that it extends: one value, and the place of every path in the file that it comes from. */
import { InputError, InternalError, problem } from '../errors.ts';
import type { Place, Problem } from '../errors.ts';
import { partsOf, readDocument } from './text/document.ts';
import type { Document, Path } from './text/document.ts';
import { fillUsages, mergeScenarios } from './merge.ts';
import type { Target } from './text/place.ts';
import { isMap } from './value/quantity.ts';

/**
 * Text of a file that a scenario extends.
 * @param target path from the folder of the first file, with `/`, never outside that folder.
 * Errors  InputError when the file cannot be read; the place of "extends" is added here.
 */
export type Load = (target: string) => string;

const depthLimit = 8;

/** One file of the chain. */
interface Layer {
  readonly document: Document;
  /** Index of each usage of the merged scenario in this file; undefined where it has none. */
  readonly usages: readonly (number | undefined)[] | undefined;
}

export interface Extended {
  /** The merged scenario, `defaults` filled into every usage. */
  readonly value: unknown;
  /** Faults of the texts themselves, of every file. */
  readonly problems: readonly Problem[];
  /** The first file, then what it extends. */
  readonly documents: readonly Document[];
  /** The place of a path, or of its nearest parent that exists: the derived file first, then its base, then `defaults`. */
  locate(path: Path, on?: Target): Place | undefined;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** `a/b` then `../c` is `c`; undefined when it climbs out or is no relative path with `/`. */
export function within(folder: string, target: string): string | undefined {
  if (
    target.startsWith('/') ||
    target.includes('\\') ||
    /^[A-Za-z][A-Za-z0-9+.-]*:/.test(target) ||
    target.startsWith('~')
  )
    return undefined;
  const parts: string[] = folder.split('/').filter(Boolean);
  for (const part of target.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Reads the chain, the derived file first. Paths are relative to the folder of the first file. */
function readChain(first: Document, load: Load): Document[] {
  const shown = /^(.*[\\/])?([^\\/]*)$/s.exec(first.file);
  const root = shown?.[1] ?? '';
  const chain: { readonly path: string; readonly document: Document }[] = [
    { path: shown?.[2] ?? first.file, document: first },
  ];
  for (;;) {
    const last = chain.at(-1);
    const target = last && linkOf(last.document, chain.length === 1);
    if (!last || target === undefined) return chain.map(({ document }) => document);
    const where = { path: 'extends', place: last.document.locate(['extends']) };
    const path = target.trim() === '' ? undefined : within(folderOf(last.path), target.trim());
    if (path === undefined || path === '')
      throw new InputError([problem('extends-outside', { target, root: root || '.' }, where)]);
    if (chain.some((link) => link.path === path)) {
      throw new InputError([problem('extends-cycle', { chain: [...chain.map((link) => link.path), path] }, where)]);
    }
    if (chain.length > depthLimit) throw new InputError([problem('extends-depth', { limit: depthLimit }, where)]);
    chain.push({ path, document: readDocument({ file: root + path, text: loadAt(load, path, where) }) });
  }
}

/** What a file extends. The first file may be no scenario at all, which the schema says; a base must be one. */
function linkOf(document: Document, isFirst: boolean): string | undefined {
  const { value } = document;
  const fail = (field: string, expected: string, place: Place | undefined): never => {
    throw new InputError([
      problem('wrong-type', { field, expected, found: 'something else' }, { path: 'extends', place }),
    ]);
  };
  if (!isMap(value))
    return isFirst
      ? undefined
      : fail('extends', 'the name of a scenario, whose file is a block of fields', document.locate([]));
  if (!Object.hasOwn(value, 'extends')) return undefined;
  const target = value['extends'];
  return typeof target === 'string' ? target : fail('extends', 'the name of a file', document.locate(['extends']));
}

/** A base that cannot be read is a fault of the line that names it. */
function loadAt(load: Load, path: string, where: { readonly path: string; readonly place: Place | undefined }): string {
  try {
    return load(path);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { place } = where;
    throw new InputError(error.problems.map((each) => ({ path: where.path, ...(place ? { place } : {}), ...each })));
  }
}

/** How many steps of a path exist in a value. */
function depthIn(value: unknown, path: readonly (string | number)[]): number {
  let found = value;
  for (const [depth, part] of path.entries()) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return depth;
    found = (found as Readonly<Record<string | number, unknown>>)[part];
  }
  return path.length;
}

function locator(layers: readonly Layer[]): Extended['locate'] {
  return (path, on = 'value') => {
    const parts = partsOf(path);
    const [list, index, ...rest] = parts;
    const isUsage = list === 'usages' && typeof index === 'number';
    const candidates = layers.flatMap(({ document, usages }) => {
      if (!isUsage || !usages) return [{ document, parts }];
      const own = usages[index];
      return own === undefined ? [] : [{ document, parts: [list, own, ...rest] }];
    });
    if (isUsage && rest.length > 0) {
      for (const { document } of layers) candidates.push({ document, parts: ['defaults', ...rest] });
    }
    let best:
      | { readonly document: Document; readonly parts: readonly (string | number)[]; readonly missing: number }
      | undefined;
    for (const { document, parts: wanted } of candidates) {
      const depth = depthIn(document.value, wanted);
      const missing = wanted.length - depth;
      if (!best || missing < best.missing) best = { document, parts: wanted.slice(0, depth), missing };
      if (missing === 0) break;
    }
    return best?.document.locate(best.parts, best.missing === 0 ? on : 'value');
  };
}

function indexIn({ usages }: Layer, index: number | undefined): number | undefined {
  return index === undefined || !usages ? index : usages[index];
}

/**
 * Reads a scenario text and what it extends.
 * Errors  InputError: those of readDocument, extends-outside, extends-cycle, extends-depth, those of `load`.
 */
export function readExtended({
  file,
  text,
  load,
}: {
  readonly file: string;
  readonly text: string;
  readonly load: Load;
}): Extended {
  const documents = readChain(readDocument({ file, text }), load);
  const [deepest, ...above] = documents.toReversed();
  let value: unknown = deepest?.value;
  let layers: Layer[] = deepest ? [{ document: deepest, usages: undefined }] : [];
  // From the deepest base upwards; each step rewrites the indices of what lies below.
  for (const document of above) {
    if (!isMap(value) || !isMap(document.value)) throw new InternalError('a chain of scenarios holds something else');
    const merged = mergeScenarios(value, document.value);
    value = merged.fields;
    const below = layers.map((layer) => ({ ...layer, usages: merged.usages.map(({ base }) => indexIn(layer, base)) }));
    layers = [{ document, usages: merged.usages.map(({ over }) => over) }, ...below];
  }
  return {
    value: isMap(value) ? fillUsages(value) : value,
    problems: documents.flatMap(({ problems }) => problems),
    documents,
    locate: locator(layers),
  };
}
