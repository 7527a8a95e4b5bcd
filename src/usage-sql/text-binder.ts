/** Texts of a query: bound to it, or quoted in it. */
import type { Dialect } from './dialect.ts';

/** Whether texts are bound to the statement, or stand in it as literals, for a person to copy. */
export type Texts = 'bound' | 'quoted';

export class TextBinder {
  /** In the order of their places. */
  readonly bound: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #dialect: Dialect;
  readonly #texts: Texts;

  constructor(dialect: Dialect, texts: Texts) {
    this.#dialect = dialect;
    this.#texts = texts;
  }

  readonly text = (value: string): string => {
    if (this.#texts === 'quoted') return this.#dialect.literal(value);
    let place = this.#places.get(value);
    if (place === undefined) this.#places.set(value, (place = this.bound.push(value)));
    return this.#dialect.parameter(place);
  };
}
