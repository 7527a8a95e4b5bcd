/** Central values over a grid: every combination as if it were computed alone, the last axis fastest. */
import { describe, expect, test } from 'vitest';
import { centralFigures } from '../src/engine/central-figures.ts';
import { evaluateGrid, type Axis } from '../src/engine/grid.ts';
import { uniformDraws } from '../src/engine/latin-hypercube.ts';
import { seedOf, shuffle, uniformOf } from '../src/engine/seeded.ts';
import { boundedShape, positiveShape } from '../src/engine/shape.ts';
import { partOf, servedText, textChain } from './part-by-hand.ts';
import { within } from './within.ts';

const text = partOf(textChain, servedText);
const axis = (inputs: Readonly<Record<string, readonly number[]>>): Axis => {
  const columns = new Map(Object.entries(inputs).map(([id, values]) => [id, Float64Array.from(values)]));
  return { length: [...columns.values()][0]?.length ?? 0, inputs: columns };
};
const models = axis({ total_parameters: [8, 70.6, 405], active_parameters: [8, 70.6, 405] });
const places = axis({ grid_ghg: [0.05, 0.5], pue: [1.1, 1.6] });
const lengths = axis({ output_tokens: [100, 400, 700, 1000] });
const wanted = [
  'ghg_operation_total', 'water_operation_total', 'facility_energy', 'weights_read', 'accelerators', 'ghg_operation', 'prompts', 'pue', 'batch',
]; // prettier-ignore

/** Rows of the axes in their order, the last fastest. */
const combinations = (axes: readonly Axis[]): ReadonlyMap<string, number>[] =>
  axes.reduce<ReadonlyMap<string, number>[]>(
    (rows, { length, inputs }) =>
      rows.flatMap((row) =>
        Array.from({ length }, (_, at) => new Map([...row, ...[...inputs].map(([id, column]) => [id, column[at] ?? Number.NaN] as const)])),
      ),
    [new Map()],
  ); // prettier-ignore

describe('each row is what the part gives at those values alone', () => {
  test.each<[string, readonly Axis[]]>([
    ['no axis', []],
    ['models', [models]],
    ['places, lengths', [places, lengths]],
    ['lengths, places', [lengths, places]],
    ['models, places, lengths', [models, places, lengths]],
    ['places, lengths, models', [places, lengths, models]],
    ['lengths, models, places and an axis of one value', [lengths, models, places, axis({ host: [0.4] })]],
    ['an axis that nothing reads', [axis({ 'tokens.unknown': [1, 2] }), places]],
  ])('%s', (_, axes) => {
    const found = evaluateGrid(text, axes, wanted);
    const rows = combinations(axes);
    expect([...found.keys()].toSorted()).toEqual(wanted.toSorted());
    for (const [row, given] of rows.entries()) {
      const alone = centralFigures(text, wanted, given);
      for (const name of wanted) expect(found.get(name)?.[row], `${name} ${row}`).toSatisfy(within(alone.get(name) ?? Number.NaN, 1e-12)); // prettier-ignore
    }
    for (const column of found.values()) expect(column).toHaveLength(rows.length);
  });

  test('what the part does not give is absent', () => {
    expect([...evaluateGrid(text, [models], ['ghg_embodied_total', 'prompts']).keys()]).toEqual(['prompts']);
  });

  test('two axes of one input, and a result that is no number, are our bugs', () => {
    expect(() => evaluateGrid(text, [places, axis({ pue: [1, 2] })], wanted)).toThrow('two axes of a grid vary "pue"');
    expect(() => evaluateGrid(text, [axis({ batch: [64, 0] })], wanted)).toThrow(/^text\.\w+ is not finite$/);
    // Of what nobody wants nothing is computed.
    expect(evaluateGrid(text, [axis({ batch: [64, 0] })], ['prompts']).get('prompts')).toEqual(Float64Array.of(10, 10));
  });

  test('an axis does not vary a number of the method, even of the same name', () => {
    const found = evaluateGrid(text, [axis({ busy_power: [0.1, 0.9] })], ['facility_energy']).get('facility_energy');
    expect(found?.[0]).toBe(found?.[1]);
  });
});

describe('draws of a plan of experiments', () => {
  const columns = (names: readonly string[], seed: number) => uniformDraws({ count: 40, names, seed });

  test('one in each fortieth, inside [0, 1); a column hangs on its name and the seed alone', () => {
    const [x, y] = columns(['x', 'y'], 1);
    for (const column of [x, y])
      expect([...(column ?? [])].map((value) => Math.floor(value * 40)).toSorted((a, b) => a - b)).toEqual([...Array(40).keys()]);
    expect(columns(['y'], 1)[0]).toEqual(y);
    expect(x).not.toEqual(y);
    expect(columns(['x'], 2)[0]).not.toEqual(x);
    // Not in order, and not each in the middle of its part.
    expect([...(x ?? [])].toSorted((a, b) => a - b)).not.toEqual([...(x ?? [])]);
    expect(new Set([...(x ?? [])].map((value) => (value * 40) % 1)).size).toBeGreaterThan(30);
  }); // prettier-ignore

  test('FNV-1a: its published values, and another for another seed', () => {
    // Of the list of test vectors of its authors: "", "a", "foobar", as signed numbers.
    expect(['', 'a', 'foobar'].map((each) => seedOf(each, 0) >>> 0)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
    expect(seedOf('a', 1)).not.toBe(seedOf('a', 0));
  });

  test('a shuffle moves every value to every place, alike often', () => {
    const uniform = uniformOf('shuffle', 1);
    const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    for (let round = 0; round < 4000; round += 1) {
      const values = Uint32Array.of(0, 1, 2, 3);
      shuffle(values, uniform);
      for (const [place, value] of values.entries()) (counts[place] ?? [])[value] = (counts[place]?.[value] ?? 0) + 1;
    }
    // 1 000 times each; five standard errors are 137.
    for (const row of counts) for (const count of row) expect(Math.abs(count - 1000)).toBeLessThan(137);
  });
});

describe('how an input is drawn around its centre', () => {
  test('positive: a factor of so many standard deviations, each side on its own; normal where a side has no logarithm', () => {
    const z95 = 1.6448536269514722;
    const shape = positiveShape({ low: 1, central: 2, high: 8 });
    expect(shape).toMatchObject({ spread: 'positive', central: 2, upIsFactor: true, downIsFactor: true });
    if (shape.spread !== 'positive') throw new Error('not positive');
    expect(shape.up * z95).toSatisfy(within(Math.log(4), 1e-14));
    expect(shape.down * z95).toSatisfy(within(Math.log(2), 1e-14));
    const touching = positiveShape({ low: 0, central: 3, high: 6 });
    expect(touching).toMatchObject({ upIsFactor: true, downIsFactor: false });
    expect(touching.down * z95).toSatisfy(within(3, 1e-14));
    const fromNothing = positiveShape({ low: 0, central: 0, high: 6 });
    expect(fromNothing).toMatchObject({ upIsFactor: false, downIsFactor: false, down: 0 });
    expect(fromNothing.up * z95).toSatisfy(within(6, 1e-14));
  });

  test('bounded: half triangles of which nineteen twentieths lie within the ends', () => {
    const shape = boundedShape({ low: 0.2, central: 0.5, high: 0.6 }, { minimum: 0, maximum: 1 });
    expect(shape).toMatchObject({ spread: 'bounded', central: 0.5, least: 0, most: 1 });
    // Of a half triangle of length L the part beyond x is (1 - x / L)^2: a tenth of its half beyond the end.
    expect((1 - 0.1 / shape.up) ** 2).toSatisfy(within(0.1, 1e-12));
    expect((1 - 0.3 / shape.down) ** 2).toSatisfy(within(0.1, 1e-12));
    expect(boundedShape({ low: 1, central: 2, high: 3 }, {})).toMatchObject({ least: -Infinity, most: Infinity });
  });
});
