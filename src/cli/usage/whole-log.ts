/** A log as a database added it up: refused where there is nothing in it. */
import { InputError, problem } from '../../errors.ts';
import type { AddedLog } from '../../log-files/read-log.ts';

/** Errors  InputError where there is no record, or none that is a call. */
export function checkedLog(log: AddedLog, name: string): AddedLog {
  const { totals, records, reader } = log;
  if (records === 0) throw new InputError([problem('log-empty', { file: name })]);
  const isRow = totals.summed.length > 0 || totals.repeated > 0 || Object.keys(totals.refused).length > 0;
  if (!isRow) throw new InputError([problem('log-no-calls', { file: name, reader: reader.id, records })]);
  return log;
}
