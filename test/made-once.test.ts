/** What is made once and shared: plans, shapes, readings, orders of draws. Ten thousand usages cost as one. */
import { describe, expect, test } from 'vitest';
import { planOfPart } from '../src/engine/baseline.ts';
import { checkedQuantity } from '../src/engine/checked.ts';
import { draws } from '../src/engine/draws.ts';
import { planOf, scratch } from '../src/engine/evaluate.ts';
import { shapeOf } from '../src/engine/moments.ts';
import { stepsOf } from '../src/engine/postfix.ts';
import { columnAt, dropKept, integersAt, keep, reserve, rows, startWork } from '../src/engine/rows.ts';
import { orderIn, strataOf } from '../src/engine/strata.ts';
import { Tape } from '../src/engine/tape.ts';
import { reachOfAssumptions } from '../src/engine/uncertainty.ts';
import { inputOf, measured, partOf } from './part-by-hand.ts';

const chain = ['reported-server', 'facility', 'totals'];

describe('plans', () => {
  test('of a part once; of parts of the same mechanisms and inputs in common', () => {
    const [one, other] = [partOf(chain, measured), partOf(chain, { ...measured, pue: 3 })];
    expect(planOfPart(one)).toBe(planOfPart(one));
    expect(planOfPart(one).plan).toBe(planOfPart(other).plan);
    expect(planOfPart(one).inputs).not.toBe(planOfPart(other).inputs);
    expect(planOfPart(partOf(chain.slice(0, 2), measured)).plan).not.toBe(planOfPart(one).plan);
    expect(planOfPart(partOf(chain, { ...measured, grid_ghg: 1 })).plan).not.toBe(planOfPart(one).plan);
  });

  test('the numbers of the mechanisms follow the inputs, each under a key of its own, with its range', () => {
    const { inputs, plan } = planOfPart(partOf(['training-estimate', 'facility'], { pue: 2 }));
    expect(inputs.map(({ id, key }) => [id, key])).toEqual([
      ['pue', 'pue'],
      ['training_efficiency', 'method.training-estimate.training_efficiency'],
    ]);
    expect(inputs[1]?.range).toEqual({ low: 0.21, central: 0.3, high: 0.55 });
    expect(inputs[1]?.column).toEqual(Float64Array.of(0.3));
    expect([...plan.places.keys()].slice(0, 2)).toEqual(['pue', 'training_efficiency']);
  });

  test('columns are written again, by place and number of rows', () => {
    const plan = planOf([], ['a', 'b']);
    expect(scratch(plan, 0, 3)).toBe(scratch(plan, 0, 3));
    expect(scratch(plan, 0, 3)).not.toBe(scratch(plan, 0, 4));
    expect(scratch(plan, 0, 3)).toHaveLength(3);
  });

  test('what assumptions reach, by which inputs are assumed', () => {
    const { plan } = planOfPart(partOf(chain, measured));
    const of = (status: 'default' | 'given') => reachOfAssumptions(plan, Object.keys(measured).map((id) => inputOf(id, 1, { status: id === 'pue' ? status : 'given' }))); // prettier-ignore
    expect(of('default')).toBe(of('default'));
    expect(of('given').size).toBe(0);
    expect(of('default').size).toBeGreaterThan(1);
  });
});

test('the shape of rows hangs on the formulas, the slots and their number', () => {
  const [one, other] = [partOf(chain, measured), partOf(chain, { ...measured, pue: 3 })];
  const of = (part: typeof one, slots: readonly (readonly [string, number])[], count: number) => {
    const shape = shapeOf([{ part, slots: new Map(slots) }], count);
    return 'fixed' in shape ? shape.fixed : shape.products[0];
  };
  expect(of(one, [['requests', 0]], 1)).toBe(of(other, [['requests', 0]], 1)); // prettier-ignore
  expect(of(one, [['requests', 0]], 2)).toEqual([1, 0]); // prettier-ignore
  expect(of(one, [['requests', 1]], 2)).toEqual([0, 1]); // prettier-ignore
  expect(of(one, [['pue', 0]], 1)).toEqual([1]); // prettier-ignore
});

test('texts and formulas are read once', () => {
  expect(stepsOf('0 1 + #2 *')).toBe(stepsOf('0 1 + #2 *'));
  expect(checkedQuantity('facility', 'facility_energy')).toBe(checkedQuantity('facility', 'facility_energy'));
});

describe('the memory of the rows', () => {
  test('reserved at multiples of 16 bytes, one behind the other; free again when the next work starts', () => {
    startWork();
    const first = reserve(1);
    const second = reserve(17);
    const third = reserve(16);
    expect([first % 16, second - first, third - second]).toEqual([0, 16, 32]);
    startWork();
    expect(reserve(8)).toBe(first);
  });

  test('grows to what is asked for, and keeps what was written', () => {
    startWork();
    const size = rows().memory.buffer.byteLength;
    const place = reserve(8);
    columnAt(place, 1).fill(42);
    const large = reserve(size + 1);
    expect(rows().memory.buffer.byteLength).toBeGreaterThanOrEqual(large + size + 1);
    columnAt(large, size / 8).fill(1);
    expect([...columnAt(place, 1)]).toEqual([42]);
    expect(integersAt(place, 2, 4)).toHaveLength(2);
    startWork();
  });

  test('what is kept outlasts the work, until all of it is dropped', () => {
    dropKept();
    const kept = keep(16);
    columnAt(kept, 1).fill(7);
    const work = reserve(8);
    expect(work).toBe(kept + 16);
    startWork();
    expect([reserve(8), ...columnAt(kept, 1)]).toEqual([work, 7]);
    dropKept();
    expect(reserve(8)).toBe(kept);
    dropKept();
    // Strata that were kept are no longer there: the next draws make them again.
    strataOf(3, []);
  });

  test('orders of draws stay for the next work of as many draws; what was not asked for is not there', () => {
    const strata = strataOf(100, [1, 2]);
    const place = orderIn(strata, 1);
    const order = [...integersAt(place, 100, 2)];
    const again = strataOf(100, [3]);
    expect([orderIn(again, 1), ...integersAt(orderIn(again, 1), 100, 2)]).toEqual([place, ...order]);
    expect(orderIn(strataOf(100, [3, 1]), 1)).toBe(place);
    expect(() => orderIn(again, 4)).toThrow('no order of the seed 4');
    const fewer = strataOf(50, [1]);
    expect(fewer.samples).toBe(50);
    expect(() => orderIn(fewer, 2)).toThrow('no order of the seed 2');
    expect([...integersAt(orderIn(fewer, 1), 50, 2)].toSorted((a, b) => a - b)).toEqual([...Array(50).keys()]);
    expect([...columnAt(fewer.uniform, 50)]).toEqual(Array.from({ length: 50 }, (_, at) => (at + 0.5) / 50));
  });

  test('orders of earlier work are dropped where there is no more room for all', () => {
    // 4 bytes a draw: 167 orders fit into 64 MiB.
    const seeds = Array.from({ length: 168 }, (_, seed) => seed);
    const full = strataOf(100_000, seeds.slice(0, 167));
    expect(strataOf(100_000, seeds.slice(0, 167))).toBe(full);
    const next = strataOf(100_000, seeds.slice(166));
    expect([...next.orders.keys()]).toEqual([166, 167]);
    expect([...integersAt(orderIn(next, 167), 100_000, 4)].toSorted((a, b) => a - b).at(-1)).toBe(99_999);
    strataOf(3, []);
  });
});

describe('a tape', () => {
  test('a number once, a draw each time', () => {
    const tape = new Tape(11);
    const shape = { spread: 'bounded', central: 1, up: 1, down: 1, least: 0, most: 2 } as const;
    expect(tape.number(3)).toBe(tape.number(3));
    expect(tape.number(3)).not.toBe(tape.number(4));
    expect(tape.draw({ shape, seed: 1 })).not.toBe(tape.draw({ shape, seed: 1 }));
    expect(tape.column(Float64Array.of(3))).toBe(tape.number(3));
    expect(() => tape.column(new Float64Array(5))).toThrow('5 rows on a tape of 11');
  });

  test('a formula once for the same operands, and another for others', () => {
    const tape = new Tape(3);
    const [x, y] = [tape.column(Float64Array.of(1, 2, 3)), tape.column(Float64Array.of(4, 5, 6))];
    expect(tape.formula('0 1 -', [x, y], 'm.a')).not.toBe(tape.formula('0 1 -', [y, x], 'm.a'));
    expect([...tape.rows(tape.formula('0 1 -', [y, x], 'm.a'))]).toEqual([3, 3, 3]);
    expect(tape.rows(x)).toBe(tape.rows(x));
  });

  test('an input that two usages share is one draw', () => {
    const engine = draws({ samples: 50, seed: 1, supportOf: () => ({ spread: 'positive' }) });
    const input = inputOf('x', { low: 1, central: 2, high: 4 });
    expect([...engine.combine('-', engine.single(input), engine.single({ ...input })).column]).toEqual(
      Array(51).fill(0),
    );
  });
});
