/** A scenario file as a subject of a check. One that is as the lock has it is not computed again. */
import { dirname, join, posix } from 'node:path';
import { assessPrepared } from '../../assess.ts';
import { methodVersions } from '../../assessment.ts';
import type { Catalog } from '../../catalog/index.ts';
import type { Subject } from '../../check-types.ts';
import { compareWithLock, unmoved, type Comparison } from '../../compare.ts';
import { supportOf } from '../../engine/baseline.ts';
import { draws } from '../../engine/draws.ts';
import { propagation } from '../../engine/propagate.ts';
import { entryOf, factsOf, makingOf } from '../../facts.ts';
import { prepareToJudge, type PreparedScenario } from '../../prepare.ts';
import { factsOfLocked } from '../../project/entry.ts';
import type { LockedMaking, LockedScenario } from '../../project/lock-types.ts';
import type { ScenarioFacts } from '../../verdict/budget/types.ts';
import { version } from '../../version.ts';
import { wantsPrices, type TokenPrices } from '../../weigh/prices.ts';
import { baseLoader, readText } from '../files.ts';
import { hash } from '../../hash.ts';
import type { Project } from './project.ts';

export interface Calculation {
  readonly catalog: Catalog;
  /** Digest of the own rows that were added to it; empty of none. */
  readonly ownRows: string;
  readonly samples: number;
  readonly seed: number;
  /** Whether scenarios are computed although the lock has them as they are. */
  readonly again: boolean;
  /** For a cost that a value leaves open. */
  readonly prices?: TokenPrices | undefined;
}

export interface LockableSubject extends Subject {
  /** As the lock would keep it now. */
  entry(): LockedScenario;
  /** Whether it cannot be judged without the prices of tokens. */
  readonly wantsPrices: boolean;
}

const method = 'ai-footprint';

export function makingToday({ catalog, ownRows, samples, seed }: Calculation): LockedMaking {
  const shipped = `${catalog.data.version} ${catalog.data.hash}`;
  const dataVersion = ownRows === '' ? shipped : `${shipped} + ${ownRows}`;
  const intervals = samples === 0 ? 'propagation' : `draws ${samples} seed ${seed}`;
  return makingOf({ version, method: methodVersions[method], dataVersion }, { hash, intervals });
}

const sameMaking = (left: LockedMaking, right: LockedMaking): boolean =>
  (['data', 'method', 'method_digest', 'intervals', 'version'] as const).every((key) => left[key] === right[key]);

/** Whether the files of a locked scenario are those that were assessed. */
function isAsLocked({ folder, shown }: Project, file: string, locked: LockedScenario): boolean {
  if (locked.sources[0] !== file) return false;
  try {
    return hash(locked.sources.map((name) => readText(join(folder, name), shown(name)))) === locked.sha256;
  } catch {
    // What cannot be read is told when the scenario is read.
    return false;
  }
}

/** Errors  InputError with every problem of the scenario, located. */
export function openSubject(project: Project, file: string, calculation: Calculation): LockableSubject {
  const { folder, shown, lock } = project;
  const { catalog, samples, seed, again } = calculation;
  const locked = lock && Object.hasOwn(lock.scenarios, file) ? lock.scenarios[file] : undefined;
  const making = makingToday(calculation);
  const settings = { catalog, hash, samples, seed, method, prices: calculation.prices } as const;
  let sources: string[] = [];
  let ready: PreparedScenario | undefined;
  const prepared = (): PreparedScenario => {
    if (ready) return ready;
    const path = join(folder, file);
    const text = readText(path, shown(file));
    const load = baseLoader(dirname(path), () => undefined);
    const named = (target: string): string => {
      sources.push(posix.join(posix.dirname(file), target));
      return load(target);
    };
    sources = [file];
    ready = prepareToJudge({ file: shown(file), text, load: named }, { catalog, method });
    return ready;
  };
  const without = (left: readonly string[]): ScenarioFacts => {
    const { resolved, ...rest } = prepared();
    const usages = resolved.usages.filter(({ id }) => !left.includes(id));
    return factsOf(file, assessPrepared({ ...rest, resolved: { ...resolved, usages } }, settings));
  };
  const locate: Subject['locate'] = (usage, field) => {
    const { read } = prepared();
    const index = read.scenario.usages.findIndex(({ id }) => id === usage);
    if (index < 0) return read.locate([]);
    const at = ['usages', index] as const;
    if (field === 'place')
      return read.locate([...at, read.scenario.usages[index]?.locations[0]?.region === undefined ? 'grid' : 'region']);
    return field === undefined ? read.locate([...at, 'id']) : read.locate(`usages[${index}].${field}`);
  };
  if (
    lock &&
    locked &&
    !again &&
    sameMaking(locked.making, making) &&
    lock.isSealed(locked) &&
    isAsLocked(project, file, locked)
  ) {
    const facts = factsOfLocked(file, locked);
    return {
      facts,
      making,
      locked,
      comparison: unmoved(facts),
      without,
      locate,
      entry: () => locked,
      wantsPrices: false,
    };
  }
  const assessment = assessPrepared(prepared(), settings);
  const facts = factsOf(file, assessment);
  const uncertainty = samples === 0 ? propagation : draws({ samples, seed, supportOf });
  let comparison: Comparison | null | undefined;
  return {
    facts,
    making,
    locked,
    get comparison() {
      comparison ??= locked ? compareWithLock(prepared(), { facts, locked, uncertainty, hash }) : null;
      return comparison;
    },
    without,
    locate,
    wantsPrices: wantsPrices(prepared().resolved),
    entry: () => entryOf(prepared(), facts, { hash, sha256: assessment.scenario.sha256, sources, making }),
  };
}
