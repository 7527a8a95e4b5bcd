/** What the figures of a scenario rest on, gathered for its data quality: rules of the catalogue, evidence of usages. */
import { isAssumed } from './assessment.ts';
import type { DataQuality, Estimator, Grade } from './assessment.ts';
import type { Catalog } from './catalog/index.ts';
import type { QualityRule } from './catalog/types.ts';
import { respondUsage, usedInputs, type UsageResponses } from './engine/baseline.ts';
import { mechanisms } from './engine/compiled.ts';
import { propagation } from './engine/propagate.ts';
import { centralOf, type Uncertainty } from './engine/uncertainty.ts';
import { InternalError } from './errors.ts';
import type { ResolvedInput, ResolvedUsage } from './scenario/resolve/types.ts';
import {
  confidences,
  gradeScenario,
  gradeUsage,
  placeKinds,
  type Confidence,
  type FigureEvidence,
  type PlaceKind,
  type QualityRules,
  type UsageEvidence,
} from './verdict/quality.ts';

interface Evaluated {
  readonly resolved: ResolvedUsage;
  readonly responses: UsageResponses;
  /** Whether it has a total over the period. */
  readonly counted: boolean;
}

export interface ScenarioQuality {
  readonly scenario: DataQuality;
  /** In the order of the usages. */
  readonly usages: readonly DataQuality[];
}

/** Inputs that the greenhouse gases are proportional to. */
const scaling: ReadonlySet<string> = new Set(['grid_ghg', 'reported_energy', 'spend_factor']);

interface Provenance {
  readonly source: string;
  readonly year: number;
}

const constants = new Map<string, Provenance>();

/**
 * A number of the method, by the key under which it is drawn: `method.MECHANISM.NAME`, where a mechanism may have dots in its
 * id. Undefined for the key of an input.
 */
export function constantOf(key: string): Provenance | undefined {
  const known = constants.get(key);
  if (known || !key.startsWith('method.')) return known;
  const last = key.lastIndexOf('.');
  const mechanism = key.slice('method.'.length, last);
  const found = mechanisms.find(({ id }) => id === mechanism)?.constants[key.slice(last + 1)];
  if (found) constants.set(key, found);
  return found;
}

const estimators = [
  'measured', 'text', 'image', 'video', 'audio', 'embeddings', 'fleet', 'task', 'spend', 'training',
] as const satisfies readonly Estimator[]; // prettier-ignore

/** The rules of src/data/quality.yaml. Errors  InternalError naming the rule or the name that is missing. */
export function qualityRules(catalog: Catalog): QualityRules {
  const rule = (id: string): QualityRule => {
    const row = catalog.quality(id);
    if (!row) throw new InternalError(`src/data/quality.yaml has no row "${id}"`);
    return row;
  };
  const missing = (id: string, what: string): never => {
    throw new InternalError(`src/data/quality.yaml, row "${id}": no ${what}`);
  };
  const byName = <Name extends string>(id: string, names: readonly Name[]): Readonly<Record<Name, Grade>> => {
    const given = rule(id).grades ?? missing(id, 'grades');
    const entries = names.map((name) => [name, given[name] ?? missing(id, name)] as const);
    return Object.fromEntries(entries) as Record<Name, Grade>;
  };
  const limits = (id: string) => rule(id).limits ?? missing(id, 'limits');
  const value = (id: string): number => rule(id).value ?? missing(id, 'value');
  return {
    tier: byName('tier', estimators),
    geography: byName('geography', placeKinds),
    confidence: byName('confidence', ['given', ...confidences]),
    age: limits('age'),
    assumed: limits('assumed'),
    heavy: value('heavy'),
    leeway: value('leeway'),
    heavyUsage: value('heavy_usage'),
  };
}

/** What the intensity of the grid of one place stands for. */
function placeKind({ status, key, field }: ResolvedInput, catalog: Catalog): PlaceKind {
  if (!isAssumed(status) && status !== 'catalogue') return 'own-figure';
  const zone = /^zone:(.*)\.ghg$/.exec(key)?.[1];
  const row = zone === undefined ? undefined : catalog.zone(zone);
  if (!row || isAssumed(status)) return 'host';
  if (row.parent === null) return 'world';
  if (row.kind === 'aggregate') return 'aggregate';
  return field.startsWith('region') ? 'region' : row.kind;
}

/** Factor, up and down, of a part of the width: 1 where it has none. */
function spreadOf(halfWidth: number, share: number): number {
  return share > 0 ? Math.exp(halfWidth * Math.sqrt(share)) : 1;
}

function evidenceOf(
  { resolved, responses }: Evaluated,
  catalog: Catalog,
  uncertainty: Uncertainty,
): UsageEvidence | null {
  // By propagation, whatever makes the intervals: a grade must not hang on a seed, and ten usages cost a millisecond.
  const { criteria } = uncertainty === propagation ? responses : respondUsage(resolved.parts, propagation);
  const ghg = criteria.ghg.total;
  const { estimator } = resolved;
  if (!ghg || estimator === 'none') return null;
  const { low, high } = propagation.interval(ghg);
  const halfWidth = high > low ? Math.log(high / low) / 2 : 0;
  const shares = propagation.widthShares(ghg);
  const dataYear = Number(catalog.version.slice(0, 4));
  const confidenceOf = (source: string): Confidence => catalog.source(source)?.confidence ?? 'from-memory';
  const figures = new Map<string, FigureEvidence>();
  const note = (
    key: string,
    scales: boolean,
    { source, year, confidence = confidenceOf(source) }: Pick<ResolvedInput, 'source' | 'year' | 'confidence'>,
  ): void => {
    const spread = spreadOf(halfWidth, shares.get(key) ?? 0);
    figures.set(key, { spread, scales, age: year === null ? null : dataYear - year, source, year, confidence });
  };
  const places: PlaceKind[] = [];
  const assumed = new Set<string>();
  for (const part of resolved.parts) {
    const names = usedInputs(part);
    for (const input of part.inputs) {
      if (input.key === '' || !names.has(input.id)) continue;
      if (input.id === 'grid_ghg') places.push(placeKind(input, catalog));
      if (isAssumed(input.status)) assumed.add(input.key);
      if (isAssumed(input.status) || input.status === 'catalogue') note(input.key, scaling.has(input.id), input);
    }
    if (!names.has('grid_ghg') && estimator === 'measured') places.push('own-figure');
  }
  for (const key of shares.keys()) {
    const constant = constantOf(key);
    if (constant) note(key, false, constant);
  }
  const share = [...assumed].reduce((sum, key) => sum + (shares.get(key) ?? 0), 0);
  return {
    estimator,
    places,
    figures: [...figures.values()],
    assumedSpread: assumed.size === 0 ? null : spreadOf(halfWidth, Math.min(1, share)),
  };
}

/** Data quality of the greenhouse gases, usage by usage and together. */
export function qualityOf(
  usages: readonly Evaluated[],
  { catalog, uncertainty }: { readonly catalog: Catalog; readonly uncertainty: Uncertainty },
): ScenarioQuality {
  const rules = qualityRules(catalog);
  const graded = usages.map((usage) => {
    const { total } = usage.responses.criteria.ghg;
    return {
      id: usage.resolved.id,
      ghg: usage.counted && total ? centralOf(total) : null,
      quality: gradeUsage(evidenceOf(usage, catalog, uncertainty), rules),
    };
  });
  return { scenario: gradeScenario(graded, rules), usages: graded.map(({ quality }) => quality) };
}
