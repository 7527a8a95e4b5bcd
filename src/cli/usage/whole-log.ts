/** A log as a whole: its name, and whether there is anything in it. */
import { InputError, problem } from '../../errors.ts';
import type { AddedLog } from '../../log-files/read-log.ts';

/** Of its files, for messages and reports. */
export const nameOf = (files: readonly string[]): string => {
  const [first = ''] = files;
  const shown = first === '-' ? '<stdin>' : first;
  return files.length === 1 ? shown : `${shown} and ${files.length - 1} more`;
};

/** Errors  InputError where there is no record, or none that is a call. */
export function checkedLog(log: AddedLog, name: string): AddedLog {
  const { totals, records, reader } = log;
  if (records === 0) throw new InputError([problem('log-empty', { file: name })]);
  const isRow = totals.summed.length > 0 || totals.repeated > 0 || Object.keys(totals.refused).length > 0;
  if (!isRow) throw new InputError([problem('log-no-calls', { file: name, reader: reader.id, records })]);
  return log;
}
