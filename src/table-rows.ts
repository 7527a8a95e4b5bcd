/** The rows of a table, grouped as they come: one combination for all rows that differ in plain numbers alone. */
import type { Method, Warning } from './assessment.ts';
import type { Catalog } from './catalog/index.ts';
import { InputError, InternalError, problem, type Problem } from './errors.ts';
import type { PreparedScenario } from './prepare.ts';
import { unreachableSpeeds } from './reachable-speed.ts';
import { resolveScenario } from './scenario/resolve/resolve.ts';
import { csvRows } from './scenario/table/csv-rows.ts';
import { jsonRows } from './scenario/table/json-rows.ts';
import { numberColumn } from './scenario/table/number-column.ts';
import { readRow, type WrittenRow } from './scenario/table/read-row.ts';
import { cellOf, cellText, type TableSource } from './scenario/table/rows.ts';
import type { TableSpec } from './scenario/table/spec.ts';
import { calendarOf } from './scenario/value/calendar.ts';
import { isMap } from './scenario/value/quantity.ts';
import { beginCombination, Numbers, tokenLimits, type Column, type Combination } from './table-combination.ts';

export interface TableOptions {
  readonly catalog: Catalog;
  readonly method: Method;
  /** Rows with errors after which reading stops. */
  readonly maxErrors: number;
}

/** Combinations are kept until the end; a table of more is one whose numbers are written as something else. */
const mostCombinations = 10_000;

/** Rows with the same cells, plain numbers apart. */
class Cells {
  readonly #texts = new Map<string, Cells>();
  #number: Cells | undefined;
  /** Numbers that must be the same in all rows of a combination, by their slot. */
  fixed: readonly number[] = [];
  readonly combinations = new Map<string, Combination>();

  /** After a cell with this text. */
  text(text: string): Cells {
    let found = this.#texts.get(text);
    if (!found) this.#texts.set(text, (found = new Cells()));
    return found;
  }

  /** After a cell with any plain number. */
  number(): Cells {
    return (this.#number ??= new Cells());
  }
}

export class TableRows {
  readonly #prepared: PreparedScenario;
  readonly #spec: TableSpec;
  readonly #options: TableOptions;
  readonly columns: readonly Column[];
  readonly #calendar;
  readonly #root = new Cells();
  readonly #values: Float64Array;
  readonly #input: number;
  readonly #cached: number;
  readonly combinations: Combination[] = [];
  readonly #said = new Map<string, { readonly warning: Warning; readonly column: Column | undefined; more: number }>();
  readonly problems: Problem[] = [];
  #faultyRows = 0;
  rows = 0;

  constructor(prepared: PreparedScenario, spec: TableSpec, options: TableOptions) {
    this.#prepared = prepared;
    this.#spec = spec;
    this.#options = options;
    const { functional_unit: unit, period } = prepared.read.fields;
    this.#calendar = calendarOf(period, isMap(unit) ? unit['volume'] : undefined);
    this.columns = spec.columns.flatMap((column, at) =>
      // The name of a row is for messages.
      column.field === 'id'
        ? []
        : [
            {
              at,
              field: column.field,
              number: numberColumn(column, this.#calendar),
              seen: new Set(),
              numbers: new Numbers(),
            },
          ],
    );
    this.#values = new Float64Array(this.columns.length);
    this.#input = this.columns.findIndex(({ field }) => field === 'tokens.input');
    this.#cached = this.columns.findIndex(({ field }) => field === 'tokens.cached_input');
  }

  read(source: TableSource): void {
    const rows = this.#spec.format === 'csv' ? csvRows : jsonRows;
    for (const batch of rows(source.pieces, this.#spec)) {
      const faults = new Map(batch.faults.map((fault) => [fault.row, fault]));
      for (let row = 0; row < batch.rows.length; row += 1) {
        const fault = faults.get(row);
        if (fault) this.#refuse([problem('table-row', fault, { place: batch.place(row) })]);
        else this.#add({ batch, row, index: this.rows });
        this.rows += 1;
        if (this.#faultyRows >= this.#options.maxErrors) {
          this.problems.push(problem('too-many-errors', { file: this.#spec.file, limit: this.#options.maxErrors }));
          return;
        }
      }
    }
    if (this.rows === 0)
      this.problems.push(
        problem('empty-table', { file: this.#spec.file }, { path: 'usages.from', place: this.#spec.place }),
      );
  }

  #refuse(problems: readonly Problem[]): void {
    this.#faultyRows += 1;
    this.problems.push(...problems);
  }

  #add(written: WrittenRow): void {
    const { at, rows } = written.batch;
    const cells = rows[written.row] ?? [];
    const values = this.#values;
    let found = this.#root;
    let isSuspect = false;
    for (let slot = 0; slot < this.columns.length; slot += 1) {
      const column = this.columns[slot] as Column;
      const cell = cells[at[column.at] ?? -1];
      const { number } = column;
      const value = number ? number.read(cell) : Number.NaN;
      values[slot] = value;
      if (Number.isNaN(value)) found = found.text(cellText(cell).trim());
      else {
        found = found.number();
        if (number?.isSuspect(value)) {
          column.numbers.suspects += 1;
          // One warning a column: the first row is read with care, the others are counted.
          isSuspect ||= column.numbers.suspects === 1;
        }
      }
    }
    const { fixed } = found;
    const key = fixed.length === 0 ? '' : fixed.map((slot) => values[slot]).join();
    let combination = found.combinations.get(key);
    if (!combination || isSuspect || this.#cachesTooMuch(combination)) {
      combination = this.#readCarefully(written, found, combination);
      if (!combination) return;
    }
    combination.moments.add(values);
    for (let slot = 0; slot < this.columns.length; slot += 1) {
      const value = values[slot] ?? Number.NaN;
      if (!Number.isNaN(value)) this.columns[slot]?.numbers.add(value);
    }
  }

  /** The one thing that is checked between numbers. Compared with NaN, nothing is more or less. */
  #cachesTooMuch({ tokens }: Combination): boolean {
    if (!tokens) return false;
    const input = this.#values[this.#input] ?? Number.NaN;
    const cached = this.#values[this.#cached] ?? Number.NaN;
    return cached > input || input < tokens.leastInput || cached > tokens.mostCached;
  }

  /** Undefined, with the problems noted, where the row is no usage. */
  #readCarefully(written: WrittenRow, cells: Cells, known: Combination | undefined): Combination | undefined {
    const { read } = this.#prepared;
    const { usage, problems, warnings, locate } = readRow(written, this.#spec, read, this.#calendar);
    if (problems.length > 0) return void this.#refuse(problems);
    this.#warn(warnings);
    if (known) return known;
    try {
      const { catalog, method } = this.#options;
      const { scenario } = read;
      const { usages, warnings: found } = resolveScenario(
        { ...scenario, usages: [usage] },
        { catalog, method, locate, hasDefaults: true, both: false, practices: [], suggest: false },
      );
      this.#warn(found);
      const [resolved] = usages;
      if (!resolved) throw new InternalError('a row without a usage');
      const unreachable = unreachableSpeeds(usages, locate);
      if (unreachable.length > 0) return void this.#refuse(unreachable);
      return this.#begin(written, cells, { usage, resolved });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return void this.#refuse(error.problems);
    }
  }

  /** The same of many rows is said once, with their number. */
  #warn(warnings: readonly Warning[]): void {
    for (const warning of warnings) {
      const field = warning.path.replace(/^usages\[\d+\]\.?/, '');
      const key = `${warning.code} ${field}`;
      const said = this.#said.get(key);
      if (said) said.more += 1;
      else {
        const column = warning.code === 'magnitude' ? this.columns.find((each) => each.field === field) : undefined;
        this.#said.set(key, { warning, column, more: 0 });
      }
    }
  }

  get warnings(): readonly Warning[] {
    return [...this.#said.values()].map(({ warning, column, more }) => {
      // Rows of numbers are counted as they come, those that are read with care among them.
      const others = Math.max(more, (column?.numbers.suspects ?? 0) - 1);
      return others === 0 ? warning : { ...warning, message: `${warning.message} (and ${others} more like it)` };
    });
  }

  #begin({ batch, row }: WrittenRow, cells: Cells, found: Pick<Combination, 'usage' | 'resolved'>): Combination {
    const values = this.#values;
    const { fixed, ...combination } = beginCombination(found, this.columns, { values, fixed: cells.fixed });
    cells.fixed = fixed;
    const texts: string[] = [];
    for (const [slot, { at, number, seen }] of this.columns.entries()) {
      const text = cellText(cellOf(batch, row, at)).trim();
      if (Number.isNaN(values[slot]) || fixed.includes(slot)) seen.add(text);
      if (!number && text !== '') texts.push(text);
    }
    const varies = (slot: number): boolean => slot >= 0 && !Number.isNaN(values[slot]);
    const tokens = tokenLimits(found.usage, { input: varies(this.#input), cached: varies(this.#cached) });
    const labelled = { ...combination, tokens, label: texts.join(' · ') };
    cells.combinations.set(fixed.map((slot) => values[slot]).join(), labelled);
    this.combinations.push(labelled);
    if (this.combinations.length > mostCombinations) throw new InputError([this.#tooMany()]);
    return labelled;
  }

  #tooMany(): Problem {
    const [most] = this.columns.toSorted((left, right) => right.seen.size - left.seen.size);
    const column = this.#spec.columns[most?.at ?? 0];
    return problem(
      'too-many-combinations',
      { limit: mostCombinations, column: column?.column ?? '', values: most?.seen.size ?? 0 },
      { path: `usages.columns.${column?.field ?? ''}`, place: column?.place },
    );
  }
}
