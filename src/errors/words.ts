/** What the words of an error are made of. */
import type { Sentence } from '../messages/problems/sentence.ts';

export type { Sentence } from '../messages/problems/sentence.ts';

export interface Words {
  readonly message: Sentence;
  readonly why?: Sentence;
  readonly fix?: Sentence;
}

export const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
