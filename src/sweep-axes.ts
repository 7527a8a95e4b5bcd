/** The values of a varied field, as columns of the inputs that it moves in a usage. */
import type { ResolvedInput, ResolvedOption, ResolvedUsage } from './scenario/resolve/types.ts';
import type { Varied } from './scenario/vary.ts';

/** Names under which a field of a place is known to the method. */
const inputOfField: Readonly<Partial<Record<string, string>>> = {
  'grid.intensity': 'grid_ghg',
  'grid.water': 'grid_water',
  'grid.adpe': 'grid_adpe',
  'grid.primary_energy': 'grid_primary_energy',
  'functional_unit.volume': 'volume',
};

interface UsageAxis {
  /** Inputs of the usage that a field moves, and how: null where it moves none. */
  readonly inputs: ReadonlyMap<string, Float64Array>;
  readonly kind: 'region' | 'model' | 'number';
}

/** The field without the usage that may stand before it; null when it names another usage. */
function ownField(path: string, id: string, ids: readonly string[]): string | null {
  if (path.startsWith(`${id}.`)) return path.slice(id.length + 1);
  return ids.some((each) => path.startsWith(`${each}.`)) ? null : path;
}

function columnsOf(options: readonly ResolvedOption[], names: readonly string[]): Map<string, Float64Array> {
  const byName = new Map(options.map((option) => [option.name, option]));
  const ids = options[0]?.inputs.map(({ id }) => id) ?? [];
  return new Map(
    ids.map((id) => [
      id,
      Float64Array.from(
        names,
        (name) => byName.get(name)?.inputs.find((input) => input.id === id)?.range.central ?? Number.NaN,
      ),
    ]),
  );
}

const isOwn = ({ status, field }: ResolvedInput): boolean =>
  (status === 'given' || status === 'given-range') && ['pue', 'wue', 'serving.bits'].includes(field);

export function axisOf(usage: ResolvedUsage, { path, values }: Varied, ids: readonly string[]): UsageAxis | null {
  const field = ownField(path, usage.id, ids);
  if (field === null) return null;
  if (values.kind !== 'number') {
    const { places = [], models = [] } = usage.options ?? {};
    const inputs = columnsOf(values.kind === 'region' ? places : models, values.names);
    // What the scenario gives of its own stays: a PUE beside the region, a precision beside the model.
    for (const each of usage.parts[0]?.inputs ?? []) if (isOwn(each)) inputs.delete(each.id);
    return inputs.size === 0 ? null : { inputs, kind: values.kind };
  }
  const id = inputOfField[field];
  const input = usage.parts[0]?.inputs.find((each) => (id === undefined ? each.field === field : each.id === id));
  return input ? { inputs: new Map([[input.id, Float64Array.from(values.numbers)]]), kind: 'number' } : null;
}

export const lengthOf = ({ values }: Varied): number =>
  values.kind === 'number' ? values.numbers.length : values.names.length;

export const valueAt = ({ values }: Varied, at: number): string | number =>
  (values.kind === 'number' ? values.numbers[at] : values.names[at]) ?? Number.NaN;

/** A number that is varied on its own goes before the same one of a region or of a model. */
export function withoutOverlap(axes: readonly (UsageAxis | null)[]): readonly ReadonlyMap<string, Float64Array>[] {
  const alone = new Set(axes.flatMap((axis) => (axis?.kind === 'number' ? [...axis.inputs.keys()] : [])));
  return axes.map(
    (axis) => new Map([...(axis?.inputs ?? [])].filter(([id]) => axis?.kind === 'number' || !alone.has(id))),
  );
}
