/** `usages: { from, columns }` -> the file of a table, and which column gives which field. */
import { nearestNames } from '../../catalog/nearest.ts';
import type { Place } from '../../errors.ts';
import { within } from '../extend.ts';
import type { Findings } from '../findings.ts';
import { knownKeys } from '../schema.ts';
import type { Path } from '../text/place.ts';
import { isMap } from '../value/quantity.ts';

/** One column of the table. */
export interface TableColumn {
  /** Field of a usage: `tokens.input`. */
  readonly field: string;
  readonly column: string;
  /** Added to a cell that holds a bare number; empty when the field has its own. */
  readonly unit: string;
  /** Where the scenario names it. */
  readonly place?: Place;
}

export interface TableSpec {
  /** Path from the folder of the scenario. */
  readonly target: string;
  /** Name for messages. */
  readonly file: string;
  readonly format: 'csv' | 'jsonl';
  readonly delimiter: string;
  readonly columns: readonly TableColumn[];
  /** Where the scenario names the file. */
  readonly place?: Place;
}

const groups = [
  'tokens', 'measured', 'fleet', 'serving', 'images', 'video', 'audio', 'embeddings', 'agent', 'data',
] as const; // prettier-ignore

/** What a column may give: every field of a usage that is one value. */
const fields: readonly string[] = [
  'id', 'model', 'provider', 'region', 'grid', 'pue', 'wue', 'requests', 'users', 'iterations', 'task', 'spend',
  'turns', 'context_tokens', 'hosting', 'growth',
  ...groups.flatMap((group) => knownKeys[group].map((key) => `${group}.${key}`)),
]; // prettier-ignore

/** What stands in a scenario and needs each usage by itself. */
const refused = [['value'], ['practices'], ['budget'], ['defaults', 'practices'], ['defaults', 'keep']] as const;

type Fields = Readonly<Record<string, unknown>>;

const isColumn = (written: Fields): boolean =>
  Object.hasOwn(written, 'column') && Object.keys(written).every((key) => key === 'column' || key === 'unit');

/** `tokens: { input: prompt_tokens }` says the same as `tokens.input: prompt_tokens`. */
function flat(
  columns: Fields,
  prefix = '',
): { readonly field: string; readonly written: unknown; readonly at: Path }[] {
  return Object.entries(columns).flatMap(([key, written]) => {
    const field = prefix === '' ? key : `${prefix}.${key}`;
    const at = ['usages', 'columns', ...(prefix === '' ? [] : [prefix]), key];
    if (isMap(written) && !isColumn(written) && prefix === '') return flat(written, key);
    return [{ field, written, at }];
  });
}

function readColumns(columns: Fields, findings: Findings): TableColumn[] {
  const seen = new Set<string>();
  return flat(columns).flatMap(({ field, written, at }) => {
    if (!fields.includes(field)) {
      const nearest = nearestNames(field, fields);
      findings.report('unknown-key', { owner: 'a usage of a table', key: field, nearest, known: fields }, at, 'key');
      return [];
    }
    const column = isMap(written) ? written['column'] : written;
    const unit = isMap(written) ? written['unit'] : '';
    if (typeof column !== 'string' || column === '' || (unit !== undefined && typeof unit !== 'string')) {
      const expected = 'the name of a column, or { column: name, unit: unit }';
      findings.report('wrong-type', { field: `columns.${field}`, expected, found: 'something else' }, at);
      return [];
    }
    if (seen.has(field)) findings.report('duplicate-key', { key: field }, at, 'key');
    seen.add(field);
    const place = findings.placeOf(at);
    return [{ field, column, unit: unit?.trim() ?? '', ...(place ? { place } : {}) }];
  });
}

/** A run of training is shared among usages by their requests, which nobody knows before the last row. */
function refuseWholes(root: Fields, findings: Findings): void {
  const why = 'it is weighed usage by usage, and a table is added up row by row';
  for (const path of refused) {
    let found: unknown = root;
    for (const part of path) found = isMap(found) ? found[part] : undefined;
    if (found !== undefined) findings.report('not-with-table', { field: path.join('.'), why }, path, 'key');
  }
  if (Array.isArray(root['training']))
    findings.report('not-with-table', { field: 'training', why: 'runs are shared among usages by their requests' }, [
      'training',
    ]);
}

/**
 * The table that a scenario takes its usages from; undefined when it lists them.
 * Errors  reported: unknown fields, what a table cannot have, a file outside the folder or of another kind.
 */
export function readSpec(root: Fields, findings: Findings, rootFolder: string): TableSpec | undefined {
  const { usages } = root;
  if (!isMap(usages)) return undefined;
  const { from, columns, delimiter } = usages;
  if (typeof from !== 'string' || !isMap(columns)) return undefined; // said by the schema
  refuseWholes(root, findings);
  const place = findings.placeOf(['usages', 'from']);
  const folder = (place?.file ?? rootFolder).startsWith(rootFolder) ? (place?.file ?? '').slice(rootFolder.length) : '';
  const target = from.trim() === '' ? undefined : within(folder.slice(0, folder.lastIndexOf('/') + 1), from.trim());
  if (target === undefined || target === '') {
    findings.report('table-outside', { target: from, root: rootFolder || '.' }, ['usages', 'from']);
    return undefined;
  }
  const extension = /\.(csv|jsonl|ndjson)$/.exec(target)?.[1];
  if (extension === undefined) {
    findings.report('table-format', { file: from }, ['usages', 'from']);
    return undefined;
  }
  return {
    target,
    file: rootFolder + target,
    format: extension === 'csv' ? 'csv' : 'jsonl',
    delimiter: typeof delimiter === 'string' ? delimiter : ',',
    columns: readColumns(columns, findings),
    ...(place ? { place } : {}),
  };
}
