/** `--vary PATH=VALUES`: which field of a scenario takes which values. */
import type { Catalog } from '../catalog/index.ts';
import type { Model, Region } from '../catalog/types.ts';
import { InputError, problem, type Problem } from '../errors.ts';
import { Findings } from './findings.ts';
import { fields, type FieldName } from './value/fields.ts';
import { readerOf, readQuantity } from './value/quantity.ts';

/** One field with its values, in the order in which they are tried. */
export interface Varied {
  /** As written: `tokens.output`, `chat.tokens.output`. */
  readonly path: string;
  readonly values:
    | { readonly kind: 'region' | 'model'; readonly names: readonly string[] }
    | { readonly kind: 'number'; readonly numbers: readonly number[] };
}

/** More values than this are a slip of a step, not a wish. */
const mostValues = 1_000_000;

const refuse = (written: string, reason: string): Problem =>
  problem('bad-option', { reason: `"--vary ${written}": ${reason}` });

/** The field that a path ends in: a usage may stand before it, and usages have ids with dots. */
function fieldOf(path: string): FieldName | 'region' | 'model' | undefined {
  const known = ['region', 'model', ...Object.keys(fields)] as readonly (FieldName | 'region' | 'model')[];
  return known
    .filter((name) => path === name || path.endsWith(`.${name}`))
    .toSorted((left, right) => right.length - left.length)[0];
}

/** A number with or without its unit. */
function readNumber(text: string, field: FieldName, written: string): number {
  const findings = new Findings(() => undefined);
  // Counted over the period of the scenario, in its own unit: a plain number, as are all the others without theirs.
  const reading = readQuantity(text.trim(), readerOf(field), ['--vary'], findings);
  const problems = findings.problems([]);
  if (problems.length > 0) throw new InputError(problems);
  if (reading === undefined || reading === 'unknown' || reading.range.low < reading.range.high)
    throw new InputError([refuse(written, `"${text}" is no number`)]);
  return reading.range.central;
}

/** `1..5`, `0..1:0.25` by steps, `10..1000:x10` by factors; both ends are in where the steps meet them. */
function readRange(text: string, field: FieldName, written: string): number[] {
  const [, first = '', last = '', factor, step] = /^(.+?)\.\.(.+?)(?::(x)?(.+))?$/.exec(text) ?? [];
  const [low, high] = [readNumber(first, field, written), readNumber(last, field, written)];
  const by = step === undefined ? 1 : Number(step);
  const isFactor = factor !== undefined;
  if (!(by > (isFactor ? 1 : 0)))
    throw new InputError([refuse(written, isFactor ? 'a factor is above 1' : 'a step is above 0')]);
  if (low > high) throw new InputError([refuse(written, `${first} is above ${last}`)]);
  if (isFactor && low <= 0) throw new InputError([refuse(written, 'factors start above 0')]);
  const count = 1 + Math.floor((isFactor ? Math.log(high / low) / Math.log(by) : (high - low) / by) + 1e-9);
  if (count > mostValues)
    throw new InputError([refuse(written, `these are ${count} values; ${mostValues} is the most`)]);
  return Array.from({ length: count }, (_, at) => Number((isFactor ? low * by ** at : low + by * at).toPrecision(12)));
}

/** Rows of `@provider:mistral`, `@continent:EU`, `@tier:small` (or `@small`), `all`. */
function query(text: string, kind: 'region' | 'model', catalog: Catalog, written: string): readonly string[] {
  const { regions, models, model_tiers: tiers } = catalog.data;
  const texts = models.filter(({ kind: own, total_parameters: size }) => own === 'text' && size !== null);
  const rows: readonly (Region | Model)[] = kind === 'region' ? regions : texts;
  if (text === 'all') return rows.map(({ id }) => id);
  const [, key = '', value = ''] = /^@(?:(\w+):)?(.+)$/.exec(text) ?? [];
  const tier = tiers.findIndex(({ id }) => id === value);
  const found = ((): readonly (Region | Model)[] => {
    if (key === 'provider') return rows.filter(({ provider }) => provider === value);
    if (key === 'continent' && kind === 'region') {
      const members = catalog.continent(value)?.members ?? [];
      return regions.filter(({ country }) => members.includes(country));
    }
    if ((key === 'tier' || key === '') && kind === 'model' && tier >= 0) {
      const [least, most] = [tiers[tier - 1]?.most ?? 0, tiers[tier]?.most ?? 0];
      const size = (model: Model): number => model.active_parameters?.value ?? 0;
      return texts.filter((model) => size(model) > least && size(model) <= most);
    }
    const known = kind === 'region' ? '@provider:azure, @continent:EU' : '@provider:mistral, @tier:small';
    throw new InputError([refuse(written, `there is no query "${text}" of a ${kind}; there are ${known} and all`)]);
  })();
  if (found.length === 0) throw new InputError([refuse(written, `the catalogue holds no ${kind} for "${text}"`)]);
  return found.map(({ id }) => id);
}

function nameOf(text: string, kind: 'region' | 'model', catalog: Catalog): string {
  const found = kind === 'region' ? catalog.region(text) : catalog.model(text);
  if (found && 'ambiguous' in found)
    throw new InputError([problem('ambiguous-name', { kind, name: text, candidates: found.ambiguous })]);
  const row = found && ('ok' in found ? found.ok : found);
  if (row) return row.id;
  const table = kind === 'region' ? 'regions' : 'models';
  throw new InputError([problem('unknown-name', { kind, name: text, nearest: catalog.nearest(table, text), table })]);
}

/**
 * Reads one `--vary`.
 * Errors  InputError: a path that is no field, a value that the field cannot have, a name that the catalogue does not hold.
 */
export function readVary(written: string, catalog: Catalog): Varied {
  const equals = written.indexOf('=');
  const path = written.slice(0, equals).trim();
  const field = equals > 0 ? fieldOf(path) : undefined;
  if (field === undefined) {
    const reason = equals > 0 ? `there is no field "${path}" to vary` : 'write PATH=VALUES, such as iterations=1..5';
    throw new InputError([refuse(written, reason)]);
  }
  const items = written
    .slice(equals + 1)
    .split(',')
    .map((item) => item.trim());
  if (items.some((item) => item === '')) throw new InputError([refuse(written, 'a value is missing')]);
  if (field === 'region' || field === 'model') {
    const names = items.flatMap((item) =>
      item === 'all' || item.startsWith('@') ? query(item, field, catalog, written) : [nameOf(item, field, catalog)],
    );
    return { path, values: { kind: field, names: [...new Set(names)] } };
  }
  const numbers = items.flatMap((item) =>
    item.includes('..') ? readRange(item, field, written) : [readNumber(item, field, written)],
  );
  return { path, values: { kind: 'number', numbers: [...new Set(numbers)] } };
}
