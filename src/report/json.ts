/** An assessment as the published JSON contract `ai-footprint/result/1`: additive changes only. */
import { criteria, methodVersions, phases, tableOmissions } from '../assessment.ts';
import type {
  Assessment, Criterion, CrossCheck, DataQuality, Equivalent, Impact, Impacts, LedgerEntry, Phase, SecondOpinion, UsageResult,
} from '../assessment.ts'; // prettier-ignore
import { InternalError } from '../errors.ts';
import type { Range } from '../units.ts';
import { assumedWidth, isGiven, mostTelling } from './ledger.ts';
import { jsonText } from './json-text.ts';
import { aheadOf, trainingOf, workOf } from './json-work.ts';
import { practicesJson } from './json-practices.ts';
import { verdictJson } from './json-verdict.ts';
import { round, roundRange } from './round.ts';
import { escapeInQuotes } from './safe.ts';
import type { JsonImpact, JsonImpacts, JsonInput, JsonResult, JsonResults, JsonUsage } from './result-schema.ts';

const orNull = (range: Range | null): Range | null => (range === null ? null : roundRange(range));

function impact(each: Impact): JsonImpact {
  const known: Partial<Record<Phase, Range | null>> = {};
  for (const phase of phases) {
    const value = each.phases[phase];
    if (value !== undefined) known[phase] = orNull(value);
  }
  return {
    unit: each.unit,
    total: orNull(each.total),
    per_unit: orNull(each.perUnit),
    phases: known,
    missing: [...each.missing],
    bound: each.bound,
    assumed: [...each.assumed],
  };
}

export function impactsJson(all: Impacts): JsonImpacts {
  const entries = criteria.map((criterion): [Criterion, JsonImpact] => [criterion, impact(all[criterion])]);
  return Object.fromEntries(entries) as Record<Criterion, JsonImpact>;
}

function crossCheck(each: CrossCheck): JsonUsage['cross_checks'][number] {
  return {
    estimator: each.estimator,
    energy_per_request: roundRange(each.energyPerRequest),
    unit: 'kWh/request',
    ratio: round(each.ratio),
  };
}

function secondOpinion({ own, other, ratio, steps }: SecondOpinion): NonNullable<JsonUsage['second_opinion']> {
  return {
    methods: [own, other].map(({ method, energy, ghg }) => ({
      method: methodVersions[method],
      energy_per_request: roundRange(energy),
      energy_unit: 'kWh/request',
      ghg_per_request: roundRange(ghg),
      ghg_unit: 'kgCO2e/request',
    })),
    ratio: round(ratio),
    differences: steps.map(({ cause, from, to, factor }) => ({
      cause,
      from: from === null ? null : round(from),
      to: to === null ? null : round(to),
      factor: round(factor),
    })),
  };
}

function quality({ grade, reasons }: DataQuality): JsonUsage['data_quality'] {
  return {
    grade,
    reasons: reasons.map(({ criterion, grade: own, code, value, source, year, usage: id }) => ({
      criterion,
      grade: own,
      code,
      ...(value === undefined ? {} : { value: round(value) }),
      ...(source === undefined ? {} : { source }),
      ...(year === undefined ? {} : { year }),
      ...(id === undefined ? {} : { usage: id }),
    })),
  };
}

function usage(each: UsageResult): JsonUsage {
  return {
    id: each.id,
    tier: each.tier,
    estimator: each.estimator,
    requests: orNull(each.requests),
    impacts: impactsJson(each.impacts),
    per_request: impactsJson(each.perRequest),
    cross_checks: each.crossChecks.map(crossCheck),
    unknown: [...each.unknown],
    data_quality: quality(each.dataQuality),
    ...(each.rows === undefined ? {} : { rows: each.rows }),
    ...(each.secondOpinion ? { second_opinion: secondOpinion(each.secondOpinion) } : {}),
    ...workOf(each),
  };
}

function input(each: LedgerEntry): JsonInput {
  return {
    path: each.path,
    input: each.input,
    value: roundRange(each.value),
    unit: each.unit,
    status: each.status,
    source: each.source,
    year: each.year,
    usages: each.usages,
    width_share: each.widthShare === null ? null : round(each.widthShare),
    ...(each.note === undefined ? {} : { note: each.note }),
  };
}

function equivalent(each: Equivalent): JsonResult['equivalents'][number] {
  return {
    id: each.id,
    label: each.label,
    unit: each.unit,
    amount: roundRange(each.amount),
    factor: round(each.factor),
    factor_unit: each.factorUnit,
    source: each.source,
    year: each.year,
  };
}

/** Asks for all that is computed when it is asked for: draws compute together what was asked for before the first of them is read. */
function askForAll({ baseline, practices }: Assessment): readonly unknown[] {
  return [
    baseline.usages.map(({ perRequest }) => perRequest),
    practices?.items.map(({ alone, aloneFactor, path, stepFactor }) => [alone, aloneFactor, path, stepFactor]),
  ];
}

/**
 * The result of one scenario. No host, clock, path of a file or locale is in it: same input, same bytes.
 * Errors: InternalError when a figure is not finite.
 */
export function toJson(assessment: Assessment): JsonResult {
  const { tool, scenario, baseline, ledger, carbonPrice } = assessment;
  if (assessment.uncertainty.method === 'draws') askForAll(assessment);
  const width = assumedWidth(ledger);
  const next = mostTelling(ledger);
  return {
    schema: 'ai-footprint/result/1',
    tool: { version: tool.version, method: tool.method, data_version: tool.dataVersion },
    scenario: {
      name: scenario.name,
      sha256: scenario.sha256,
      functional_unit: scenario.functionalUnit,
      volume: orNull(scenario.volume),
      period: scenario.period,
    },
    baseline: {
      impacts: impactsJson(baseline.impacts),
      usages: baseline.usages.map(usage),
      ...(baseline.marketBased
        ? {
            market_based: {
              unit: 'kgCO2e' as const,
              operation: roundRange(baseline.marketBased.market),
              operation_by_place: roundRange(baseline.marketBased.location),
            },
          }
        : {}),
      ...(baseline.table ? { table: { ...baseline.table, not_computed: [...tableOmissions] } } : {}),
    },
    ...trainingOf(assessment),
    ...aheadOf(assessment),
    practices: assessment.practices && practicesJson(assessment.practices, { impact, impacts: impactsJson, input }),
    ...(assessment.verdict ? { verdict: verdictJson(assessment.verdict, quality) } : {}),
    uncertainty: assessment.uncertainty,
    carbon_price: {
      value: roundRange(carbonPrice.value),
      unit: carbonPrice.unit,
      source: carbonPrice.source,
      assumed: carbonPrice.assumed,
    },
    equivalents: assessment.equivalents.map(equivalent),
    assumptions: ledger.filter((each) => !isGiven(each)).map(input),
    inputs: ledger.filter(isGiven).map(input),
    measure_next: next && { path: next.entry.path, input: next.entry.input, narrows: round(next.narrows) },
    data_quality: {
      ...quality(assessment.dataQuality),
      given: assessment.inputs.given,
      assumed: assessment.inputs.assumed,
      assumed_width: width === null ? null : round(width),
    },
    warnings: assessment.warnings.map(({ code, message, path }) => ({ code, message, path })),
    boundary: {
      counted: [...assessment.boundary.counted],
      unknown: [...assessment.boundary.unknown],
      not_counted: [...assessment.boundary.notCounted],
    },
  };
}

/** What a machine format prints: one result, or the list of them when several files were named. */
export function toDocument(assessments: readonly Assessment[]): JsonResult | JsonResults {
  const [only, ...others] = assessments;
  if (only === undefined) throw new InternalError('a report needs at least one assessment');
  if (others.length === 0) return toJson(only);
  return { schema: 'ai-footprint/results/1', results: assessments.map(toJson) };
}

export function renderJson(assessments: readonly Assessment[]): string {
  return `${escapeInQuotes(jsonText(toDocument(assessments)))}\n`;
}
