/** Sentences of the footprint of a log that several formats print. */
import { messages, type Lang } from '../../messages/index.ts';
import { usageWords } from '../../messages/usage/index.ts';
import type { Metered, MeteredFigures, Money, Unmapped } from '../../metered/types.ts';
import type { Count } from '../../usage-log/types.ts';
import { formatCentral, formatCount, formatInteger, formatRange, formatShare } from '../numbers.ts';
import { safe } from '../safe.ts';
import { boundMark } from '../table/cells.ts';

/** A count as logged, in full up to a billion. */
export function countText(value: number | null, lang: Lang): string {
  if (value === null) return messages(lang).unknown;
  const whole = Math.round(value);
  return whole < 1e9 ? formatInteger(whole, lang) : formatCount({ low: value, central: value, high: value }, lang);
}

const moneyText = ({ currency, amount }: Money, lang: Lang): string =>
  formatRange({ low: amount, central: amount, high: amount }, currency, {
    lang,
    as: 'input',
    // Cents would hide of which currency.
    like: { magnitude: Math.max(1, amount) },
  });

/** What was asked for: `1 request`, `20 requests`; of costs `120 USD + 3 EUR`. */
export function volumeText({ counted: { requests }, money }: MeteredFigures, lang: Lang): string {
  if (money) return money.map((each) => moneyText(each, lang)).join(' + ');
  return usageWords(lang).requests(countText(requests, lang), Math.round(requests ?? 2));
}

/** Tokens that were sent: read anew and from the cache. */
export const sent = ({ counted: { input, cached } }: Pick<MeteredFigures, 'counted'>): number | null =>
  input === null ? null : input + (cached ?? 0);

/** Tokens that were written, hidden ones among them. */
export const written = ({ counted: { output, reasoning } }: Pick<MeteredFigures, 'counted'>): number | null =>
  output === null ? null : output + (reasoning ?? 0);

export function impactText({ impacts }: MeteredFigures, criterion: 'ghg' | 'energy', lang: Lang): string {
  const { total, unit, bound } = impacts[criterion];
  return total === null ? messages(lang).unknown : boundMark(bound) + formatRange(total, unit, { lang });
}

export const keyText = (key: readonly (string | null)[], lang: Lang): readonly string[] =>
  key.map((part) => (part === null ? usageWords(lang).nameless : safe(part)));

export function daysText({ log: { first, last } }: Metered, lang: Lang): string {
  const say = usageWords(lang);
  return first === null || last === null ? say.noDays : say.days(first, last);
}

export function sizeText({ log: { rows, files } }: Metered, lang: Lang): string {
  return usageWords(lang).rows(formatInteger(rows, lang), rows, formatInteger(files.length, lang), files.length);
}

/** How the log was read, and how it counts. */
export function readingText({ log: { reader, counting } }: Metered, lang: Lang): readonly string[] {
  const say = usageWords(lang);
  const as =
    reader.year === 0
      ? say.readByMapping(safe(reader.id))
      : say.readAs(safe(reader.id), safe(reader.source), String(reader.year));
  if (!counting) return [as];
  return [as, say.holds.cached[counting.cached], say.holds.reasoning[counting.reasoning]];
}

/** What of the rows was counted once, left out or taken for something else. */
export function treatedText(
  { log: { repeated, differing, refused, renamed, callsPer = [] } }: Metered,
  lang: Lang,
): readonly string[] {
  const say = usageWords(lang);
  return [
    ...(repeated > 0 ? [say.repeated(formatInteger(repeated, lang), repeated)] : []),
    ...(differing > 0 ? [say.differing(formatInteger(differing, lang), differing)] : []),
    ...refused.map(({ fault, rows, first }) =>
      say.refused(formatInteger(rows, lang), rows, say.faults[fault], first && `${safe(first.file)}:${first.line}`),
    ),
    ...callsPer.flatMap(({ kind, field, count, without, sizes }) =>
      sizes
        ? [
            say.callsPer[kind]({
              field: safe(field),
              threads: formatInteger(count, lang),
              count,
              mean: formatCentral({ low: sizes.mean, central: sizes.mean, high: sizes.mean }, '1', { lang }),
              median: formatInteger(sizes.median, lang),
              p95: formatInteger(sizes.p95, lang),
              most: formatInteger(sizes.most, lang),
              without: without === 0 ? null : formatInteger(without, lang),
            }),
          ]
        : [],
    ),
    ...renamed.map(({ from, to }) => say.renamed(safe(from), safe(to))),
  ];
}

/** What the log does not say, and is assumed or unknown for it. */
export function silentText({ log }: Metered, lang: Lang): readonly string[] {
  const say = usageWords(lang);
  const isInside = (count: Count): boolean => count === 'reasoning' && log.counting?.reasoning === 'inside';
  const unknown = (Object.entries(log.unknown) as [Count, number][]).filter(([count]) => !isInside(count));
  return [
    ...unknown.map(([count, rows]) => say.unknownCount(formatInteger(rows, lang), rows, say.counts[count])),
    ...(log.undated > 0 ? [say.undated(formatInteger(log.undated, lang), log.undated)] : []),
    ...log.unknownHosts.map(({ name, rows }) => say.unknownHost(safe(name), formatInteger(rows, lang), rows)),
    ...(log.reader.caveat === null ? [] : [say.caveat(log.reader.id, log.reader.caveat)]),
  ];
}

export function unmappedText({ kind, name, rows, amount = 0, problem, nearest }: Unmapped, lang: Lang): string {
  const say = usageWords(lang);
  if (kind === 'currency') {
    const money = name === null ? null : moneyText({ currency: safe(name), amount }, lang);
    const what = say.ofCurrency(formatInteger(rows, lang), rows, money);
    return problem ? `${what}: ${say.noFigure(problem.code)}` : what;
  }
  const what = say.unmapped({
    kind,
    name: name === null ? null : safe(name),
    rows: formatInteger(rows, lang),
    count: rows,
  });
  if (name === null || problem === null) return what;
  const [near] = nearest;
  if (problem.code !== 'unknown-name') return `${what}: ${say.noFigure(problem.code)}`;
  return `${what}: ${near === undefined ? say.mapNone : say.mapIt(safe(name), safe(near))}`;
}

/** Rows that are not in the total: their model or place is unmapped, or they were refused. */
export const leftOutRows = ({ unmapped, log: { refused } }: Metered): number =>
  [...unmapped, ...refused].reduce((sum, { rows }) => sum + rows, 0);

/** Groups with figures: what is in none of them is told beside the total. */
export const shownGroups = ({ groups }: Metered): Metered['groups'] => groups.filter(({ rows }) => rows > 0);

/** Groups beyond those that are shown. */
export function restText(metered: Metered, shown: number, lang: Lang): string | null {
  const others = shownGroups(metered).slice(shown);
  if (others.length === 0) return null;
  const share = others.reduce((sum, each) => sum + (each.share ?? 0), 0);
  return usageWords(lang).rest(formatInteger(others.length, lang), formatShare(share, lang));
}
