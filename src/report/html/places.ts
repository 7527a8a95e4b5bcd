/** The same scenario in other places, each against today. */
import { criterionUnit } from '../../assessment.ts';
import type { Dossier } from '../../dossier.ts';
import { exactly, type Range } from '../../units.ts';
import { formatChange, formatInteger } from '../numbers.ts';
import { capital, figureWith, list, paragraph, section, type Leaf } from './blocks.ts';
import { chart, type ChartRow } from './chart.ts';
import { withInterval } from './figures.ts';
import { html, prose, type Child, type Markup } from './markup.ts';

const unit = criterionUnit.ghg;
/** Percent of today above which the scale is logarithmic: the low places could not be told apart else. */
const widestLinear = 400;
/** Rounds to 0 %. */
const untold = 0.005;

const hundred = ({ low, central, high }: Range): Range => ({
  low: low * 100,
  central: central * 100,
  high: high * 100,
});

/** Nothing where no usage may move. */
export function places(leaf: Leaf, { places: found, assessment }: Dossier): Markup | null {
  if (!found) return null;
  const { words, lang } = leaf;
  const say = words.report.places;
  const head = words.report.column;
  const all = assessment.baseline.usages.length;
  const count = (number: number): string => formatInteger(number, lang);
  const today: ChartRow = {
    name: words.report.today,
    value: withInterval(found.today, unit, { lang, bound: found.bound, unknown: words.unknown }),
    range: exactly(100),
    strong: true,
  };
  const like = { magnitude: found.today.central };
  const figure = (range: Range): Markup =>
    withInterval(range, unit, { lang, bound: found.bound, like, unknown: words.unknown });
  const factors = found.places.map(({ factor }) => hundred(factor));
  const isWide = factors.some(({ high }) => high > widestLinear) && factors.every(({ low }) => low > 0);
  const shifted = found.places.flatMap(({ name, factor, water }) =>
    water && water.central > 1 + untold && factor.central < 1
      ? [`${name} ${formatChange(exactly(water.central), lang)}`]
      : [],
  );
  return section(
    leaf,
    'places',
    figureWith(leaf, {
      title: say.chart,
      chart: chart({
        describe: say.chart,
        unit: '%',
        magnitude: 100,
        lang,
        reference: 100,
        ...(isWide ? { scale: 'logarithmic' } : {}),
        rows: [
          { ...today, value: html`<span class="figure">100&nbsp;%</span>` },
          ...found.places.map(({ name, factor }): ChartRow => ({
            name,
            value: html`<span class="figure"
              >${prose(formatChange(exactly(factor.central), lang).replace(/^x/, '\u00d7'))}</span
            >`,
            range: hundred(factor),
          })),
        ],
      }),
      legend: [
        prose(say.legend),
        ...(isWide ? [prose(words.report.portfolio.logarithmic)] : []),
        prose(
          found.places.length < found.compared
            ? say.told(count(found.places.length), count(found.compared))
            : say.all(count(found.compared)),
        ),
      ],
      data: {
        caption: say.chart,
        heads: [head.place, head.ghg, head.change, head.water, ...(all > 1 ? [head.usages] : [])],
        rows: [
          [words.report.today, today.value, '', '', ...(all > 1 ? [''] : [])],
          ...found.places.map((place): Child[] => [
            place.name,
            figure(place.after),
            prose(formatChange(place.factor, lang)),
            place.water ? prose(formatChange(place.water, lang)) : words.unknown,
            ...(all > 1 ? [prose(say.moved(count(place.usages), count(all)))] : []),
          ]),
        ],
        figures: [1, 2, 3],
      },
    }),
    shifted.length === 0 ? null : list([prose(capital(words.advise.waterRises(shifted.join(', '))))], 'notes warning'),
    paragraph(say.caution, 'note'),
  );
}
