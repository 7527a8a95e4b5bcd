/** Reads a saved result, and computes it again the way it was made. */
import { resolve } from 'node:path';
import { methods, methodVersions, practiceIds, suggestedUpTo, type PracticeId } from '../assessment.ts';
import { InputError, problem } from '../errors.ts';
import { toJson } from '../report/json.ts';
import { readSaved, type SavedResult } from '../report/saved-result.ts';
import { readDocument } from '../scenario/text/document.ts';
import { assessAll } from './assess-all.ts';
import { readText } from './files.ts';
import type { World } from './world.ts';

/** Faults of the file that are told; more say nothing new. */
const most = 10;

/** Errors  InputError with its places: not readable, not JSON or YAML, not a result. */
export function readSavedFile(world: World, file: string): readonly SavedResult[] {
  const document = readOnce({ file, text: readText(resolve(world.cwd(), file), file) });
  if (document.problems.length > 0) throw new InputError(document.problems);
  const read = readSaved(document.value);
  if ('results' in read) return read.results;
  throw new InputError(
    read.faults.slice(0, most).map(({ path, reason }) => {
      let place = document.locate(path);
      for (let length = path.length - 1; length >= 0 && !place; length -= 1)
        place = document.locate(path.slice(0, length));
      return problem('bad-result', { file, reason }, { path: path.join('.'), place });
    }),
  );
}

/** A text that breaks off leaves every bracket open at one place: that is one problem, the last one said. */
function readOnce(text: { readonly file: string; readonly text: string }): ReturnType<typeof readDocument> {
  try {
    return readDocument(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const places = new Map(
      error.problems.map((each) => [`${each.place?.line ?? 0}:${each.place?.column ?? 0}`, each] as const),
    );
    throw new InputError([...places.values()]);
  }
}

/**
 * The practices that a saved result was asked for; undefined where it was asked for none in particular. None are in a
 * result whose greenhouse gases are unknown, or of many usages, whatever was asked.
 */
function practicesOf({ practices, baseline }: SavedResult): readonly PracticeId[] | undefined {
  if (!practices) {
    const isRefused = practices === null && baseline.impacts['ghg']?.total && baseline.usages.length <= suggestedUpTo;
    return isRefused ? [] : undefined;
  }
  const own = practiceIds.filter((id) => practices.items.some((item) => item.id === id));
  return own.length === practiceIds.length ? undefined : own;
}

/** The result of the scenario today, by the method, the practices, the draws and the seed of the saved one. */
export async function recompute(
  world: World,
  scenario: string,
  { saved, catalog }: { readonly saved: SavedResult; readonly catalog: string | undefined },
): Promise<SavedResult> {
  const { uncertainty, tool, baseline } = saved;
  const method = methods.find((each) => methodVersions[each].split('/')[0] === tool.method.split('/')[0]);
  const seed = uncertainty?.seed ?? null;
  const { assessments } = await assessAll(world, [scenario], catalog, {
    ...(uncertainty === undefined ? {} : { samples: uncertainty.samples }),
    ...(seed === null ? {} : { seed }),
    ...(method === undefined ? {} : { method }),
    practices: practicesOf(saved),
    methods: baseline.usages.some((usage) => 'second_opinion' in usage),
  });
  const [now] = assessments.map(toJson);
  if (!now) throw new InputError([problem('file-not-found', { file: scenario })]);
  // Without the getters and absent keys that only live objects have: as it would be written.
  return JSON.parse(JSON.stringify(now)) as SavedResult;
}
