/**
 * Intervals of entries of a tape. Their ends are computed when one is read: of those that reports read all together, and of those that
 * few reports read all together, apart from the others.
 */
import type { Range } from '../units.ts';
import type { Entry } from './maker.ts';
import type { Quantiles } from './quantile.ts';
import type { Tape } from './tape.ts';

type Group = 'often' | 'rarely';

interface Asked {
  /** The one with which it is computed. */
  group: Group;
  /** The entry whose quantiles its ends are, times a number. */
  readonly of: Entry;
  readonly range: Range;
  readonly fill: () => void;
}

export class DrawnIntervals {
  readonly #tape: Tape;
  readonly #asked = new Map<Entry, Asked>();
  /** Asked for, and not computed yet. */
  readonly #waiting: Readonly<Record<Group, Asked[]>> = { often: [], rarely: [] };

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** The 5-95 % interval of an entry around its central value, one object however often it is asked for. */
  of(entry: Entry, group: Group): Range {
    const known = this.#asked.get(entry);
    if (known && (known.group === group || known.group === 'often')) return known.range;
    const central = this.#tape.central(entry);
    if (this.#tape.isExact(entry)) return { low: central, central, high: central };
    const asked = known ?? this.#asking(entry, group);
    asked.group = group;
    this.#asked.set(entry, asked);
    this.#waiting[group].push(asked);
    // Computed with the first rows that are, whoever reads those.
    if (group === 'often') this.#tape.announce(asked.of);
    return asked.range;
  }

  /** Computes all of a group that were asked for. */
  settle(group: Group): void {
    const waiting = this.#waiting[group].splice(0);
    for (const { of } of waiting) this.#tape.announce(of);
    for (const { fill } of waiting) fill();
  }

  #asking(entry: Entry, group: Group): Asked {
    const central = this.#tape.central(entry);
    const { of, times } = this.#tape.multiple(entry);
    let ends: Quantiles | undefined;
    const filled = (): Quantiles => {
      if (ends) return ends;
      const [low, high] = this.#tape.quantiles(of);
      return (ends = [Math.min(low * times, central), Math.max(high * times, central)]);
    };
    const settled = (): Quantiles => {
      if (!ends) this.settle(asked.group);
      // Once more: where another one failed, this one was not reached.
      return filled();
    };
    const range: Range = {
      get low() {
        return settled()[0];
      },
      central,
      get high() {
        return settled()[1];
      },
    };
    const asked: Asked = { group, of, range, fill: () => void filled() };
    return asked;
  }
}
