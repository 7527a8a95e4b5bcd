/** Scenarios made wrong: the shipped ones, changed in what they say (structure) or in how it is written (bytes). */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { root } from '../run-cli.ts';

export const scenarioFolder = join(root, 'scenarios');

const originals = readdirSync(scenarioFolder)
  .filter((name) => name.endsWith('.yaml'))
  .toSorted()
  .map((name) => {
    const text = readFileSync(join(scenarioFolder, name), 'utf8');
    return { text, value: parse(text) as unknown };
  });

type Container = Record<string, unknown> | unknown[];
interface Site {
  readonly container: Container;
  readonly key: string;
}

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** Every value inside a value, with where it stands. */
function sitesOf(value: unknown): Site[] {
  if (!isContainer(value)) return [];
  return Object.entries(value).flatMap(([key, inside]) => [{ container: value, key }, ...sitesOf(inside)]);
}

const originalSites = originals.flatMap(({ value }) => sitesOf(value));

/** A key of its own, also where assigning would set the prototype. */
const put = (container: Container, key: string, value: unknown): void =>
  void Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });

const read = ({ container, key }: Site): unknown => (container as Record<string, unknown>)[key];

const words = [
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '<<', '', ' ', '.', 'a.b', '[0]', 'usages', 'name', 'unknown',
  'none', 'all', 'null', '~', '1e999', '.nan', '-.inf', '0x1F', '012', '1_000', '1:30', '5 to 1', '1..', '..', '1 to', 'to 5', '1 to 2 to 3',
  '-1', '-5 %', '0 %', '101 %', '1e400 kWh', '1e-320/year', '9e15/year', '300k/year', '1/unit', '3 gCO2e', '10 kEUR/year', '1 parsec',
  '\u202egnp.exe', '\u0000', '\u001b[2J', '\u009b31m', '\ud83d\ude00', '\ud800', '１２', '٣', '\u00a012\u00a0kWh', '<script>', '=1+1', "''", '"',
  '../../etc/passwd', '/etc/passwd', 'search-with-ai.yaml', 'own-usage.csv', 'x'.repeat(5000), 'gpt-4o', 'azure/eastus2', 'h100-sxm5-80',
]; // prettier-ignore

const numbers = [
  0, -0, 1, -1, 0.5, 1e-12, 1e-300, 5e-324, 1e15, 1e18, 1e300, 1.7976931348623157e308, 2 ** 53, Number.NaN, Infinity, -Infinity,
]; // prettier-ignore

const anyValue = fc.oneof(
  fc.constantFrom<unknown>(...words),
  fc.constantFrom<unknown>(...numbers),
  fc.constantFrom<unknown>(null, true, false, [], {}, [1], [[[]]], { low: 5, high: 1 }, { value: 3, unit: 'kWh' }),
  fc.double(),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.tuple(fc.double({ noDefaultInfinity: true, noNaN: true }), fc.double({ noDefaultInfinity: true, noNaN: true })).map(([a, b]) => `${a} to ${b}`),
  fc.tuple(fc.double({ noNaN: true }), fc.constantFrom('Wh', 'kgCO2e', '%', '/year', 'EUR', 'per unit', 'h', 'B', 'ms', '/unit')).map(([a, unit]) => `${a} ${unit}`),
  fc.nat().map((at) => read(originalSites[at % originalSites.length]!)),
); // prettier-ignore

const anyKey = fc.oneof(
  fc.constantFrom(...words),
  fc.nat().map((at) => originalSites[at % originalSites.length]!.key),
);

const structural = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), at: fc.nat(), value: anyValue }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('rename' as const), at: fc.nat(), key: anyKey }),
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(), key: anyKey, value: anyValue }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), with: fc.nat() }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), times: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('nest' as const), at: fc.nat(), depth: fc.integer({ min: 1, max: 150 }) }),
);

type Structural = typeof structural extends fc.Arbitrary<infer Edit> ? Edit : never;

function change(value: unknown, edit: Structural): void {
  const sites = sitesOf(value);
  const site = sites[edit.at % sites.length];
  if (!site) return;
  const { container, key } = site;
  const old = read(site);
  switch (edit.kind) {
    case 'replace':
      return put(container, key, edit.value);
    case 'delete':
      return void (Array.isArray(container)
        ? container.splice(Number(key), 1)
        : Reflect.deleteProperty(container, key));
    case 'rename':
      if (Array.isArray(container)) return;
      Reflect.deleteProperty(container, key);
      return put(container, edit.key, old);
    case 'add':
      return Array.isArray(container) ? void container.push(edit.value) : put(container, edit.key, edit.value);
    case 'swap': {
      const other = sites[edit.with % sites.length]!;
      const found = structuredClone(read(other));
      put(other.container, other.key, structuredClone(old));
      return put(container, key, found);
    }
    case 'repeat':
      if (Array.isArray(container))
        for (let time = 0; time < edit.times; time += 1) container.push(structuredClone(old));
      return;
    case 'nest': {
      let nested = old;
      for (let depth = 0; depth < edit.depth; depth += 1) nested = depth % 2 === 0 ? [nested] : { a: nested };
      return put(container, key, nested);
    }
    default:
      return edit satisfies never;
  }
}

const snippets = [
  '&a ', '*a ', '<<: *a\n', '!!js/function ', '!!binary ', '---\n', '...\n', '%YAML 1.1\n', '? ', '- ', ': ', '{', '}', '[', ']', '"', "'", '|', '>', '#',
  '\t', '\r\n', '\r', '\u0000', '\u001b', '\u0085', '\u2028', '\ufeff', 'x: &x [*x]\n', '__proto__: {a: 1}\n', '1e999', '.inf', ',', '%', '-', ' to ', '[[[[[[[[[[',
]; // prettier-ignore

/** Bytes of a text: what is put in place of so many of them. */
const bytewise = fc.record({
  at: fc.nat(),
  remove: fc.constantFrom(0, 0, 1, 1, 2, 7, 80),
  insert: fc.oneof(
    fc.constantFrom(...snippets).map((text) => new TextEncoder().encode(text)),
    fc.uint8Array({ maxLength: 4 }),
    fc.constant(new Uint8Array()),
  ),
});

type Splice = typeof bytewise extends fc.Arbitrary<infer Edit> ? Edit : never;

function splice(bytes: Uint8Array, { at, remove, insert }: Splice): Uint8Array {
  const from = at % (bytes.length + 1);
  return Uint8Array.from([...bytes.subarray(0, from), ...insert, ...bytes.subarray(from + remove)]);
}

function written(value: unknown): string {
  try {
    return stringify(value);
  } catch {
    // A lone surrogate in a key, a value of no YAML: JSON takes all of them.
    return JSON.stringify(value);
  }
}

/** The bytes of one of some texts, that something has happened to. */
export function mutantOf(texts: readonly string[]): fc.Arbitrary<Uint8Array> {
  const values = texts.map((text) => parse(text) as unknown);
  return fc
    .record({
      original: fc.nat({ max: texts.length - 1 }),
      edits: fc.array(structural, { minLength: 0, maxLength: 3 }),
      splices: fc.oneof(
        { weight: 2, arbitrary: fc.constant<Splice[]>([]) },
        { weight: 1, arbitrary: fc.array(bytewise, { minLength: 1, maxLength: 4 }) },
      ),
    })
    .map(({ original, edits, splices }) => {
      const copy = structuredClone(values[original]);
      for (const edit of edits) change(copy, edit);
      return splices.reduce(splice, new TextEncoder().encode(edits.length === 0 ? texts[original]! : written(copy)));
    });
}

/** A shipped scenario that something has happened to. */
export const mutant = mutantOf(originals.map(({ text }) => text));

/** Bytes of a text that is no YAML, such as a table. */
export const splicedOf = (text: string): fc.Arbitrary<Uint8Array> =>
  fc
    .array(bytewise, { minLength: 1, maxLength: 4 })
    .map((splices) => splices.reduce(splice, new TextEncoder().encode(text)));

/** One value of the command line: a right one with a few edits, words of its language in any order, or anything. */
export function lineOf({ right, pieces }: { readonly right: readonly string[]; readonly pieces: readonly string[] }) {
  const piece = fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...words), fc.double().map(String));
  const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 4 }), insert: fc.oneof(piece, fc.constant('')) });
  const edited = fc
    .record({ line: fc.constantFrom(...right), edits: fc.array(edit, { maxLength: 2 }) })
    .map(({ line, edits }) =>
      edits.reduce((text, { at, remove, insert }) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + insert + text.slice(from + remove);
      }, line),
    );
  const assembled = fc.array(piece, { maxLength: 8 }).map((all) => all.join(''));
  return fc.oneof({ weight: 3, arbitrary: edited }, assembled, fc.string({ unit: 'binary', maxLength: 20 }));
}
