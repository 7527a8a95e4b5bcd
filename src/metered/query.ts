/** What an engine is asked for: the products of the numbers of a row whose sums the formulas of the method need. */
import type { Method } from '../assessment.ts';
import type { Catalog } from '../catalog/index.ts';
import { shapeOf } from '../engine/moments.ts';
import { keyOf, type Exponents } from '../engine/products.ts';
import { InputError, InternalError, problem } from '../errors.ts';
import { prepare } from '../prepare.ts';
import { slotsOf } from '../table-combination.ts';
import { slotFields, timeKeys, type GroupKey, type LogQuery } from '../usage-log/types.ts';
import type { DefaultsText } from './defaults.ts';
import { typicalInput } from './typical-input.ts';
import { scenarioOf, type MeteredUsage } from './scenario.ts';

const tokenParts = ['input', 'cached_input', 'output', 'reasoning'] as const;

/** Every set of counts that rows may say: the formulas need other products where one of them is the same in all rows. */
const knownParts = Array.from({ length: 2 ** tokenParts.length }, (_, bits) =>
  tokenParts.filter((_part, place) => (bits & (1 << place)) !== 0),
).filter((parts) => !parts.includes('cached_input') || parts.includes('input'));

/** One text model, one that thinks, one whose training is published, one for embeddings: each has formulas of its own. */
function representatives(catalog: Catalog): readonly MeteredUsage[] {
  const { models } = catalog.data;
  const sized = models.filter(({ total_parameters: total, active_parameters: active }) => total && active);
  const text = sized.filter(({ kind }) => kind === 'text');
  const chosen = [
    text[0],
    text.find(({ architecture }) => architecture === 'moe'),
    text.find((model) => 'training' in model && model.training !== undefined),
    text.find(({ reasoning_tokens: hidden }) => hidden !== undefined),
  ].flatMap((model) => (model ? [model.id] : []));
  const embedding = sized.find(({ kind }) => kind === 'embedding');
  return [
    ...[...new Set(chosen)].flatMap((model) =>
      knownParts.map((parts, place): MeteredUsage => ({
        id: `${model} ${place}`,
        model,
        requests: 1,
        iterations: 1,
        tokens: Object.fromEntries(parts.map((part) => [part, 1])),
      })),
    ),
    ...(embedding
      ? [{ id: embedding.id, model: embedding.id, requests: 1, iterations: 1, embeddings: { tokens: 1 } } as const]
      : []),
  ];
}

/** Sums, and sums of squares, of every count: what a scenario with measured numbers is written from. */
const basic: readonly Exponents[] = slotFields.flatMap((_, slot) =>
  slot === 0
    ? [[1, 0, 0, 0, 0]]
    : [1, 2].map((power) => slotFields.map((__, each) => (each === 0 ? 1 : each === slot ? power : 0))),
);

/** A fault of the defaults is one of every usage that was made, and is told once. */
function onceEach<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const keyed = error.problems.map(
      (each) => [JSON.stringify([each.code, each.message, each.place?.file, each.place?.line]), each] as const,
    );
    throw new InputError([...new Map(keyed).values()]);
  }
}

/**
 * Groups end with the month, where the log has times: the trend needs no second pass.
 * Errors  InputError where the defaults give a number that makes a formula no sum of products, such as a speed.
 */
export function logQueryOf(
  by: readonly GroupKey[],
  {
    catalog,
    method,
    defaults,
    hasTime,
    threads = false,
  }: {
    readonly catalog: Catalog;
    readonly method: Method;
    readonly defaults: DefaultsText | undefined;
    readonly hasTime: boolean;
    readonly threads?: boolean;
  },
): LogQuery {
  const text = scenarioOf('log', representatives(catalog), defaults);
  const { read, resolved } = onceEach(() => prepare(text, { catalog, method, both: false, practices: [] }));
  const parts = read.scenario.usages.flatMap((usage, place) => {
    const own = resolved.usages[place];
    if (!own) throw new InternalError('a usage was not resolved');
    const fields = usage.embeddings
      ? slotFields.map((field) => (field === 'tokens.input' ? 'embeddings.tokens' : field))
      : slotFields;
    return own.parts.map((part) => ({ part, slots: slotsOf(part, usage, fields, () => true) }));
  });
  const shape = shapeOf(parts, slotFields.length);
  if ('fixed' in shape)
    throw new InputError([
      problem('log-needs-products', { file: defaults?.file ?? '', field: slotFields[shape.fixed[0] ?? 0] ?? '' }),
    ]);
  const products = [...new Map([...basic, ...shape.products].map((each) => [keyOf(each), each])).values()];
  const [month] = timeKeys;
  return {
    by: hasTime && !by.includes(month) ? [...by, month] : by,
    products,
    limited: shape.limited,
    typicalInput: typicalInput(catalog).central,
    ...(threads ? { threads } : {}),
  };
}
