/** Names of `--map` against the log: a slip of the hand would pass for done. */
import type { Catalog } from '../catalog/index.ts';
import { InputError, problem, type Problem } from '../errors.ts';
import type { SummedRows } from '../usage-log/types.ts';
import { hostNamed } from './hosts.ts';

type Kind = 'model' | 'region' | 'host';

const fieldOf = { model: 'model', region: 'region', host: 'provider' } as const satisfies Record<
  Kind,
  keyof SummedRows
>;
const kinds = Object.keys(fieldOf) as Kind[];

/** What a name is in the catalogue. */
const isOf: Readonly<Record<Kind, (name: string, catalog: Catalog) => boolean>> = {
  model: (name, catalog) => catalog.model(name) !== undefined,
  region: (name, catalog) => catalog.region(name) !== undefined,
  host: (name, catalog) => catalog.provider(hostNamed(name)) !== undefined,
};

/** Errors  InputError for a name that no row has, and for one that is taken for something of another kind than it is in every row. */
export function refuseWrongRenames(
  renames: ReadonlyMap<string, string>,
  summed: readonly SummedRows[],
  catalog: Catalog,
): void {
  const logged = Object.fromEntries(
    kinds.map((kind) => [kind, new Set(summed.flatMap((line) => line[fieldOf[kind]] ?? []))]),
  ) as unknown as Readonly<Record<Kind, ReadonlySet<string>>>;
  const known = [...new Set(kinds.flatMap((kind) => [...logged[kind]]))].toSorted();
  const problems = [...renames].flatMap(([from, to]): Problem[] => {
    const own = kinds.filter((kind) => logged[kind].has(from));
    const [kind] = own;
    if (kind === undefined) return [problem('map-unused', { name: from, known })];
    if (own.some((each) => isOf[each](to, catalog))) return [];
    const nearest = kind === 'host' ? [] : catalog.nearest(kind === 'model' ? 'models' : 'regions', to);
    return [problem('map-kind', { from, kind, to, nearest })];
  });
  if (problems.length > 0) throw new InputError(problems);
}
