/** The footprint of a log for machines: schema `ai-footprint/usage/1`, additive changes only. */
import type { CallsPer, Counted, Metered, MeteredFigures } from '../../metered/types.ts';
import type { AgainstPlan, PlanSide } from '../../metered/plan.ts';
import type { Range } from '../../units.ts';
import { impactsJson, toJson } from '../json.ts';
import { jsonText } from '../json-text.ts';
import { round, roundRange } from '../round.ts';
import { escapeInQuotes } from '../safe.ts';
import type { JsonMetered } from './schema.ts';

const number = (value: number | null): number | null => (value === null ? null : round(value));

const countedJson = ({ requests, input, cached, output, reasoning }: Counted) => ({
  requests: number(requests),
  input: number(input),
  cached: number(cached),
  output: number(output),
  reasoning: number(reasoning),
});

const figuresJson = ({ rows, unmappedRows, bound, counted, money, impacts }: MeteredFigures) => ({
  rows,
  unmapped_rows: unmappedRows,
  bound,
  counted: countedJson(counted),
  ...(money ? { spend: money.map(({ currency, amount }) => ({ currency, amount: round(amount) })) } : {}),
  impacts: impactsJson(impacts),
});

const rangeJson = (range: Range | null): Range | null => range && roundRange(range);

const sideJson = (side: PlanSide | null) =>
  side && {
    requests: number(side.requests),
    energy: rangeJson(side.energy),
    energy_unit: 'kWh' as const,
    ghg: rangeJson(side.ghg),
    ghg_unit: 'kgCO2e' as const,
  };

const callsPerJson = ({ kind, field, caveat, count, calls, without, sizes }: CallsPer) => ({
  kind,
  field,
  caveat,
  count,
  calls,
  without,
  mean: number(sizes?.mean ?? null),
  standard_deviation: number(sizes?.deviation ?? null),
  median: sizes?.median ?? null,
  p95: sizes?.p95 ?? null,
  most: sizes?.most ?? null,
});

const planJson = ({ file, period, days, leftOut, rows }: AgainstPlan): NonNullable<JsonMetered['plan']> => ({
  file,
  period,
  days,
  left_out: leftOut,
  rows: rows.map(({ model, planned, actual, ratio }) => ({
    model,
    planned: sideJson(planned),
    actual: sideJson(actual),
    ratio: rangeJson(ratio),
    bound: leftOut > 0 ? ('lower' as const) : null,
  })),
});

export function meteredToJson({ assessment, log, whole, by, groups, trend, unmapped, plan }: Metered): JsonMetered {
  const { files, refused, renamed, unknownHosts, unknown, callsPer, ...others } = log;
  return {
    schema: 'ai-footprint/usage/1',
    log: {
      ...others,
      files: [...files],
      refused: refused.map((each) => ({ ...each })),
      ...(callsPer ? { calls_per: callsPer.map(callsPerJson) } : {}),
      unknown: { ...unknown },
      renamed: renamed.map((each) => ({ ...each })),
      unknown_hosts: unknownHosts.map((each) => ({ ...each })),
    },
    whole: figuresJson(whole),
    by: [...by],
    groups: groups.map(({ key, share, ...figures }) => ({
      key: [...key],
      ...figuresJson(figures),
      share: number(share),
    })),
    trend: trend.map(({ month, ...figures }) => ({ month, ...figuresJson(figures) })),
    unmapped: unmapped.map(({ kind, name, rows, counted, amount, problem, nearest }) => ({
      kind,
      name,
      rows,
      counted: countedJson(counted),
      ...(amount === undefined ? {} : { amount: round(amount) }),
      code: problem?.code ?? null,
      reason: problem?.message ?? null,
      nearest: [...nearest],
    })),
    ...(plan ? { plan: planJson(plan) } : {}),
    result: toJson(assessment),
  };
}

export function renderJson(metered: Metered): string {
  return `${escapeInQuotes(jsonText(meteredToJson(metered)))}\n`;
}
