/** Opens a figure of a scenario: formula, values, sources, down to what the scenario gives. Pure, as `assess`. */
import { assessPrepared, type AssessOptions } from '../assess.ts';
import { afterPractices } from '../after-practices.ts';
import { criteria, type Assessment, type Impacts } from '../assessment.ts';
import { nearestNames } from '../catalog/nearest.ts';
import { mechanismsOf, declarationOf } from '../engine/trace.ts';
import { InputError, problem } from '../errors.ts';
import { hasPeriodTotal, prepare, type ScenarioText } from '../prepare.ts';
import { Builder } from './builder.ts';
import { addEquivalent } from './equivalent.ts';
import type { Explanation, ExplainedNode, CitedSource, UnknownFigure } from './explanation.ts';
import { allNames, askedFor } from './names.ts';
import { largest, tracedParts, type TracedPart } from './parts.ts';
import { targetOf, type Target } from './target.ts';

export interface ExplainOptions extends AssessOptions {
  /** What to explain; `ghg` when absent. */
  readonly quantity?: string | undefined;
  /** The usage to open, and which of its places; the largest when absent. */
  readonly usage?: string | undefined;
  readonly place?: number | undefined;
}

/**
 * Explains a figure of a scenario at central values.
 * Errors  InputError with every problem of the scenario; `unknown-quantity`, `unknown-usage` with the nearest names.
 */
export function explain(scenarioText: ScenarioText, options: ExplainOptions): Explanation {
  const { catalog, method = 'ai-footprint', practices = [] } = options;
  const prepared = afterPractices(prepare(scenarioText, { catalog, method, both: false, practices }), practices);
  const assessment = assessPrepared(prepared, options);
  const { resolved, read } = prepared;
  const { scenario, locate } = read;
  const { equivalents } = assessment;
  const target = targetOf(options.quantity ?? 'ghg', assessment);
  const { quantity } = target;
  const equivalent = equivalents.find(({ id }) => quantity === `equivalent.${id}`);
  const asked = equivalent ? { name: `equivalent.${equivalent.id}`, result: null } : askedFor(quantity);
  if (!asked) {
    const name = options.quantity ?? '';
    const all = [...allNames(), ...equivalents.map(({ id }) => `equivalent.${id}`)];
    throw new InputError([problem('unknown-quantity', { name, nearest: nearestNames(name, all) })]);
  }
  const parts = tracedParts(resolved.usages, practices.length > 0);
  const ids = resolved.usages.map(({ id }) => id);
  const wanted = whereOf(target, parts, { ...options, usage: options.usage ?? usageOf(target, resolved.usages) });
  const opened = chosen(parts, ids, wanted);
  const only = target.own ? resolved.usages.find(({ id }) => id === wanted.usage) : undefined;
  const builder = new Builder(
    only
      ? {
          resolved: { ...resolved, usages: [only] },
          parts: parts.filter((part) => part.usage === only),
          opened,
          impacts: impactsOfUsage(assessment, only.id),
          locate,
          only,
          perRequest: quantity.includes('.per_unit'),
        }
      : { resolved, parts, opened, impacts: assessment.baseline.impacts, locate },
  );
  const isKnown = equivalent ? addEquivalent(builder, equivalent) : add(builder, asked, opened);
  const usage = resolved.usages.find(({ id }) => id === (opened?.usage.id ?? wanted.usage));
  const { nodes } = builder;
  const [first] = nodes;
  const name = only && first ? first.id : asked.name;
  return {
    scenario: {
      name: practices.length === 0 ? scenario.name : `${scenario.name} [${practices.join(' + ')}]`,
      file: scenarioText.file,
      period: scenario.period,
      functionalUnit: assessment.scenario.functionalUnit,
    },
    quantity: name,
    usage: usage?.id ?? null,
    place: opened
      ? { number: opened.place, count: opened.usage.parts.length, split: opened.split, share: opened.share }
      : null,
    root: isKnown ? name : null,
    unknown: isKnown ? null : whyUnknown(asked.name, asked.result?.criterion, opened, usage?.reasons ?? []),
    nodes,
    sources: citedBy(nodes, (id) => catalog.source(id)),
  };
}

/** The usage that the path of a ledger entry starts with: ids may hold dots. */
function usageOf({ usage }: Target, usages: readonly { readonly id: string }[]): string | undefined {
  return usages.find(({ id }) => usage === id || usage?.startsWith(`${id}.`))?.id;
}

/** Opens an entry of the ledger where it has its value; elsewhere a reader has said where, or it does not matter. */
function whereOf(
  { quantity, value }: Target,
  parts: readonly TracedPart[],
  wanted: Pick<ExplainOptions, 'usage' | 'place'>,
): Pick<ExplainOptions, 'usage' | 'place'> {
  if (value === undefined || wanted.place !== undefined) return wanted;
  const own = wanted.usage === undefined ? parts : parts.filter(({ usage }) => usage.id === wanted.usage);
  const found = own.find(({ trace }) => trace.value(quantity) === value);
  return found ? { usage: found.usage.id, place: found.place } : wanted;
}

/** Of a usage over the period, and for one kept result where `perUnit` is. */
function impactsOfUsage({ baseline }: Assessment, id: string): Impacts {
  const usage = baseline.usages.find((each) => each.id === id);
  if (!usage) return baseline.impacts;
  const { impacts, perRequest } = usage;
  const entries = criteria.map((name) => [name, { ...impacts[name], perUnit: perRequest[name].total }]);
  return Object.fromEntries(entries) as Impacts;
}

function chosen(
  parts: readonly TracedPart[],
  ids: readonly string[],
  { usage, place }: Pick<ExplainOptions, 'usage' | 'place'>,
): TracedPart | undefined {
  if (usage !== undefined && !ids.includes(usage)) {
    throw new InputError([problem('unknown-usage', { name: usage, nearest: nearestNames(usage, ids), known: ids })]);
  }
  const wanted = usage === undefined ? parts : parts.filter((part) => part.usage.id === usage);
  const best = largest(wanted);
  if (place === undefined) return best;
  const found = parts.find((part) => part.usage === best?.usage && part.place === place);
  if (found) return found;
  const count = best?.usage.parts.length ?? 0;
  const reason = `"--place ${place}": usage "${best?.usage.id ?? usage ?? ''}" has ${count} ${best?.split ?? 'place'}${count === 1 ? '' : 's'}`;
  throw new InputError([problem('bad-option', { reason })]);
}

/** Adds what was asked for; false when it is unknown. */
function add(
  builder: Builder,
  { name, result }: NonNullable<ReturnType<typeof askedFor>>,
  opened: TracedPart | undefined,
): boolean {
  if (result?.perUnit) return builder.perUnit(result.criterion) !== null;
  if (result?.phase) return builder.phase(result.criterion, result.phase) !== null;
  if (result) return builder.criterion(result.criterion) !== null;
  if (name === 'volume') return builder.volume();
  if (name === 'carbon_price') {
    builder.price();
    return true;
  }
  const isPeriod = declarationOf(name)?.unit.endsWith('/period') ?? false;
  if (isPeriod && opened && !hasPeriodTotal(opened.usage)) return false;
  return builder.method(name);
}

function whyUnknown(
  name: string,
  criterion: string | undefined,
  opened: TracedPart | undefined,
  reasons: UnknownFigure['reasons'],
): UnknownFigure {
  const known = criterion === undefined ? mechanismsOf(name) : [];
  const used = opened?.usage.parts[0]?.mechanisms ?? [];
  return {
    reasons,
    missing: criterion === undefined ? (opened?.trace.missing(name) ?? []) : [],
    givenBy: known.some((id) => used.includes(id)) ? [] : known,
  };
}

/** The sources that nodes cite, in the order of their first mention. */
function citedBy(
  nodes: readonly ExplainedNode[],
  find: (id: string) => { title: string; url: string; year: number; place?: string } | undefined,
): readonly CitedSource[] {
  const ids = new Set(nodes.map(({ source }) => source));
  return [...ids].flatMap((id): CitedSource[] => {
    const found = find(id);
    if (!found) return [];
    const { title, url, year, place = null } = found;
    return [{ id, title, url, year, place }];
  });
}
