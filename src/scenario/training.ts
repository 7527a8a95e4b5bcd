/** `training:` of the file -> runs in the units of their fields. */
import type { Calendar } from './value/calendar.ts';
import type { FieldName } from './value/fields.ts';
import { isMap, readerOf, readQuantity } from './value/quantity.ts';
import type { Reader } from './value/quantity-text.ts';
import type { Findings } from './findings.ts';
import { readLocations } from './location.ts';
import { pathText, type Path } from './text/place.ts';
import type { Training, TrainingRun } from './training-types.ts';
import type { Given } from './types.ts';
import { givenOf, readLine, withoutAbsent } from './usage-parts.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Run {
  readonly raw: Fields;
  readonly path: Path;
  readonly findings: Findings;
  readonly unknown: string[];
}

const numbers = [
  'count', 'hours', 'gpu_hours', 'power', 'host', 'pue', 'energy', 'ghg', 'water', 'tokens', 'parameters', 'share', 'serves',
  'development',
] as const; // prettier-ignore

function valueOf(name: (typeof numbers)[number] | 'runs', reader: Reader, { raw, path, findings, unknown }: Run) {
  if (!Object.hasOwn(raw, name)) return undefined;
  const reading = readQuantity(raw[name], reader, [...path, name], findings);
  if (reading === 'unknown') unknown.push(`training.${name}`);
  return reading === undefined || reading === 'unknown' ? undefined : givenOf(reading);
}

/** What a run must say to be counted at all, and what it cannot say twice. */
function check({ raw, path, findings }: Run, id: string): void {
  const has = (...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(raw, name));
  const owner = `training "${id}"`;
  const hours = has('gpu_hours') || has('count', 'hours');
  if (!has('energy') && !has('ghg') && !hours && !(has('tokens') && (has('parameters') || has('model')))) {
    const example =
      '"energy: 1287 MWh", "ghg: 552 t", "count: 8" with "hours: 36", or "tokens: 2B" with "parameters: 8B"';
    findings.report('missing-key', { owner, key: 'energy', example }, path);
  }
  const exclude = (first: string, second: string, why: string): void => {
    if (has(first, second))
      findings.report('fields-exclude', { owner, fields: [first, second], why }, [...path, second]);
  };
  exclude('gpu_hours', 'hours', 'accelerator-hours are count x hours');
  exclude('serves', 'share', 'the requests served give the share');
  exclude('serves', 'runs', 'what the model serves in its life is shared by requests, not by runs of a period');
}

function readRun(raw: Fields, path: Path, calendar: Calendar, findings: Findings): TrainingRun {
  const unknown: string[] = [];
  const run: Run = { raw, path, findings, unknown };
  const id = readLine(raw['id'], [...path, 'id'], findings, 'id') ?? '';
  check(run, id);
  const line = (name: 'model' | 'accelerator') =>
    raw[name] === undefined ? undefined : readLine(raw[name], [...path, name], findings, `training.${name}`);
  const values: { [Name in (typeof numbers)[number]]?: Given } = {};
  for (const name of numbers) {
    const value = valueOf(name, readerOf(`training.${name}` as FieldName), run);
    if (value) values[name] = value;
  }
  return {
    id,
    path: pathText(path),
    method: raw['method'] === 'lora' ? 'lora' : 'full',
    locations: readLocations(raw, { path, findings, unknown }),
    ...values,
    ...withoutAbsent({
      description: readLine(raw['description'], [...path, 'description'], findings, 'description', { prose: true }),
      model: line('model'),
      accelerator: line('accelerator'),
      runs: valueOf('runs', calendar.runs, run),
    }),
    unknown,
  };
}

/**
 * @param ids ids of the usages, which no run may have.
 * Errors  reported: missing-key, fields-exclude, duplicate-id, those of the values.
 */
export function readTraining(
  raw: unknown,
  { calendar, findings, ids }: { calendar: Calendar; findings: Findings; ids: ReadonlyMap<string, Path> },
): Training {
  if (raw === 'exclude') return { mode: 'exclude', runs: [] };
  if (!Array.isArray(raw)) return { mode: 'include', runs: [] };
  const items: readonly unknown[] = raw;
  const seen = new Map(ids);
  const runs = items.flatMap((item, index) => {
    if (!isMap(item)) return [];
    const path = ['training', index];
    const run = readRun(item, path, calendar, findings);
    const first = seen.get(run.id);
    if (first && run.id !== '') {
      findings.report('duplicate-id', { id: run.id, first: findings.lineOf([...first, 'id']) }, [...path, 'id']);
    }
    seen.set(run.id, path);
    return [run];
  });
  return { mode: 'runs', runs };
}
