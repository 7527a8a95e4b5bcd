/** The text of a lock -> the lock, or where it is wrong. */
import { InputError, problem } from '../errors.ts';
import { readDocument } from '../scenario/text/document.ts';
import { Lines } from '../scenario/text/place.ts';
import { refuseConflict } from './conflict.ts';
import { lockSchema, type Lock, type LockedScenario } from './lock-types.ts';
import { sealedText } from './lock-text.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // For the place of the fault; YAML holds JSON.
    const { problems } = readDocument({ file, text });
    if (problems.length > 0) throw new InputError(problems);
    throw new InputError([
      problem('bad-lock', { file, reason: 'it is not JSON' }, { place: new Lines(file, text).place(0, 1) }),
    ]);
  }
}

/** 1.10.0 is newer than 1.9.3; what is no version is not newer. */
function isNewer(written: string, version: string): boolean {
  const numbers = (text: string): number[] => (/^\d+\.\d+\.\d+/.exec(text)?.[0] ?? '').split('.').map(Number);
  const [left, right] = [numbers(written), numbers(version)];
  for (const [at, each] of left.entries()) {
    const own = right[at] ?? 0;
    if (each !== own) return each > own;
  }
  return false;
}

/** The keys that a calculation from a locked scenario stands on. */
function faultOf(scenario: unknown): readonly [string, string] | undefined {
  if (!isFields(scenario)) return ['', 'should be a block'];
  for (const key of ['making', 'carbon_price', 'impacts', 'usages']) {
    if (!isFields(scenario[key])) return [key, 'should be a block'];
  }
  for (const key of ['name', 'period', 'functional_unit', 'sha256', 'seal']) {
    if (typeof scenario[key] !== 'string') return [key, 'should be text'];
  }
  if (!Array.isArray(scenario['sources'])) return ['sources', 'should be a list'];
  for (const [id, usage] of Object.entries(scenario['usages'] as Fields)) {
    if (
      !isFields(usage) ||
      !isFields(usage['inputs']) ||
      !isFields(usage['impacts']) ||
      !Array.isArray(usage['places'])
    ) {
      return [`usages.${id}`, 'should hold impacts, inputs and places'];
    }
  }
  return undefined;
}

const isRange = (value: unknown): boolean =>
  Number.isFinite(value) ||
  (Array.isArray(value) && value.length === 3 && value.every((each) => Number.isFinite(each)));

const isInput = (input: unknown): boolean =>
  isFields(input) &&
  isRange(input['value']) &&
  ['source', 'status', 'unit'].every((key) => typeof input[key] === 'string') &&
  ['key', 'path'].every((key) => input[key] === undefined || typeof input[key] === 'string');

/** The values of an entry that the tool did not write as it stands. */
function faultOfValues(scenario: LockedScenario): readonly [string, string] | undefined {
  const isFigure = (figure: unknown): boolean =>
    isFields(figure) &&
    typeof figure['unit'] === 'string' &&
    [figure['total'], figure['per_unit']].every((each) => each === null || each === undefined || isRange(each));
  if (!Object.values(scenario.impacts).every(isFigure)) return ['impacts', 'should hold figures'];
  if (!isInput(scenario.carbon_price)) return ['carbon_price', 'should be an input'];
  if (scenario.volume !== null && !isInput(scenario.volume)) return ['volume', 'should be an input'];
  for (const [id, usage] of Object.entries(scenario.usages)) {
    const tables: unknown[] = [
      usage.inputs,
      ...usage.places.map((place: unknown) =>
        isFields(place) && Array.isArray(place['mechanisms']) ? place['inputs'] : undefined,
      ),
    ];
    const isSound = tables.every((table) => isFields(table) && Object.values(table).every(isInput));
    if (!isSound || !Object.values(usage.impacts).every(isFigure))
      return [`usages.${id}`, 'should hold figures and inputs with their values'];
  }
  return undefined;
}

export interface ReadLock extends Lock {
  /** Whether a scenario stands as the tool wrote it. */
  isSealed(scenario: LockedScenario): boolean;
}

/**
 * Reads a lock.
 * Errors  InputError, located: merge-conflict, lock-newer, bad-lock, those of a text that is not JSON.
 */
export function readLock(
  { file, text }: { readonly file: string; readonly text: string },
  { version, hash }: { readonly version: string; readonly hash: (texts: readonly string[]) => string },
): ReadLock {
  refuseConflict(file, text);
  const value = parsed(file, text);
  // Places cost a second reading, and are asked for when something is wrong.
  const locate = (path: readonly string[]) =>
    readDocument({ file, text }).locate(path) ?? new Lines(file, text).place(0, 1);
  const refuse = (reason: string, path: readonly string[]): never => {
    throw new InputError([problem('bad-lock', { file, reason }, { path: path.join('.'), place: locate(path) })]);
  };
  if (!isFields(value)) return refuse('it is no block of fields', []);
  const { schema, version: writer } = value;
  if (typeof schema !== 'string' || !/^ai-footprint\/lock\/\d+$/.test(schema))
    return refuse('it has no "schema" of a lock', ['schema']);
  if (typeof writer !== 'string') return refuse('it has no "version"', []);
  const isLater = Number(schema.split('/').at(-1)) > Number(lockSchema.split('/').at(-1));
  if (isLater || isNewer(writer, version)) {
    const written = isLater ? `ai-footprint ${writer}, as ${schema}` : `ai-footprint ${writer}`;
    throw new InputError([
      problem('lock-newer', { file, written, version }, { place: locate([isLater ? 'schema' : 'version']) }),
    ]);
  }
  const { scenarios } = value;
  if (!isFields(scenarios)) return refuse('it has no "scenarios"', []);
  for (const [name, scenario] of Object.entries(scenarios)) {
    const fault = faultOf(scenario);
    if (fault) {
      const [key, reason] = fault;
      refuse(`"${name}"${key === '' ? '' : `, "${key}"`} ${reason}`, ['scenarios', name]);
    }
  }
  const lock = value as unknown as Lock;
  const sealed = new Set<LockedScenario>();
  for (const [name, scenario] of Object.entries(lock.scenarios)) {
    if (scenario.seal === hash([sealedText(scenario, true)]).slice(0, 16)) sealed.add(scenario);
    const fault = sealed.has(scenario) ? undefined : faultOfValues(scenario);
    if (fault) refuse(`"${name}", "${fault[0]}" ${fault[1]}`, ['scenarios', name]);
  }
  return { ...lock, isSealed: (scenario) => sealed.has(scenario) };
}
