/** Rows of a sweep as text: csv and jsonl as they come, a table of the best. */
import type { Period } from '../assessment.ts';
import type { Sweep, SweepChunk } from '../sweep.ts';
import { messages, type Lang } from '../messages/index.ts';
import { ByteText, bytesOf } from './byte-text.ts';
import { asciiMarks, chartBar } from './chart.ts';
import { palette } from './colour.ts';
import { csvCell } from './csv-text.ts';
import { formatCentral, formatInteger } from './numbers.ts';
import { safe } from './safe.ts';
import { renderGrid, gridWidth } from './table/grid.ts';
import { wrap } from './wrap.ts';

/** Columns of results: the criteria, and greenhouse gases of a functional unit where its volume is known. */
export const sweepColumns = ['energy', 'ghg', 'water', 'adpe', 'primary_energy', 'ghg_per_unit'] as const;
export type SweepColumn = (typeof sweepColumns)[number];

export const columnUnit = (sweep: Sweep, column: SweepColumn): string =>
  sweep.unitOf(column === 'ghg_per_unit' ? 'ghg' : column);

/** A column of a chunk; undefined where it is unknown. */
export function columnOf(sweep: Sweep, { totals }: SweepChunk, column: SweepColumn): Float64Array | undefined {
  if (column !== 'ghg_per_unit') return totals.get(column);
  const { volume } = sweep;
  const ghg = totals.get('ghg');
  return volume === null || volume === 0 || !ghg ? undefined : ghg.map((value) => value / volume);
}

export interface RowWriter {
  readonly head: string;
  /** The rows of a chunk that are kept, all when absent, in UTF-8; valid until the next call. */
  readonly rows: (chunk: SweepChunk, keep?: (row: number) => boolean) => Uint8Array;
}

/** Names and numbers of a field as they are written, made once each. */
function written(write: (value: string | number) => string): (value: string | number) => Uint8Array {
  const known = new Map<string | number, Uint8Array>();
  return (value) => {
    let text = known.get(value);
    if (text === undefined) known.set(value, (text = bytesOf(write(value))));
    return text;
  };
}

interface Layout {
  readonly head: string;
  readonly cell: (value: string | number) => string;
  /** What goes before each cell, and after the last one. */
  readonly before: readonly string[];
  readonly end: string;
  /** What is unknown. */
  readonly none: string;
}

function writer(sweep: Sweep, layout: Layout): RowWriter {
  const texts = sweep.fields.map(() => written(layout.cell));
  const before = layout.before.map(bytesOf);
  const [end, none] = [bytesOf(layout.end), bytesOf(layout.none)];
  const out = new ByteText();
  return {
    head: layout.head,
    rows(chunk, keep) {
      const columns = sweepColumns.map((name) => columnOf(sweep, chunk, name));
      for (let at = 0; at < chunk.rows; at += 1) {
        if (keep && !keep(at)) continue;
        for (let place = 0; place < before.length; place += 1) {
          out.add(before[place] ?? none);
          const text = texts[place]?.(chunk.value(place, at));
          const value = columns[place - texts.length]?.[at];
          if (text) out.add(text);
          else if (value === undefined) out.add(none);
          else out.number(value);
        }
        out.add(end);
      }
      return out.take();
    },
  };
}

/** Header with units; a cell that a spreadsheet would compute is text. */
export function csvWriter(sweep: Sweep): RowWriter {
  const heads = [...sweep.fields.map(csvCell), ...sweepColumns.map((name) => `${name} (${columnUnit(sweep, name)})`)];
  return writer(sweep, {
    head: `${heads.join(',')}\r\n`,
    cell: csvCell,
    before: heads.map((_, place) => (place === 0 ? '' : ',')),
    end: '\r\n',
    none: '',
  });
}

export function jsonlWriter(sweep: Sweep): RowWriter {
  const keys = [...sweep.fields, ...sweepColumns];
  return writer(sweep, {
    head: '',
    cell: (value) => JSON.stringify(value),
    before: keys.map((key, place) => `${place === 0 ? '{' : ','}${JSON.stringify(key)}:`),
    end: '}\n',
    none: 'null',
  });
}

/** One combination and what it gives. */
export interface SweptRow {
  readonly values: readonly (string | number)[];
  readonly results: Readonly<Partial<Record<SweepColumn, number>>>;
}

interface TableOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly colour: boolean;
  readonly ascii: boolean;
  readonly objective: SweepColumn;
  /** Rows that were computed, and rows that kept the constraints. */
  readonly computed: number;
  readonly kept: number;
}

const bars = { smallest: 6, largest: 16 };

/** The best rows, best first, with a bar of the objective. */
export function renderBest(sweep: Sweep, best: readonly SweptRow[], options: TableOptions): string {
  const { lang, width, colour, ascii, objective, computed, kept } = options;
  const paint = palette(colour);
  const say = messages(lang).sweep;
  const period = messages(lang).everyPeriod[sweep.period as Period];
  const shown: readonly SweepColumn[] = [
    objective,
    ...sweepColumns.filter((name) => name !== objective && name !== 'ghg_per_unit'),
  ];
  const most = Math.max(...best.map(({ results }) => results[objective] ?? 0));
  /** Without a bar where its room is null. */
  const body = (columns: readonly SweepColumn[], barRoom: number | null): string[][] => [
    [...sweep.fields.map(safe), ...columns.map((name) => say.columns[name]), ...(barRoom === null ? [] : [''])].map(
      paint.faint,
    ),
    ...best.map(({ values, results }) => [
      ...values.map((value) => safe(String(value))),
      ...columns.map((name) => {
        const value = results[name];
        return value === undefined
          ? messages(lang).unknown
          : formatCentral({ low: value, central: value, high: value }, columnUnit(sweep, name), { lang });
      }),
      ...(barRoom === null ? [] : [chartBar(most > 0 ? (results[objective] ?? 0) / most : 0, barRoom, { ascii })]),
    ]),
  ];
  // The last criteria go before the bars.
  const counts = shown.map((_, at) => shown.length - at);
  const layouts = [bars.smallest, null].flatMap((room) => counts.map((count) => ({ count, room })));
  const spareOf = ({ count, room }: (typeof layouts)[number]): number =>
    width - gridWidth({ rows: body(shown.slice(0, count), room), gap: 2 });
  const layout = layouts.find((each) => spareOf(each) >= 0) ?? { count: 1, room: null };
  const barRoom = layout.room === null ? null : Math.min(bars.largest, layout.room + spareOf(layout));
  const rows = body(shown.slice(0, layout.count), barRoom);
  const align =
    rows[0]?.map((_, at): 'left' | 'right' => (at < sweep.fields.length || rows[0]?.[at] === '' ? 'left' : 'right')) ??
    [];
  const lines = best.length === 0 ? wrap(say.nothing, width) : renderGrid({ rows, align, gap: 2 });
  const told = say.counts(formatInteger(computed, lang), formatInteger(kept, lang), formatInteger(best.length, lang));
  const text = [
    ...lines,
    '',
    ...wrap(`${told} (${say.columns[objective]}, ${period})`, width),
    ...(sweep.withoutTraining ? wrap(say.withoutTraining, width) : []),
  ];
  const page = `${text.map((line) => line.trimEnd()).join('\n')}\n`;
  return ascii ? asciiMarks(page) : page;
}
