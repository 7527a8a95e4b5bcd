/** Reads the two sides of a diff: scenarios, saved results, or a file at a commit. */
import { assessPrepared } from '../../assess.ts';
import type { Criterion } from '../../assessment.ts';
import { diffResults, diffScenarios, type DiffReport, type DiffSide } from '../../diff.ts';
import { supportOf } from '../../engine/baseline.ts';
import { draws } from '../../engine/draws.ts';
import { propagation } from '../../engine/propagate.ts';
import { InputError, problem } from '../../errors.ts';
import { prepare, type ScenarioText } from '../../prepare.ts';
import { compareResults } from '../../report/compare-results.ts';
import { toJson } from '../../report/json.ts';
import { readSaved, type SavedResult } from '../../report/saved-result.ts';
import { readDocument } from '../../scenario/text/document.ts';
import { isMap } from '../../scenario/value/quantity.ts';
import { readInput } from '../files.ts';
import { hash } from '../../hash.ts';
import { loadCatalog } from '../load-catalog.ts';
import type { World } from '../world.ts';
import { readAtCommit } from './git.ts';

export interface DiffSettings {
  readonly git: string | undefined;
  readonly catalog: string | undefined;
  readonly samples: number;
  readonly seed: number;
  readonly watched: Criterion;
}

interface Read {
  readonly label: string;
  readonly text: ScenarioText;
  /** The results of a saved file; undefined of a scenario. */
  readonly saved: readonly SavedResult[] | undefined;
}

/** A file that says it is a result is read as one. */
function understand(label: string, text: ScenarioText): Read {
  if (!/"?schema"?\s*:/.test(text.text.slice(0, 400))) return { label, text, saved: undefined };
  const { value } = readDocument(text);
  if (!isMap(value) || typeof value['schema'] !== 'string') return { label, text, saved: undefined };
  const read = readSaved(value);
  if ('results' in read) return { label, text, saved: read.results };
  throw new InputError(read.faults.slice(0, 10).map(({ reason }) => problem('bad-result', { file: label, reason })));
}

function only(results: readonly SavedResult[], label: string): SavedResult {
  const [first, ...others] = results;
  if (first && others.length === 0) return first;
  const reason = `"${label}" holds ${results.length} results; a diff is between two`;
  throw new InputError([problem('bad-option', { reason })]);
}

const plain = (value: object): SavedResult => JSON.parse(JSON.stringify(value)) as SavedResult;

/** Errors  InputError: files that cannot be read, scenarios with problems, periods that differ. */
export async function diffFiles(world: World, files: readonly string[], settings: DiffSettings): Promise<DiffReport> {
  const { git, samples, seed, watched } = settings;
  const [first = '', second = first] = files;
  const plainRead = async (file: string): Promise<Read> =>
    understand(file, await readInput(world, file, () => undefined));
  const before =
    git === undefined ? await plainRead(first) : understand(`${first}@${git}`, readAtCommit(world, git, first));
  const after = await plainRead(second);
  const catalog = await loadCatalog(world, settings.catalog);
  const practices: readonly [] = [];
  const options = { catalog, hash, samples, seed, practices } as const;
  const sideOf = ({ label, text }: Read): DiffSide => {
    const prepared = prepare(text, { catalog, method: 'ai-footprint', both: false, practices });
    return { label, prepared, assessment: assessPrepared(prepared, options) };
  };
  if (before.saved || after.saved) {
    const resultOf = (side: Read): SavedResult =>
      side.saved ? only(side.saved, side.label) : plain(toJson(sideOf(side).assessment));
    const [old, now] = [resultOf(before), resultOf(after)];
    const names = [old.scenario.name, now.scenario.name] as const;
    return diffResults(compareResults(old, now), { before: before.label, after: after.label, names }, watched);
  }
  const [left, right] = [sideOf(before), sideOf(after)];
  const [one, two] = [left, right].map(({ assessment }) => assessment.scenario.period);
  if (one !== two) {
    const reason = `"${before.label}" counts by "${one}" and "${after.label}" by "${two}": give both the same period`;
    throw new InputError([problem('bad-option', { reason })]);
  }
  const uncertainty = samples === 0 ? propagation : draws({ samples, seed, supportOf });
  return diffScenarios(left, right, { uncertainty, watched });
}
