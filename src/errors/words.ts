/** What the words of an error are made of. */

/** In English; src/messages/problems holds each of them in French, for who reads French. */
export interface Words {
  readonly message: string;
  readonly why?: string;
  readonly fix?: string;
}

export const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

export const nearest = (names: readonly string[]): string =>
  names.length === 0 ? '' : `the nearest are ${list(names)}`;

/** Where the pages of docs/ are read: the package does not ship them. */
export const docs = 'https://github.com/ai-footprint/ai-footprint/blob/main/docs';
