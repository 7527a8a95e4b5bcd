/** Checks a project: reads it, judges it, and writes the lock when that is asked for. */
import { join, resolve } from 'node:path';
import { checkProject, isWorse, renewed } from '../../check.ts';
import type { CheckReport, LockUse } from '../../check-types.ts';
import { InputError, problem, type Problem } from '../../errors.ts';
import { lockSchema, type Lock, type LockedScenario } from '../../project/lock-types.ts';
import { lockText } from '../../project/lock-text.ts';
import type { Judge } from '../../verdict/budget/types.ts';
import { version } from '../../version.ts';
import { loadCatalog } from '../load-catalog.ts';
import { readText, realPath } from '../files.ts';
import { hash } from '../../hash.ts';
import type { OutputFile } from '../output.ts';
import type { World } from '../world.ts';
import { openProject, type Project } from './project.ts';
import { makingToday, openSubject, type Calculation, type LockableSubject } from './subjects.ts';

export interface CheckSettings {
  readonly config: string | undefined;
  readonly catalog: string | undefined;
  readonly judge: Judge | undefined;
  readonly today: string;
  readonly strict: boolean;
  readonly exitZero: boolean;
  readonly samples: number;
  readonly seed: number;
  readonly again: boolean;
  readonly save: 'all' | 'update' | undefined;
}

export interface Checked {
  readonly report: CheckReport;
  /** To be written with the reports, or not at all. */
  readonly lock: OutputFile | undefined;
  /** Real paths that must not be written over. */
  readonly inputs: ReadonlySet<string>;
}

/** Errors  InputError with the problems of all scenarios, when any has one. */
function openAll(project: Project, calculation: Calculation): readonly LockableSubject[] {
  const problems: Problem[] = [];
  const subjects = project.files.flatMap((file) => {
    try {
      return [openSubject(project, file, calculation)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return subjects;
}

interface Relocked {
  readonly subjects: readonly LockableSubject[];
  readonly kept: readonly string[];
  readonly lock: Lock;
}

/** The lock as it will be, and every subject against it. An update keeps what the scenario itself made worse. */
function relock(project: Project, subjects: readonly LockableSubject[], save: 'all' | 'update'): Relocked {
  const kept: string[] = [];
  const scenarios: Record<string, LockedScenario> = {};
  // Of scenarios that were not looked at, nothing is known to have changed.
  if (project.partial) Object.assign(scenarios, project.lock?.scenarios);
  const now = subjects.map((subject): LockableSubject => {
    const { file } = subject.facts;
    if (save === 'update' && subject.locked && (!subject.comparison || isWorse(subject))) {
      kept.push(file);
      scenarios[file] = subject.locked;
      return subject;
    }
    const entry = subject.entry();
    scenarios[file] = entry;
    return { ...renewed(subject, entry), entry: () => entry, wantsPrices: false };
  });
  return { subjects: now, kept, lock: { schema: lockSchema, version, scenarios } };
}

/** Errors  InputError, located, for everything of the project that cannot be used. */
export async function runCheck(world: World, named: readonly string[], settings: CheckSettings): Promise<Checked> {
  const project = openProject(world, named, settings.config);
  const own = settings.catalog ?? (project.config.catalog === null ? undefined : project.shown(project.config.catalog));
  const catalog = await loadCatalog(world, own);
  const ownRows = own === undefined ? '' : hash([readText(resolve(world.cwd(), own), own)]).slice(0, 12);
  const { samples, seed, again } = settings;
  const calculation: Calculation = { catalog, ownRows, samples, seed, again };
  const lockFile = project.shown(project.config.lock);
  if (settings.save === 'update' && !project.lock) {
    throw new InputError([problem('lock-missing', { file: lockFile, needed: '--update-lock' })]);
  }
  let subjects = openAll(project, calculation);
  if (subjects.some((subject) => subject.wantsPrices)) {
    const { tokenPrices } = await import('../token-prices.ts');
    subjects = openAll(project, { ...calculation, prices: await tokenPrices(catalog.version) });
  }
  let use: LockUse = { file: lockFile, state: project.lock ? 'used' : 'absent', kept: [] };
  let written: OutputFile | undefined;
  if (settings.save) {
    const { subjects: now, kept, lock } = relock(project, subjects, settings.save);
    subjects = now;
    use = { file: lockFile, state: settings.save === 'all' ? 'saved' : 'updated', kept };
    written = { file: lockFile, text: lockText(lock) };
  }
  const { data, method } = makingToday(calculation);
  const { today, strict, exitZero } = settings;
  const report = checkProject(project.config, subjects, {
    tool: { version, method, dataVersion: data },
    lock: use,
    today,
    judge: settings.judge ?? project.config.judge,
    strict,
    exitZero,
    partial: project.partial,
  });
  const files = [...project.files, project.config.lock].map((name) => join(project.folder, name));
  const extended = subjects.flatMap(({ locked }) => locked?.sources ?? []).map((name) => join(project.folder, name));
  const read = [project.config.file, ...(own === undefined ? [] : [own])].map((file) => resolve(world.cwd(), file));
  return { report, lock: written, inputs: new Set([...files, ...extended, ...read].map(realPath)) };
}
