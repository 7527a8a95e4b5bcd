/** Explains a figure of a scenario file. */
import type { Method, PracticeId } from '../assessment.ts';
import { within } from '../explain/depth.ts';
import { explain } from '../explain/explain.ts';
import type { Explanation } from '../explain/explanation.ts';
import { readInput } from './files.ts';
import { hash } from '../hash.ts';
import { loadCatalog } from './load-catalog.ts';
import type { World } from './world.ts';

interface Wanted {
  readonly quantity: string;
  readonly usage?: string;
  readonly place?: number;
  readonly depth?: number;
  readonly catalog?: string;
  readonly method: Method;
  readonly samples: number;
  readonly seed: number;
  readonly practices: readonly PracticeId[] | undefined;
}

/** Errors  InputError when the scenario, the catalogue or what is asked for is wrong. */
export async function explainFile(world: World, file: string, wanted: Wanted): Promise<Explanation> {
  const catalog = await loadCatalog(world, wanted.catalog);
  const { quantity, usage, place, method, samples, seed, practices } = wanted;
  const explanation = explain(await readInput(world, file, () => undefined), {
    catalog,
    hash,
    quantity,
    usage,
    place,
    method,
    samples,
    seed,
    practices,
  });
  return wanted.depth === undefined ? explanation : within(explanation, wanted.depth);
}
