/** Scenarios beside each other: a chart for each period, and one table of all. */
import { criterionUnit, periods, type Assessment } from '../../assessment.ts';
import type { Dossier } from '../../dossier.ts';
import { badge } from './verdict.ts';
import { figureWith, paragraph, section, table, type Leaf, type TableSpec } from './blocks.ts';
import { chart } from './chart.ts';
import { central, withInterval } from './figures.ts';
import { html, prose, type Child, type Markup } from './markup.ts';

const unit = criterionUnit.ghg;
/** Centres that differ more than this are drawn on a logarithmic scale. */
const widestLinear = 30;
/** Bars of one chart: what can still be read on a page. */
const shownBars = 60;

interface Entry {
  readonly assessment: Assessment;
  /** Where it is told, on this page. */
  readonly anchor: string;
}

function nameOf({ assessment, anchor }: Entry): Markup {
  return html`<a href="#${anchor}">${assessment.scenario.name}</a>`;
}

function rowOf({ words, lang, ...leaf }: Leaf, entry: Entry): Child[] {
  const { baseline, scenario, practices, verdict, dataQuality } = entry.assessment;
  const { ghg, energy, water } = baseline.impacts;
  const figure = ({ total, unit: own, bound }: typeof ghg): Markup =>
    withInterval(total, own, { lang, bound, unknown: words.unknown });
  return [
    nameOf(entry),
    verdict
      ? badge({ words, lang, ...leaf }, verdict.whole.code)
      : html`<span class="unknown">${words.report.verdict.none}</span>`,
    figure(ghg),
    [
      withInterval(ghg.perUnit, ghg.unit, { lang, bound: ghg.bound, unknown: words.unknown }),
      html` <span class="source">${words.perUnit(scenario.functionalUnit)}</span>`,
    ],
    practices ? figure(practices.all.ghg) : '\u2013',
    figure(energy),
    figure(water),
    dataQuality.grade ?? '?',
  ];
}

function tableOf(leaf: Leaf, entries: readonly Entry[], caption: string): TableSpec {
  const { words } = leaf;
  const head = words.report.column;
  return {
    caption,
    heads: [
      head.scenario,
      head.verdict,
      head.ghg,
      head.perUnit,
      head.withPractices,
      head.energy,
      words.criteria.water,
      head.grade,
    ],
    rows: entries.map((entry) => rowOf(leaf, entry)),
    figures: [2, 3, 4, 5, 6],
    dense: true,
  };
}

/** Largest first; unknown ones last. */
function byGhg(entries: readonly Entry[]): readonly Entry[] {
  const ghg = ({ assessment }: Entry): number => assessment.baseline.impacts.ghg.total?.central ?? -1;
  return entries.toSorted((left, right) => ghg(right) - ghg(left));
}

function chartOf(leaf: Leaf, entries: readonly Entry[], title: string): Markup | null {
  const { words, lang } = leaf;
  const known = byGhg(entries)
    .flatMap((entry) => {
      const { total, bound } = entry.assessment.baseline.impacts.ghg;
      return total ? [{ entry, total, bound }] : [];
    })
    .slice(0, shownBars);
  const centres = known.map(({ total }) => total.central);
  const isWide =
    known.every(({ total }) => total.low > 0) && Math.max(...centres) > widestLinear * Math.min(...centres);
  const drawing = chart({
    describe: title,
    unit,
    magnitude: known[0]?.total.central ?? 0,
    lang,
    ...(isWide ? { scale: 'logarithmic' } : {}),
    rows: known.map(({ entry, total, bound }) => ({
      name: entry.assessment.scenario.name,
      value: central(total, unit, { lang, bound }),
      range: total,
    })),
  });
  const data = tableOf(leaf, byGhg(entries), title);
  if (!drawing) return table(data);
  return figureWith(leaf, {
    title,
    chart: drawing,
    legend: [prose(words.report.intervalNote), ...(isWide ? [prose(words.report.portfolio.logarithmic)] : [])],
    data,
    open: true,
  });
}

/** @param anchors where each scenario is told, in the order of the dossiers. */
export function portfolio(leaf: Leaf, dossiers: readonly Dossier[], anchors: readonly string[]): Markup {
  const { words } = leaf;
  const say = words.report.portfolio;
  const entries = dossiers.map(({ assessment }, at): Entry => ({ assessment, anchor: anchors[at] ?? '' }));
  const groups = periods
    .map((period) => ({ period, own: entries.filter(({ assessment }) => assessment.scenario.period === period) }))
    .filter(({ own }) => own.length > 0);
  return section(
    leaf,
    'portfolio',
    paragraph(groups.length > 1 ? say.apart : say.same),
    groups.map(({ period, own }) => chartOf(leaf, own, say.chart(words.perPeriod[period]))),
  );
}
