/** Rows of the catalogue for people: a list with the main figures; every figure with its source when the rows are few. */
import type { Figure, Source } from '../catalog/types.ts';
import { messages, type Lang } from '../messages/index.ts';
import { palette } from './colour.ts';
import { formatRange } from './numbers.ts';
import { safe } from './safe.ts';
import { columnWidths, renderGrid } from './table/grid.ts';
import { clip, wrap } from './wrap.ts';

interface Row {
  readonly id: string;
}

interface Options {
  readonly rows: readonly Row[];
  readonly words: readonly string[];
  readonly table: string;
  readonly lang: Lang;
  readonly width: number;
  readonly colour: boolean;
  readonly sourceOf: (id: string) => Source | undefined;
}

/** Rows that are listed; more are counted. */
const mostListed = 40;
/** Rows that are opened up to every figure. */
const mostOpened = 3;
const mostFigures = 3;
const described = ['name', 'place', 'label', 'title', 'choice', 'question', 'meaning'] as const;

function isFigure(value: unknown): value is Figure {
  return typeof value === 'object' && value !== null && 'value' in value && 'unit' in value && 'source' in value;
}

function figuresOf(row: Row): [string, Figure][] {
  return Object.entries(row).filter((entry): entry is [string, Figure] => isFigure(entry[1]));
}

function descriptionOf(row: Row): string {
  const fields = new Map<string, unknown>(Object.entries(row));
  const found = described.map((key) => fields.get(key)).find((value) => typeof value === 'string');
  return typeof found === 'string' ? safe(found) : '';
}

function write({ low, value, high, unit }: Figure, lang: Lang): string {
  return formatRange({ low, central: value, high }, unit, { lang, as: 'input' });
}

function list({ rows, width, lang, colour }: Options): string[] {
  const paint = palette(colour);
  const names = [...new Set(rows.flatMap((row) => figuresOf(row).map(([name]) => name)))].slice(0, mostFigures);
  const unknown = messages(lang).unknown;
  const cells = rows.map((row) => {
    const figures = new Map(figuresOf(row));
    return [
      safe(row.id),
      '',
      ...names.map((name) => {
        const figure = figures.get(name);
        return figure ? write(figure, lang) : unknown;
      }),
    ];
  });
  const head = ['id', '', ...names.map((name) => name.replaceAll('_', ' '))];
  // Drop figures from the right until what is left fits; descriptions take the room that remains.
  let columns = head.length;
  const used = (): number =>
    columnWidths([head, ...cells].map((row) => row.slice(0, columns))).reduce((sum, each) => sum + each + 2, -2);
  while (columns > 2 && used() > width) columns -= 1;
  const room = width - used();
  const lines = [head, ...cells].map((row, at) => {
    const source = rows[at - 1];
    const description = source ? clip(descriptionOf(source), room) : '';
    return row
      .slice(0, columns)
      .map((cell, place) => (place === 1 ? description : place === 0 ? clip(cell, width) : cell));
  });
  const align = head.slice(0, columns).map((_, place): 'left' | 'right' => (place < 2 ? 'left' : 'right'));
  const [heading = '', ...rest] = renderGrid({ rows: lines, align, gap: 2 });
  return [paint.heading(heading), ...rest];
}

/** `A 2, B 4`: the grades of a rule. */
function pairs(value: object): string {
  return Object.entries(value)
    .map(([key, each]) => `${key} ${String(each)}`)
    .join(', ');
}

function open(row: Row, { width, lang, colour }: Options): string[] {
  const paint = palette(colour);
  const facts = Object.entries(row).flatMap(([name, value]): string[] => {
    if (name === 'id' || value === null || value === undefined) return [];
    const label = name.replaceAll('_', ' ');
    if (isFigure(value)) {
      const note = value.note === undefined ? '' : `; ${value.note}`;
      return [`${label}: ${write(value, lang)}  (${value.source} ${value.year}, ${value.confidence}${note})`];
    }
    if (Array.isArray(value)) return value.length === 0 ? [] : [`${label}: ${value.map(String).join(', ')}`];
    if (name === 'limits' || name === 'grades') return [`${label}: ${pairs(value)}`];
    return typeof value === 'object' ? [] : [`${label}: ${String(value)}`];
  });
  return [paint.heading(safe(row.id)), ...facts.flatMap((fact) => wrap(`  ${safe(fact)}`, width, 4))];
}

/** The sources that opened rows cite, each once. */
function citations(rows: readonly Row[], { width, lang, colour, sourceOf }: Options): string[] {
  const ids = new Set(rows.flatMap((row) => figuresOf(row).map(([, figure]) => figure.source)));
  const lines = [...ids].flatMap((id) => {
    const source = sourceOf(id);
    return source ? wrap(`  ${id}: ${safe(source.title)}, ${source.year}. ${source.url}`, width, 4) : [];
  });
  return lines.length === 0 ? [] : ['', palette(colour).heading(messages(lang).catalog.sources), ...lines];
}

/** Text of the rows that a search found. */
export function renderRows(options: Options): string {
  const { rows, words, table, lang, width } = options;
  const say = messages(lang).catalog;
  if (rows.length === 0) return `${wrap(say.nothing(table, safe(words.join(' '))), width).join('\n')}\n`;
  const shown = rows.slice(0, mostListed);
  const lines =
    rows.length <= mostOpened
      ? [...rows.flatMap((row, at) => [...(at > 0 ? [''] : []), ...open(row, options)]), ...citations(rows, options)]
      : list({ ...options, rows: shown });
  const others = rows.length - shown.length;
  if (others > 0) lines.push('', ...wrap(say.more(others), width));
  else if (rows.length > mostOpened) lines.push('', ...wrap(say.openHint, width));
  return `${lines.join('\n')}\n`;
}
