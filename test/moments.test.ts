/** A usage over many rows at once: what its rows give one by one, added up; its limits; and the numbers that must not vary. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { respondUsage, supportOf, usageTargets, planOfPart, type Part } from '../src/engine/baseline.ts';
import { central } from '../src/engine/central.ts';
import { draws } from '../src/engine/draws.ts';
import { drawnColumns, overRows, shapeOf, type PartSlots } from '../src/engine/moments.ts';
import { propagation } from '../src/engine/propagate.ts';
import { Moments } from '../src/engine/row-moments.ts';
import type { Uncertainty } from '../src/engine/uncertainty.ts';
import { exact, inputOf, measured, partOf, servedText, textChain } from './part-by-hand.ts';
import { within } from './within.ts';

/** The batch between 8 and 256. */
const text = partOf(textChain, {
  ...servedText, batch: { low: 8, central: 64, high: 256 }, idle: { low: 0.05, central: 0.12, high: 0.3 },
}); // prettier-ignore
const slots = new Map([['requests', 0], ['input_tokens', 1], ['cached_tokens', 2], ['output_tokens', 3]]); // prettier-ignore
const of = (part: Part): PartSlots => ({ part, slots });
const never = (): never => {
  throw new Error('a limit is passed');
};

const withRow = (part: Part, row: readonly number[]): Part => ({
  ...part,
  inputs: part.inputs.map((input) => {
    const slot = slots.get(input.id);
    return slot === undefined ? input : { ...input, range: exact(row[slot] ?? Number.NaN) };
  }),
});

function momentsOf(part: Part, rows: readonly (readonly number[])[]): Moments {
  const shape = shapeOf([of(part)], slots.size);
  if ('fixed' in shape) throw new Error(`fixed: ${shape.fixed.join()}`);
  const moments = new Moments(shape);
  for (const row of rows) moments.add(Float64Array.from(row));
  return moments;
}

const rowsArbitrary = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 5000 }))
    .map(([requests, input, cached, output]) => [requests, input, cached * input, output]),
  { minLength: 1, maxLength: 8 },
); // prettier-ignore

describe('over rows: what the rows give one by one, added up, at the centre and at every move', () => {
  /** Each result, column by column. */
  const resultsOf = (part: Part, uncertainty: Uncertainty): Record<string, readonly number[]> => {
    const { plan, inputs } = planOfPart(part);
    const answers = uncertainty.respond(plan, inputs, usageTargets);
    return Object.fromEntries(usageTargets.flatMap((id) => {
      const found = answers.get(id);
      return found ? [[id, [...found.column]]] : [];
    })); // prettier-ignore
  };

  test.each([
    ['propagation', propagation, undefined],
    ['central values', central, drawnColumns(central)],
  ] as const)('by %s', (_, uncertainty, columnsOf) => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const single = rows.map((row) => resultsOf(withRow(text, row), uncertainty));
        const options = { count: slots.size, onLimit: never, ...(columnsOf ? { columnsOf } : {}) };
        const found = resultsOf(text, overRows(uncertainty, [of(text)], options)(momentsOf(text, rows)));
        expect(Object.keys(found)).toEqual(Object.keys(single[0] ?? {}));
        expect(Object.keys(found)).toContain('ghg_operation_total');
        for (const [id, column] of Object.entries(found))
          for (const [at, value] of column.entries())
            // A column of one row is the same at every move.
            expect(value, `${id} ${at}`).toSatisfy(within(single.reduce((sum, each) => sum + (each[id]?.[each[id].length === 1 ? 0 : at] ?? Number.NaN), 0), 1e-9)); // prettier-ignore
      }),
      { numRuns: 20 },
    ); // prettier-ignore
  });

  test('one shape of coefficients answers for many groups of rows', () => {
    const over = overRows(propagation, [of(text)], { count: slots.size, onLimit: never });
    const total = (rows: readonly (readonly number[])[]): number =>
      respondUsage([text], over(momentsOf(text, rows))).criteria.energy.total?.column[0] ?? Number.NaN;
    const [one, two] = [[3, 100, 0, 50], [5, 2000, 100, 10]]; // prettier-ignore
    const [first, second] = [total([one ?? []]), total([two ?? []])];
    expect(total([one ?? [], two ?? []])).toSatisfy(within(first + second, 1e-12));
    // Asked again after others, and after the plan was evaluated for something else.
    respondUsage([withRow(text, [9, 9, 9, 9])], propagation);
    expect(total([one ?? []])).toBe(first);
  });

  test('by draws: the interval of the sum of the rows', () => {
    const options = { samples: 200, seed: 1, supportOf };
    const engine = draws(options);
    const rows = [[3, 100, 0, 50], [5, 2000, 100, 10]]; // prettier-ignore
    const over = overRows(engine, [of(text)], { count: slots.size, onLimit: never, columnsOf: drawnColumns(engine) });
    const found = respondUsage([text], over(momentsOf(text, rows))).criteria.energy.total;
    const plain = draws(options);
    const expected = respondUsage(rows.map((row) => withRow(text, row)), plain).criteria.energy.total; // prettier-ignore
    if (!found || !expected) throw new Error('no energy');
    const [range, other] = [engine.interval(found), plain.interval(expected)];
    for (const end of ['low', 'central', 'high'] as const) expect(range[end]).toSatisfy(within(other[end], 1e-9));
    expect(range.high / range.low).toBeGreaterThan(2);
  });

  test('a part that was never added up is our bug', () => {
    const over = overRows(propagation, [of(text)], { count: slots.size, onLimit: never });
    const other = withRow(text, [1, 1, 0, 1]);
    expect(() => respondUsage([other], over(momentsOf(text, [[1, 1, 0, 1]])))).toThrow(
      'a part that was never added up',
    );
  });

  test('a sum that is no number is our bug, and is named', () => {
    const over = overRows(propagation, [of(text)], { count: slots.size, onLimit: never });
    const moments = momentsOf(text, [[1e308, 1e308, 0, 1e308]]);
    expect(() => respondUsage([text], over(moments))).toThrow(/_total is not finite|requests is not finite/);
    // At the centre it is one, at the high it is not.
    const bill = partOf(['spend'], { spend: 1, spend_factor: { low: 1, central: 1, high: 1e300 }, location_share: 1 });
    const slot = new Map([['spend', 0]]); // prettier-ignore
    const large = new Moments({ products: [[1]], limited: [] });
    large.add(Float64Array.of(1e300));
    const spent = overRows(propagation, [{ part: bill, slots: slot }], { count: 1, onLimit: never })(large);
    expect(() => respondUsage([bill], spent)).toThrow('ghg_spend_total is not finite');
  });
});

describe('the shape of rows', () => {
  const server = partOf(['reported-server', 'facility', 'totals'], measured);

  test('a total of a measured usage is the sum of its requests alone', () => {
    const shape = shapeOf([{ part: server, slots: new Map([['requests', 0]]) }], 1);
    expect(shape).toEqual({ products: [[1]], limited: [] });
    // Of a number of a row that no formula reads, there is nothing to add up.
    const unread = new Map([['requests', 1], ['output_tokens', 0]]); // prettier-ignore
    expect(shapeOf([{ part: server, slots: unread }], 2)).toEqual({ products: [[0, 1]], limited: [] });
  });

  test('of several parts: each product once', () => {
    const both = shapeOf([
      { part: server, slots: new Map([['requests', 0]]) },
      { part: server, slots: new Map([['requests', 0], ['iterations', 1]]) },
      { part: { ...server }, slots: new Map([['requests', 0]]) },
    ], 2); // prettier-ignore
    expect(both).toEqual({ products: [[1, 0], [1, 1]], limited: [] }); // prettier-ignore
  });

  test('a number that stands elsewhere than in a product is named', () => {
    const batched = { part: text, slots: new Map([['requests', 0], ['batch', 1]]) }; // prettier-ignore
    expect(shapeOf([of(text), batched], 4)).toEqual({ fixed: [1] });
    expect(shapeOf([batched], 2)).toEqual({ fixed: [1] });
  });

  test('a number of the method is none of the rows, even of the same name', () => {
    const named = { part: text, slots: new Map([['requests', 0], ['busy_power', 1]]) }; // prettier-ignore
    expect(shapeOf([named], 2)).toEqual({ products: [[1, 0]], limited: [] });
  });
});

describe('a limit of the formulas: the share of a training is never above the whole', () => {
  const trained = partOf(['training-by-tokens', 'training-totals', 'totals'], {
    requests: 1, location_share: 1, iterations: 1, calls: 1, input_tokens: 100, output_tokens: 100, reasoning_tokens: 0,
    cached_tokens: 0, lifetime_tokens: { low: 500, central: 1000, high: 2000 }, development: 1, training_ghg: 50,
  }); // prettier-ignore
  const total = (rows: readonly (readonly number[])[], part: Part = trained): number =>
    respondUsage([part], overRows(propagation, [of(part)], { count: slots.size, onLimit: never })(momentsOf(part, rows)))
      .criteria.ghg.total?.column[0] ?? Number.NaN; // prettier-ignore

  test('below it rows add up: 400 of 1 000 tokens of 50 kg', () => {
    expect(total([[1, 100, 0, 100], [1, 150, 0, 50]])).toSatisfy(within(20, 1e-12)); // prettier-ignore
    const shape = shapeOf([of(trained)], 4);
    const keys = (all: readonly (readonly number[])[]) => all.map((each) => each.join()).toSorted();
    if ('fixed' in shape) throw new Error('no shape');
    expect(keys(shape.products)).toEqual(['1,0,0,0', '1,0,0,1', '1,1,0,0']);
    expect(keys(shape.limited)).toEqual(['1,0,0,0', '1,0,0,1', '1,1,0,0']);
  });

  test('a single row above it, at the low of an uncertain input already, is told', () => {
    // 500 tokens are the whole of the low.
    expect(total([[1, 250, 0, 250]])).toSatisfy(within(25, 1e-12)); // prettier-ignore
    expect(() => total([[1, 251, 0, 250]])).toThrow('a limit is passed');
    expect(() => total([[1, 10, 0, 10], [1, 251, 0, 250]])).toThrow('a limit is passed'); // prettier-ignore
  });
});

describe('moments', () => {
  test('lose nothing: ten times 0.1 beside 1e15 are 1 more', () => {
    const moments = new Moments({ products: [[1]], limited: [] });
    for (const value of [1e15, ...Array<number>(10).fill(0.1)]) moments.add(Float64Array.of(value));
    expect(moments.sum([1])).toBe(1e15 + 1);
  });

  test('sums and largest of products and quotients, and how many rows', () => {
    const moments = new Moments({ products: [[1, 0], [2, -1]], limited: [[0, 1]] }); // prettier-ignore
    for (const row of [[2, 4], [3, 9], [6, 3]]) moments.add(Float64Array.from(row)); // prettier-ignore
    expect(moments.rows).toBe(3);
    expect(moments.sum([1, 0])).toBe(11);
    expect(moments.sum([2, -1])).toBe(1 + 1 + 12);
    expect([moments.largest([0, 1]), moments.largest([1, 0])]).toEqual([9, 6]);
    expect([moments.sum([5, 5]), moments.largest([5, 5])]).toEqual([Number.NaN, Number.NaN]);
  });
});

test('an input on its own is drawn once for all usages that share it', () => {
  const { keys, columns } = drawnColumns(propagation)({} as never, [inputOf('a', 3), inputOf('b', { low: 1, central: 2, high: 4 })]); // prettier-ignore
  expect(keys).toEqual([]);
  expect(columns).toEqual([Float64Array.of(3), Float64Array.of(2, 1, 4)]);
});
