/** The catalogue that ships with the tool. */
import { compiled } from './compiled.ts';
import { createCatalog, type Catalog } from './lookup.ts';
import { unpack } from './pack.ts';

let loaded: Catalog | undefined;

/** Kept after the first call: the embedded data never change. Its tables are parsed as they are asked for. */
export function defaultCatalog(): Catalog {
  if (loaded) return loaded;
  const { data, closed } = unpack(compiled);
  return (loaded = createCatalog(data, closed));
}
