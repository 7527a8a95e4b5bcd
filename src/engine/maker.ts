/** Where the rows of an entry of a tape come from. */
import type { Column } from './evaluate.ts';
import type { Operation } from './postfix.ts';
import type { Shape } from './shape.ts';

/** Place of an entry on its tape. */
export type Entry = number;

export interface Draw {
  readonly shape: Shape;
  /** Of the order of its strata (strata.ts); inputs of one key have it in common. */
  readonly seed: number;
}

export type Maker =
  | { readonly kind: 'number' }
  | { readonly kind: 'draw'; readonly draw: Draw }
  | { readonly kind: 'column'; readonly column: Column }
  | {
      readonly kind: 'operation';
      readonly operation: Operation;
      /** An operand that the operation does not take is the first one again. */
      readonly left: Entry;
      readonly right: Entry;
      readonly third: Entry;
    };
