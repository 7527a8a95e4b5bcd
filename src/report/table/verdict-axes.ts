/** The three axes of a verdict in words: environment, economic, social. */
import type { Assessment, Verdict } from '../../assessment.ts';
import { exactly, scaled, type Range } from '../../units.ts';
import { figure, formatAmount, formatCount, formatInteger, formatRange } from '../numbers.ts';
import { safe } from '../safe.ts';
import { boundMark } from './cells.ts';
import type { Page } from './page.ts';

const shownItems = 5;

export const isExact = (range: Range | null): boolean => range === null || range.low === range.high;

/** `+41 000 EUR [-200 to 90 000]`: an axis always carries its sign. */
function signed(range: Range, unit: string, { lang }: Page): string {
  const parts = figure(range, unit, { lang });
  const number = range.central > 0 && parts.number !== '0' ? `+${parts.number}` : parts.number;
  return [number, parts.unit, parts.interval].filter((part) => part !== '').join(' ');
}

/** A number of things: to four digits where it is exact, so that 3 409 trucks are not 3 410. */
export function amountText(range: Range, lang: Page['lang']): string {
  const isShort = isExact(range) && range.central < 1e6;
  return isShort ? formatRange(range, '1', { lang, as: 'input' }) : formatAmount(range, lang);
}

function signOf(range: Range | null, { words: { verdict: say } }: Page): string {
  if (range === null) return say.signs.unknown;
  if (range.central > 0) return say.signs.positive;
  return range.central < 0 ? say.signs.negative : say.signs.zero;
}

export function environmentTexts(page: Page, assessment: Assessment, { environment }: Verdict): string[] {
  const { words, lang } = page;
  const say = words.verdict;
  const { net, netAfter, footprint, footprintBound, avoided, rebound, items } = environment;
  const period = words.everyPeriod[assessment.scenario.period];
  const ghg = (range: Range | null): string => formatRange(range, 'kgCO2e', { lang });
  const emitted = footprint === null ? say.unknownAmount : boundMark(footprintBound) + ghg(footprint);
  const again = rebound.high > 0 ? formatRange(scaled(rebound, 100), '%', { lang }) : '';
  const balance = items.length === 0 ? null : avoided === null ? say.unknownAmount : ghg(avoided);
  const sign = signOf(net ?? (items.length === 0 ? exactly(-1) : null), page);
  const first = say.axis(
    sign,
    net ? `${signed(net, 'kgCO2e', page)} ${period}` : '',
    say.environment({ avoided: balance, emitted, rebound: again }),
  );
  return [
    first,
    ...(netAfter ? [say.after(signed(netAfter, 'kgCO2e', page))] : []),
    ...items.slice(0, shownItems).map((item) => {
      const unit = safe(item.unit);
      const text = say.item({
        name: safe(item.name),
        amount: item.amount ? `${formatCount(item.amount, lang)} ${unit}` : words.unknown,
        factor: formatRange(item.factor, 'kgCO2e', { lang, as: 'input' }),
        source: item.factorSource === 'scenario' ? words.verdict.ownFactor : safe(item.factorSource),
        evidence: say.evidence[item.evidence],
        avoided: ghg(item.avoided),
      });
      return item.balance ? say.withBalance(text, `${amountText(item.balance, lang)} ${unit}`) : text;
    }),
    ...(items.length > shownItems ? [words.moreInJson(formatInteger(items.length - shownItems, lang))] : []),
  ];
}

export function economicTexts(page: Page, assessment: Assessment, { economic }: Verdict): string[] {
  const { words, lang } = page;
  const say = words.verdict;
  if (!economic) return [say.notStated];
  const { currency, net, netAfter, benefit, cost, climateCost, time, costSource } = economic;
  const money = (range: Range | null): string => formatRange(range, currency, { lang });
  const period = words.everyPeriod[assessment.scenario.period];
  const { kind, providers, list, listed, listedCurrency } = costSource;
  const from =
    kind === 'token-price' && listed && !cost
      ? [say.noRate(formatRange(listed, listedCurrency ?? '', { lang }))]
      : kind === 'token-price'
        ? [say.tokenPrice(providers.map(safe).join(', '), safe(list ?? ''))]
        : cost
          ? []
          : [say.noPrice(safe(list ?? ''))];
  return [
    say.axis(
      signOf(net, page),
      net ? `${signed(net, currency, page)} ${period}` : '',
      say.economic({ benefit: money(benefit), cost: money(cost), climate: money(climateCost) }),
    ),
    ...(netAfter && net && netAfter.central !== net.central ? [say.after(signed(netAfter, currency, page))] : []),
    ...(time
      ? [
          say.time(
            formatRange(time.minutes, 'min', { lang, as: 'input' }),
            safe(assessment.scenario.functionalUnit),
            formatRange(time.hourlyCost, `${currency}/h`, { lang, as: 'input' }),
          ),
        ]
      : []),
    ...from,
  ];
}

export function socialTexts(page: Page, { social }: Verdict): string[] {
  const say = page.words.verdict;
  if (!social) return [say.notStated];
  const score = signed(social.score, '1', page);
  return [
    `${signOf(social.score, page)}, ${say.social(score, safe(social.because))}`,
    ...(social.usage === null ? [] : [say.byUsage(safe(social.usage))]),
  ];
}

/** One axis of a usage in few words. */
export function brief(page: Page, verdict: Verdict): string[] {
  const say = page.words.verdict;
  const { environment, economic, social } = verdict;
  const net = environment.net ? signed(environment.net, 'kgCO2e', page) : say.signs.unknown;
  return [
    `${say.axes.environment} ${net}`,
    ...(economic
      ? [`${say.axes.economic} ${economic.net ? signed(economic.net, economic.currency, page) : say.signs.unknown}`]
      : []),
    ...(social ? [`${say.axes.social} ${signed(social.score, '1', page)}${say.colon}${safe(social.because)}`] : []),
  ];
}
