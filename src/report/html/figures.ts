/** Figures as a page sets them: the signs of print in place of those of a terminal. */
import type { Range } from '../../units.ts';
import type { Lang } from '../../messages/index.ts';
import { exactly } from '../../units.ts';
import { figure } from '../numbers.ts';
import { boundMark, type Bound } from '../table/cells.ts';
import { html, unitText, type Markup } from './markup.ts';

export interface FigureOptions {
  readonly lang: Lang;
  readonly bound?: Bound;
  readonly assumed?: boolean;
  readonly like?: { readonly magnitude: number };
  readonly as?: 'result' | 'input';
}

const options = ({ lang, like, as }: FigureOptions) => ({ lang, ...(like ? { like } : {}), ...(as ? { as } : {}) });

/** `812 kgCO2e` with its marks, never broken. */
export function central(range: Range, unit: string, how: FigureOptions): Markup {
  const parts = figure(range, unit, options(how));
  const number = boundMark(how.bound ?? null) + parts.number;
  const own = parts.unit === '' ? null : html` ${unitText(parts.unit)}`;
  return html`<span class="figure">${number}${own}${how.assumed ? html`<span class="assumed">*</span>` : null}</span>`;
}

/** A bound, or a result at a bound: on its own, and with the digits that an estimate can claim. */
export const estimate = (value: number, unit: string, how: FigureOptions): Markup => central(unsure(value), unit, how);

/** The number alone of an estimate, where its unit stands behind the next one. */
export const estimatedNumber = (value: number, unit: string, how: FigureOptions): string =>
  figure(unsure(value), unit, options(how)).number;

const unsure = (value: number): Range => ({ low: value / 2, central: value, high: value * 2 });

/** `[330 - 1 900]`; nothing where the figure is exact. */
export function interval(range: Range, unit: string, how: FigureOptions): Markup | null {
  const { interval: text } = figure(range, unit, options(how));
  return text === '' ? null : html`<span class="interval">${text.replace(' - ', ' \u2013 ')}</span>`;
}

/** Both. Null is the word for unknown. */
export function withInterval(
  range: Range | null,
  unit: string,
  how: FigureOptions & { readonly unknown: string },
): Markup {
  if (range === null) return html`<span class="unknown">${how.unknown}</span>`;
  return html`${central(range, unit, how)} ${interval(range, unit, how)}`;
}

/** A number without its unit, for an axis. */
export function bare(value: number, unit: string, magnitude: number, lang: Lang): string {
  return figure(exactly(value), unit, { lang, like: { magnitude } }).number;
}
