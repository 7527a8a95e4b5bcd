/** All practices at once: before and after, and what every criterion is divided by. */
import type { Criterion, PracticeItem, Practices } from '../../assessment.ts';
import type { Range } from '../../units.ts';
import { figure, formatChange, formatDivisor, formatInteger } from '../numbers.ts';
import { displayWidth, flow } from '../wrap.ts';
import { boundMark } from './cells.ts';
import type { Page } from './page.ts';
import { isApplied } from './practice-path.ts';

/** Rounds to 0 %. */
const untold = 0.005;

/** How many of the practices nobody has stated: what they promise together is a proposal. */
function suggestedOf({ words, lang }: Page, items: readonly PracticeItem[]): string {
  const count = items.filter(({ suggested, aloneGhg }) => suggested && aloneGhg !== null).length;
  return count === 0 ? '' : ` (${words.practices.countSuggested(count, formatInteger(count, lang))})`;
}

/** Before over after, `/2.7`; as a change where it is less than a factor of two, and where it is a rise. */
function dividedText({ lang }: Page, factor: Range, intervals: boolean): string {
  if (factor.central >= 2) return formatDivisor(factor, lang, intervals);
  const inverse: Range = { low: 1 / factor.high, central: 1 / factor.central, high: 1 / factor.low };
  return formatChange(
    intervals ? inverse : { low: inverse.central, central: inverse.central, high: inverse.central },
    lang,
  );
}

/** `energy /2.7`; nothing of what stays as it is. */
function factorText(page: Page, criterion: Criterion, factor: Range): string[] {
  if (Math.abs(factor.central - 1) < untold) return [];
  return [`${page.words.criteriaInText[criterion]} ${dividedText(page, factor, false)}`];
}

/** Before over after of the criteria, GHG first. */
export function together(page: Page, practices: Practices, today: Range): string[] {
  const { words, lang, dot, width } = page;
  const { dividedBy, all } = practices;
  const items = practices.items.filter(isApplied);
  if (!all.ghg.total || !dividedBy.ghg) return [];
  const like = { lang, like: { magnitude: today.central } };
  const before = figure(today, all.ghg.unit, like);
  const after = figure(all.ghg.total, all.ghg.unit, like);
  const interval = after.interval === '' ? '' : ` ${after.interval}`;
  const say = words.practices;
  const name = items.length === 4 ? say.all : items.length === 1 ? say.one : say.several;
  const lead = `${name}${suggestedOf(page, items)}  `;
  const others = (['energy', 'water', 'adpe', 'primary_energy'] satisfies Criterion[]).flatMap((criterion) => {
    const factor = dividedBy[criterion];
    return factor ? factorText(page, criterion, factor) : [];
  });
  const mark = boundMark(all.ghg.bound);
  const ghg = `${mark}${before.number} -> ${mark}${after.number} ${after.unit}${interval}, ${dividedText(page, dividedBy.ghg, true)}`;
  const hang = Math.min(displayWidth(lead), Math.floor(width / 3));
  return flow([`${lead.replaceAll(' ', '\u00a0')}${ghg}`, ...others], dot, width, hang);
}
