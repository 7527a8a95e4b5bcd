/** The way in: the text of ai-footprint.config.yaml -> a `Config`, or every problem of the file at once. */
import { criteria, grades } from '../assessment.ts';
import { nearestNames } from '../catalog/nearest.ts';
import { InputError } from '../errors.ts';
import { Findings } from '../scenario/findings.ts';
import { readDocument } from '../scenario/text/document.ts';
import type { Path } from '../scenario/text/place.ts';
import { isMap } from '../scenario/value/quantity.ts';
import {
  judges,
  levels,
  verdictCodes,
  type Budget,
  type ChangeLimit,
  type Judge,
  type Limit,
  type Waiver,
} from '../verdict/budget/types.ts';
import { isDay } from './calendar-day.ts';
import { refuseConflict } from './conflict.ts';
import { readLimit, readPercent, subjectOf } from './limits.ts';
import { impactKeys, limitKeys, type ImpactKey } from './schema.ts';
import { checkShape } from './shape.ts';

export interface Config {
  readonly file: string;
  /** Patterns of scenario files, from the folder of the config. */
  readonly scenarios: readonly string[];
  readonly lock: string;
  /** Own rows of the catalogue, from the folder of the config. */
  readonly catalog: string | null;
  readonly judge: Judge;
  readonly budgets: readonly Budget[];
  readonly waivers: readonly Waiver[];
  /** Where a part of the config stands, for problems found later. */
  readonly locate: ReturnType<typeof readDocument>['locate'];
}

const defaultLock = 'ai-footprint.lock.json';

type Fields = Readonly<Record<string, unknown>>;

const listOf = (raw: unknown): readonly string[] =>
  typeof raw === 'string' ? [raw] : Array.isArray(raw) ? raw.filter((each) => typeof each === 'string') : [];

const oneOf = <Name extends string>(names: readonly Name[], raw: unknown): Name | undefined =>
  names.find((name) => name === raw);

const textOf = (raw: unknown): string | null => (typeof raw === 'string' && raw.trim() !== '' ? raw.trim() : null);

const isImpactKey = (key: string): key is ImpactKey => impactKeys.some((each) => each === key);

/** The impact of a change, which is all of its keys but the floor. */
function readChange(raw: unknown, path: Path, findings: Findings): ChangeLimit | undefined {
  if (!isMap(raw)) return undefined;
  const keys = Object.keys(raw).filter(isImpactKey);
  const [key] = keys;
  if (key === undefined || keys.length > 1) {
    if (keys.length > 1)
      findings.report('fields-exclude', { owner: '"change"', fields: keys, why: 'a budget limits one thing' }, path);
    else
      findings.report(
        'missing-key',
        { owner: '"change"', key: 'ghg', example: '"ghg: +10 %", or another criterion' },
        path,
      );
    return undefined;
  }
  const subject = subjectOf(key);
  const [change, lowest] = [raw[key], raw['floor']];
  if (typeof change !== 'string' || typeof lowest !== 'string') return undefined;
  const why = 'a change of -100 % leaves nothing, and one above +1000 % is another scenario';
  const percent = readPercent(
    change,
    { field: `change.${key}`, example: '+10 %', least: -1, most: 10, why },
    [...path, key],
    findings,
  );
  const floor = readLimit(lowest, { subject, field: 'change.floor' }, [...path, 'floor'], findings);
  if (percent === undefined || !floor) return undefined;
  return { kind: 'change', ...subject, factor: 1 + percent, floor: floor.value, time: floor.time, unit: floor.unit };
}

function readLimitOf(key: (typeof limitKeys)[number], raw: unknown, path: Path, findings: Findings): Limit | undefined {
  switch (key) {
    case 'change':
      return readChange(raw, path, findings);
    case 'assumed_width': {
      if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
      const why = 'it is a part of the width';
      const share = readPercent(raw, { field: key, example: '40 %', least: 0, most: 1, why }, path, findings);
      return share === undefined ? undefined : { kind: key, share };
    }
    case 'data_quality': {
      const grade = oneOf(grades, raw);
      return grade && { kind: key, grade };
    }
    case 'verdict':
      return { kind: key, codes: verdictCodes.filter((code) => listOf(raw).includes(code)) };
    default: {
      if (typeof raw !== 'string') return undefined;
      const subject = subjectOf(key);
      const limit = readLimit(raw, { subject, field: key }, path, findings);
      return limit && { kind: 'impact', ...subject, ...limit };
    }
  }
}

function writtenOf(key: string, raw: unknown): string {
  if (key === 'change' && isMap(raw)) {
    return Object.entries(raw)
      .map(([name, each]) => `${name} ${String(each)}`)
      .join(', ');
  }
  return Array.isArray(raw) ? raw.map(String).join(', ') : String(raw);
}

function readBudget(fields: Fields, path: Path, findings: Findings, locate: Config['locate']): Budget | undefined {
  const keys = limitKeys.filter((key) => Object.hasOwn(fields, key));
  const [key] = keys;
  const owner = `budget ${Number(path.at(-1)) + 1}`;
  if (key === undefined || keys.length > 1) {
    const known = Object.keys(fields).every((each) =>
      [...limitKeys, 'id', 'level', 'message', 'scenario', 'usage'].includes(each),
    );
    if (keys.length > 1)
      findings.report('fields-exclude', { owner, fields: keys, why: 'a budget limits one thing' }, path);
    // A misspelt criterion has been told, and is not missing as well.
    else if (known)
      findings.report(
        'missing-key',
        {
          owner,
          key: 'ghg',
          example: `one of ${criteria.join(', ')} (each also with _per_unit), change, assumed_width, data_quality, verdict`,
        },
        path,
      );
    return undefined;
  }
  const at = [...path, key];
  if (fields['usage'] !== undefined && (key === 'assumed_width' || key === 'verdict')) {
    findings.report(
      'fields-exclude',
      { owner, fields: [key, 'usage'], why: `"${key}" is known of a whole scenario` },
      path,
    );
  }
  const limit = readLimitOf(key, fields[key], at, findings);
  if (!limit) return undefined;
  return {
    key,
    id: textOf(fields['id']) ?? key,
    limit,
    written: writtenOf(key, fields[key]),
    level: oneOf(levels, fields['level']) ?? 'error',
    message: textOf(fields['message']),
    scenarios: listOf(fields['scenario']),
    usages: listOf(fields['usage']),
    place: locate(at, 'key'),
  };
}

function readWaiver(fields: Fields, path: Path, findings: Findings, locate: Config['locate']): Waiver | undefined {
  const [budget, owner, reason, expires] = ['budget', 'owner', 'reason', 'expires'].map((key) => textOf(fields[key]));
  for (const key of ['budget', 'owner', 'reason', 'expires']) {
    if (fields[key] === undefined || textOf(fields[key]) !== null || typeof fields[key] !== 'string') continue;
    findings.report(
      'wrong-type',
      { field: `waivers[${Number(path.at(-1))}].${key}`, expected: 'text', found: 'an empty text' },
      [...path, key],
    );
  }
  if (!budget || !owner || !reason || !expires) return undefined;
  if (!isDay(expires)) {
    findings.report('bad-day', { field: 'expires', found: expires }, [...path, 'expires']);
    return undefined;
  }
  return {
    budget,
    owner,
    reason,
    expires,
    scenarios: listOf(fields['scenario']),
    usages: listOf(fields['usage']),
    place: locate([...path, 'expires']),
  };
}

function readList<Read>(raw: unknown, name: string, read: (fields: Fields, path: Path) => Read | undefined): Read[] {
  return (Array.isArray(raw) ? raw : []).flatMap((each, index) => {
    const made = isMap(each) ? read(each, [name, index]) : undefined;
    return made === undefined ? [] : [made];
  });
}

/** A waiver of a budget that is not there would excuse nothing, without a word. */
function checkWaivers(waivers: readonly Waiver[], budgets: readonly Budget[], findings: Findings): void {
  const known = [...new Set(budgets.flatMap(({ id, key }) => [id, key]))];
  for (const [index, { budget }] of waivers.entries()) {
    if (known.includes(budget)) continue;
    findings.report('unknown-budget', { name: budget, nearest: nearestNames(budget, known), known }, [
      'waivers',
      index,
      'budget',
    ]);
  }
}

/**
 * Reads a config.
 * Errors  throws InputError with all problems of the file, in its order, each with its place.
 */
export function readConfig({ file, text }: { readonly file: string; readonly text: string }): Config {
  refuseConflict(file, text);
  const { value, problems: faults, locate } = readDocument({ file, text });
  const findings = new Findings(locate, faults);
  checkShape(value, findings);
  const fields: Fields = isMap(value) ? value : {};
  const budgets = readList(fields['budgets'], 'budgets', (each, path) => readBudget(each, path, findings, locate));
  const waivers = readList(fields['waivers'], 'waivers', (each, path) => readWaiver(each, path, findings, locate));
  // Of budgets that cannot be read, nobody knows the names.
  if (findings.problems([file]).length === 0) checkWaivers(waivers, budgets, findings);
  const problems = findings.problems([file]);
  if (problems.length > 0) throw new InputError(problems);
  return {
    file,
    scenarios: listOf(fields['scenarios']),
    lock: textOf(fields['lock']) ?? defaultLock,
    catalog: textOf(fields['catalog']),
    judge: oneOf(judges, fields['judge']) ?? 'range',
    budgets,
    waivers,
    locate,
  };
}
