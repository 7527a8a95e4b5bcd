/** Advises on a scenario file. */
import { advise, type Advice, type AdviseOptions } from '../advise.ts';
import { readInput } from './files.ts';
import { loadCatalog } from './load-catalog.ts';
import type { World } from './world.ts';

/** Errors  InputError when the scenario, the catalogue or what is asked for is wrong. */
export async function adviseFile(
  world: World,
  file: string,
  { catalog, ...wanted }: Omit<AdviseOptions, 'catalog'> & { readonly catalog: string | undefined },
): Promise<Advice> {
  const loaded = await loadCatalog(world, catalog);
  return advise(await readInput(world, file, () => undefined), { ...wanted, catalog: loaded });
}
