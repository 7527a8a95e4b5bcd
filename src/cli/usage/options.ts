/** What the command line says of a log, checked before a byte of it is read. */
import { resolve } from 'node:path';
import type { Catalog } from '../../catalog/index.ts';
import { nearestNames } from '../../catalog/nearest.ts';
import { InputError, problem, type Problem } from '../../errors.ts';
import type { CostReader } from '../../usage-log/costs.ts';
import { costReaders } from '../../usage-log/readers/costs.ts';
import { readers } from '../../usage-log/readers/index.ts';
import type { Reader } from '../../usage-log/types.ts';
import { hostNamed } from '../../metered/hosts.ts';
import { prepare, type PreparedScenario } from '../../prepare.ts';
import { readInput, readText, statOf } from '../files.ts';
import type { World } from '../world.ts';
import type { UsageOptions } from './asked.ts';

/** `--map old=new`: the last sign of equality, so that a name of the log may hold others. */
export function renamesOf(written: readonly string[], catalog: Catalog): ReadonlyMap<string, string> {
  const problems: Problem[] = [];
  const renames = new Map<string, string>();
  for (const word of written) {
    const at = word.lastIndexOf('=');
    const [from, to] = [word.slice(0, at), word.slice(at + 1)];
    if (at < 1 || to === '') {
      problems.push(
        problem('bad-option', { reason: `"--map ${word}": write it as NAME-IN-THE-LOG=NAME-IN-THE-CATALOGUE` }),
      );
      continue;
    }
    if (renames.has(from)) problems.push(problem('bad-option', { reason: `"--map ${from}" is given twice` }));
    renames.set(from, to);
    const model = catalog.model(to);
    if (model && 'ambiguous' in model)
      problems.push(problem('ambiguous-name', { kind: 'model', name: to, candidates: model.ambiguous }));
    else if (!model && !catalog.region(to) && !catalog.provider(hostNamed(to)))
      problems.push(
        problem('unknown-name', { kind: 'model', name: to, nearest: catalog.nearest('models', to), table: 'models' }),
      );
  }
  if (problems.length > 0) throw new InputError(problems);
  return renames;
}

export function regionOf(written: string | undefined, catalog: Catalog): string | undefined {
  if (written === undefined || catalog.region(written)) return written;
  const nearest = catalog.nearest('regions', written);
  throw new InputError([problem('unknown-name', { kind: 'region', name: written, nearest, table: 'regions' })]);
}

/** Keys of `--by`, each once. */
export function groupingOf(written: string | undefined): readonly string[] {
  if (written === undefined) return [];
  const keys = written.split(',').map((key) => key.trim());
  if (keys.includes('')) throw new InputError([problem('bad-option', { reason: `"--by ${written}": a key is empty` })]);
  return [...new Set(keys)];
}

function readerNamed(name: string): Reader | CostReader {
  const all = [...readers, ...costReaders];
  const found = all.find(({ id }) => id === name);
  if (found) return found;
  const known = all.map(({ id }) => id);
  const [near] = nearestNames(name, known);
  const reason = `there is no reader "${name}"`;
  const fix = near === undefined ? `the readers are ${known.join(', ')}` : `write "--reader ${near}"`;
  throw new InputError([problem('bad-option', { reason, fix })]);
}

/** What is asked of a footprint, and a query that is printed has none. */
const ofFootprint = {
  output: 'output',
  format: 'format',
  toScenario: 'to-scenario',
  plan: 'plan',
  strict: 'strict',
} as const;

/** Errors  InputError where two options ask for standard input, or one is asked for in vain. */
export function refuseClashes(options: UsageOptions, files: readonly string[]): void {
  const refuse = (reason: string): never => {
    throw new InputError([problem('bad-option', { reason, fix: 'leave one of the two out' })]);
  };
  for (const name of ['plan', 'defaults', 'mapping'] as const)
    if (options[name] === '-' && files.includes('-')) refuse(`"--${name} -": standard input is the log`);
  if (options.printSql === undefined) return;
  for (const [name, written] of Object.entries(ofFootprint))
    if (options[name as keyof typeof ofFootprint] !== undefined)
      refuse(`"--print-sql" prints a query, and leaves "--${written}" undone`);
}

/** What says nothing of money, and why. */
const ofCalls = {
  plan: { option: 'plan', reason: 'a plan is set against calls, and money counts none' },
  map: { option: 'map', reason: 'money is of no model and no host that could be taken for another' },
  region: { option: 'region', reason: 'the factor of a sector has no place' },
} as const;

/** Errors  InputError where an option would be left undone in silence. */
export function refuseForCosts({ id }: Pick<CostReader, 'id'>, options: UsageOptions): void {
  const given = (Object.keys(ofCalls) as (keyof typeof ofCalls)[]).filter((name) => options[name] !== undefined);
  if (given.length > 0)
    throw new InputError(given.map((name) => problem('costs-without', { reader: id, ...ofCalls[name] })));
}

/** That of a mapping or of a name; undefined where it is to be recognised. */
export async function readerOf(
  world: World,
  { reader, mapping }: { readonly reader?: string; readonly mapping?: string },
): Promise<Reader | CostReader | undefined> {
  if (reader !== undefined && mapping !== undefined)
    throw new InputError([
      problem('bad-option', { reason: '"--reader" and "--mapping" say the same thing twice: give one' }),
    ]);
  if (reader !== undefined) return readerNamed(reader);
  if (mapping === undefined) return undefined;
  const { readMapping } = await import('../../log-files/mapping.ts');
  return readMapping({ file: mapping, text: readText(resolve(world.cwd(), mapping), mapping) });
}

/** Errors  InputError with what is wrong in the plan. */
export async function planOf(
  world: World,
  file: string | undefined,
  catalog: Catalog,
): Promise<PreparedScenario | undefined> {
  if (file === undefined) return undefined;
  const text = await readInput(world, file, () => undefined);
  return prepare(text, { catalog, method: 'ai-footprint', both: false, practices: [] });
}

/** Errors  InputError: a scenario that somebody may have worked on is not written over. */
export function scenarioTarget(world: World, file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const refuse = (reason: string, fix: string): never => {
    throw new InputError([problem('bad-option', { reason: `"--to-scenario ${file}": ${reason}`, fix })]);
  };
  if (!/\.ya?ml$/i.test(file)) refuse('it does not end in .yaml', 'name a file that ends in .yaml');
  if (statOf(resolve(world.cwd(), file))) refuse('the file exists already', 'name another file, or remove it');
  return file;
}
