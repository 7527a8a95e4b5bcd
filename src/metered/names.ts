/** The names of a row, as the catalogue has them. */
import type { Catalog } from '../catalog/index.ts';
import type { SummedRows } from '../usage-log/types.ts';
import { hostNamed } from './hosts.ts';

export interface NameOptions {
  readonly catalog: Catalog;
  /** Names of the log -> names that they are taken for. */
  readonly renames: ReadonlyMap<string, string>;
  /** Where the machines stand of rows that do not say it. */
  readonly region: string | undefined;
}

export interface RowNames {
  /** Id of the catalogue where it has one, else as logged. */
  readonly model: string;
  readonly isEmbedding: boolean;
  readonly region?: string;
  readonly provider?: string;
  /** A host that the catalogue does not know. */
  readonly unknownHost?: string;
}

/** Undefined where the row names no model. */
export function namesOf(
  { model: logged, provider, region }: Pick<SummedRows, 'model' | 'provider' | 'region'>,
  { catalog, renames, region: otherwise }: NameOptions,
): RowNames | undefined {
  if (logged === null) return undefined;
  const named = (name: string): string => renames.get(name) ?? name;
  const model = named(logged);
  const found = catalog.model(model);
  const row = found && 'ok' in found ? found.ok : undefined;
  const place = region === null ? otherwise : named(region);
  const host = provider === null ? undefined : hostNamed(named(provider));
  const known = host === undefined ? undefined : catalog.provider(host)?.id;
  return {
    model: row?.id ?? model,
    isEmbedding: row?.kind === 'embedding',
    ...(place === undefined ? {} : { region: place }),
    ...(known === undefined ? {} : { provider: known }),
    ...(provider === null || known !== undefined ? {} : { unknownHost: provider }),
  };
}
