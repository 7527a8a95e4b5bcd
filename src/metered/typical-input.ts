/** Tokens that are sent with a request, where a log does not count requests. */
import type { Catalog } from '../catalog/index.ts';
import { InternalError } from '../errors.ts';
import type { Range } from '../units.ts';

/**
 * Central is the usual kind of work of the catalogue. Nothing says which kind the rows are, so the mean request may be as short as the
 * typical one of the shortest kind (60 tokens), or as long as that of agents (50 000): a convention of ours, read as 5 to 95 %.
 */
export function typicalInput(catalog: Catalog): Range {
  const profile = catalog.profile(catalog.choice('task_profile')?.choice ?? '');
  if (!profile) throw new InternalError('src/data/profiles.yaml has no row of the default task profile');
  const all = catalog.data.profiles.map(({ input }) => input.value);
  return { low: Math.min(...all), central: profile.input.value, high: Math.max(...all) };
}
