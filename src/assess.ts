/** One scenario, from text to assessment: reads, resolves, evaluates, adds up. Pure: files come in as text. */
import { version } from './version.ts';
import { isAssumed, methodVersions, type Assessment, type Method, type PracticeId } from './assessment.ts';
import { qualityOf } from './assess-quality.ts';
import { ledgerOf } from './assess-ledger.ts';
import { trainingOf } from './assess-training.ts';
import { projectionOf, sciOf } from './assess-years.ts';
import { practicesOf } from './assess-practices.ts';
import type { Catalog } from './catalog/index.ts';
import { impactsOf, type ImpactOptions } from './engine/impacts.ts';
import type { Uncertainty } from './engine/uncertainty.ts';
import { defaultSeed, evaluateScenario, intervalsFor, partsIn, type EvaluatedUsage } from './evaluate-scenario.ts';
import { hasPeriodTotal, prepare, type PreparedScenario, type ScenarioText } from './prepare.ts';
import { orderOf } from './scenario/change/practices.ts';
import type { TokenPrices } from './weigh/prices.ts';
import { weigh } from './weigh/weigh.ts';
import { defaultMaxErrors, readTable, type ReadTable } from './table.ts';
import { boundaryOf } from './assess-boundary.ts';
import { equivalentsOf } from './assess-equivalents.ts';
import { usageResult } from './assess-usage.ts';

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
  let digest: string | undefined;
  return {
    tool: { version, method: methodVersions[method], dataVersion: `${catalog.data.version} ${catalog.data.hash}` },
    scenario: {
      name: scenario.name,
      file,
      // Computed when a report asks: a table prints none.
      get sha256() {
        return (digest ??= hash([...sources.map((source) => source.text), ...(table ? [table.sha256] : [])]));
      },
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
