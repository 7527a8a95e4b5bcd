/** A record that the reader which was named was not made for: its rows would be read as empty, or half. */
import { problem, type Place, type Problem } from '../errors.ts';
import { isCosts, type CostReader } from '../usage-log/costs.ts';
import { pathsOf } from '../usage-log/expressions.ts';
import { recognise } from '../usage-log/readers/index.ts';
import type { Reader } from '../usage-log/types.ts';

/** Fields at the top of a record in which the reader looks for tokens, or the rows that hold them. */
const countedIn = ({ counts }: Reader): readonly string[] =>
  Object.values(counts).flatMap((expression) => pathsOf(expression).flatMap(([first]) => first ?? []));

/**
 * Undefined where the record may be one of the reader: it is recognised as such, or nobody knows it and it has a field for tokens (an
 * export with some columns left out).
 */
export function misfitOf(
  named: Reader | CostReader,
  fields: ReadonlySet<string>,
  place: Place | undefined,
): Problem | undefined {
  const reader = isCosts(named) ? named.besides : named;
  // A mapping says itself which fields it needs.
  if (reader.recognised.length === 0) return undefined;
  const known = recognise(fields);
  if (known === reader || (!known && reader.hasOthers)) return undefined;
  if (!known && countedIn(reader).some((name) => fields.has(name))) return undefined;
  const args = { reader: named.id, known: known?.id ?? null };
  return problem('log-misfit', args, place ? { place } : {});
}
