type Ratios = Readonly<Record<string, number>>;
interface Entry {
  readonly name: string;
  readonly node: string;
  readonly ratios: Ratios;
}
export function readHistory(file: string): readonly Entry[];
export function ratiosOf(rows: readonly (readonly [string, number])[]): Ratios;
export function compare(a: {
  readonly before: Ratios;
  readonly today: Ratios;
  readonly lessIsBetter: (what: string) => boolean;
}): readonly { readonly what: string; readonly change: number | null; readonly word: string }[];
export function save(a: Entry & { readonly file: string }): void;
