/** The catalogue of a run: the shipped one, with the rows of `--catalog FILE` when there is one. */
import { resolve } from 'node:path';
import { defaultCatalog, type Catalog } from '../catalog/index.ts';
import { InputError } from '../errors.ts';
import { readText } from './files.ts';
import type { World } from './world.ts';

/** Errors  InputError when the file cannot be read or one of its rows breaks a rule. */
export async function loadCatalog(world: World, own: string | undefined): Promise<Catalog> {
  return catalogWith(own === undefined ? undefined : { file: own, text: readText(resolve(world.cwd(), own), own) });
}

/** The shipped catalogue with the rows of a text. */
export async function catalogWith(own: { readonly file: string; readonly text: string } | undefined): Promise<Catalog> {
  const shipped = defaultCatalog();
  if (own === undefined) return shipped;
  const { readDocument } = await import('../scenario/text/document.ts');
  const { extendCatalog } = await import('../catalog/extend.ts');
  const { value, problems, locate } = readDocument(own);
  if (problems.length > 0) throw new InputError(problems);
  return extendCatalog(shipped, value, locate);
}
