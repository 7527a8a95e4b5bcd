/** A scenario from text to inputs of the method: what `assess` computes from and `explain` opens. */
import { practiceIds, suggestedUpTo, type Method, type PracticeId } from './assessment.ts';
import { cachedBeyondInput } from './cached-tokens.ts';
import type { Catalog } from './catalog/index.ts';
import { InputError } from './errors.ts';
import { unreachableSpeeds } from './reachable-speed.ts';
import { readScenario, type Load, type ReadScenario } from './scenario/read.ts';
import { resolveScenario } from './scenario/resolve/resolve.ts';
import type { LoadTable } from './scenario/table/rows.ts';
import type { ResolvedScenario, ResolvedUsage } from './scenario/resolve/types.ts';

export interface ScenarioText {
  /** Name for messages, as the user wrote it. */
  readonly file: string;
  readonly text: string;
  /** Reads the target of `extends`. */
  readonly load: Load;
  /** Reads the table of `usages: { from }`; without it such a scenario is refused. */
  readonly table?: LoadTable;
}

export interface PrepareOptions {
  readonly catalog: Catalog;
  /** What estimates text usages. */
  readonly method: Method;
  /** Whether text usages are prepared for both methods. */
  readonly both: boolean;
  /**
   * Practices to resolve, stated or suggested. When absent all that are stated, and suggestions for a scenario of a size
   * that somebody reads.
   */
  readonly practices?: readonly PracticeId[] | undefined;
  /** Places and models to compare: those that may be suggested, or all of the catalogue. None when absent. */
  readonly options?: 'allowed' | 'all';
  /** Whether the caller adds up the rows of a table; a scenario that has one is refused otherwise. */
  readonly tables?: boolean;
}

export interface PreparedScenario {
  readonly file: string;
  readonly read: ReadScenario;
  readonly resolved: ResolvedScenario;
}

/** Errors  InputError with every problem of the scenario, located. */
export function prepare(scenarioText: ScenarioText, options: PrepareOptions): PreparedScenario {
  const { tables = false } = options;
  return resolvedAs(scenarioText.file, readScenario(scenarioText, { tables }), options);
}

/**
 * For whoever judges the baseline: without practices, but where a value is stated, whose verdict counts on them.
 * Errors  as `prepare`.
 */
export function prepareToJudge(
  scenarioText: ScenarioText,
  { tables = false, ...options }: Pick<PrepareOptions, 'catalog' | 'method' | 'tables'>,
): PreparedScenario {
  const read = readScenario(scenarioText, { tables });
  const baseline = resolvedAs(scenarioText.file, read, { ...options, both: false, practices: [] });
  return baseline.resolved.values ? resolvedAs(scenarioText.file, read, { ...options, both: false }) : baseline;
}

function resolvedAs(
  file: string,
  read: ReadScenario,
  { catalog, method, both, practices, options }: PrepareOptions,
): PreparedScenario {
  const { scenario, sources, locate } = read;
  const hasDefaults = sources.some(({ text }) => text.includes('defaults'));
  const resolved = resolveScenario(scenario, {
    catalog,
    locate,
    hasDefaults,
    method,
    both,
    practices: practices ?? practiceIds,
    ...(options === undefined ? {} : { options }),
    suggest: practices !== undefined || scenario.usages.length <= suggestedUpTo,
  });
  const problems = [...unreachableSpeeds(resolved.usages, locate), ...cachedBeyondInput(resolved.usages, locate)];
  if (problems.length > 0) throw new InputError(problems);
  return { file, read, resolved };
}

/** Without a number of requests a usage has figures per request, and none for the period. */
export function hasPeriodTotal(usage: ResolvedUsage): boolean {
  return usage.requestsKnown || !usage.perRequest;
}
