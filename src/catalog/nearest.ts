/** The names somebody may have meant. */

/**
 * Up to `max` candidates near to the name, nearest first; none when nothing is near.
 * Counts letters added, lost, changed or swapped; a candidate that starts with the name, or holds it, comes first.
 * Example nearestNames('gpt4o', ['gpt-4o', 'o1', 'claude']) -> ['gpt-4o']
 */
export function nearestNames(name: string, candidates: Iterable<string>, max = 3): string[] {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return [];
  const scored: { readonly candidate: string; readonly score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const score = distanceScore(wanted, candidate.toLowerCase());
    if (score !== undefined) scored.push({ candidate, score });
  }
  scored.sort(
    (left, right) =>
      left.score - right.score ||
      left.candidate.length - right.candidate.length ||
      (left.candidate < right.candidate ? -1 : 1),
  );
  return scored.slice(0, max).map((each) => each.candidate);
}

/** Lower is nearer; undefined is too far to be meant. */
function distanceScore(wanted: string, candidate: string): number | undefined {
  const limit = Math.max(1, Math.floor(wanted.length * 0.4));
  const holds = wanted.length >= 2 && (candidate.startsWith(wanted) ? 2 : candidate.includes(wanted) ? 1 : 0);
  const held = candidate.length >= 3 && wanted.includes(candidate) ? 1 : 0;
  // Two names whose lengths differ by more than the limit cannot be within it: skip the table.
  const near = Math.abs(wanted.length - candidate.length) <= limit;
  const distance = near ? editDistance(wanted, candidate) : Number.POSITIVE_INFINITY;
  if (distance <= limit) return distance - (holds || held);
  if (holds) return limit + 3 - holds;
  return held ? limit + 3 : undefined;
}

/** Damerau-Levenshtein distance, adjacent swaps counting one. */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) best = Math.min(best, at(beforeLast, column - 2) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
