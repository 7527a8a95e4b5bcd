/** What the schema finds wrong with the shape of a config, in words for the person who wrote the file. */
import { nearestNames } from '../catalog/nearest.ts';
import type { Findings } from '../scenario/findings.ts';
import { pathText, type Path } from '../scenario/text/place.ts';
import { configSchema, impactKeys, knownKeys, limitKeys } from './schema.ts';

type Issue = NonNullable<ReturnType<typeof configSchema.safeParse>['error']>['issues'][number];

const examples: Readonly<Record<string, string>> = {
  scenarios: '"scenarios: [ai/*.yaml]"',
  budgets: '"budgets:" with at least one budget, as in "- ghg: 500 kgCO2e/year"',
  floor: '"floor: 5 kgCO2e/year": a smaller increase never fails; "floor: 0 kgCO2e/year" counts every increase',
  budget: '"budget: ghg", the key or the id of a budget',
  owner: '"owner: team-catalogue"',
  reason: '"reason: migration to the smaller model"',
  expires: '"expires: 2027-01-31"',
};

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'a block of fields',
};

function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Readonly<Record<string | number, unknown>>)[part];
  }
  return found;
}

function described(value: unknown): string {
  if (value === undefined || value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a block';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text "${value.slice(0, 40)}"`;
  return typeof value === 'number' ? `the number ${value}` : String(value);
}

/** The owner of the keys at a path, and its name for a message. */
function ownerAt(path: Path): { readonly kind: keyof typeof knownKeys; readonly name: string } {
  const [list, index, part] = path;
  const number = typeof index === 'number' ? index + 1 : 0;
  if (list === 'budgets' && part === 'change') return { kind: 'change', name: `"change" of budget ${number}` };
  if (list === 'budgets') return { kind: 'budget', name: `budget ${number}` };
  if (list === 'waivers') return { kind: 'waiver', name: `waiver ${number}` };
  return { kind: 'config', name: 'the config' };
}

interface Shape {
  readonly root: unknown;
  readonly findings: Findings;
}

function unknownKeys({ root, findings }: Shape, path: Path, keys: readonly string[]): void {
  const { kind, name } = ownerAt(path);
  const known = knownKeys[kind];
  const fields = valueAt(root, path);
  // What has its limit already is no second one misspelt.
  const hasLimit = limitKeys.some((key) => typeof fields === 'object' && fields !== null && Object.hasOwn(fields, key));
  for (const key of keys) {
    const at = [...path, key];
    const nearest = nearestNames(key, known);
    const isOther = nearest.some((each) => !impactKeys.some((impact) => impact === each));
    if ((kind === 'budget' || kind === 'change') && !isOther && !hasLimit) {
      findings.report('unknown-criterion', { owner: name, key, nearest, known: impactKeys }, at, 'key');
    } else findings.report('unknown-key', { owner: name, key, nearest, known }, at, 'key');
  }
}

function wrongType({ root, findings }: Shape, path: Path, expected: readonly string[]): void {
  const value = valueAt(root, path);
  const field = pathText(path);
  const key = String(path.at(-1));
  const words = expected.map((each) => kinds[each] ?? each).join(' or ');
  const isBareLimit = typeof value === 'number' && impactKeys.some((each) => each === key);
  findings.report(
    'wrong-type',
    {
      field: field === '' ? 'config' : field,
      expected: isBareLimit ? 'a number with its unit' : words,
      found: described(value),
      ...(isBareLimit
        ? {
            fix: `give the unit${key.endsWith('_per_unit') ? '' : ' and the time'}, as in "500 kgCO2e/year", "3 gCO2e", "20 m3/year"`,
          }
        : {}),
    },
    path,
  );
}

function translate(shape: Shape, issue: Issue, base: Path): void {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  const value = valueAt(shape.root, path);
  const key = path.at(-1);
  const missing = (): void => {
    const owner = path.slice(0, -1);
    const name = String(key);
    shape.findings.report(
      'missing-key',
      { owner: ownerAt(path).name, key: name, example: examples[name] ?? `"${name}:"` },
      owner,
    );
  };
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(shape, path, issue.keys);
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const found = typeof value === 'string' ? value.slice(0, 40) : described(value);
      const nearest = typeof value === 'string' ? nearestNames(value, allowed) : [];
      return shape.findings.report('wrong-value', { field: pathText(path), found, allowed, nearest }, path);
    }
    case 'invalid_union':
      return value === undefined && typeof key === 'string'
        ? missing()
        : wrongType(shape, path, ['text', 'a list of texts']);
    case 'too_small':
      return wrongType(shape, path, ['a list of at least one']);
    case 'invalid_type':
      return value === undefined && typeof key === 'string' ? missing() : wrongType(shape, path, [issue.expected]);
    default:
      return wrongType(shape, path, ['something else']);
  }
}

/** Reports every key that does not belong, every key that is missing, and every value of another kind. */
export function checkShape(root: unknown, findings: Findings): void {
  for (const issue of configSchema.safeParse(root).error?.issues ?? []) translate({ root, findings }, issue, []);
}
