/** A figure in a column: number, unit with its mark, interval, padded against the other rows. */
import type { Impact } from '../../assessment.ts';
import type { Range } from '../../units.ts';
import { figure } from '../numbers.ts';
import { displayWidth, pad, padLeft } from '../wrap.ts';
import type { Page } from './page.ts';

export type Bound = Impact['bound'];

const marks: Readonly<Record<Exclude<Bound, null>, string>> = { lower: '>', upper: '<', mixed: '~' };

/** `>` where something unknown is not in the figure, `<` where the estimate overstates, `~` where both happen. */
export function boundMark(bound: Bound): string {
  return bound === null ? '' : marks[bound];
}

export interface Cell {
  readonly number: string;
  readonly unit: string;
  readonly interval: string;
  readonly assumed: boolean;
  /** Instead of a figure. */
  readonly word?: string;
}

export interface CellOptions {
  /** Carries `*`. */
  readonly assumed: boolean;
  /** Carries `>` or `<`. */
  readonly bound: Bound;
  /** What is printed where there is no value. */
  readonly word: string;
  readonly like?: { readonly magnitude: number };
}

export function cell(page: Page, range: Range | null, unit: string, options: CellOptions): Cell {
  const { assumed, bound, word, like } = options;
  if (range === null) return { number: '', unit: '', interval: '', assumed: false, word };
  const parts = figure(range, unit, { lang: page.lang, ...(like ? { like } : {}) });
  return { ...parts, number: boundMark(bound) + parts.number, assumed };
}

export type Alignment = 'columns' | 'edges';

const unitOf = (each: Cell): string => each.unit + (each.assumed ? '*' : '');

/** One line, without padding. */
export function cellText(each: Cell): string {
  return each.word ?? [each.number, unitOf(each), each.interval].filter((part) => part !== '').join(' ');
}

/**
 * Numbers end together. With `columns` units and intervals start together; with `edges` intervals end together, which
 * takes less room. Null is an empty cell.
 */
export function aligned(page: Page, cells: readonly (Cell | null)[], alignment: Alignment): string[] {
  const widest = (part: (each: Cell) => string): number =>
    Math.max(0, ...cells.map((each) => (each ? displayWidth(part(each)) : 0)));
  const number = widest((each) => each.number);
  const unit = widest(unitOf);
  const rest = widest((each) => `${unitOf(each)} ${each.interval}`.trimEnd());
  return cells.map((each) => {
    if (each === null) return '';
    if (each.word !== undefined) return page.paint.faint(each.word);
    const mine = unitOf(each);
    const units = each.assumed ? each.unit + page.paint.assumed('*') : each.unit;
    const interval =
      alignment === 'columns'
        ? pad('', unit - displayWidth(mine)) + ` ${each.interval}`
        : padLeft(each.interval, rest - displayWidth(mine));
    return `${padLeft(each.number, number)} ${units}${each.interval === '' ? '' : interval}`;
  });
}
