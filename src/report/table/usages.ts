/** The portfolio: one row a usage, the largest emitter first, those of which nothing is known last. */
import type { Assessment, CrossCheck, Impact, UsageResult } from '../../assessment.ts';
import {
  figure,
  formatCentral,
  formatCount,
  formatInteger,
  formatRange,
  formatRatio,
  formatShare,
} from '../numbers.ts';
import { safe } from '../safe.ts';
import { clip, displayWidth, pad, padLeft, wrap } from '../wrap.ts';
import { boundMark } from './cells.ts';
import { gridWidth, renderGrid } from './grid.ts';
import { bar, labelled, shareOf, type Page } from './page.ts';

const shownUsages = 20;
const shownChecks = 5;
const bars = { smallest: 4, largest: 20 };

/** GHG of one request, known although there is no total: the requests are not counted. */
export function ofOneRequest(usage: UsageResult): Impact | null {
  // The figures of a request are computed when they are read: not for a usage that has a total.
  if (usage.impacts.ghg.total !== null) return null;
  const { ghg } = usage.perRequest;
  return ghg.total === null ? null : ghg;
}

/**
 * Descending by GHG, then those of which only a request is known, then those of which nothing is; a stable sort keeps
 * the order of the scenario between equals.
 */
export function byGhg(usages: readonly UsageResult[]): UsageResult[] {
  const ghg = (usage: UsageResult): number =>
    usage.impacts.ghg.total?.central ?? (ofOneRequest(usage) ? -Number.MAX_VALUE : Number.NEGATIVE_INFINITY);
  // Compared, not subtracted: two unknown ones differ by NaN.
  return [...usages].sort((left, right) => (ghg(left) < ghg(right) ? 1 : ghg(left) > ghg(right) ? -1 : 0));
}

interface Row {
  readonly id: string;
  readonly tier: string;
  readonly requests: string;
  readonly energy: string;
  readonly ghg: string;
  readonly share: number | null;
}

export function withoutTotal({ words, lang }: Page, usage: UsageResult): string {
  const ghg = ofOneRequest(usage);
  if (!ghg) return words.unknown;
  return words.unknownButOfOne(boundMark(ghg.bound) + formatRange(ghg.total, ghg.unit, { lang }));
}

function ghgCells(page: Page, usages: readonly UsageResult[]): string[] {
  const parts = usages.map(({ impacts: { ghg } }) => {
    if (ghg.total === null) return null;
    const each = figure(ghg.total, ghg.unit, { lang: page.lang });
    return { ...each, number: boundMark(ghg.bound) + each.number };
  });
  const number = Math.max(0, ...parts.map((each) => each?.number.length ?? 0));
  const unit = Math.max(0, ...parts.map((each) => each?.unit.length ?? 0));
  return usages.map((usage, at) => {
    const each = parts[at];
    if (!each) return page.paint.faint(withoutTotal(page, usage));
    return `${padLeft(each.number, number)} ${pad(each.unit, unit)} ${each.interval}`.trimEnd();
  });
}

function rowsOf(page: Page, usages: readonly UsageResult[], total: UsageResult['impacts']['ghg']['total']): Row[] {
  const { words, lang, paint } = page;
  const ghg = ghgCells(page, usages);
  const faintIfUnknown = (text: string, isUnknown: boolean): string => (isUnknown ? paint.faint(text) : text);
  return usages.map((usage, at) => {
    const energy = usage.impacts.energy;
    const requests = usage.requests;
    return {
      id: safe(usage.id),
      tier: `${usage.tier ?? '-'} ${words.estimatorsShort[usage.estimator]}`,
      requests: faintIfUnknown(
        usage.estimator === 'training'
          ? '-'
          : requests === null
            ? words.unknown
            : formatCount({ low: requests.central, central: requests.central, high: requests.central }, lang),
        requests === null,
      ),
      energy: faintIfUnknown(
        boundMark(energy.bound) + formatCentral(energy.total, energy.unit, { lang }),
        energy.total === null,
      ),
      ghg: ghg[at] ?? '',
      share: shareOf(usage.impacts.ghg.total, total),
    };
  });
}

type Column = 'tier' | 'requests' | 'energy' | 'bar';

/** What is left out first where room is short; id, GHG with its interval and share always stay. */
const droppable: readonly (readonly Column[])[] = [
  ['tier', 'requests', 'energy', 'bar'],
  ['tier', 'requests', 'energy'],
  ['tier', 'energy'],
  ['tier'],
  [],
];

function portfolio(page: Page, rows: readonly Row[]): string[] {
  const { words, paint, lang, width } = page;
  const hasShares = rows.some(({ share }) => share !== null);
  const build = (kept: readonly Column[], idRoom: number, barRoom: number): string[][] => {
    const share = (each: Row): string => {
      if (each.share === null) return '';
      const percent = padLeft(formatShare(each.share, lang), 5);
      return kept.includes('bar') ? `${percent}  ${bar(each.share, barRoom)}`.trimEnd() : percent;
    };
    const cells = (id: string, texts: Record<'tier' | 'requests' | 'energy', string>, rest: string[]): string[] => [
      id,
      ...(['tier', 'requests', 'energy'] as const).flatMap((name) => (kept.includes(name) ? [texts[name]] : [])),
      ...rest,
    ];
    const faint = paint.faint;
    const top = cells(
      paint.heading(words.heading.usages),
      { tier: faint(words.column.tier), requests: faint(words.column.requests), energy: faint(words.column.energy) },
      [faint(words.column.ghg), ...(hasShares ? [faint(words.column.share)] : [])],
    );
    return [
      top,
      ...rows.map((each) => cells(clip(each.id, idRoom), each, [each.ghg, ...(hasShares ? [share(each)] : [])])),
    ];
  };
  const alignment = (kept: readonly Column[]): ('left' | 'right')[] => [
    'left',
    ...(kept.includes('tier') ? (['left'] as const) : []),
    ...(kept.includes('requests') ? (['right'] as const) : []),
    ...(kept.includes('energy') ? (['right'] as const) : []),
    'left',
    ...(hasShares ? (['left'] as const) : []),
  ];
  const longest = Math.max(0, ...rows.map(({ id }) => displayWidth(id)));
  for (const kept of droppable) {
    for (const idRoom of [longest, 28, 20, 16]) {
      if (idRoom > longest) continue;
      const spare = width - gridWidth({ rows: build(kept, idRoom, bars.smallest), gap: 2 });
      if (spare < 0) continue;
      const room = Math.min(bars.largest, bars.smallest + spare);
      return renderGrid({ rows: build(kept, idRoom, room), align: alignment(kept), gap: 2 });
    }
  }
  return [
    paint.heading(words.heading.usages),
    ...rows.flatMap((each) => wrap(`${each.id}: ${each.ghg.replace(/ +/g, ' ')}`, width, 2)),
  ];
}

/** Nothing when there is one usage: the baseline is that usage, unless only its request is known. */
export function usages(page: Page, { baseline }: Assessment): string[] {
  if (baseline.usages.length < 2 && !baseline.usages.some(ofOneRequest)) return [];
  const sorted = byGhg(baseline.usages);
  const rows = rowsOf(page, sorted.slice(0, shownUsages), baseline.impacts.ghg.total);
  const others = sorted.length - shownUsages;
  const more = others > 0 ? wrap(page.words.othersInJson(others, formatInteger(others, page.lang)), page.width) : [];
  return [...portfolio(page, rows), ...more.map((line) => page.paint.faint(line))];
}

interface Check {
  readonly usage: UsageResult;
  readonly check: CrossCheck;
}

/** Another estimator over the same usage, the strongest disagreement first. */
export function crossChecks(page: Page, { baseline }: Assessment): string[] {
  const { words, lang } = page;
  const distance = ({ check }: Check): number => Math.abs(Math.log(check.ratio));
  const all = baseline.usages
    .flatMap((usage) => usage.crossChecks.map((check): Check => ({ usage, check })))
    .filter(({ check }) => check.ratio > 0)
    .sort((left, right) => distance(right) - distance(left));
  const lines = all.slice(0, shownChecks).flatMap(({ usage, check }, at) => {
    // The ratio is between central values, so it gives back the figure that was used.
    const used = check.energyPerRequest.central / check.ratio;
    const text = words.crossCheck({
      used: words.estimators[usage.estimator],
      value: formatCentral({ low: used, central: used, high: used }, 'kWh', { lang }),
      other: words.estimatorsSay[check.estimator],
      check: formatRange(check.energyPerRequest, 'kWh', { lang }),
      ratio: formatRatio(check.ratio, lang),
    });
    const prefix = baseline.usages.length > 1 ? `${safe(usage.id)}: ` : '';
    const label = words.heading.crossChecks;
    return labelled(page, at === 0 ? label : ' '.repeat(label.length), prefix + text);
  });
  const others = all.length - shownChecks;
  return others > 0 ? [...lines, ...wrap(words.othersInJson(others, formatInteger(others, lang)), page.width)] : lines;
}
