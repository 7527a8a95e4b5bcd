/** Calls of each conversation, session or trace of a log. What is held is the name of each, and how many calls it has. */
import { textIn, type Levels } from './read-record.ts';
import { threadKinds, type Reader, type ThreadCounts } from './types.ts';

/** Of a call that names none. */
const none = -1;

export class Threads {
  /** Those that the reader knows, in the order of `threadKinds`. */
  readonly kinds: readonly (typeof threadKinds)[number][];
  readonly #reader: Pick<Reader, 'threads'>;
  readonly #places: readonly Map<string, number>[];
  readonly #calls: readonly number[][];
  readonly #without: number[];

  constructor(reader: Pick<Reader, 'threads'>) {
    this.#reader = reader;
    this.kinds = threadKinds.filter((kind) => reader.threads?.[kind]);
    this.#places = this.kinds.map(() => new Map<string, number>());
    this.#calls = this.kinds.map(() => []);
    this.#without = this.kinds.map(() => 0);
  }

  /** A number for each kind, the same for rows of the same thread. */
  of(levels: Levels): readonly number[] {
    return this.kinds.map((kind, at) => {
      const own = this.#reader.threads?.[kind];
      const name = own ? textIn(own.of, levels) : null;
      const places = this.#places[at];
      if (name === null || !places) return none;
      let place = places.get(name);
      if (place === undefined) places.set(name, (place = places.size));
      return place;
    });
  }

  /** A call that counts. */
  count(threads: readonly number[]): void {
    for (const [at, place] of threads.entries()) {
      const calls = this.#calls[at];
      if (place === none) this.#without[at] = (this.#without[at] ?? 0) + 1;
      else if (calls) calls[place] = (calls[place] ?? 0) + 1;
    }
  }

  totals(): ThreadCounts[] {
    return this.kinds.map((kind, at) => {
      const sizes = new Map<number, number>();
      // A thread of which no call counts is none.
      for (const calls of this.#calls[at] ?? []) if (calls > 0) sizes.set(calls, (sizes.get(calls) ?? 0) + 1);
      return {
        kind,
        sizes: [...sizes].toSorted(([left], [right]) => left - right),
        without: this.#without[at] ?? 0,
      };
    });
  }
}
