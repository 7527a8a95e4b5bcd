/**
 * From a read scenario to inputs of the method: chooses how each usage is estimated, best evidence first, and fills
 * what the scenario does not say from the catalogue, marked.
 */
import type { Period } from '../../assessment.ts';
import { InputError, problem } from '../../errors.ts';
import type { Scenario, Usage } from '../types.ts';
import { fleetEstimate, measuredEstimate, spendEstimate, taskEstimate, textEstimate } from './estimates.ts';
import { fromScenario, implied, known, type Context } from './fill.ts';
import { ecologitsTextEstimate, warnOfWater } from './ecologits.ts';
import { resolveData } from './data.ts';
import { publishedTraining } from './published-training.ts';
import { resolveRuns, type Served } from './training.ts';
import { hostOf, resolveLocations } from './location.ts';
import { resolveModel } from './model.ts';
import { resolveOptions } from '../change/options.ts';
import { resolvePractices } from '../change/practices.ts';
import type { ResolvedInput, ResolvedScenario, ResolvedUsage } from './types.ts';
import { resolveValues } from './value.ts';
import { resolveVolume } from './volume.ts';
import { resolveWork, workOf } from './work.ts';
import { priceOfCarbon } from './carbon-price.ts';
import { warnOfUnused } from './not-used.ts';
import { opinionsOf, partsAt } from './parts.ts';
import { factsOf, reasonsOf } from './usage-facts.ts';

/** What all usages of a scenario share. */
interface Shared extends Pick<Scenario, 'period' | 'practices' | 'training'> {
  readonly volume: ResolvedInput | null;
}

interface Resolved {
  readonly usage: ResolvedUsage;
  readonly served: Served;
}

function resolveUsage(context: Context, usage: Usage, { volume, period, training, practices }: Shared): Resolved {
  const kind = workOf(usage);
  const model = kind === undefined ? resolveModel(context, usage) : undefined;
  const work = kind === undefined ? undefined : resolveWork(context, usage, kind);
  const host = hostOf(context, usage, (model ?? work)?.hosting);
  const locations = resolveLocations(context, usage, host);
  const text = textEstimate(context, usage, model);
  // A measured figure is cross-checked, and given its hardware time, only by work that the scenario states itself.
  const isStated = known(usage.tokens?.input) || known(usage.tokens?.output);
  const measured = measuredEstimate(context, usage, isStated ? text : undefined);
  const isAsked = context.both || context.method === 'ecologits';
  const other = text && isAsked ? ecologitsTextEstimate(context, usage, model) : undefined;
  const byMethod = context.method === 'ecologits' ? other : text;
  const stated = work?.estimate ?? (isStated ? byMethod : undefined);
  const fleet = fleetEstimate(context, usage, period);
  const task = taskEstimate(context, usage, model !== undefined || work !== undefined);
  const spend = spendEstimate(context, usage);
  // With invented tokens a model says less than a fleet that is given, and nothing of a period without requests.
  const guessed = stated || measured || (usage.requests === undefined && (fleet || spend)) ? undefined : byMethod;
  // Best evidence first: SCENARIO, which method estimates a usage.
  const [chosen, ...others] = [measured, stated, fleet, guessed, task, spend].filter((each) => each !== undefined);
  warnOfUnused(context, usage, chosen);
  if (!chosen && usage.unknown.length === 0 && context.problems.length === 0) {
    context.problems.push(
      problem(
        'no-estimator',
        { owner: `usage "${usage.id}"`, missing: usage.tokens ? 'tokens need a model' : 'nothing says what it does' },
        { path: usage.path, place: context.locate(usage.path) },
      ),
    );
  }
  const needsRequests = chosen !== undefined && chosen.estimator !== 'fleet' && chosen.estimator !== 'spend';
  const asked = resolveVolume(context, usage, volume, needsRequests);
  const counted = { ...asked, inputs: [...asked.inputs, ...periodTime(period)] };
  const data = resolveData(context, usage, locations, counted);
  const trained = publishedTraining(context, usage, chosen?.inputs ?? [], training);
  if (needsRequests && usage.requests === undefined) {
    context.problems.push(
      problem(
        'missing-key',
        {
          owner: `usage "${usage.id}"`,
          key: 'requests',
          example: '"requests: 15M/year", "requests: 1 per unit", or "requests: unknown"',
        },
        { path: usage.path, place: context.locate(usage.path) },
      ),
    );
  }
  const parts = partsAt(context, usage, chosen ?? { mechanisms: [], inputs: [] }, locations, counted, trained);
  const estimator = chosen?.estimator ?? 'none';
  const today = { usage, model, host, locations, estimator, inputs: parts[0]?.inputs ?? [] };
  const resolved: ResolvedUsage = {
    id: usage.id,
    path: usage.path,
    description: usage.description ?? null,
    tags: usage.tags ?? [],
    facts: factsOf(usage, model ?? work, chosen, locations),
    estimator,
    tier: chosen?.tier ?? null,
    requestsKnown: counted.known,
    perRequest: needsRequests || counted.known,
    parts: [...parts, ...data.parts],
    ...(data.counted.length > 0 ? { counted: data.counted } : {}),
    crossChecks: others
      .filter((other) => other.estimator !== 'spend' && (other.estimator !== 'fleet' || counted.known))
      // Energy that comes from the model anyway is no check of itself.
      .filter(
        (other) => other.estimator !== 'text' || chosen?.estimator !== 'measured' || known(usage.measured?.energy),
      )
      .map((other) => ({ estimator: other.estimator, parts: partsAt(context, usage, other, locations, counted) })),
    reasons: [
      ...reasonsOf(usage, chosen, counted.known),
      ...(trained.reason && chosen && chosen.estimator !== 'spend' ? [trained.reason] : []),
    ],
    practices: resolvePractices(context, today, practices),
    ...(context.options ? { options: resolveOptions(context, today) } : {}),
    ...(context.both && chosen?.estimator === 'text' && text && other
      ? { opinions: opinionsOf(context, usage, { own: text, other }, locations, counted) }
      : {}),
  };
  return { usage: resolved, served: { usage, mechanisms: asked.mechanisms, inputs: asked.inputs, known: asked.known } };
}

const hoursOf = { year: 8760, month: 730, week: 168, day: 24 } as const;

/** The length of the period; a job done once has none. */
function periodTime(period: Period): ResolvedInput[] {
  return period === 'once' ? [] : [implied('period_time', 3600 * hoursOf[period], 's/period')];
}

/**
 * Resolves every usage.
 * Errors  InputError with all names that the catalogue does not hold and all usages that cannot be estimated.
 */
export function resolveScenario(scenario: Scenario, base: Omit<Context, 'problems' | 'warnings'>): ResolvedScenario {
  const context: Context = { ...base, problems: [], warnings: [] };
  const given = scenario.functionalUnit?.volume;
  const volume = given ? fromScenario('volume', 'unit/period', 'volume', given, 'functional_unit') : null;
  const { training } = scenario;
  const resolved = scenario.usages.map((usage) => resolveUsage(context, usage, { ...scenario, volume }));
  const runs = resolveRuns(
    context,
    training.runs,
    resolved.map(({ served }) => served),
  );
  const usages = [...resolved.map(({ usage }) => usage), ...runs];
  const price = priceOfCarbon(context, scenario);
  const values = resolveValues(context, scenario, price);
  if (context.problems.length > 0) throw new InputError(context.problems);
  warnOfWater(context, usages);
  return {
    usages,
    warnings: context.warnings,
    volume,
    carbonPrice: price.input,
    currency: price.currency,
    values,
  };
}
