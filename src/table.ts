/**
 * Usages from a table: rows that differ in plain numbers alone are one combination, resolved once and added up as they come; what is
 * held does not grow with the rows.
 */
import type { TableSummary, Warning } from './assessment.ts';
import { respondUsage, type UsageResponses } from './engine/baseline.ts';
import { overRows } from './engine/moments.ts';
import { propagation } from './engine/propagate.ts';
import type { intervalsFor } from './evaluate-scenario.ts';
import { InputError, InternalError, problem } from './errors.ts';
import type { PreparedScenario } from './prepare.ts';
import type { ResolvedInput, ResolvedUsage } from './scenario/resolve/types.ts';
import type { TableSource } from './scenario/table/rows.ts';
import type { TableSpec } from './scenario/table/spec.ts';
import type { Usage } from './scenario/types.ts';
import type { Column, Combination } from './table-combination.ts';
import { TableRows, type TableOptions } from './table-rows.ts';

export type { TableOptions } from './table-rows.ts';

/** One combination of the rows, as a usage of its own. */
export interface TableUsage {
  readonly usage: Usage;
  readonly resolved: ResolvedUsage;
  readonly responses: UsageResponses;
  readonly rows: number;
}

export interface ReadTable {
  readonly usages: readonly TableUsage[];
  readonly warnings: readonly Warning[];
  readonly summary: TableSummary;
  /** SHA-256 of the bytes of the table, in hexadecimal. */
  readonly sha256: string;
  /** What made the responses; propagation of error where it is left out. */
  readonly intervals?: ReturnType<typeof intervalsFor>;
}

/** Rows with errors that are told when nobody says otherwise. */
export const defaultMaxErrors = 20;

/** The numbers of a column as one input of all combinations: their mean, the smallest and the largest. */
function columnInput(input: ResolvedInput, { at, field, numbers }: Column, spec: TableSpec): ResolvedInput {
  const { low, high, sum, count } = numbers;
  const name = spec.columns[at]?.column ?? '';
  const mean = Math.min(high, Math.max(low, sum / count));
  return {
    ...input,
    key: `table.${field}`,
    range: { low, central: mean, high },
    note: `column "${name}" of ${spec.target}: the smallest, the mean and the largest of ${count} rows`,
  };
}

function usageOf(
  { usage, resolved, parts, moments }: Combination,
  id: string,
  columns: readonly Column[],
  spec: TableSpec,
): TableUsage {
  const onLimit = (): never => {
    const place = { path: 'usages.from', place: spec.place };
    throw new InputError([problem('row-beyond', { file: spec.file }, place)]);
  };
  const uncertainty = overRows(propagation, parts, { count: columns.length, onLimit })(moments);
  const responses = respondUsage(resolved.parts, uncertainty);
  const isVaried = (field: string): boolean =>
    parts.some(({ slots }) => [...slots.values()].some((slot) => columns[slot]?.field === field));
  const { iterations, inputTokens, inputAssumed, outputTokens, outputAssumed, turns, work, ...facts } = resolved.facts;
  const isWorkVaried = ['images.count', 'audio.seconds', 'embeddings.tokens'].some(isVaried);
  return {
    usage: { ...usage, id },
    rows: moments.rows,
    responses,
    resolved: {
      ...resolved,
      id,
      description: null,
      crossChecks: [],
      // What differs from row to row is no fact of the combination.
      facts: {
        ...facts,
        ...(iterations && !isVaried('iterations') ? { iterations } : {}),
        ...(inputTokens && !isVaried('tokens.input') ? { inputTokens, inputAssumed: inputAssumed ?? false } : {}),
        ...(outputTokens && !isVaried('tokens.output') ? { outputTokens, outputAssumed: outputAssumed ?? false } : {}),
        ...(turns && !isVaried('turns') ? { turns } : {}),
        ...(work && !isWorkVaried ? { work } : {}),
      },
      parts: parts.map(({ part, slots }) => ({
        ...part,
        inputs: part.inputs.map((input) => {
          const slot = slots.get(input.id);
          return slot === undefined ? input : columnInput(input, columns[slot] as Column, spec);
        }),
      })),
    },
  };
}

function resultOf(read: TableRows, spec: TableSpec, source: TableSource): ReadTable {
  const { columns, combinations, warnings, rows } = read;
  const names = new Map<string, number>();
  const usages = combinations.map((combination) => {
    const name = combination.label === '' ? spec.target : combination.label;
    const same = (names.get(name) ?? 0) + 1;
    names.set(name, same);
    return usageOf(combination, same === 1 ? name : `${name} (${same})`, columns, spec);
  });
  return {
    usages,
    warnings,
    summary: { file: spec.target, rows, combinations: usages.length },
    sha256: source.sha256(),
  };
}

/**
 * Reads and adds up the rows of the table of a scenario.
 * Errors  InputError with the problems of all rows that have some, up to `maxErrors` rows.
 */
export function readTable(prepared: PreparedScenario, source: TableSource, options: TableOptions): ReadTable {
  const { table } = prepared.read;
  if (!table) throw new InternalError('a scenario without a table');
  const rows = new TableRows(prepared, table, options);
  rows.read(source);
  if (rows.problems.length > 0) throw new InputError(rows.problems);
  return resultOf(rows, table, source);
}
