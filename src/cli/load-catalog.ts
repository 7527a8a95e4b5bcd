/** The catalogue of a run: the shipped one, with the rows of `--catalog FILE` when there is one. */
import { resolve } from 'node:path';
import { defaultCatalog, type Catalog } from '../catalog/index.ts';
import { InputError } from '../errors.ts';
import { readText } from './files.ts';
import type { World } from './world.ts';

/** Errors  InputError when the file cannot be read or one of its rows breaks a rule. */
export async function loadCatalog(world: World, own: string | undefined): Promise<Catalog> {
  const shipped = defaultCatalog();
  if (own === undefined) return shipped;
  const text = readText(resolve(world.cwd(), own), own);
  const { readDocument } = await import('../scenario/text/document.ts');
  const { extendCatalog } = await import('../catalog/extend.ts');
  const { value, problems, locate } = readDocument({ file: own, text });
  if (problems.length > 0) throw new InputError(problems);
  return extendCatalog(shipped, value, locate);
}
