/** In which order groups and months are told, and what share of the whole each has. */
import { timeKeys, type GroupKey } from '../usage-log/types.ts';
import type { MeteredFigures, MeteredGroup, MeteredMonth } from './types.ts';

interface Keyed<Key> {
  readonly key: Key;
  readonly figures: MeteredFigures;
}

function compareKeys(left: readonly (string | null)[], right: readonly (string | null)[]): number {
  for (const [place, one] of left.entries()) {
    const other = right[place] ?? null;
    if (one !== other) return (one ?? '\uFFFF') < (other ?? '\uFFFF') ? -1 : 1;
  }
  return 0;
}

/** What is grouped by time reads as time goes; all else has the most first. */
export function inOrder(
  groups: readonly Keyed<readonly (string | null)[]>[],
  by: readonly GroupKey[],
  whole: MeteredFigures,
): MeteredGroup[] {
  const ghg = whole.impacts.ghg.total;
  const share = ({ impacts }: MeteredFigures): number | null =>
    ghg && ghg.central > 0 && impacts.ghg.total ? impacts.ghg.total.central / ghg.central : null;
  const isByTime = timeKeys.some((key) => key === by[0]);
  return groups
    .map(({ key, figures }): MeteredGroup => ({ key, ...figures, share: share(figures) }))
    .toSorted(
      (left, right) => (isByTime ? 0 : (right.share ?? -1) - (left.share ?? -1)) || compareKeys(left.key, right.key),
    );
}

/** None where all rows stand in one month; rows without a time come last. */
export function inTime(months: readonly Keyed<string | null>[]): MeteredMonth[] {
  if (months.length < 2) return [];
  return months
    .map(({ key, figures }): MeteredMonth => ({ month: key, ...figures }))
    .toSorted((left, right) => ((left.month ?? '~') < (right.month ?? '~') ? -1 : 1));
}
