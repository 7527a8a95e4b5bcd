/** What each good practice changes: alone, one after the other, and its fair share; then how far the path goes. */
import { suggestedUpTo, type Assessment, type Practices } from '../../assessment.ts';
import { reboundOf } from '../json-practices.ts';
import { formatChange, formatInteger, formatTimes } from '../numbers.ts';
import { safe } from '../safe.ts';
import { wrap } from '../wrap.ts';
import type { Page } from './page.ts';
import { changes, unchanged } from './practice-changes.ts';
import { grid, isApplied, rowsOf, waterfall } from './practice-path.ts';
import { together } from './practices-together.ts';

/** Smaller than this, a change is none. */
const same = 1e-9;

export function remarks(page: Page, practices: Practices): string[] {
  const { words, lang, width, paint } = page;
  const say = words.practices;
  const worse = practices.items.flatMap(({ id, aloneGhg: ghg }) =>
    ghg && ghg.central > 1 + same ? [say.worse(say.short[id], formatChange(ghg, lang))] : [],
  );
  const inUsages = practices.items.flatMap(({ id, worseIn, usages, aloneGhg }) =>
    // Of one usage, or of all, the line above says it.
    usages.length < 2 || (aloneGhg !== null && aloneGhg.central > 1 + same)
      ? []
      : worseIn.map(({ usage, factor }) =>
          say.worseIn(say.short[id], safe(usage), formatChange({ low: factor, central: factor, high: factor }, lang)),
        ),
  );
  const shifts = practices.burdenShifts.map(({ practice, criterion, factor }) =>
    say.shift(say.short[practice], words.criteriaInText[criterion], formatChange(factor, lang)),
  );
  const rebound = reboundOf(practices);
  const growth =
    rebound && rebound.central > same && practices.dividedBy.ghg
      ? wrap(say.rebound(formatTimes(practices.dividedBy.ghg, lang)), width)
      : [];
  return [
    ...growth,
    ...[...worse, ...inUsages, ...shifts].flatMap((text) => wrap(`! ${text}`, width, 2)).map(paint.warning),
  ];
}

/** Nothing where no practice is stated, suggested or asked for. */
export function practices(page: Page, { practices: all, baseline }: Assessment): string[] {
  const today = baseline.impacts.ghg.total;
  if (!today) return [];
  if (!all) {
    const { length } = baseline.usages;
    const say = page.words.practices;
    return length > suggestedUpTo
      ? [page.paint.heading(say.heading), ...wrap(say.notSuggested(formatInteger(length, page.lang)), page.width)]
      : [];
  }
  const applied = all.items.filter(isApplied);
  const others = all.items.filter((item) => !isApplied(item));
  if (applied.length === 0) return [page.paint.heading(page.words.practices.heading), ...unchanged(page, others)];
  const [head = [], ...lines] = grid(page, rowsOf(page, applied, today, baseline.impacts.ghg.bound));
  return [
    ...head,
    ...applied.flatMap((item, at) => [...(lines[at] ?? []), ...changes(page, item)]),
    ...unchanged(page, others),
    ...together(page, all, today),
    ...waterfall(page, all, today),
    ...remarks(page, all),
    ...wrap(page.words.practices.explain(applied.map(({ id }) => id).join(',')), page.width, 2).map(page.paint.faint),
  ];
}
