import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draws, type Support } from '../src/engine/draws.ts';
import { emitKernel } from '../src/engine/emit.ts';
import { planOf, type Kernel } from '../src/engine/evaluate.ts';
import { namesOf, parseFormula } from '../src/engine/formula.ts';
import { toPostfix } from '../src/engine/postfix.ts';
import { quantilePair } from '../src/engine/quantile.ts';
import type { Response, UncertainInput } from '../src/engine/uncertainty.ts';
import type { Range } from '../src/units.ts';
import { within } from './within.ts';

const supports: Readonly<Record<string, Support>> = {
  share: { spread: 'bounded', minimum: 0, maximum: 1 },
  pue: { spread: 'bounded', minimum: 1 },
};
const options = {
  samples: 10_000,
  seed: 1,
  supportOf: (id: string) => supports[id] ?? ({ spread: 'positive' } as const),
};

/** A formula of plain numbers as the build makes it. */
function kernel(id: string, formula: string): Kernel {
  const expression = parseFormula(formula);
  const run = new Function(`return ${emitKernel(expression)}`)() as Kernel['run'];
  return { id, mechanism: 'm', unit: '1', needs: namesOf(expression), run, postfix: toPostfix(expression) };
}

const input = (id: string, range: Range, key = id): UncertainInput => ({ id, key, range });
const around = (central: number, factor: number): Range => ({ low: central / factor, central, high: central * factor });

function answer(of: Kernel, inputs: readonly UncertainInput[], settings = options): Response {
  const response = draws(settings)
    .respond(
      planOf(
        [of],
        inputs.map(({ id }) => id),
      ),
      inputs,
      [of.id],
    )
    .get(of.id);
  if (!response) throw new Error('no response');
  return response;
}

const product = kernel('product', 'x * y');
const sum = kernel('sum', 'x + y');
const same = (id: string): Kernel => kernel('same', id);
const { interval, sum: add, ratio, single, widthShares } = draws(options);

/** Three standard errors of a 5 % quantile of 10 000 normal draws, as a factor of a log-normal of that width. */
const samplingError = (logWidth: number): number =>
  Math.exp((3 * Math.sqrt((0.05 * 0.95) / 10_000) * logWidth) / (0.1031 * 1.645)) - 1;

describe('known answers', () => {
  test('an input gives back its own percentiles', () => {
    for (const [id, range] of [
      ['x', around(10, 4)],
      ['x', { low: 8, central: 64, high: 256 }],
      ['x', { low: 0, central: 0.84, high: 2.24 }],
      ['pue', { low: 1.08, central: 1.54, high: 1.58 }],
      ['share', { low: 0.3, central: 0.7, high: 0.85 }],
    ] as const) {
      const found = interval(answer(same(id), [input(id, range)]));
      expect(found.central).toBe(range.central);
      if (range.low === 0) expect(found.low).toBeLessThan(0.05 * range.central);
      else expect(found.low).toSatisfy(within(range.low, 1e-3));
      expect(found.high).toSatisfy(within(range.high, 1e-3));
    }
  });

  test('product of log-normals: the closed form, within three standard errors', () => {
    const found = interval(answer(product, [input('x', around(5, 2)), input('y', around(7, 3))]));
    const width = Math.hypot(Math.log(2), Math.log(3));
    expect(found.high).toSatisfy(within(35 * Math.exp(width), samplingError(width)));
    expect(found.low).toSatisfy(within(35 / Math.exp(width), samplingError(width)));
  });

  test('one key is one unknown: its square is twice as wide, its ratio has no width', () => {
    const x = input('x', around(5, 2), 'shared');
    const y = input('y', around(5, 2), 'shared');
    expect(interval(answer(product, [x, y])).high).toSatisfy(within(100, samplingError(2 * Math.log(2))));
    const quotient = ratio(answer(product, [x, input('y', around(3, 1))]), single(x));
    const found = quotient && interval(quotient);
    expect(found?.low).toSatisfy(within(3, 1e-12));
    expect(found?.high).toSatisfy(within(3, 1e-12));
  });

  test('a sum of independent usages is narrower than one, a sum of shared ones is not', () => {
    const apart = ['a', 'b', 'c', 'd'].map((key) => single(input('x', around(1, 3), key)));
    const shared = apart.map(() => single(input('x', around(1, 3), 'a')));
    const width = (list: readonly Response[]): number => {
      const { low, high } = interval(add(list) ?? single(input('x', around(1, 1))));
      return high / low;
    };
    expect(width(shared)).toSatisfy(within(9, 0.08));
    expect(width(apart)).toBeLessThan(0.7 * width(shared));
  });

  test('shares of the width of a product of log-normals: in proportion to the squares of their widths', () => {
    const shares = (() => {
      const engine = draws(options);
      const inputs = [input('x', around(5, 2)), input('y', around(7, 4))];
      const response = engine.respond(planOf([product], ['x', 'y']), inputs, ['product']).get('product');
      return response ? engine.widthShares(response) : new Map<string, number>();
    })();
    expect(shares.get('x')).toSatisfy(within(0.2, 0.15));
    expect(shares.get('y')).toSatisfy(within(0.8, 0.05));
    expect([...shares.values()].reduce((all, each) => all + each, 0)).toSatisfy(within(1, 1e-12));
  });
});

describe('determinism', () => {
  const inputs = [input('x', around(5, 2)), input('y', around(7, 3))];

  test('same seed, same draws; another seed, others', () => {
    expect(answer(sum, inputs).column).toEqual(answer(sum, inputs).column);
    expect(answer(sum, inputs, { ...options, seed: 2 }).column).not.toEqual(answer(sum, inputs).column);
  });

  test('a further input moves no draw of the others', () => {
    const alone = answer(same('x'), [inputs[0] ?? input('x', around(5, 2))]);
    const engine = draws(options);
    engine.single(input('z', around(1, 2)));
    const after = engine.respond(planOf([same('x')], ['x']), [input('x', around(5, 2))], ['same']).get('same');
    expect(after?.column).toEqual(alone.column);
  });

  test('these are the first draws of the key "x", on every platform', () => {
    const { column } = answer(same('x'), [input('x', around(1, Math.E))]);
    expect(Array.from(column.slice(0, 4), (value) => Number(value.toPrecision(10)))).toMatchInlineSnapshot(`
      [
        1,
        4.166919955,
        0.6662121215,
        0.9731557998,
      ]
    `);
  });
});

describe('properties', () => {
  const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  const factor = fc.double({ min: 1, max: 10, noNaN: true });
  const few = { ...options, samples: 500 };
  const of = draws(few);

  test('the interval holds its centre, and scales with it', () => {
    fc.assert(
      fc.property(positive, factor, positive, factor, positive, (x, fx, y, fy, scale) => {
        const found = of.interval(answer(sum, [input('x', around(x, fx)), input('y', around(y, fy))], few));
        expect(found.low).toBeLessThanOrEqual(found.central);
        expect(found.high).toBeGreaterThanOrEqual(found.central);
        const scaled = of.interval(
          answer(sum, [input('x', around(x * scale, fx)), input('y', around(y * scale, fy))], few),
        );
        expect(scaled.high / scaled.central).toSatisfy(within(found.high / found.central, 1e-9));
      }),
      { numRuns: 50 },
    );
  });

  test('a fixed input has no width', () => {
    const fixed = answer(product, [input('x', around(5, 1)), input('y', around(7, 1))]);
    expect(interval(fixed)).toEqual({ low: 35, central: 35, high: 35 });
    expect(widthShares(fixed).size).toBe(0);
  });

  test('a bounded quantity never leaves its bounds', () => {
    const { column } = answer(same('pue'), [input('pue', { low: 1, central: 1.02, high: 1.6 })]);
    expect(Math.min(...column)).toBe(1);
    const share = answer(same('share'), [input('share', { low: 0.1, central: 0.9, high: 0.99 })]);
    expect(Math.max(...share.column)).toBeLessThanOrEqual(1);
    expect(Math.min(...share.column)).toBeGreaterThanOrEqual(0);
  });

  test('the selected quantiles are those of the sorted values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), {
          minLength: 1,
          // Above and below the number of values that are sorted outright.
          maxLength: 1000,
        }),
        (list) => {
          const sorted = Float64Array.from(list).sort();
          const values = Float64Array.from(list);
          // Adding zero makes -0 a 0: the two are one number, but not to toEqual.
          const selected = quantilePair(values).map((value) => value + 0);
          const last = sorted.length - 1;
          const expected = [sorted[Math.floor(0.05 * last)], sorted[Math.ceil(0.95 * last)]];
          expect(selected).toEqual(expected.map((value = Number.NaN) => value + 0));
          expect([...values]).toEqual(list);
        },
      ),
      { numRuns: 300 },
    );
  });
});
