/** A check for machines: schema `ai-footprint/check/1`, additive changes only. */
import type { CheckReport, ScenarioLine } from '../../check-types.ts';
import type { Place } from '../../errors.ts';
import type { Compared, Found, Item } from '../../verdict/budget/types.ts';
import { jsonText } from '../json-text.ts';
import { round, roundRange } from '../round.ts';
import { escapeInQuotes } from '../safe.ts';
import { headline } from './words.ts';

const placeOf = (place: Place | undefined) =>
  place ? { file: place.file, line: place.line, column: place.column } : null;

function foundOf(found: Found) {
  switch (found.kind) {
    case 'range':
      return { value: roundRange(found.value), unit: found.unit, bound: found.bound };
    case 'factor':
      return { factor: roundRange(found.value), difference: roundRange(found.difference), unit: found.unit };
    case 'share':
      return { share: round(found.value) };
    case 'word':
      return { word: found.value };
    case 'nothing':
      return null;
    default:
      return found satisfies never;
  }
}

function comparedOf(compared: Compared | null) {
  if (!compared) return null;
  const { before, scenario, difference, data, method, trend } = compared;
  return {
    trend,
    before: roundRange(before),
    causes: { scenario: roundRange(scenario), data: round(data), method: round(method) },
    difference: roundRange(difference),
  };
}

function itemOf(item: Item) {
  const { budget, waiver } = item;
  return {
    file: item.file,
    scenario: item.name,
    usage: item.usage,
    budget: budget.id,
    key: budget.key,
    limit: budget.limit,
    written: budget.written,
    level: budget.level,
    message: budget.message,
    status: item.status,
    reason: item.reason,
    outcome: item.outcome,
    found: foundOf(item.found),
    compared: comparedOf(item.compared),
    measure: item.measure,
    waiver: waiver && {
      state: waiver.state,
      owner: waiver.waiver.owner,
      reason: waiver.waiver.reason,
      expires: waiver.waiver.expires,
    },
    edit: placeOf(item.place),
    limit_at: placeOf(budget.place),
  };
}

function lineOf(line: ScenarioLine) {
  return {
    file: line.file,
    name: line.name,
    period: line.period,
    ghg: line.ghg?.total ? roundRange(line.ghg.total) : null,
    unit: line.ghg?.unit ?? null,
    trend: line.trend,
    compared: comparedOf(line.compared),
    changes: line.changes.map(({ effect, ...rest }) => ({ ...rest, effect: effect === null ? null : round(effect) })),
    data: line.data,
    versions: line.versions,
  };
}

export function renderCheckJson(report: CheckReport): string {
  const { decision, tool, lock } = report;
  const document = {
    schema: 'ai-footprint/check/1',
    tool: { version: tool.version, method: tool.method, data_version: tool.dataVersion },
    verdict: decision.verdict,
    exit_code: decision.code,
    excused: decision.excused,
    headline: headline(decision, 'en'),
    counts: decision.counts,
    judged: decision.judged,
    judge: report.judge,
    today: report.today,
    config: report.config,
    lock,
    items: report.items.map(itemOf),
    scenarios: report.scenarios.map(lineOf),
    idle_waivers: report.idle.map(({ budget, owner, expires, place }) => ({
      budget,
      owner,
      expires,
      at: placeOf(place),
    })),
  };
  return `${escapeInQuotes(jsonText(document))}\n`;
}
