/** One scenario, from text to assessment: reads, resolves, evaluates, adds up. Pure: files come in as text. */
import { version } from './version.ts';
import {
  boundaryItems,
  isAssumed,
  methodVersions,
  type Assessment,
  type BoundaryItem,
  type CrossCheck,
  type DataQuality,
  type Equivalent,
  type Method,
  type Phase,
  type PracticeId,
  type UsageResult,
} from './assessment.ts';
import { qualityOf } from './assess-quality.ts';
import { ledgerOf } from './assess-ledger.ts';
import { trainingOf } from './assess-training.ts';
import { busyOf, perWorkOf } from './assess-work.ts';
import { projectionOf, sciOf } from './assess-years.ts';
import { practicesOf } from './assess-practices.ts';
import type { Catalog } from './catalog/index.ts';
import { perRequest, respondUsage, type UsageResponses } from './engine/baseline.ts';
import { unknownCriteria } from './engine/criteria.ts';
import { impactsOf, type ImpactOptions } from './engine/impacts.ts';
import { centralOf, type Response, type Uncertainty } from './engine/uncertainty.ts';
import { defaultSeed, evaluateScenario, intervalsFor, partsIn, type EvaluatedUsage } from './evaluate-scenario.ts';
import { hasPeriodTotal, prepare, type PreparedScenario, type ScenarioText } from './prepare.ts';
import { bothMethods } from './second-opinion.ts';
import { orderOf } from './scenario/change/practices.ts';
import type { TokenPrices } from './weigh/prices.ts';
import { weigh } from './weigh/weigh.ts';
import { defaultMaxErrors, readTable, type ReadTable } from './table.ts';
import type { Range } from './units.ts';
import type { ResolvedUsage } from './scenario/resolve/types.ts';

export interface AssessOptions {
  readonly catalog: Catalog;
  /** SHA-256, in hexadecimal, of the texts that make up a scenario. */
  readonly hash: (texts: readonly string[]) => string;
  /** Draws behind each interval; 0 propagates errors instead, which is faster and rougher. */
  readonly samples?: number;
  readonly seed?: number;
  /** What estimates text usages; ai-footprint when absent. */
  readonly method?: Method;
  /** Whether each text usage is given by both methods: `secondOpinion` of the usage. */
  readonly methods?: boolean;
  /** Good practices to compute; all when absent, none when empty. */
  readonly practices?: readonly PracticeId[] | undefined;
  /** Prices of tokens, for a cost that a scenario leaves open; unknown without them. */
  readonly prices?: TokenPrices | undefined;
  /** Whether a scenario without value is judged as well: it is undetermined. */
  readonly verdict?: boolean | undefined;
  /** Rows of a table with errors after which reading stops; 20 when absent. */
  readonly maxErrors?: number | undefined;
}

/** Draws behind a verdict, where the intervals are made otherwise. */
const verdictSamples = 10_000;

/** Equivalences shown beside greenhouse gases: a road, a screen, a ship. */
const shownEquivalences = ['truck-km', 'streaming-hour', 'container-ship-km'] as const;

/**
 * Assesses a scenario.
 * Errors  InputError with every problem of the scenario and of its table, located.
 */
export function assess(scenarioText: ScenarioText, settings: AssessOptions): Assessment {
  const { catalog, method = 'ai-footprint', methods = false, practices } = settings;
  const tables = scenarioText.table !== undefined;
  const prepared = prepare(scenarioText, { catalog, method, both: methods, practices, tables });
  const { table } = prepared.read;
  const source = table && scenarioText.table?.(table.target);
  const { maxErrors = defaultMaxErrors } = settings;
  const rows = source && readTable(prepared, source, { catalog, method, maxErrors });
  return assessPrepared(prepared, settings, rows);
}

/** Assesses a scenario that has been read and resolved, by the method that it was resolved for. */
export function assessPrepared(prepared: PreparedScenario, settings: AssessOptions, table?: ReadTable): Assessment {
  const { catalog, hash, method = 'ai-footprint' } = settings;
  const { file, read } = prepared;
  const { warnings, sources } = read;
  const scenario = table ? { ...read.scenario, usages: table.usages.map(({ usage }) => usage) } : read.scenario;
  const resolved = table
    ? { ...prepared.resolved, usages: table.usages.map((each) => each.resolved), warnings: table.warnings }
    : prepared.resolved;
  const { engine, said } = table?.intervals ?? intervalsFor(partsIn(resolved), table ? { samples: 0 } : settings);
  const { usages, whole, volume } = evaluateScenario(resolved, engine, table?.usages);
  const { carbonPrice, currency } = resolved;
  const order = orderOf(scenario.practices ?? scenario.usages.find((usage) => usage.practices)?.practices);
  const changed = table
    ? null
    : practicesOf(usages, { whole, order }, { per: volume, carbonPrice, currency, uncertainty: engine });
  const ghg = whole.ghg.total;
  const quality = qualityOf(usages, { catalog, uncertainty: engine });
  const counted = usages.filter((usage) => usage.counted);
  const projection = projectionOf(scenario, counted, engine);
  const options: ImpactOptions = { per: null, carbonPrice, currency, uncertainty: engine };
  const isWeighed = !table && (resolved.values !== null || settings.verdict === true);
  const verdict = once(() =>
    isWeighed
      ? weigh(scenario, resolved, {
          catalog,
          samples: said.samples || verdictSamples,
          seed: settings.seed ?? defaultSeed,
          prices: settings.prices,
          order,
          counted: hasPeriodTotal,
          quality,
        })
      : null,
  );
  const baseline = {
    impacts: impactsOf(whole, { ...options, per: volume }),
    usages: usages.map((usage, index) => usageResult(usage, quality.usages[index] ?? quality.scenario, options)),
    ...marketBasedOf(counted, engine),
    ...(table ? { table: table.summary } : {}),
  };
  const training = trainingOf(scenario.training, whole, engine);
  const sci = sciOf(whole, volume, engine);
  // Last: what has been asked for by then is computed with the rows that it reads.
  const ledger = ledgerOf(resolved, ghg ? engine.widthShares(ghg) : null);
  return {
    tool: { version, method: methodVersions[method], dataVersion: `${catalog.data.version} ${catalog.data.hash}` },
    scenario: {
      name: scenario.name,
      file,
      sha256: hash([...sources.map((source) => source.text), ...(table ? [table.sha256] : [])]),
      functionalUnit: scenario.functionalUnit?.name ?? 'request',
      volume: volume ? engine.interval(volume) : null,
      period: scenario.period,
    },
    baseline,
    training,
    ...(projection ? { projection } : {}),
    sci,
    practices: changed,
    // Weighed when a report asks: an explanation of one figure asks for none.
    get verdict() {
      return verdict();
    },
    equivalents: ghg ? equivalentsOf(catalog, engine.interval(ghg)) : [],
    carbonPrice: {
      value: carbonPrice.range,
      unit: `${currency}/kgCO2e`,
      source: carbonPrice.source,
      assumed: carbonPrice.status === 'default',
    },
    uncertainty: said,
    ledger,
    inputs: {
      given: ledger.filter(({ status }) => status === 'given' || status === 'given-range').length,
      assumed: ledger.filter(({ status }) => isAssumed(status)).length,
    },
    dataQuality: quality.scenario,
    warnings: [...warnings, ...resolved.warnings],
    boundary: boundaryOf(usages),
  };
}

/** Electricity by contract beside electricity by place, of the usages that give a contract. */
function marketBasedOf(
  usages: readonly EvaluatedUsage[],
  { sum, interval }: Uncertainty,
): Pick<Assessment['baseline'], 'marketBased'> {
  const contracted = usages.filter(({ responses }) => responses.market !== undefined);
  const market = sum(contracted.flatMap(({ responses }) => responses.market ?? []));
  const location = sum(contracted.flatMap(({ responses }) => responses.criteria.ghg.phases.get('operation') ?? []));
  return market && location ? { marketBased: { market: interval(market), location: interval(location) } } : {};
}

/** Made at the first call, and kept. */
function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}

function usageResult(
  { resolved, responses, counted, rows }: EvaluatedUsage,
  dataQuality: DataQuality,
  options: ImpactOptions,
): UsageResult {
  const unknown = unknownCriteria(resolved.id);
  const perWork = perWorkOf(responses, options.uncertainty);
  const busy = busyOf(resolved, responses, options.uncertainty);
  return {
    id: resolved.id,
    description: resolved.description,
    facts: resolved.facts,
    estimator: resolved.estimator,
    tier: resolved.tier,
    requests: resolved.requestsKnown ? options.uncertainty.interval(responses.requests) : null,
    impacts: impactsOf(counted ? responses.criteria : unknown, options),
    // Computed when a report asks: a table of ten thousand usages asks for none.
    get perRequest() {
      return impactsOf(resolved.perRequest ? perRequest(responses, options.uncertainty) : unknown, options);
    },
    crossChecks: crossChecksOf(resolved, responses, options.uncertainty),
    unknown: resolved.reasons,
    dataQuality,
    ...(rows === undefined ? {} : { rows }),
    ...secondOpinionOf(resolved, options),
    ...(perWork ? { perWork } : {}),
    ...(busy ? { busy } : {}),
  };
}

/** A text usage by both methods, when they were resolved. */
function secondOpinionOf({ opinions }: ResolvedUsage, options: ImpactOptions): Pick<UsageResult, 'secondOpinion'> {
  if (!opinions) return {};
  const { uncertainty } = options;
  const own = impactsOf(perRequest(respondUsage(opinions.own, uncertainty), uncertainty), options);
  const secondOpinion = bothMethods(opinions, own);
  return secondOpinion ? { secondOpinion } : {};
}

/** What the other ways to estimate a usage say of the energy of a request. */
function crossChecksOf(resolved: ResolvedUsage, used: UsageResponses, uncertainty: Uncertainty): CrossCheck[] {
  const { interval, ratio } = uncertainty;
  // Training is shared, not used: it says nothing of how a request was estimated.
  const energyOf = ({ criteria, requests }: UsageResponses): Response | undefined => {
    const used = criteria.energy.phases.get('operation');
    return used && ratio(used, requests);
  };
  const own = energyOf(used);
  // Of nothing there is no ratio.
  if (!own || centralOf(own) === 0) return [];
  return resolved.crossChecks.flatMap(({ estimator, parts }) => {
    const theirs = energyOf(respondUsage(parts, uncertainty));
    if (!theirs) return [];
    return [{ estimator, energyPerRequest: interval(theirs), ratio: centralOf(theirs) / centralOf(own) }];
  });
}

function equivalentsOf(catalog: Catalog, { low, central, high }: Range): Equivalent[] {
  return shownEquivalences.flatMap((id) => {
    const row = catalog.equivalence(id);
    if (!row?.ghg) return [];
    const { value, unit, source, year } = row.ghg;
    return [
      {
        id,
        label: row.label,
        labelFr: row.label_fr,
        unit: row.unit,
        amount: { low: low / value, central: central / value, high: high / value },
        factor: value,
        factorUnit: unit,
        source,
        year,
      },
    ];
  });
}

function boundaryOf(usages: readonly EvaluatedUsage[]): Assessment['boundary'] {
  const has = (criterion: 'energy' | 'ghg' | 'water', phase: Phase): boolean =>
    usages.some(({ responses }) => responses.criteria[criterion].phases.has(phase));
  const counts = (item: BoundaryItem): boolean => usages.some(({ resolved }) => resolved.counted?.includes(item));
  const fromMoney = usages.some(({ resolved }) => resolved.estimator === 'spend');
  const isCounted: Readonly<Record<BoundaryItem, boolean>> = {
    electricity: has('energy', 'operation') || has('ghg', 'operation'),
    water: has('water', 'operation'),
    hardware: has('ghg', 'embodied'),
    'supply-chain-of-spend': fromMoney,
    training: has('ghg', 'training'),
    network: counts('network'),
    devices: counts('devices'),
    storage: counts('storage'),
    building: false,
  };
  // Within the boundary, but of no usage known: neither counted nor left out by choice.
  const onlyMoney = usages.every(({ resolved }) => resolved.estimator === 'spend');
  const isAsked = usages.some(({ resolved }) =>
    resolved.reasons.some((reason) => reason === 'training-not-published' || reason === 'training-not-shared'),
  );
  const used: readonly BoundaryItem[] = onlyMoney ? [] : ['electricity', 'water', 'hardware'];
  const wanted: readonly BoundaryItem[] = isAsked ? [...used, 'training'] : used;
  const counted = boundaryItems.filter((item) => isCounted[item]);
  const unknown = wanted.filter((item) => !isCounted[item]);
  const others = boundaryItems.filter((item) => !counted.includes(item) && !unknown.includes(item));
  return { counted, unknown, notCounted: others.filter((item) => item !== 'supply-chain-of-spend') };
}
