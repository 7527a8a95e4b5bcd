/** One scenario over another, and `defaults` under each usage: what wins, and what stays whole. */
import { isMap } from './value/quantity.ts';
import { knownKeys } from './schema.ts';

type Fields = Readonly<Record<string, unknown>>;

const quantityKeys: ReadonlySet<string> = new Set(knownKeys.quantity);

/** A range with its unit and source is one thing: half of a base's figure under a new one would be neither. */
function isQuantity(fields: Fields): boolean {
  return Object.keys(fields).every((key) => quantityKeys.has(key)) && Object.keys(fields).length > 0;
}

/**
 * Models, spends and practices stay whole as well: a new size with the old precision is not the model that anybody
 * meant, nor a new region with the old grid.
 */
const whole: ReadonlySet<string> = new Set(['model', 'spend', 'location', 'iterations', 'output']);

/** `over` on top of `base`, key by key. Spread defines keys, so `__proto__` is one like any other. */
function mergeFields(base: Fields, over: Fields): Fields {
  const merged: Record<string, unknown> = { ...base, ...over };
  for (const key of Object.keys(over)) {
    // Assigning to it, unlike defining it, would change the prototype; the schema refuses it anyway.
    if (key === '__proto__' || !Object.hasOwn(base, key)) continue;
    const under = base[key];
    const value = over[key];
    const deep = isMap(under) && isMap(value) && !whole.has(key) && !isQuantity(under) && !isQuantity(value);
    if (deep) merged[key] = mergeFields(under, value);
  }
  return merged;
}

/**
 * A usage over its base or over `defaults`. Region and grid together say where it runs: a new region takes the old
 * grid away, which would win over it, and a list of places takes both away.
 */
export function mergeUsage(base: Fields, over: Fields): Fields {
  const has = (key: string): boolean => Object.hasOwn(over, key);
  const dropGrid = has('region') && !has('grid');
  const dropRegion = has('grid') && !has('region') && (Array.isArray(over['grid']) || Array.isArray(base['region']));
  if (!dropGrid && !dropRegion) return mergeFields(base, over);
  const kept = Object.entries(base).filter(
    ([key]) => !(dropGrid && key === 'grid') && !(dropRegion && key === 'region'),
  );
  return mergeFields(Object.fromEntries(kept), over);
}

/** Where each usage of a merged list stands in the lists it was merged from. */
export interface Merged {
  readonly fields: Fields;
  /** For each merged usage: its index in the base list and in the list over it. */
  readonly usages: readonly { readonly base: number | undefined; readonly over: number | undefined }[];
}

function idOf(usage: unknown): string | undefined {
  const id = isMap(usage) ? usage['id'] : undefined;
  return typeof id === 'string' ? id.trim() : undefined;
}

/** A scenario over the one it extends: maps by key, usages by id (new ones at the end), other lists replaced. */
export function mergeScenarios(base: Fields, over: Fields): Merged {
  const fields = mergeFields(base, over);
  const below = Array.isArray(base['usages']) ? (base['usages'] as readonly unknown[]) : undefined;
  const above = Array.isArray(over['usages']) ? (over['usages'] as readonly unknown[]) : undefined;
  if (!below || !above) {
    const origins = (above ?? (Object.hasOwn(over, 'usages') ? [] : (below ?? []))).map((_, index) => ({
      base: above ? undefined : index,
      over: above ? index : undefined,
    }));
    return { fields: withoutExtends(fields), usages: origins };
  }
  const overOf = new Map<string, number>();
  for (const [index, usage] of above.entries()) {
    const id = idOf(usage);
    // A second usage with the same id is left over, added at the end, and reported there.
    if (id !== undefined && !overOf.has(id)) overOf.set(id, index);
  }
  const used = new Set<number>();
  const usages: unknown[] = [];
  const origins: { base: number | undefined; over: number | undefined }[] = [];
  for (const [index, usage] of below.entries()) {
    const at = overOf.get(idOf(usage) ?? '');
    const change = at === undefined || used.has(at) ? undefined : above[at];
    const merges = at !== undefined && isMap(usage) && isMap(change);
    if (merges) used.add(at);
    usages.push(merges ? mergeUsage(usage, change) : usage);
    origins.push({ base: index, over: merges ? at : undefined });
  }
  for (const [index, usage] of above.entries()) {
    if (used.has(index)) continue;
    usages.push(usage);
    origins.push({ base: undefined, over: index });
  }
  return { fields: withoutExtends({ ...fields, usages }), usages: origins };
}

function withoutExtends(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'extends'));
}

/** Every usage on top of `defaults`. */
export function fillUsages(fields: Fields): Fields {
  const { defaults, usages } = fields;
  if (!isMap(defaults) || !Array.isArray(usages)) return fields;
  return { ...fields, usages: usages.map((usage: unknown) => (isMap(usage) ? mergeUsage(defaults, usage) : usage)) };
}
