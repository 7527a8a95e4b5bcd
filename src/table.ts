/**
 * Usages from a table: rows that differ in plain numbers alone are one combination, resolved once and added up as they come; what is
 * held does not grow with the rows.
 */
import type { Method, TableSummary, Warning } from './assessment.ts';
import type { Catalog } from './catalog/index.ts';
import { respondUsage, type UsageResponses } from './engine/baseline.ts';
import { Moments, overRows, shapeOf, type PartSlots } from './engine/moments.ts';
import { propagation } from './engine/propagate.ts';
import { InputError, InternalError, problem, type Problem } from './errors.ts';
import type { PreparedScenario } from './prepare.ts';
import { resolveScenario } from './scenario/resolve/resolve.ts';
import type { ResolvedInput, ResolvedPart, ResolvedUsage } from './scenario/resolve/types.ts';
import { csvRows } from './scenario/table/csv-rows.ts';
import { jsonRows } from './scenario/table/json-rows.ts';
import { numberColumn, type NumberColumn } from './scenario/table/number-column.ts';
import { readRow, type WrittenRow } from './scenario/table/read-row.ts';
import { cellOf, cellText, type TableSource } from './scenario/table/rows.ts';
import type { TableSpec } from './scenario/table/spec.ts';
import type { Usage } from './scenario/types.ts';
import { calendarOf } from './scenario/value/calendar.ts';
import { isMap } from './scenario/value/quantity.ts';

export interface TableOptions {
  readonly catalog: Catalog;
  readonly method: Method;
  /** Rows with errors after which reading stops. */
  readonly maxErrors: number;
}

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
}

/** Combinations are kept until the end; a table of more is one whose numbers are written as something else. */
const mostCombinations = 10_000;

/** Rows with errors that are told when nobody says otherwise. */
export const defaultMaxErrors = 20;

interface Combination {
  readonly usage: Usage;
  readonly resolved: ResolvedUsage;
  readonly parts: readonly PartSlots<ResolvedPart>[];
  readonly moments: Moments;
  readonly label: string;
}

/** Rows with the same cells, plain numbers apart. */
class Cells {
  readonly children = new Map<string, Cells>();
  /** Numbers that must be the same in all rows of a combination, by their slot. */
  fixed: readonly number[] = [];
  readonly combinations = new Map<string, Combination>();
  /** Whether a cached part larger than the message is no mistake: in a conversation it is not. */
  mayCacheMore = false;

  child(token: string): Cells {
    let found = this.children.get(token);
    if (!found) this.children.set(token, (found = new Cells()));
    return found;
  }
}

/** What all rows of a column of numbers hold. */
class Numbers {
  count = 0;
  sum = 0;
  low = Number.POSITIVE_INFINITY;
  high = Number.NEGATIVE_INFINITY;
  suspects = 0;
  warning: number | undefined;

  add(value: number): void {
    this.count += 1;
    this.sum += value;
    if (value < this.low) this.low = value;
    if (value > this.high) this.high = value;
  }
}

interface Column {
  readonly at: number;
  readonly field: string;
  readonly number: NumberColumn | undefined;
  readonly seen: Set<string>;
  readonly numbers: Numbers;
}

/** What stands in a place of a row in the stead of its number. */
const anyNumber = '#';

class TableReader {
  readonly #prepared: PreparedScenario;
  readonly #spec: TableSpec;
  readonly #options: TableOptions;
  readonly #columns: readonly Column[];
  readonly #calendar;
  readonly #root = new Cells();
  readonly #values: Float64Array;
  readonly #input: number;
  readonly #cached: number;
  readonly #combinations: Combination[] = [];
  readonly #warnings: Warning[] = [];
  readonly problems: Problem[] = [];
  #faultyRows = 0;
  #rows = 0;

  constructor(prepared: PreparedScenario, spec: TableSpec, options: TableOptions) {
    this.#prepared = prepared;
    this.#spec = spec;
    this.#options = options;
    const { functional_unit: unit, period } = prepared.read.fields;
    this.#calendar = calendarOf(period, isMap(unit) ? unit['volume'] : undefined);
    this.#columns = spec.columns.flatMap((column, at) =>
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
    this.#values = new Float64Array(this.#columns.length);
    this.#input = this.#columns.findIndex(({ field }) => field === 'tokens.input');
    this.#cached = this.#columns.findIndex(({ field }) => field === 'tokens.cached_input');
  }

  read(source: TableSource): void {
    const rows = this.#spec.format === 'csv' ? csvRows : jsonRows;
    for (const batch of rows(source.pieces, this.#spec)) {
      const faults = new Map(batch.faults.map((fault) => [fault.row, fault]));
      for (let row = 0; row < batch.rows.length; row += 1) {
        const fault = faults.get(row);
        if (fault) this.#refuse([problem('table-row', fault, { place: batch.place(row) })]);
        else this.#add({ batch, row, index: this.#rows });
        this.#rows += 1;
        if (this.#faultyRows >= this.#options.maxErrors) {
          this.problems.push(problem('too-many-errors', { file: this.#spec.file, limit: this.#options.maxErrors }));
          return;
        }
      }
    }
    if (this.#rows === 0)
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
    for (let slot = 0; slot < this.#columns.length; slot += 1) {
      const column = this.#columns[slot] as Column;
      const cell = cells[at[column.at] ?? -1];
      const { number } = column;
      const value = number ? number.read(cell) : Number.NaN;
      values[slot] = value;
      if (Number.isNaN(value)) found = found.child(cellText(cell));
      else {
        found = found.child(anyNumber);
        if (number?.isSuspect(value)) {
          column.numbers.suspects += 1;
          // One warning a column: the first row is read with care, the others are counted.
          isSuspect ||= column.numbers.suspects === 1;
        }
      }
    }
    // Compared with NaN, nothing is larger.
    const cachesMore = !found.mayCacheMore && (values[this.#cached] ?? 0) > (values[this.#input] ?? Number.NaN);
    const { fixed } = found;
    const key = fixed.length === 0 ? '' : fixed.map((slot) => values[slot]).join();
    let combination = found.combinations.get(key);
    if (!combination || isSuspect || cachesMore) {
      const careful = this.#readCarefully(written, found, combination);
      if (!careful) return;
      combination = careful;
    }
    combination.moments.add(values);
    for (let slot = 0; slot < this.#columns.length; slot += 1) {
      const value = values[slot] ?? Number.NaN;
      if (!Number.isNaN(value)) this.#columns[slot]?.numbers.add(value);
    }
  }

  /** Undefined, with the problems noted, where the row is no usage. */
  #readCarefully(written: WrittenRow, cells: Cells, known: Combination | undefined): Combination | undefined {
    const { read } = this.#prepared;
    const { usage, problems, warnings, locate } = readRow(written, this.#spec, read, this.#calendar);
    if (problems.length > 0) return void this.#refuse(problems);
    this.#warn(warnings);
    if (known) {
      cells.mayCacheMore = true;
      return known;
    }
    try {
      const { catalog, method } = this.#options;
      const { scenario } = read;
      const { usages, warnings: found } = resolveScenario(
        { ...scenario, usages: [usage] },
        { catalog, method, locate, hasDefaults: true, both: false, practices: [], suggest: false },
      );
      this.#warnings.push(...found);
      const [resolved] = usages;
      if (!resolved) throw new InternalError('a row without a usage');
      return this.#begin(written, cells, usage, resolved);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return void this.#refuse(error.problems);
    }
  }

  #warn(warnings: readonly Warning[]): void {
    for (const warning of warnings) {
      const column = this.#columns.find(({ field }) => warning.path.endsWith(`.${field}`));
      if (column) column.numbers.warning ??= this.#warnings.length;
      this.#warnings.push(warning);
    }
  }

  #begin({ batch, row }: WrittenRow, cells: Cells, usage: Usage, resolved: ResolvedUsage): Combination {
    const varies = (slot: number): boolean => !Number.isNaN(this.#values[slot]);
    const fixed = new Set(cells.fixed);
    for (;;) {
      const parts = resolved.parts.map((part): PartSlots<ResolvedPart> => ({
        part,
        slots: this.#slotsOf(part, usage, fixed),
      }));
      const shape = shapeOf(parts, this.#columns.length);
      // A product that divides by nothing is none.
      const blamed =
        'fixed' in shape
          ? shape.fixed
          : this.#columns.flatMap(({ number }, slot) =>
              number?.mayBeZero && shape.products.some((powers) => (powers[slot] ?? 0) < 0) ? [slot] : [],
            );
      if (!('fixed' in shape) && blamed.length === 0) {
        cells.fixed = [...fixed].filter(varies).toSorted((left, right) => left - right);
        const key = cells.fixed.map((slot) => this.#values[slot]).join();
        const texts = this.#columns.flatMap(({ at, number, seen }, slot) => {
          const text = cellText(cellOf(batch, row, at)).trim();
          if (!varies(slot) || fixed.has(slot)) seen.add(text);
          return number || text === '' ? [] : [text];
        });
        const combination = { usage, resolved, parts, moments: new Moments(shape), label: texts.join(' · ') };
        cells.combinations.set(key, combination);
        this.#combinations.push(combination);
        if (this.#combinations.length > mostCombinations) throw new InputError([this.#tooMany()]);
        return combination;
      }
      const before = fixed.size;
      for (const slot of blamed) fixed.add(slot);
      if (fixed.size === before) throw new InternalError('a formula blames a number that is fixed');
    }
  }

  /** Inputs of a part that a column of numbers gives. */
  #slotsOf(part: ResolvedPart, { path }: Usage, fixed: ReadonlySet<number>): ReadonlyMap<string, number> {
    return new Map(
      this.#columns.flatMap(({ field }, slot): [string, number][] =>
        Number.isNaN(this.#values[slot]) || fixed.has(slot)
          ? []
          : part.inputs.filter(({ key }) => key === `${path}.${field}`).map(({ id }) => [id, slot]),
      ),
    );
  }

  #tooMany(): Problem {
    const [most] = this.#columns.toSorted((left, right) => right.seen.size - left.seen.size);
    const column = this.#spec.columns[most?.at ?? 0];
    return problem(
      'too-many-combinations',
      { limit: mostCombinations, column: column?.column ?? '', values: most?.seen.size ?? 0 },
      { path: `usages.columns.${column?.field ?? ''}`, place: column?.place },
    );
  }

  /** The numbers of a column as one input of all combinations: their mean, the smallest and the largest. */
  #columnInput(input: ResolvedInput, slot: number): ResolvedInput {
    const { at, field, numbers } = this.#columns[slot] as Column;
    const { low, high, sum, count } = numbers;
    const name = this.#spec.columns[at]?.column ?? '';
    const mean = Math.min(high, Math.max(low, sum / count));
    return {
      ...input,
      key: `table.${field}`,
      range: { low, central: mean, high },
      note: `column "${name}" of ${this.#spec.target}: the smallest, the mean and the largest of ${count} rows`,
    };
  }

  #usageOf({ usage, resolved, parts, moments }: Combination, id: string): TableUsage {
    const onLimit = (): never => {
      const place = { path: 'usages.from', place: this.#spec.place };
      throw new InputError([problem('row-beyond', { file: this.#spec.file }, place)]);
    };
    const uncertainty = overRows(propagation, parts, moments, { count: this.#columns.length, onLimit });
    const responses = respondUsage(resolved.parts, uncertainty);
    const isVaried = (field: string): boolean =>
      parts.some(({ slots }) => [...slots.values()].some((slot) => this.#columns[slot]?.field === field));
    const { iterations, inputTokens, inputAssumed, outputTokens, outputAssumed, turns, work, ...facts } =
      resolved.facts;
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
          ...(outputTokens && !isVaried('tokens.output')
            ? { outputTokens, outputAssumed: outputAssumed ?? false }
            : {}),
          ...(turns && !isVaried('turns') ? { turns } : {}),
          ...(work && !isWorkVaried ? { work } : {}),
        },
        parts: parts.map(({ part, slots }) => ({
          ...part,
          inputs: part.inputs.map((input) => {
            const slot = slots.get(input.id);
            return slot === undefined ? input : this.#columnInput(input, slot);
          }),
        })),
      },
    };
  }

  result(source: TableSource): ReadTable {
    for (const { numbers } of this.#columns) {
      const warning = numbers.warning === undefined ? undefined : this.#warnings[numbers.warning];
      if (numbers.warning === undefined || !warning || numbers.suspects < 2) continue;
      const message = `${warning.message} (and ${numbers.suspects - 1} more rows)`;
      this.#warnings[numbers.warning] = { ...warning, message };
    }
    const names = new Map<string, number>();
    const usages = this.#combinations.map((combination) => {
      const name = combination.label === '' ? this.#spec.target : combination.label;
      const same = (names.get(name) ?? 0) + 1;
      names.set(name, same);
      return this.#usageOf(combination, same === 1 ? name : `${name} (${same})`);
    });
    return {
      usages,
      warnings: this.#warnings,
      summary: { file: this.#spec.target, rows: this.#rows, combinations: usages.length },
      sha256: source.sha256(),
    };
  }
}

/**
 * Reads and adds up the rows of the table of a scenario.
 * Errors  InputError with the problems of all rows that have some, up to `maxErrors` rows.
 */
export function readTable(prepared: PreparedScenario, source: TableSource, options: TableOptions): ReadTable {
  const { table } = prepared.read;
  if (!table) throw new InternalError('a scenario without a table');
  const reader = new TableReader(prepared, table, options);
  reader.read(source);
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  return reader.result(source);
}
