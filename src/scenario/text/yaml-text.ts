/** The careful way in: YAML text -> value, with every fault of the text at its place, and the place of every path. */
import { isAlias, isCollection, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Alias, Document as YamlDocument, Node, Pair, YAMLError } from 'yaml';
import { InputError, problem } from '../../errors.ts';
import type { Place, Problem } from '../../errors.ts';
import { Lines } from './place.ts';
import type { Path, Target } from './place.ts';
import { reasonOf } from './yaml-reasons.ts';

export interface YamlText {
  readonly value: unknown;
  /** Faults that leave the rest of the file readable: a key given twice, a number that is not what it looks like. */
  readonly problems: readonly Problem[];
  locate(path: Path, on: Target): Place | undefined;
}

const tooDeep = 'the file is nested too deeply to be a scenario';

type Aliases = ReadonlyMap<Alias, Node>;

function problemOf(error: YAMLError, text: string, lines: Lines): Problem {
  const [start, end] = error.pos;
  const place = lines.place(start, end);
  switch (error.code) {
    case 'DUPLICATE_KEY': {
      const [written = '', , quoted] = /^(["'])(.*?)\1|^[^:\s]+/.exec(text.slice(start)) ?? [];
      return problem(
        'duplicate-key',
        { key: quoted ?? written },
        { place: lines.place(start, start + written.length) },
      );
    }
    case 'MULTIPLE_DOCS':
      return problem('several-documents', {}, { place });
    default:
      return problem('bad-yaml', { reason: reasonOf(error) }, { place });
  }
}

/** Numbers that YAML reads as something else than what stands there, and the node behind each alias. */
function survey(doc: YamlDocument, lines: Lines): { aliases: Aliases; problems: Problem[]; nodes: number } {
  const anchors = new Map<string, Node>();
  const aliases = new Map<Alias, Node>();
  const problems: Problem[] = [];
  let nodes = 0;
  visit(doc, {
    Node: (key, node) => {
      nodes += 1;
      if (isAlias(node)) {
        const source = anchors.get(node.source);
        if (source) aliases.set(node, source);
        else if (node.range) {
          const reason = `the alias *${node.source} names no anchor that stands before it`;
          const place = lines.place(node.range[0], node.range[1]);
          throw new InputError([problem('bad-yaml', { reason }, { place })]);
        }
        return;
      }
      if (isNode(node) && 'anchor' in node && node.anchor) anchors.set(node.anchor, node);
      if (key === 'key' || !isScalar(node) || typeof node.value !== 'number') return;
      const written = node.source ?? '';
      const { value, range } = node;
      // A place is made for what is wrong, and not for every number of the file.
      const where = () => ({ place: range ? lines.place(range[0], range[1]) : undefined });
      if (!Number.isFinite(value)) problems.push(problem('not-finite', { field: 'number', found: written }, where()));
      else if (/^[-+]?0[\dobx]/i.test(written)) {
        problems.push(problem('octal-number', { written, read: value }, where()));
      }
    },
  });
  return { aliases, problems, nodes };
}

/**
 * Number of nodes once every alias is written out, `Infinity` for an alias inside its own anchor. The limit of the
 * yaml package counts aliases instead, and would refuse a hundred usages that share one anchor; here a file may expand
 * to some twenty times what it says.
 */
function expandedSize(node: Node, aliases: Aliases, known = new Map<Node, number>()): number {
  const seen = known.get(node);
  if (seen !== undefined) return seen;
  known.set(node, Number.POSITIVE_INFINITY);
  let size = 1;
  if (isAlias(node)) {
    const source = aliases.get(node);
    if (source) size += expandedSize(source, aliases, known);
  } else if (isCollection(node)) {
    for (const item of node.items) {
      for (const part of isNode(item) ? [item] : [(item as Pair).key, (item as Pair).value]) {
        if (isNode(part)) size += expandedSize(part, aliases, known);
      }
    }
  }
  known.set(node, size);
  return size;
}

function stepInto(
  node: Node | undefined,
  part: string | number,
  aliases: Aliases,
): { key?: Node; value?: Node } | undefined {
  const target = node && isAlias(node) ? aliases.get(node) : node;
  if (isSeq(target)) {
    const item = typeof part === 'number' ? target.items[part] : undefined;
    return isNode(item) ? { value: item } : undefined;
  }
  if (!isMap(target)) return undefined;
  const merged: Node[] = [];
  for (const { key, value } of target.items) {
    if (!isScalar(key)) continue;
    if (String(key.value) === String(part)) return { key, ...(isNode(value) ? { value } : {}) };
    const isMerge = key.value === '<<' || typeof key.value === 'symbol';
    if (isMerge && isNode(value)) merged.push(...(isSeq(value) ? value.items.filter((item) => isNode(item)) : [value]));
  }
  for (const source of merged) {
    const found = stepInto(source, part, aliases);
    if (found) return found;
  }
  return undefined;
}

/** A map is underlined by its first key: its own range may run over the whole file. */
function nodeToUnderline(node: Node): Node {
  const first = isMap(node) && !node.flow ? node.items[0]?.key : undefined;
  return isNode(first) ? first : node;
}

/**
 * Reads a YAML 1.2 text (JSON included, in which `<<` is a key like any other: no merge).
 * Errors  throws InputError with every fault when the text cannot be trusted: bad-yaml, several-documents,
 *         too-many-aliases, empty-file; faults that leave it readable come back in `problems`.
 */
export function readYaml(
  { file, text }: { readonly file: string; readonly text: string },
  { merge }: { readonly merge: boolean },
): YamlText {
  const lines = new Lines(file, text);
  const start = lines.place(0, 1);
  const fail = (reason: string): never => {
    throw new InputError([problem('bad-yaml', { reason }, { place: start })]);
  };
  try {
    const doc = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      merge,
      uniqueKeys: true,
      strict: true,
      stringKeys: true,
      prettyErrors: false,
      logLevel: 'error',
    });
    const faults = [...doc.errors, ...doc.warnings].toSorted((left, right) => left.pos[0] - right.pos[0]);
    if (faults.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return fail(tooDeep);
    const problems = faults.map((error) => problemOf(error, text, lines));
    if (problems.some(({ code }) => code !== 'duplicate-key')) throw new InputError(problems);
    if (doc.directives?.yaml.explicit && doc.directives.yaml.version !== '1.2') {
      return fail('the %YAML directive asks for an older YAML, in which "no" is false and 012 is 10; remove it');
    }
    const root = doc.contents;
    if (!root || (isScalar(root) && root.value === null))
      throw new InputError([problem('empty-file', { file }, { place: start })]);
    const { aliases, problems: numbers, nodes } = survey(doc, lines);
    if (expandedSize(root, aliases) > 2000 + 20 * nodes)
      throw new InputError([problem('too-many-aliases', {}, { place: start })]);
    return {
      value: doc.toJS({ maxAliasCount: -1 }),
      problems: [...problems, ...numbers],
      locate: (path, on) => {
        let step: { key?: Node; value?: Node } | undefined = { value: root };
        for (const part of path) {
          step = step && stepInto(step.value, part, aliases);
        }
        if (!step) return undefined;
        const isEmpty = step.value?.range && step.value.range[0] === step.value.range[1];
        const node = on === 'key' || isEmpty ? (step.key ?? step.value) : (step.value ?? step.key);
        const range = node && nodeToUnderline(node).range;
        return range ? lines.place(range[0], range[1]) : undefined;
      },
    };
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof RangeError) return fail(tooDeep);
    // The yaml package throws plain errors while it builds values, for instance for "<<: 5".
    return fail(`the parser of YAML says: ${error instanceof Error ? error.message : String(error)}`);
  }
}
