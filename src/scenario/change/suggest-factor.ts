/** Suggestions that leave a part of what there is today: fewer prompts, shorter answers. */
import { InternalError } from '../../errors.ts';
import type { Practice } from '../../catalog/types.ts';
import { fromCatalogue, type Context } from '../resolve/fill.ts';
import { inputOf, type Found, type Today } from './today.ts';

/** What is made: an image for a task that makes images, else text. */
function modalityOf({ usage }: Today): 'text' | 'image' {
  return usage.images !== undefined || usage.video !== undefined || usage.task?.startsWith('image') ? 'image' : 'text';
}

function rowOf({ catalog }: Context, id: string): Practice & { readonly factor: NonNullable<Practice['factor']> } {
  const row = catalog.practice(id);
  if (!row?.factor) throw new InternalError(`src/data/practices.yaml has no factor in row "${id}"`);
  return { ...row, factor: row.factor };
}

/** The factor of the study for trained prompting, or for the length that is read. */
export function suggestFactor(context: Context, today: Today, practice: 'iterations' | 'output'): Found {
  const id = practice === 'iterations' ? 'iterations' : 'output_tokens';
  const own = inputOf(today, id);
  if (!own) return { status: 'out-of-reach', reason: 'not-of-this-estimate' };
  const from = own.range;
  if (practice === 'iterations' && from.high <= 1)
    return { status: 'already-so', reason: 'one-prompt', from, to: from };
  const { factor: figure, id: row } = rowOf(
    context,
    `${practice}-${practice === 'output' ? 'text' : modalityOf(today)}`,
  );
  const factor = fromCatalogue(
    practice === 'iterations' ? 'iterations_factor' : 'output_factor',
    `catalog.practices.${row}`,
    { figure, key: `practice:${row}`, status: 'default' },
  );
  const least = practice === 'iterations' ? 1 : 0;
  const to = {
    low: Math.max(least, from.low * figure.low),
    central: Math.max(least, from.central * figure.value),
    high: Math.max(least, from.high * figure.high),
  };
  const reason = practice === 'iterations' ? 'trained-prompting' : 'length-that-is-read';
  return { status: 'applies', reason, factor, from, to };
}
