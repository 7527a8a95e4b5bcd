/**
 * From a read scenario to inputs of the method: chooses how each usage is estimated, best evidence first, and fills
 * what the scenario does not say from the catalogue, marked.
 */
import type { Period, UnknownReason, UsageFacts } from '../../assessment.ts';
import { InputError, InternalError, problem } from '../../errors.ts';
import type { Scenario, Usage } from '../types.ts';
import {
  fleetEstimate,
  measuredEstimate,
  spendEstimate,
  taskEstimate,
  textEstimate,
  type Estimate,
} from './estimates.ts';
import { fromCatalogue, fromScenario, implied, known, type Context } from './fill.ts';
import { ecologitsMechanism, ecologitsTextEstimate, referenceAccelerator, warnOfWater } from './ecologits.ts';
import { resolveData } from './data.ts';
import { publishedTraining, type PublishedTraining } from './published-training.ts';
import { resolveRuns, type Served } from './training.ts';
import { hostOf, resolveLocations, type ResolvedLocation } from './location.ts';
import { speedInputs } from './hardware.ts';
import { resolveModel } from './model.ts';
import { resolveOptions } from '../change/options.ts';
import { resolvePractices } from '../change/practices.ts';
import type { ResolvedInput, ResolvedOpinions, ResolvedPart, ResolvedScenario, ResolvedUsage } from './types.ts';
import { resolveValues } from './value.ts';
import { resolveVolume, type ResolvedVolume } from './volume.ts';
import { resolveWork, workOf } from './work.ts';
import { workFacts } from './work-facts.ts';

/** What follows once the energy of a prompt is known. */
const downstream = ['facility', 'operation', 'water', 'embodied', 'totals', 'busy'];

function place(
  context: Context,
  usage: Usage,
  estimate: Pick<Estimate, 'mechanisms' | 'inputs'>,
  locations: readonly ResolvedLocation[],
  volume: ResolvedVolume,
  training: Pick<PublishedTraining, 'mechanisms' | 'inputs'> = { mechanisms: [], inputs: [] },
): ResolvedPart[] {
  return locations.map((location) => ({
    place: location.name,
    mechanisms: [
      ...estimate.mechanisms,
      ...volume.mechanisms,
      ...(location.inputs.some(({ id }) => id === 'grid_ghg_market') ? ['market-based'] : []),
      ...downstream,
      ...training.mechanisms,
    ],
    inputs: sharingKeys(context, usage, [
      ...estimate.inputs,
      ...volume.inputs,
      ...location.inputs,
      ...training.inputs,
      // A conversation counts its calls; a prompt is one.
      ...(estimate.mechanisms.includes('conversation') ? [] : [implied('calls', 1, '1')]),
    ]),
  }));
}

function factsOf(
  usage: Usage,
  model: { readonly name: string } | undefined,
  estimate: Estimate | undefined,
  locations: readonly ResolvedLocation[],
): UsageFacts {
  const input = (id: string): ResolvedInput | undefined => estimate?.inputs.find((each) => each.id === id);
  const tokensIn = input('input_tokens') ?? input('message_tokens');
  const tokensOut = input('output_tokens');
  const given = (each: ResolvedInput): boolean => each.status === 'given' || each.status === 'given-range';
  return {
    ...(model ? { model: model.name } : typeof usage.model === 'string' ? { model: usage.model } : {}),
    place: locations.some(({ name }) => name === null) ? null : locations.map(({ name }) => name).join(' + '),
    placeAssumed: locations.some((location) => location.assumed),
    ...(usage.task === undefined ? {} : { task: usage.task }),
    ...(known(usage.iterations) ? { iterations: usage.iterations.range } : {}),
    ...(tokensIn ? { inputTokens: tokensIn.range, inputAssumed: !given(tokensIn) } : {}),
    ...(tokensOut ? { outputTokens: tokensOut.range, outputAssumed: !given(tokensOut) } : {}),
    ...workFacts(usage, estimate?.inputs ?? []),
    ...(usage.hosting === undefined ? {} : { hosting: usage.hosting }),
  };
}

function reasonsOf(usage: Usage, chosen: Estimate | undefined, volumeKnown: boolean): UnknownReason[] {
  if (!chosen) return ['nothing-published'];
  const has = (id: string): boolean => chosen.inputs.some((input) => input.id === id);
  const reasons: UnknownReason[] = [];
  if (chosen.estimator === 'spend') return ['spend-has-no-phases'];
  if (!volumeKnown && chosen.estimator !== 'fleet') reasons.push('requests-unknown');
  if (chosen.estimator === 'measured' && !has('reported_energy') && !has('total_parameters'))
    reasons.push('energy-unknown');
  if (!has('accelerator_embodied_ghg') && !chosen.mechanisms.includes(ecologitsMechanism))
    reasons.push('hardware-time-unknown');
  return reasons;
}

/** What is given and does not enter the result is said. */
function warnOfUnused(context: Context, usage: Usage, chosen: Estimate | undefined): void {
  const has = (id: string): boolean => chosen?.inputs.some((input) => input.id === id) ?? false;
  const perUser = typeof usage.requests === 'object' && usage.requests.per === 'user';
  const unused: Readonly<Record<string, boolean>> = {
    spend: usage.spend !== undefined && chosen?.estimator !== 'spend',
    users: usage.users !== undefined && !perUser,
    tokens: usage.tokens !== undefined && chosen !== undefined && !has('output_tokens'),
    serving:
      usage.serving !== undefined &&
      chosen !== undefined &&
      !['batch', ...speedInputs, 'idle', 'utilisation', 'server_share'].some(has),
  };
  for (const [field, isUnused] of Object.entries(unused)) {
    if (!isUnused) continue;
    const path = `${usage.path}.${field}`;
    const line = context.locate(path)?.line;
    const by = chosen ? `the estimate is by ${chosen.estimator}` : 'nothing is estimated';
    const message = `"${field}" of usage "${usage.id}" does not enter the result: ${by}`;
    context.warnings.push({ code: 'not-used', message, path, ...(line === undefined ? {} : { line }) });
  }
}

/**
 * Values that several usages take from one place of the file, `defaults`, are one unknown: their key is that place.
 */
function sharingKeys(context: Context, usage: Usage, inputs: readonly ResolvedInput[]): readonly ResolvedInput[] {
  if (!context.hasDefaults) return inputs;
  return inputs.map((input) => {
    if (input.status !== 'given-range' || !input.key.startsWith(usage.path)) return input;
    const place = context.locate(`${usage.path}.${input.field}`);
    return place ? { ...input, key: `given:${place.file}:${place.line}:${place.column}` } : input;
  });
}

function opinionsOf(
  context: Context,
  usage: Usage,
  { own, other }: { own: Estimate; other: Estimate },
  locations: readonly ResolvedLocation[],
  volume: ResolvedVolume,
): ResolvedOpinions {
  return {
    own: place(context, usage, own, locations, volume),
    other: place(context, usage, other, locations, volume),
    reference: referenceAccelerator(context),
  };
}

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
  const parts = place(context, usage, chosen ?? { mechanisms: [], inputs: [] }, locations, counted, trained);
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
      .map((other) => ({ estimator: other.estimator, parts: place(context, usage, other, locations, counted) })),
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

/** As the scenario states it, else that of the catalogue, marked. */
function priceOfCarbon(context: Context, { carbonPrice }: Scenario) {
  const standard = context.catalog.carbonPrice('default');
  if (!standard) throw new InternalError('src/data/carbon-prices.yaml has no row "default"');
  const { price } = standard;
  return {
    input: carbonPrice
      ? fromScenario('carbon_price', 'money/kgCO2e', 'carbon_price', carbonPrice, 'scenario')
      : {
          ...fromCatalogue('carbon_price', 'carbon_price', {
            figure: price,
            key: 'default.carbon_price',
            status: 'default',
          }),
          // Published per tonne.
          range: { low: price.low / 1000, central: price.value / 1000, high: price.high / 1000 },
          unit: 'money/kgCO2e',
        },
    currency: carbonPrice?.currency ?? 'EUR',
  };
}
