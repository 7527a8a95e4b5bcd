/** Each text usage by both methods, and what makes them differ, change by change. */
import {
  methodVersions,
  type Assessment,
  type DifferenceStep,
  type Opinion,
  type SecondOpinion,
} from '../../assessment.ts';
import { formatCount, formatInteger, formatRange, formatRatio, formatShare } from '../numbers.ts';
import { safe } from '../safe.ts';
import { pad, wrap } from '../wrap.ts';
import { labelled, type Page } from './page.ts';

const shownOpinions = 5;

/** Nothing unless both methods were asked for and a usage is estimated from its text. */
export function secondOpinions(page: Page, { baseline }: Assessment): string[] {
  const { words, lang, width } = page;
  const all = baseline.usages.flatMap(({ id, secondOpinion }) => (secondOpinion ? [{ id, secondOpinion }] : []));
  if (all.length === 0) return [];
  const others = all.length - shownOpinions;
  return [
    ...labelled(page, words.heading.secondOpinion, words.secondOpinion.title),
    ...all
      .slice(0, shownOpinions)
      .flatMap(({ id, secondOpinion }) => [
        ...(baseline.usages.length > 1 ? wrap(`${safe(id)}:`, width) : []),
        ...opinionLines(page, secondOpinion),
      ]),
    ...(others > 0 ? wrap(words.othersInJson(others, formatInteger(others, lang)), width) : []),
  ];
}

function opinionLines(page: Page, { own, other, ratio, steps }: SecondOpinion): string[] {
  const { words, lang, width } = page;
  const names = [own, other].map(({ method }) => methodVersions[method]);
  const room = Math.max(...names.map((name) => name.length)) + 2;
  const line = ({ method, energy, ghg }: Opinion, ratioText: string): string[] => {
    const figures = [formatRange(energy, 'kWh', { lang }), formatRange(ghg, 'kgCO2e', { lang })].join(page.dot);
    return wrap(`${spaced(pad(methodVersions[method], room))}${figures}${ratioText}`, width, room);
  };
  const factors = steps.map(({ factor }) => formatRatio(factor, lang));
  const factorRoom = Math.max(...factors.map((text) => text.length)) + 4;
  return [
    ...line(own, ''),
    ...line(other, ` (${formatRatio(ratio, lang)})`),
    ...wrap(words.secondOpinion.because(formatRatio(ratio, lang), other.energy.low < other.energy.high), width),
    ...steps.flatMap((step, at) =>
      wrap(spaced(pad(`  ${factors[at] ?? ''}`, factorRoom)) + causeOf(page, step), width, factorRoom),
    ),
  ];
}

/** Blanks that a line is not broken at. */
const spaced = (text: string): string => text.replaceAll(' ', '\u00a0');

function causeOf({ words, lang }: Page, { cause, from, to }: DifferenceStep): string {
  const isShare = cause === 'idle' || cause === 'host';
  const text = (value: number | null): string => {
    if (value === null) return '';
    return isShare ? formatShare(value, lang) : formatCount({ low: value, central: value, high: value }, lang);
  };
  return words.secondOpinion.causes[cause](text(from), text(to));
}
