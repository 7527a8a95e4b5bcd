/** Assesses several files; every problem of every file is reported together. */
import { assessPrepared, type AssessOptions } from '../assess.ts';
import type { Catalog } from '../catalog/index.ts';
import { prepare, type PreparedScenario } from '../prepare.ts';
import { wantsPrices } from '../weigh/prices.ts';
import type { Assessment } from '../assessment.ts';
import { InputError, type Problem } from '../errors.ts';
import { hash } from '../hash.ts';
import { loadCatalog } from './load-catalog.ts';
import { readInput } from './files.ts';
import { tableOf } from './table-of.ts';
import type { World } from './world.ts';

/** What came of the files, and the real paths of all that was read for it. */
export interface Assessed {
  readonly assessments: readonly Assessment[];
  /** What each was computed from, in the same order. */
  readonly prepared: readonly PreparedScenario[];
  readonly catalog: Catalog;
  readonly read: ReadonlySet<string>;
}

/**
 * Errors  InputError with the problems of all files, when any has one.
 * @param settings.places whether the places that a page compares are resolved as well.
 */
export async function assessAll(
  world: World,
  files: readonly string[],
  ownCatalog: string | undefined,
  settings: Omit<AssessOptions, 'catalog' | 'hash'> & { readonly places?: boolean } = {},
): Promise<Assessed> {
  const catalog = await loadCatalog(world, ownCatalog);
  const assessments: Assessment[] = [];
  const all: PreparedScenario[] = [];
  const read = new Set<string>();
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      const text = await readInput(world, file, (path) => read.add(path));
      const { method = 'ai-footprint', methods: both = false, practices, places = false } = settings;
      const options = places ? ({ options: 'allowed' } as const) : {};
      const prepared = prepare(text, { catalog, method, both, practices, tables: true, ...options });
      const rows = await tableOf(prepared, text, { catalog, method, maxErrors: settings.maxErrors });
      // The list of prices is large, and few scenarios ask for it.
      const prices = wantsPrices(prepared.resolved)
        ? await (await import('./token-prices.ts')).tokenPrices(catalog.version)
        : undefined;
      assessments.push(assessPrepared(prepared, { ...settings, catalog, hash, prices }, rows));
      all.push(prepared);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return { assessments, prepared: all, catalog, read };
}
