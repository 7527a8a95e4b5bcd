/** One row of a table, the careful way: what a usage of the same values in the scenario would be, with every problem in its cell. */
import type { Warning } from '../../assessment.ts';
import type { Place, Problem } from '../../errors.ts';
import { Findings } from '../findings.ts';
import { mergeUsage } from '../merge.ts';
import type { ReadScenario } from '../read.ts';
import { checkShape } from '../shape.ts';
import { partsOf } from '../text/document.ts';
import type { Path } from '../text/place.ts';
import type { Usage } from '../types.ts';
import { readUsage } from '../usage.ts';
import type { Calendar } from '../value/calendar.ts';
import { isMap } from '../value/quantity.ts';
import { plainNumber } from './number-column.ts';
import { cellOf, cellText, type Cell, type RowBatch } from './rows.ts';
import type { TableColumn, TableSpec } from './spec.ts';

export interface WrittenRow {
  readonly batch: RowBatch;
  /** Of the batch, and of the whole table. */
  readonly row: number;
  readonly index: number;
}

export interface ReadRow {
  readonly usage: Usage;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
  /** The place of a path of this usage, for problems found later. */
  readonly locate: (path: Path | string) => Place | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** A sign as well: a number below what the field takes is refused as that, not for want of a unit. */
const isNumber = (text: string): boolean => !Number.isNaN(plainNumber(text.replace(/^[+-]/, '')));

/** A bare number gets the unit of its column. */
function valueOf(cell: Cell, { unit, field }: TableColumn): unknown {
  // It is a name for messages: whatever it is, it is one line.
  if (field === 'id')
    return cellText(cell)
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim();
  if (typeof cell === 'string') {
    const text = cell.trim();
    return unit === '' || !isNumber(text) ? text : `${text} ${unit}`;
  }
  return typeof cell === 'number' && unit !== '' ? `${cell} ${unit}` : cell;
}

function usageOf({ batch, row, index }: WrittenRow, columns: readonly TableColumn[]): Fields {
  const usage: Record<string, unknown> = { id: `row ${index + 1}` };
  for (const [at, column] of columns.entries()) {
    const cell = cellOf(batch, row, at);
    if (cellText(cell).trim() === '') continue;
    const [first = '', second] = column.field.split('.');
    const value = valueOf(cell, column);
    if (second === undefined) usage[first] = value;
    else usage[first] = { ...(isMap(usage[first]) ? usage[first] : {}), [second]: value };
  }
  return usage;
}

/** Where a path of a usage is written: in a cell, in `defaults`, or by the row itself. */
function locator(
  { batch, row }: WrittenRow,
  { columns }: TableSpec,
  read: ReadScenario,
): (path: Path | string) => Place | undefined {
  return (path) => {
    const [list, , ...rest] = partsOf(path);
    if (list !== 'usages') return read.locate(path);
    const field = rest.join('.');
    const at = columns.findIndex(
      (column, place) =>
        cellText(cellOf(batch, row, place)).trim() !== '' &&
        (field === column.field || field.startsWith(`${column.field}.`)),
    );
    if (at >= 0) return batch.place(row, at);
    const [first] = rest;
    const { defaults } = read.fields;
    if (first !== undefined && isMap(defaults) && Object.hasOwn(defaults, first))
      return read.locate(['defaults', ...rest]);
    return batch.place(row);
  };
}

/** A column of numbers is the usual place where a unit is missing. */
function withColumnUnit(problem: Problem, columns: readonly TableColumn[]): Problem {
  const column = columns.find(({ field }) => problem.path?.endsWith(`.${field}`));
  if (problem.code !== 'bad-quantity' || !column || column.unit !== '') return problem;
  const hint = `or give the column its unit in the scenario: "${column.field}: { column: ${column.column}, unit: ... }"`;
  return { ...problem, fix: problem.fix === undefined ? hint : `${problem.fix}; ${hint}` };
}

/** Problems are given back, not thrown: a table collects them. */
export function readRow(written: WrittenRow, spec: TableSpec, read: ReadScenario, calendar: Calendar): ReadRow {
  const { index } = written;
  const { fields, scenario } = read;
  const { defaults, functional_unit: unit } = fields;
  const own = usageOf(written, spec.columns);
  const merged = isMap(defaults) ? mergeUsage(defaults, own) : own;
  const locate = locator(written, spec, read);
  const findings = new Findings(locate);
  checkShape({ ...fields, usages: [merged] }, findings);
  const usage = readUsage({
    fields: merged,
    path: ['usages', index],
    findings,
    calendar,
    hasVolume: isMap(unit) && Object.hasOwn(unit, 'volume'),
    mayHaveNoVolume: scenario.functionalUnit?.volume?.range.low === 0,
  });
  const files = [...read.sources.map(({ file }) => file), spec.file];
  // The shape is checked as that of a scenario of this usage alone.
  const path = (found: string): string => found.replace(/^usages\[0\]/, `usages[${index}]`);
  return {
    usage,
    problems: findings
      .problems(files)
      .map((each) => withColumnUnit(each.path === undefined ? each : { ...each, path: path(each.path) }, spec.columns)),
    warnings: findings.warnings(files),
    locate,
  };
}
