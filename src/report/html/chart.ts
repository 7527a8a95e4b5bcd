/**
 * Charts as rows of SVG: every row is as wide as the page lets it be, so that nothing is scaled and no text shrinks, on
 * a phone as on paper. Scales and ticks are those of d3-scale: docs/decisions/0016-report-page.md.
 */
import { scaleLinear, scaleLog } from 'd3-scale';
import type { Lang } from '../../messages/index.ts';
import { exactly, type Range } from '../../units.ts';
import { formatCentral } from '../numbers.ts';
import { scaleFor } from '../scales.ts';
import { bare } from './figures.ts';
import { html, unitText, type Child, type Markup } from './markup.ts';

/** What a bar means; its colour and pattern stand in style.ts. */
export type Tone = 'left' | 'cut' | 'added' | 'low' | 'high';

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
}

export interface ChartRow {
  readonly name: Child;
  /** Behind the bar. */
  readonly value: Child;
  readonly bars?: readonly Bar[];
  /** A pale band with a mark at the central value. */
  readonly range?: Range;
  /** A whole beside its parts. */
  readonly strong?: boolean;
}

export interface Chart {
  /** What it shows, for those who do not see it: the table below has the figures. */
  readonly describe: string;
  readonly rows: readonly ChartRow[];
  /** Of the values. */
  readonly unit: string;
  /** The axis is printed in the prefix in which this value reads best; on a logarithmic one each tick has its own. */
  readonly magnitude: number;
  readonly lang: Lang;
  /** A line through all rows. */
  readonly reference?: number;
  /** From 0 when absent; `logarithmic` needs values above 0. */
  readonly scale?: 'logarithmic' | 'around';
}

const ticks = 4;
/** Powers of ten that a logarithmic axis can draw; of more every second or third is drawn. */
const mostPowers = 6;
/** Of those that are drawn, how many can be named on the screen of a phone. */
const mostNames = 4;

interface Axis {
  /** Percent of the width, as SVG writes it. */
  readonly at: (value: number) => string;
  readonly ticks: readonly number[];
}

const percent = (part: number): string => `${Number(part.toFixed(2))}%`;

function valuesOf({ rows, reference }: Chart): number[] {
  return [
    ...rows.flatMap(({ bars = [], range }) => [
      ...bars.flatMap(({ from, to }) => [from, to]),
      ...(range ? [range.low, range.central, range.high] : []),
    ]),
    ...(reference === undefined ? [] : [reference]),
  ];
}

function axisOf(chart: Chart): Axis {
  const values = valuesOf(chart);
  const most = Math.max(...values);
  const least = Math.min(...values);
  if (chart.scale === 'logarithmic') {
    const scale = scaleLog().domain([least, most]).range([0, 100]).nice();
    const powers = scale.ticks().filter((value) => Number.isInteger(Number(Math.log10(value).toFixed(9))));
    const step = Math.ceil(powers.length / mostPowers);
    return { at: (value) => percent(scale(value)), ticks: powers.filter((_, place) => place % step === 0) };
  }
  // Ticks are round in the unit that the axis is printed in.
  const { factor } = scaleFor(chart.magnitude, chart.unit);
  const from = chart.scale === 'around' ? least : Math.min(0, least);
  const scale = scaleLinear()
    .domain([from * factor, (most > from ? most : from + 1) * factor])
    .range([0, 100])
    .nice(ticks);
  return { at: (value) => percent(scale(value * factor)), ticks: scale.ticks(ticks).map((value) => value / factor) };
}

function rect(axis: Axis, { from, to, tone }: Bar): Markup {
  const [left, right] = [axis.at(Math.min(from, to)), axis.at(Math.max(from, to))];
  const width = percent(Number.parseFloat(right) - Number.parseFloat(left));
  return html`<rect class="${tone}" x="${left}" y="50%" width="${width}" height="16" transform="translate(0 -8)"/>`;
}

function band(axis: Axis, { low, central, high }: Range): Markup {
  const [left, right] = [axis.at(low), axis.at(high)];
  const width = percent(Number.parseFloat(right) - Number.parseFloat(left));
  return html`<rect class="band" x="${left}" y="50%" width="${width}" height="12" rx="3" transform="translate(0 -6)"/>
<rect class="mark" x="${axis.at(central)}" y="50%" width="3" height="20" transform="translate(-1.5 -10)"/>`;
}

/** As high as its row: a long name has several lines. */
function plot(axis: Axis, { bars = [], range }: ChartRow, reference: number | undefined): Markup {
  const upright = (value: number, kind: string): Markup =>
    html`<line class="${kind}" x1="${axis.at(value)}" x2="${axis.at(value)}" y1="0" y2="100%"/>`;
  return html`<svg width="100%" height="30" focusable="false">
${axis.ticks.map((value) => upright(value, 'grid'))}${bars.map((bar) => rect(axis, bar))}${range ? band(axis, range) : null}${reference === undefined ? null : upright(reference, 'reference')}
</svg>`;
}

/** Words at the ends of the axis stay inside it. */
function anchorOf(place: string): string {
  const at = Number.parseFloat(place);
  return at < 6 ? 'start' : at > 94 ? 'end' : 'middle';
}

/** What a mass is of; the ticks of a logarithmic axis leave it out, since each has a prefix of its own. */
const whatOf = (unit: string): string => (unit.endsWith('CO2e') ? 'CO2e' : '');

function shortly(value: number, unit: string, lang: Lang): string {
  const text = formatCentral(exactly(value), unit, { lang });
  return text.slice(0, text.length - whatOf(unit).length);
}

function axisRow(axis: Axis, { unit, lang, magnitude, scale }: Chart): Markup {
  const isLog = scale === 'logarithmic';
  const step = isLog ? Math.ceil(axis.ticks.length / mostNames) : 1;
  const named = axis.ticks.filter((_, at) => at % step === 0);
  const texts = named.map((value) => {
    const place = axis.at(value);
    const text = isLog ? shortly(value, unit, lang) : bare(value, unit, magnitude, lang);
    return html`<text x="${place}" y="16" text-anchor="${anchorOf(place)}">${text}</text>`;
  });
  const name = isLog ? unitText(whatOf(unit)) : unitText(scaleFor(magnitude, unit).unit);
  return html`<div class="row axis"><span class="name"></span><svg width="100%" height="24" focusable="false">${texts}</svg><span class="value">${name}</span></div>
`;
}

/** Nothing without rows. */
export function chart(spec: Chart): Markup | null {
  if (spec.rows.length === 0) return null;
  const axis = axisOf(spec);
  const rows = spec.rows.map(
    (
      row,
    ) => html`<div class="row${row.strong ? html` strong` : null}"><span class="name">${row.name}</span>${plot(axis, row, spec.reference)}<span class="value">${row.value}</span></div>
`,
  );
  return html`<div class="chart" role="img" aria-label="${spec.describe}">
${rows}${axisRow(axis, spec)}</div>
`;
}
