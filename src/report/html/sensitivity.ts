/** A tornado: how far each input alone moves the greenhouse gases, and which one to measure first. */
import { criterionUnit } from '../../assessment.ts';
import type { Dossier } from '../../dossier.ts';
import { mostTelling, namesOf } from '../ledger.ts';
import { formatCentral, formatInteger, formatShare } from '../numbers.ts';
import { row } from '../table/assumptions.ts';
import { figureWith, paragraph, section, type Leaf } from './blocks.ts';
import { chart, type ChartRow } from './chart.ts';
import { estimate, estimatedNumber } from './figures.ts';
import { html, pathText, prose, type Child, type Markup } from './markup.ts';

const shownBars = 10;
const shownRows = 30;
const unit = criterionUnit.ghg;

/** Nothing where the total is unknown: nothing hangs on anything then; nor of a table, whose rows are gone. */
export function sensitivity(leaf: Leaf, { assessment, sensitivity: all }: Dossier): Markup | null {
  const { words, lang, wide } = leaf;
  const { total } = assessment.baseline.impacts.ghg;
  if (!total || !all) return null;
  const say = words.report.sensitivity;
  if (all.length === 0) return section(leaf, 'sensitivity', paragraph(say.exact));
  const like = { magnitude: total.central };
  const amount = (value: number): Markup => estimate(value, unit, { lang, like });
  const nameOf = namesOf(assessment.ledger);
  const [currency = ''] = assessment.carbonPrice.unit.split('/');
  const rows = all.slice(0, shownRows).map(({ entry, atLow, atHigh }) => {
    const { path, value } = row(wide, entry, nameOf(entry), currency);
    return { path: pathText(path), value: prose(value), atLow, atHigh };
  });
  const drawn = rows.slice(0, shownBars);
  const next = mostTelling(assessment.ledger);
  const count = (number: number): string => formatInteger(number, lang);
  const head = words.report.column;
  return section(
    leaf,
    'sensitivity',
    next
      ? html`<p class="next">
          <b>${say.next}</b>${words.verdict.colon.trimEnd()}
          ${prose(words.measureNext(nameOf(next.entry), formatShare(next.narrows, lang)))}
        </p> `
      : null,
    figureWith(leaf, {
      title: say.chart,
      chart: chart({
        describe: say.chart,
        unit,
        magnitude: total.central,
        lang,
        scale: 'around',
        reference: total.central,
        rows: drawn.map(({ path, value, atLow, atHigh }): ChartRow => ({
          name: [path, ' ', html`<span class="given">${value}</span>`],
          value: html`<span class="figure">${estimatedNumber(Math.min(atLow, atHigh), unit, { lang, like })} \u2013 ${amount(Math.max(atLow, atHigh))}</span>`,
          bars: [
            { from: total.central, to: atLow, tone: 'low' },
            { from: total.central, to: atHigh, tone: 'high' },
          ],
        })),
      }),
      legend: [
        prose(say.legend(formatCentral(total, unit, { lang }))),
        ...(drawn.length < all.length ? [prose(say.first(count(drawn.length), count(all.length)))] : []),
      ],
      data: {
        caption: say.chart,
        heads: [head.input, head.value, head.atLow, head.atHigh],
        rows: rows.map(({ path, value, atLow, atHigh }): Child[] => [path, value, amount(atLow), amount(atHigh)]),
        figures: [2, 3],
      },
    }),
  );
}
