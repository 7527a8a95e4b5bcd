/** Two varied fields of a sweep as a map: the lighter a sign, the less; nothing where a limit is not kept. */
import type { Lang } from '../messages/index.ts';
import { messages } from '../messages/index.ts';
import { exactly } from '../units.ts';
import { shade, shadeCount, type ChartOptions } from './chart.ts';
import { formatCentral } from './numbers.ts';
import { safe } from './safe.ts';
import { clip, displayWidth, flow, pad, wrap } from './wrap.ts';

/** A value of each pair; NaN where a limit is not kept, or nothing is known. */
export interface HeatMap {
  readonly fields: readonly [string, string];
  readonly first: readonly (string | number)[];
  readonly second: readonly (string | number)[];
  /** Row after row of `first`. */
  readonly values: Float64Array;
  readonly unit: string;
  /** What the values are, in words. */
  readonly what: string;
}

interface HeatMapOptions extends ChartOptions {
  readonly lang: Lang;
  readonly width: number;
}

/** Most rows of a map: what is longer is a table. */
export const mostHeatRows = 30;
const nameRoom = 28;
const mostLetters = 26;

/** The other field down. */
function turned(map: HeatMap): HeatMap {
  const { fields, first, second, values } = map;
  const other = new Float64Array(values.length);
  for (let row = 0; row < first.length; row += 1)
    for (let column = 0; column < second.length; column += 1)
      other[column * first.length + row] = values[row * second.length + column] ?? Number.NaN;
  return { ...map, fields: [fields[1], fields[0]], first: second, second: first, values: other };
}

const label = (value: string | number): string => safe(String(value));
const widestOf = (values: readonly (string | number)[], least: number): number =>
  Math.max(least, ...values.map((value) => displayWidth(label(value))));

/** Columns that a map takes, with names above its columns or with letters. */
function roomOf({ fields, first, second }: HeatMap) {
  const lead = Math.min(nameRoom, widestOf([...first, fields[0]], 1));
  const column = widestOf(second, 2);
  return { lead, column, named: lead + 2 + second.length * (column + 1), lettered: lead + 2 + second.length * 3 };
}

/** The longer field down where its columns can have their names, else the other way, else the longer down with letters. */
function turnedToFit(map: HeatMap, width: number): HeatMap {
  const ways = map.first.length >= map.second.length ? [map, turned(map)] : [turned(map), map];
  return ways.find((way) => roomOf(way).named <= width && way.first.length <= mostHeatRows) ?? ways[0] ?? map;
}

/** Over more than a decade steps are by factors, so that the small ones differ too. */
function scaleOf(least: number, most: number): (value: number) => number {
  const isWide = least > 0 && most / least > 10;
  const at = (value: number): number => (isWide ? Math.log(value) : value);
  const [low, high] = [at(least), at(most)];
  return (value) =>
    high > low ? Math.min(shadeCount - 1, Math.floor(((at(value) - low) / (high - low)) * shadeCount)) : 0;
}

/** Largest value of each step of lightness, for the legend. */
function boundsOf(least: number, most: number): number[] {
  const isWide = least > 0 && most / least > 10;
  return Array.from({ length: shadeCount + 1 }, (_, step) => {
    const part = step / shadeCount;
    return isWide ? least * (most / least) ** part : least + (most - least) * part;
  });
}

/** Lines of the map, or a sentence that says why there is none. */
export function renderHeatMap(map: HeatMap, { lang, width, ascii }: HeatMapOptions): string[] {
  const say = messages(lang).sweep.heatMap;
  const upright = turnedToFit(map, width);
  const { fields, first, second, values, unit, what } = upright;
  const known = values.filter((value) => Number.isFinite(value));
  if (known.length === 0) return [];
  const room = roomOf(upright);
  const fits = room.named <= width;
  if (first.length > mostHeatRows || (!fits && (room.lettered > width || second.length > mostLetters)))
    return wrap(say.tooLarge(String(first.length), String(second.length)), width);
  const { lead } = room;
  const cellRoom = fits ? room.column : 2;
  const names = first.map((value) => clip(label(value), nameRoom));
  const letter = (column: number): string => String.fromCharCode(97 + column);
  const heads = second.map((value, column) => (fits ? label(value) : letter(column)));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const step = scaleOf(least, most);
  const line = (start: string, cells: readonly string[]): string =>
    `${pad(start, lead)}  ${cells.map((cell) => pad(cell, cellRoom)).join(' ')}`.trimEnd();
  const rows = names.map((name, row) =>
    line(
      name,
      second.map((_, column) => {
        const value = values[row * second.length + column] ?? Number.NaN;
        return Number.isFinite(value) ? shade(step(value), { ascii }).repeat(cellRoom) : '';
      }),
    ),
  );
  const bounds = boundsOf(least, most);
  const print = (value: number): string => formatCentral(exactly(value), unit, { lang });
  const legend = Array.from({ length: shadeCount }, (_, at) =>
    say.step(shade(at, { ascii }).repeat(2), print(bounds[at] ?? 0), print(bounds[at + 1] ?? 0)),
  );
  const key = fits ? [] : second.map((value, column) => `${letter(column)} ${label(value)}`);
  return [
    ...wrap(say.title(what, safe(fields[0]), safe(fields[1])), width),
    line(clip(safe(fields[0]), nameRoom), heads),
    ...rows,
    ...flow(key, ', ', width, 2),
    ...flow(least === most ? [say.flat(print(least))] : legend, '  ', width, 2),
    ...(known.length < values.length ? wrap(say.left, width) : []),
  ];
}
