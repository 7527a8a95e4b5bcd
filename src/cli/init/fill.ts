/** Answers put into the text of a starter, where its own values stand; everything else keeps its bytes. */
import { isPair, isScalar, parseDocument, type Document, type Pair, type Scalar } from 'yaml';

/** What a starter asks for. Which of these it has is read from its text. */
export const slots = ['volume', 'spend', 'model', 'place'] as const;
export type Slot = (typeof slots)[number];

export type Answers = Readonly<Partial<Record<Slot, string>>>;

const usage = ['usages', 0] as const;

const places: Readonly<Record<Slot, readonly (readonly (string | number)[])[]>> = {
  volume: [['functional_unit', 'volume']],
  spend: [[...usage, 'spend', 'amount']],
  model: [[...usage, 'model']],
  place: [
    [...usage, 'region'],
    [...usage, 'grid'],
  ],
};

interface Written {
  readonly key: Scalar;
  readonly value: Scalar;
}

function pairAt(document: Document, path: readonly (string | number)[]): Pair | undefined {
  const owner = document.getIn(path.slice(0, -1), true);
  const items = (owner as { readonly items?: readonly unknown[] } | undefined)?.items ?? [];
  return items.filter(isPair).find(({ key }) => isScalar(key) && key.value === path.at(-1));
}

/** The key and the value of a slot; undefined where the text has none. */
function written(document: Document, slot: Slot): Written | undefined {
  for (const path of places[slot]) {
    const pair = pairAt(document, path);
    if (pair && isScalar(pair.key) && isScalar(pair.value)) return { key: pair.key, value: pair.value };
  }
  return undefined;
}

/** What a starter holds today for each slot that it has. */
export function valuesOf(text: string): Answers {
  const document = parseDocument(text);
  return Object.fromEntries(
    slots.flatMap((slot) => {
      const found = written(document, slot);
      return found ? [[slot, String(found.value.value)]] : [];
    }),
  );
}

/** Name of the functional unit of a starter. */
export function unitOf(text: string): string {
  return String(parseDocument(text).getIn(['functional_unit', 'name']) ?? '');
}

/** Plain where YAML reads the same text back, else in quotes. */
const scalar = (answer: string): string =>
  /^[A-Za-z0-9][\w./%+-]*(?: [\w./%+-]+)*$/.test(answer) ? answer : JSON.stringify(answer);

/** A region has its provider before a slash; without one it is a grid. */
const placeKey = (answer: string): 'region' | 'grid' => (answer.includes('/') ? 'region' : 'grid');

/** The text with the answers in place of its own values. Slots that it does not have are left alone. */
export function fill(text: string, answers: Answers): string {
  const document = parseDocument(text);
  const edits = slots.flatMap((slot) => {
    const answer = answers[slot]?.trim() ?? '';
    const found = answer === '' ? undefined : written(document, slot);
    if (!found?.key.range || !found.value.range) return [];
    const value = { from: found.value.range[0], to: found.value.range[1], text: scalar(answer) };
    if (slot !== 'place') return [value];
    return [{ from: found.key.range[0], to: found.key.range[1], text: placeKey(answer) }, value];
  });
  return edits
    .toSorted((left, right) => right.from - left.from)
    .reduce((result, { from, to, text: put }) => result.slice(0, from) + put + result.slice(to), text);
}
