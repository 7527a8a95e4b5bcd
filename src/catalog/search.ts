/** Rows that hold words, for those who do not know a name. */
import { namesOf, type Named } from './named.ts';

const searched = [
  'id',
  'name',
  'label',
  'label_fr',
  'title',
  'place',
  'provider',
  'country',
  'zone',
  'kind',
  'vendor',
  'meaning',
  'group',
  'question',
  'question_fr',
  'why',
  'why_fr',
] as const;

/** Rows that hold every word, best match first. */
export function searchRows<Row extends Named>(rows: readonly Row[], words: string | readonly string[]): Row[] {
  const wanted = (typeof words === 'string' ? words.split(/\s+/) : words)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '');
  const scored = rows.flatMap((row) => {
    const names = namesOf(row).map((name) => name.toLowerCase());
    const fields = row as Readonly<Partial<Record<string, unknown>>>;
    const haystack = [
      ...names,
      ...searched.flatMap((key) => (typeof fields[key] === 'string' ? [fields[key].toLowerCase()] : [])),
    ];
    if (!wanted.every((word) => haystack.some((text) => text.includes(word)))) return [];
    const score = wanted.reduce((sum, word) => sum + rank(word, names), 0);
    return [{ row, score }];
  });
  return scored.toSorted((left, right) => left.score - right.score).map((each) => each.row);
}

/** 0 for a whole name, 1 for its start, 2 for a part of it, 3 for a word found elsewhere. */
function rank(word: string, names: readonly string[]): number {
  if (names.includes(word)) return 0;
  if (names.some((name) => name.startsWith(word))) return 1;
  return names.some((name) => name.includes(word)) ? 2 : 3;
}
