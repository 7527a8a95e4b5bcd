/** The ratios of earlier releases, and how those of today stand beside the last. Absolute figures are of one machine, and not kept. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Within this part of the last a ratio counts as the same: medians of one machine on two days differ as much. */
const noise = 0.1;

/** @returns entries in order of time: { name, node, ratios: { what: value } } */
export const readHistory = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** What has no unit, of the rows of a run: label and value. */
export const ratiosOf = (rows) => Object.fromEntries(rows.filter(([what]) => !/, (?:ms|MB)$/.test(what)));

/**
 * One line a ratio: before, today, today / before. A ratio that one side does not have is told as such.
 * @param lessIsBetter of a label: whether less of it is better
 */
export function compare({ before, today, lessIsBetter }) {
  return [...new Set([...Object.keys(before), ...Object.keys(today)])].map((what) => {
    const [old, now] = [before[what], today[what]];
    if (old === undefined) return { what, change: null, word: 'new' };
    if (now === undefined) return { what, change: null, word: 'gone' };
    const change = now / old;
    const isSame = Math.abs(change - 1) <= noise;
    return { what, change, word: isSame ? 'same' : change < 1 === lessIsBetter(what) ? 'better' : 'WORSE' };
  });
}

/** Adds an entry; a name is given once. */
export function save({ file, name, node, ratios }) {
  const entries = readHistory(file);
  if (entries.some((entry) => entry.name === name)) throw new Error(`${file} has an entry "${name}" already`);
  const rounded = Object.fromEntries(
    Object.entries(ratios).map(([what, value]) => [what, Number(value.toPrecision(4))]),
  );
  writeFileSync(file, `${JSON.stringify([...entries, { name, node, ratios: rounded }], null, 2)}\n`);
}
