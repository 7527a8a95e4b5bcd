/** What the schema finds wrong with the shape of a scenario, in words for the person who wrote the file. */
import { practiceIds } from '../assessment.ts';
import { nearestNames } from '../catalog/nearest.ts';
import type { Findings } from './findings.ts';
import { pathText } from './text/place.ts';
import type { Path } from './text/place.ts';
import { isMap } from './value/quantity.ts';
import { insteadOf, knownKeys, notComputedYet, scenarioSchema } from './schema.ts';
import type { Owner } from './schema.ts';

type ShapeResult = ReturnType<typeof scenarioSchema.safeParse>;
type Issue = NonNullable<ShapeResult['error']>['issues'][number];

function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Readonly<Record<string | number, unknown>>)[part];
  }
  return found;
}

/** Blocks inside of `value`. */
const valueParts = ['alternatives', 'avoided', 'economic', 'social'] as const;

/** The kind of map that stands at a path: what its keys should have been. */
export function ownerKind(path: Path): Owner {
  if (path.length === 0) return 'scenario';
  const names = path.filter((part) => typeof part === 'string');
  const last = names.at(-1) ?? '';
  const isItem = typeof path.at(-1) === 'number';
  const practice = names.at(-2) === 'practices' ? practiceIds.find((id) => id === last) : undefined;
  if (practice !== undefined) return `practices.${practice}`;
  const part = names.at(-2) === 'value' ? valueParts.find((name) => name === last) : undefined;
  if (part !== undefined) return `value.${part}`;
  switch (last) {
    case 'usages':
      return isItem ? 'usage' : 'table';
    case 'training':
      return 'training';
    case 'region':
      return 'place';
    case 'grid':
      return isItem ? 'place' : 'grid';
    case 'defaults':
    case 'functional_unit':
    case 'tokens':
    case 'measured':
    case 'fleet':
    case 'serving':
    case 'images':
    case 'video':
    case 'audio':
    case 'embeddings':
    case 'agent':
    case 'data':
    case 'spend':
    case 'model':
    case 'practices':
    case 'keep':
    case 'value':
    case 'budget':
      return last;
    case 'use':
      return 'model';
    default:
      return 'quantity';
  }
}

/** The name of a usage for messages: its id, or its number in the list. */
export function usageName(usage: unknown, index: number): string {
  const id = isMap(usage) ? usage['id'] : undefined;
  return typeof id === 'string' && id.trim() !== '' ? `usage "${id.trim()}"` : `usage ${index + 1}`;
}

/** Fields are named from their usage down: `tokens.input`, not `usages[0].tokens.input`. */
function fieldName(path: Path): string {
  return pathText(
    path[0] === 'usages' && path.length > 2
      ? path.slice(2)
      : path[0] === 'defaults' && path.length > 1
        ? path.slice(1)
        : path,
  );
}

function ownerName(root: unknown, path: Path): string {
  if (path.length === 0) return 'the scenario';
  const [first, index] = path;
  if (first === 'usages' && typeof index === 'number' && path.length === 2)
    return usageName(valueAt(root, path), index);
  return `"${fieldName(path)}"`;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}

function described(value: unknown): string {
  if (value === undefined || value === null) return 'empty';
  if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : `the text "${shortened(value)}"`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a block';
  return typeof value === 'number' ? `the number ${value}` : String(value);
}

const kinds: Readonly<Record<string, string>> = {
  number: 'a number',
  string: 'text',
  object: 'a block of fields',
  array: 'a list',
};

const examples: Readonly<Record<string, string>> = {
  name: '"name: Support chat"',
  usages: '"usages:" with at least one usage',
  id: '"id: chat"',
  from: '"from: usage.csv"',
  columns:
    '"columns:", which says what each column gives, as in "{ model: model, requests: { column: n, unit: /year } }"',
  share: '"share: 40 %"',
  accelerator: '"accelerator: nvidia-h100"',
  count: '"count: 8"',
  amount: '"amount: 12 kEUR/year"',
  'avoided.amount': '"amount: 12000 km/year"',
  because: '"because: writers keep the final word"',
  score: '"score: 1"',
  factor: '"factor: truck-km", or a factor of your own, "factor: 1.1 kgCO2e/km"',
  evidence: '"evidence: measured", "estimated" or "claimed"',
  meets_need: '"meets_need: fully", "partly" or "not"',
  total_parameters: '"total_parameters: 70B"',
  seconds: '"seconds: 30 s"',
  tokens: '"tokens: 500k"',
  steps: '"steps: 12"',
};

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

interface Shape {
  readonly root: unknown;
  readonly findings: Findings;
}

function wrongType({ root, findings }: Shape, path: Path, expected: readonly string[]): void {
  const value = valueAt(root, path);
  // A number that is not finite has been reported by the document.
  if (typeof value === 'number' && !Number.isFinite(value)) return;
  const quoted =
    expected.length === 1 && expected[0] === 'string' && (typeof value === 'number' || typeof value === 'boolean');
  findings.report(
    'wrong-type',
    {
      field: path.length === 0 ? 'scenario' : fieldName(path),
      expected: listOf(expected.map((each) => kinds[each] ?? each)),
      found: described(value),
      ...(quoted ? { fix: `put it in quotes: "${String(value)}"` } : {}),
      ...(typeof value === 'number' && path.at(-1) === 'spend'
        ? { fix: `give the currency and the time: ${value} kEUR/year` }
        : {}),
    },
    path,
  );
}

function unknownKeys({ root, findings }: Shape, path: Path, keys: readonly string[]): void {
  const kind = ownerKind(path);
  const known = knownKeys[kind];
  for (const key of keys) {
    if (notComputedYet[kind]?.includes(key)) {
      const fix = insteadOf[key];
      findings.report('not-computed-yet', { field: key, ...(fix === undefined ? {} : { fix }) }, [...path, key], 'key');
    } else {
      const owner = ownerName(root, path);
      findings.report('unknown-key', { owner, key, nearest: nearestNames(key, known), known }, [...path, key], 'key');
    }
  }
}

/** Of the forms that a field may take, only the one that the value has is worth complaining about. */
function union(shape: Shape, path: Path, branches: readonly (readonly Issue[])[]): void {
  const isOther = (branch: readonly Issue[]): boolean =>
    branch.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
  const meant = branches.find((branch) => !isOther(branch));
  if (meant) {
    for (const issue of meant) translate(shape, issue, path);
    return;
  }
  const expected = branches.flatMap((branch) =>
    branch.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : [])),
  );
  wrongType(shape, path, [...new Set(expected)]);
}

function translate(shape: Shape, issue: Issue, base: Path): void {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  const value = valueAt(shape.root, path);
  const key = path.at(-1);
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(shape, path, issue.keys);
    case 'invalid_union':
      if (value === undefined && typeof key === 'string') return missing(shape, path, key);
      return union(shape, path, issue.errors);
    case 'invalid_value': {
      if (value === undefined && typeof key === 'string') return missing(shape, path, key);
      const allowed = issue.values.map(String);
      const found = typeof value === 'string' ? shortened(value) : described(value);
      const nearest = typeof value === 'string' ? nearestNames(value, allowed) : [];
      return shape.findings.report('wrong-value', { field: fieldName(path), found, allowed, nearest }, path);
    }
    case 'too_small':
      return shape.findings.report(
        'wrong-type',
        { field: fieldName(path), expected: 'a list of at least one', found: described(value) },
        path,
      );
    case 'invalid_type':
      if (value === undefined && typeof key === 'string') return missing(shape, path, key);
      return wrongType(shape, path, [issue.expected]);
    default:
      return wrongType(shape, path, ['something else']);
  }
}

/** `defaults` may hold a part of a block that each usage completes. */
function missing({ root, findings }: Shape, path: Path, key: string): void {
  if (path[0] === 'defaults') return;
  const owner = path.slice(0, -1);
  const within = path
    .filter((part) => typeof part === 'string')
    .slice(-2)
    .join('.');
  findings.report(
    'missing-key',
    { owner: ownerName(root, owner), key, example: examples[within] ?? examples[key] ?? `"${key}:"` },
    owner,
  );
}

/** Reports every key that does not belong, every key that is missing, and every value of another kind. */
export function checkShape(root: unknown, findings: Findings): void {
  const result = scenarioSchema.safeParse(root);
  for (const issue of result.error?.issues ?? []) translate({ root, findings }, issue, []);
}
