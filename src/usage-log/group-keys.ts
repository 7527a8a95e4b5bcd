/** What the rows of a log are grouped by. */
import { InputError, problem } from '../errors.ts';
import { dayText, textIn, type Levels } from './read-record.ts';
import { names, timeKeys, type GroupKey, type Reader } from './types.ts';

/** What a reader can be grouped by. */
export type Groupable = Pick<Reader, 'id' | 'names' | 'labels' | 'time'>;

/** The texts by which a row belongs to a group, in the order of the keys. */
export type TakeGroup = (levels: Levels, day: number | null) => readonly (string | null)[];

/** Every key that a reader can group by. */
function groupKeysOf({ names: named, labels, time }: Groupable): readonly GroupKey[] {
  return [...names.filter((name) => named[name]), ...Object.keys(labels), ...(time ? timeKeys : [])];
}

/** Errors  InputError for every key that the reader does not have. */
export function refuseUnknownKeys(reader: Groupable, by: readonly GroupKey[]): void {
  const known = groupKeysOf(reader);
  const wrong = by.filter((key) => !known.includes(key));
  if (wrong.length > 0)
    throw new InputError(wrong.map((key) => problem('unknown-group-key', { key, reader: reader.id, known })));
}

/** Errors  InputError for every key that the reader does not have. */
export function groupTaker(reader: Groupable, by: readonly GroupKey[]): TakeGroup {
  refuseUnknownKeys(reader, by);
  const { names: named, labels } = reader;
  const takers = by.map((key): ((levels: Levels, day: number | null) => string | null) => {
    if (key === 'day') return (_, day) => (day === null ? null : dayText(day));
    if (key === 'month') return (_, day) => (day === null ? null : dayText(day).slice(0, -3));
    const name = names.find((each) => each === key);
    const expression = name ? named[name] : labels[key];
    return (levels) => (expression ? textIn(expression, levels) : null);
  });
  return (levels, day) => takers.map((take) => take(levels, day));
}
