/** The footprint of today: every criterion with its interval, then greenhouse gases by phase and by usage. */
import { criteria, phases, type Assessment, type Impact, type UsageResult } from '../../assessment.ts';
import type { Range } from '../../units.ts';
import { formatAmount, formatCarbonPrice, formatCount, formatInteger, formatShare } from '../numbers.ts';
import { withYear } from '../ledger.ts';
import { absenceOf } from '../table/baseline.ts';
import { boundMark } from '../table/cells.ts';
import { marketBased, unknowns } from '../table/notes.ts';
import { shareOf } from '../table/page.ts';
import { formatTrend } from '../table/projection.ts';
import { secondOpinions } from '../table/second-opinion.ts';
import { byGhg, crossChecks, withoutTotal } from '../table/usages.ts';
import { busyMachines, perPiece, trainingAgainstUse } from '../table/work.ts';
import { figureWith, list, paragraph, section, sentences, subheading, table, type Leaf } from './blocks.ts';
import { chart } from './chart.ts';
import { central, estimate, withInterval } from './figures.ts';
import { tiles } from './tiles.ts';
import { html, prose, times, type Child, type Markup } from './markup.ts';

const shownBars = 12;
const shownUsages = 50;
/** A chart of what differs more than this is read on a logarithmic scale. */
const widestLinear = 200;

function criteriaTable({ words, lang }: Leaf, assessment: Assessment): Markup {
  const { scenario, baseline, carbonPrice } = assessment;
  const price = `${formatCarbonPrice(carbonPrice.value, carbonPrice.unit, lang, false)}${carbonPrice.assumed ? '*' : ''}`;
  const hasUnit = criteria.some((each) => baseline.impacts[each].perUnit !== null);
  const rows = criteria.map((criterion): Child[] => {
    const { total, perUnit, unit, bound, assumed } = baseline.impacts[criterion];
    const how = { lang, bound, assumed: assumed.includes('total'), unknown: words.unknown };
    return [
      prose(criterion === 'climate_cost' ? words.climateCostAt(price) : words.criteria[criterion]),
      withInterval(total, unit, how),
      ...(hasUnit ? [withInterval(perUnit, unit, how)] : []),
    ];
  });
  return table({
    caption: words.report.baseline.caption(words.perPeriod[scenario.period]),
    heads: [
      words.report.column.criterion,
      words.perPeriod[scenario.period],
      ...(hasUnit ? [words.perUnit(scenario.functionalUnit)] : []),
    ],
    rows,
    figures: [1, 2],
  });
}

/** Columns of a table that gives a range in full. */
function rangeCells({ words, lang }: Leaf, range: Range | null, unit: string): Child[] {
  if (range === null) return [words.unknown, '', ''];
  const like = { lang, like: { magnitude: range.central } };
  return [range.central, range.low, range.high].map((value) => estimate(value, unit, like));
}

function phaseChart(leaf: Leaf, assessment: Assessment): Markup | null {
  const { words, lang } = leaf;
  const { ghg } = assessment.baseline.impacts;
  if (!ghg.total || ghg.total.high <= 0) return null;
  const like = { magnitude: ghg.total.central };
  const entries = phases.flatMap((phase) => {
    const value = ghg.phases[phase];
    return value === undefined ? [] : [{ phase, value }];
  });
  const value = (range: Range, bound: Impact['bound']): Markup => central(range, ghg.unit, { lang, bound, like });
  const head = words.report.column;
  return figureWith(leaf, {
    title: words.report.baseline.phases,
    chart: chart({
      describe: words.report.baseline.phases,
      unit: ghg.unit,
      magnitude: ghg.total.central,
      lang,
      rows: [
        { name: words.criteria.ghg, value: value(ghg.total, ghg.bound), range: ghg.total, strong: true },
        ...entries.map(({ phase, value: range }) => ({
          name: words.phases[phase],
          value: range ? value(range, null) : absenceOf(leaf.wide, phase, assessment),
          ...(range ? { range } : {}),
        })),
      ],
    }),
    legend: [prose(words.report.intervalNote)],
    data: {
      caption: words.report.baseline.phases,
      heads: [head.part, head.central, head.low, head.high, head.share],
      rows: [
        [words.criteria.ghg, ...rangeCells(leaf, ghg.total, ghg.unit), ''],
        ...entries.map(({ phase, value: range }): Child[] => {
          const share = shareOf(range, ghg.total);
          return [
            words.phases[phase],
            ...(range ? rangeCells(leaf, range, ghg.unit) : [absenceOf(leaf.wide, phase, assessment), '', '']),
            share === null ? '' : prose(formatShare(share, lang)),
          ];
        }),
      ],
      figures: [1, 2, 3, 4],
    },
  });
}

const isDrawn = ({ impacts: { ghg } }: UsageResult): boolean => ghg.total !== null;

function usageChart(leaf: Leaf, { baseline }: Assessment): Markup | null {
  const { words, lang } = leaf;
  if (baseline.usages.length < 2) return null;
  const { total: whole, unit } = baseline.impacts.ghg;
  const sorted = byGhg(baseline.usages);
  const drawn = sorted.filter(isDrawn).slice(0, shownBars);
  const told = sorted.slice(0, shownUsages);
  const head = words.report.column;
  const first = (shown: number): Markup[] =>
    shown < sorted.length
      ? [prose(words.report.baseline.firstUsages(formatInteger(shown, lang), formatInteger(sorted.length, lang)))]
      : [];
  const [cut] = first(told.length);
  const data = {
    ...(cut ? { note: cut } : {}),
    caption: words.report.baseline.usages,
    heads: [head.usage, head.estimator, head.requests, head.energy, head.ghg, head.share],
    rows: told.map((usage): Child[] => {
      const { ghg, energy } = usage.impacts;
      const share = shareOf(ghg.total, whole);
      return [
        usage.id,
        words.estimators[usage.estimator],
        usage.estimator === 'training' ? '' : prose(formatCount(usage.requests, lang)),
        withInterval(energy.total, energy.unit, { lang, bound: energy.bound, unknown: words.unknown }),
        ghg.total === null
          ? prose(withoutTotal(leaf.wide, usage))
          : withInterval(ghg.total, ghg.unit, { lang, bound: ghg.bound, unknown: words.unknown }),
        share === null ? '' : prose(formatShare(share, lang)),
      ];
    }),
    figures: [2, 3, 4, 5],
  };
  const ranges = drawn.flatMap(({ impacts: { ghg } }) => ghg.total ?? []);
  const isWide =
    ranges.every(({ low }) => low > 0) &&
    Math.max(...ranges.map((range) => range.central)) >
      widestLinear * Math.min(...ranges.map((range) => range.central));
  const drawing = chart({
    describe: words.report.baseline.usages,
    unit,
    magnitude: ranges[0]?.central ?? 0,
    lang,
    ...(isWide ? { scale: 'logarithmic' } : {}),
    rows: drawn.flatMap(({ id, impacts: { ghg } }) =>
      ghg.total ? [{ name: id, value: central(ghg.total, unit, { lang, bound: ghg.bound }), range: ghg.total }] : [],
    ),
  });
  // Where nothing can be drawn the table stands alone.
  if (!drawing) return table(data);
  return figureWith(leaf, {
    title: words.report.baseline.usages,
    chart: drawing,
    legend: [
      prose(words.report.intervalNote),
      ...(isWide ? [prose(words.report.portfolio.logarithmic)] : []),
      ...first(drawn.length),
    ],
    data,
  });
}

function equivalents({ words, lang }: Leaf, { equivalents: all, baseline }: Assessment): Markup | null {
  if (all.length === 0) return null;
  const mark = boundMark(baseline.impacts.ghg.bound);
  return html`<div class="same">
    <p>${words.report.baseline.equivalents}</p>
    ${list(
      all.map(({ amount, label, labelFr, source, year }) => [
        prose(times(words.equivalent(mark + formatAmount(amount, lang), lang === 'fr' ? labelFr : label))),
        html` <span class="source">(${withYear(source, year)})</span>`,
      ]),
    )}
  </div> `;
}

function years(leaf: Leaf, { projection: ahead }: Assessment): Markup | null {
  if (!ahead) return null;
  const { words, lang } = leaf;
  const say = words.work.projection;
  const cells = ({ energy, ghg, water }: (typeof ahead)['total']): Child[] => {
    const how = { lang, unknown: words.unknown };
    return [withInterval(energy, 'kWh', how), withInterval(ghg, 'kgCO2e', how), withInterval(water, 'L', how)];
  };
  return html`${subheading(leaf, words.report.baseline.years)}
  ${table({
    caption: words.report.baseline.years,
    heads: [words.report.column.period, words.criteria.energy, words.criteria.ghg, words.criteria.water],
    rows: [
      ...ahead.years.map((each): Child[] => [say.year(formatInteger(each.year, lang)), ...cells(each)]),
      [say.all, ...cells(ahead.total)],
    ],
    figures: [1, 2, 3],
  })}${paragraph(ahead.gridTrend === null ? say.growthOnly : say.withTrend(formatTrend(ahead.gridTrend.central, lang)), 'note')}`;
}

/** What the figures leave out, and what their marks mean. */
function notes(leaf: Leaf, assessment: Assessment): Markup | null {
  const { words, wide, lang } = leaf;
  const { baseline, carbonPrice } = assessment;
  const bounds = new Set(
    [baseline, ...baseline.usages].flatMap(({ impacts }) => criteria.map((each) => impacts[each].bound)),
  );
  const marks = [
    ...(assessment.inputs.assumed > 0 || carbonPrice.assumed ? [words.legend.assumed] : []),
    ...(bounds.has('lower') ? [words.legend.lower] : []),
    ...(bounds.has('upper') ? [words.legend.upper] : []),
    ...(bounds.has('mixed') ? [words.legend.mixed] : []),
  ];
  const price = words.carbonPrice({
    price: formatCarbonPrice(carbonPrice.value, carbonPrice.unit, lang, true),
    source: carbonPrice.source,
    assumed: carbonPrice.assumed,
  });
  const { usages } = baseline;
  return list(
    [
      prose([words.legend.interval, ...marks, price].join(' \u00b7 ')),
      ...sentences([
        ...unknowns(wide, assessment),
        ...marketBased(wide, assessment),
        ...perPiece(wide, assessment),
        ...trainingAgainstUse(wide, assessment),
        ...busyMachines(wide, assessment),
        ...crossChecks(wide, assessment),
        ...(usages.some(({ secondOpinion }) => secondOpinion) ? secondOpinions(wide, assessment) : []),
      ]),
    ],
    'notes',
  );
}

export function baseline(leaf: Leaf, assessment: Assessment): Markup {
  return section(
    leaf,
    'baseline',
    tiles(leaf, assessment),
    criteriaTable(leaf, assessment),
    notes(leaf, assessment),
    phaseChart(leaf, assessment),
    usageChart(leaf, assessment),
    equivalents(leaf, assessment),
    years(leaf, assessment),
  );
}
