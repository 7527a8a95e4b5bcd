/** A log that no reader knows, told without a word of what people may have written in it. */
import { problem, type Place, type Problem } from '../errors.ts';
import { readers } from '../usage-log/readers/index.ts';

/** A field that was named by a program; other keys may hold anything. */
const isName = /^[A-Za-z_$][\w.$-]{0,39}$/;
const shown = 20;

/** @param isCsv whether the fields are the first line of a text, which may be no csv at all: they are counted, and not shown. */
export function unknownFormat(
  fields: readonly string[],
  { isCsv, place }: { readonly isCsv: boolean; readonly place?: Place },
): Problem {
  const known = readers.map(({ id }) => id);
  const where = place ? { place } : {};
  if (isCsv) return problem('log-unknown-csv', { columns: fields.length, readers: known }, where);
  const names = fields.filter((name) => isName.test(name)).slice(0, shown);
  return problem('log-unknown', { fields: names, readers: known }, where);
}
