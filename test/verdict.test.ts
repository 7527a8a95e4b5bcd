/** Value against impact: each rule, each boundary between rules, agreement, break-evens, and what must never happen. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Case, Situation } from '../src/verdict/rules.ts';
import { decide, verdictOrder } from '../src/verdict/rules.ts';
import type { Figures } from '../src/verdict/axes.ts';
import { axesOf } from '../src/verdict/axes.ts';
import { breakEvens } from '../src/verdict/break-even.ts';
import { codeOf, decideRow, isWithin, type Limits } from '../src/verdict/decide-rows.ts';
import { verdictQuality } from '../src/verdict/evidence.ts';
import { gradeOf, valueLevel } from '../src/verdict/grade.ts';
import { judge, type JudgeOptions } from '../src/verdict/judge.ts';
import { within } from './within.ts';

const situation = (more: Partial<Situation> = {}): Situation => ({
  environment: -1,
  economic: null,
  within: true,
  ...more,
});
const use = (more: Partial<Case> = {}): Case => ({
  today: situation(),
  after: null,
  social: null,
  hasBudget: false,
  hasLighterAlternative: false,
  ...more,
});

describe('the rules, in their order', () => {
  it.each<[string, Case, string, number, string]>([
    ['1: a lighter alternative, whatever the value', use({ hasLighterAlternative: true, social: 3, today: situation({ environment: 9 }) }), 'not-needed', 1, 'lighter-alternative'],
    ['2: avoids more than it emits', use({ today: situation({ environment: 1, within: false }) }), 'worth-it', 2, 'avoided-outweighs'],
    ['2: even is not positive', use({ today: situation({ environment: 0, within: false }) }), 'not-worth-it', 5, 'nothing-positive'],
    ['2: another axis of exactly 0 is not negative', use({ today: situation({ environment: 1, economic: 0 }), social: 0 }), 'worth-it', 2, 'avoided-outweighs'],
    ['2: within the grade, people gain', use({ social: 1 }), 'worth-it', 2, 'within-budget'],
    ['2: within a budget, money alone is enough', use({ hasBudget: true, today: situation({ economic: 1 }) }), 'worth-it', 2, 'within-budget'],
    ['2: money that loses spoils it', use({ social: 1, today: situation({ economic: -1 }) }), 'redesign', 4, 'offset'],
    ['2: people who lose spoil it', use({ social: -1, today: situation({ environment: 1 }) }), 'redesign', 4, 'offset'],
    ['3: within the budget only with the practices', use({ social: 1, today: situation({ within: false }), after: situation() }), 'worth-it-with-practices', 3, 'within-budget'],
    ['3: avoids more only with the practices', use({ today: situation({ within: false }), after: situation({ environment: 1 }) }), 'worth-it-with-practices', 3, 'avoided-outweighs'],
    ['3: money no longer loses with the practices', use({ social: 1, today: situation({ economic: -1 }), after: situation({ economic: 0 }) }), 'worth-it-with-practices', 3, 'within-budget'],
    ['2 before 3: what holds today needs no practice', use({ social: 1, after: situation({ environment: 1 }) }), 'worth-it', 2, 'within-budget'],
    ['4: value, but above the budget', use({ social: 1, hasBudget: true, today: situation({ within: false }) }), 'redesign', 4, 'over-budget'],
    ['4: value, but above the budget after the practices too', use({ social: 1, today: situation({ within: false }), after: situation({ within: false }) }), 'redesign', 4, 'over-budget'],
    ['4: money alone without a budget, however small the impact', use({ today: situation({ economic: 1 }) }), 'redesign', 4, 'only-economic'],
    ['4: money alone above a budget', use({ hasBudget: true, today: situation({ economic: 1, within: false }) }), 'redesign', 4, 'over-budget'],
    ['5: nothing positive', use({ social: 0, today: situation({ economic: 0 }) }), 'not-worth-it', 5, 'nothing-positive'],
    ['5: all negative', use({ social: -3, today: situation({ economic: -1 }) }), 'not-worth-it', 5, 'nothing-positive'],
  ])('%s', (_name, each, code, rule, reason) => {
    expect(decide(each)).toEqual({ code, rule, reason });
  }); // prettier-ignore
});

const axis = fc.double({ min: -100, max: 100, noNaN: true });
const maybe = fc.option(axis, { nil: null });
const situations = fc.record({ environment: axis, economic: maybe, within: fc.boolean() });
const cases = fc.record({
  today: situations,
  after: fc.option(situations, { nil: null }),
  social: maybe,
  hasBudget: fc.boolean(),
  hasLighterAlternative: fc.constant(false),
});
const rank = (each: Case): number => verdictOrder.indexOf(decide(each).code);

test('property: more benefit never worsens the verdict', () => {
  fc.assert(
    fc.property(cases, fc.double({ min: 0, max: 200, noNaN: true }), (each, more) => {
      const raised = (own: Situation): Situation => ({ ...own, economic: own.economic === null ? null : own.economic + more }); // prettier-ignore
      const better = { ...each, today: raised(each.today), after: each.after && raised(each.after) };
      expect(rank(better)).toBeGreaterThanOrEqual(rank(each));
    }),
  );
});

test('property: a higher social score or more avoided never worsens the verdict', () => {
  fc.assert(
    fc.property(cases, fc.double({ min: 0, max: 200, noNaN: true }), (each, more) => {
      const raised = (own: Situation): Situation => ({ ...own, environment: own.environment + more });
      const greener = { ...each, today: raised(each.today), after: each.after && raised(each.after) };
      expect(rank(greener)).toBeGreaterThanOrEqual(rank(each));
      const fairer = { ...each, social: each.social === null ? null : each.social + more };
      expect(rank(fairer)).toBeGreaterThanOrEqual(rank(each));
    }),
  );
});

const one = (value: number) => Float64Array.of(value);
/** 100 kg emitted by 50 results, 0.2 money a kg: 2 kg a result. */
const figures = (more: Partial<Figures> = {}): Figures => ({
  footprint: one(100),
  after: undefined,
  results: one(50),
  perResult: one(2),
  perResultAfter: one(2),
  others: one(0),
  othersAfter: one(0),
  units: one(50),
  rebound: one(0),
  avoided: [],
  economic: undefined,
  carbonPrice: one(0.2),
  social: undefined,
  alternatives: [],
  ...more,
});
const avoided = (amount: number, factor: number) => [{ amount: one(amount), factor: one(factor), perResult: false }];
const money = (benefit: number | null, cost: number | null): Figures['economic'] => ({
  benefit: benefit === null ? null : one(benefit),
  time: null,
  cost: cost === null ? null : one(cost),
  costAfter: cost === null ? null : one(cost),
  perResult: { benefit: false, cost: false },
});
const limits: Limits = { ghg: null, ghgPerUnit: null, perResult: 0.0005, lighter: 0.5 };
const budgetOf = (ghg: number): Limits => ({ ...limits, ghg });

describe('the axes, by hand', () => {
  it('environment = avoided - footprint x (1 + rebound); economic = benefit - cost - climate cost', () => {
    const axes = axesOf(
      figures({ rebound: one(0.5), avoided: avoided(1000, 1.1), economic: money(500, 300), carbonPrice: one(0.2) }),
    );
    // 1 100 - 100 x 1.5
    expect(axes.today.environment?.[0]).toSatisfy(within(950, 1e-12));
    // 500 - 300 - 150 kg x 0.2
    expect(axes.today.economic?.[0]).toSatisfy(within(170, 1e-12));
    expect(axes.after).toBeNull();
  });

  it('time: 50 results x 3 min at 40 an hour is 100', () => {
    const time = { minutes: one(3), hourlyCost: one(40) };
    const economic = { ...money(0, 0), time } as NonNullable<Figures['economic']>;
    expect(axesOf(figures({ economic })).benefit?.[0]).toSatisfy(within(100, 1e-12));
  });

  it('an unknown is unknown, never 0', () => {
    expect(axesOf(figures({ economic: money(500, null) })).today.economic).toBeNull();
    expect(axesOf(figures({ footprint: null })).today.environment).toBeNull();
    expect(axesOf(figures({ avoided: [{ amount: null, factor: one(1), perResult: false }] })).avoided).toBeNull();
  });
});

describe('the budget', () => {
  it.each([
    ['at the limit is within', budgetOf(100), true],
    ['above it is not', budgetOf(99.999), false],
    ['per unit: 100 kg over 50', { ...limits, ghgPerUnit: 2 }, true],
    ['both must hold', { ...limits, ghg: 1000, ghgPerUnit: 1.999 }, false],
    ['none: the limit of grade B for a result', limits, false],
    ['none: at the limit of grade B', { ...limits, perResult: 2 }, true],
  ])('%s', (_name, each, expected) => {
    expect(isWithin(figures(), each, 0, false)).toBe(expected);
  });

  it('the rest of the scenario counts against one budget', () => {
    expect(isWithin(figures({ others: one(50) }), budgetOf(120), 0, false)).toBe(false);
  });

  it('is unknown with the footprint, unless a limit that is known is exceeded', () => {
    expect(isWithin(figures({ footprint: null }), budgetOf(100), 0, false)).toBeNull();
    expect(isWithin(figures({ units: null }), { ...limits, ghg: 50, ghgPerUnit: 2 }, 0, false)).toBe(false);
  });
});

describe('an alternative that meets the need fully', () => {
  const lighter = (ghg: number | null, more: Partial<Figures> = {}) =>
    codeOf(
      figures({ social: one(1), alternatives: [{ ghg: ghg === null ? null : one(ghg), perResult: false }], ...more }),
      budgetOf(1000),
    );
  it.each([
    ['just below half', 49.999, 'not-needed'],
    ['exactly half', 50, 'worth-it'],
    ['nothing at all', 0, 'not-needed'],
  ])('%s', (_name, ghg, expected) => expect(lighter(ghg)).toBe(expected));

  it('is held against the use with the practices', () => {
    expect(lighter(40, { after: one(60), perResultAfter: one(1.2), othersAfter: one(0) })).toBe('worth-it');
  });

  it('of unknown footprint leaves it open whether the use is needed', () => {
    expect(lighter(null)).toBeNull();
  });
});

describe('what is unknown decides nothing, and stands in the way only where it matters', () => {
  it.each<[string, Figures, Limits, string | null]>([
    ['unknown cost, people gain, within a budget', figures({ social: one(1), economic: money(5, null) }), budgetOf(1000), null],
    ['unknown cost, nothing else: no budget', figures({ economic: money(5, null) }), limits, null],
    ['unknown footprint, nothing avoided, nobody gains', figures({ footprint: null, social: one(0) }), budgetOf(1), 'not-worth-it'],
    ['unknown footprint against something avoided', figures({ footprint: null, avoided: avoided(1, 1) }), budgetOf(1), null],
  ])('%s', (_name, own, held, expected) => {
    expect(codeOf(own, held)).toBe(expected);
  }); // prettier-ignore
});

const options = (more: Partial<JudgeOptions> = {}): JudgeOptions => ({
  limits: budgetOf(100),
  scale: { A: 0.1, B: 0.5, C: 2, D: 10 },
  agreement: 0.8,
  highValue: 2,
  names: { currency: 'EUR', avoided: [{ name: 'km', unit: 'km' }], isWhole: true },
  fields: {
    footprint: 'usages.a.requests',
    avoided: 'functional_unit.volume',
    benefit: 'value.economic.benefit',
    cost: 'value.economic.cost',
    alternatives: 'value.alternatives[0].ghg',
    results: 'usages.a.requests',
    value: 'value',
  },
  widthShares: () => new Map([['heavy', 0.7], ['light', 0.3]]), // prettier-ignore
  ...more,
});

/** Central value, then draws. */
const drawn = (central: number, draws: readonly number[]) => Float64Array.of(central, ...draws);
const tenth = Array.from({ length: 10 }, (_, at) => at);

describe('agreement over the draws', () => {
  const footprint = (over: number) => drawn(90, tenth.map((at) => (at < over ? 110 : 90))); // prettier-ignore

  it('eight of ten is enough, seven is not', () => {
    const held = judge(figures({ footprint: footprint(2), social: one(1) }), options());
    expect([held.code, held.agreement, held.settle]).toEqual(['worth-it', 0.8, null]);
    const open = judge(figures({ footprint: footprint(3), social: one(1) }), options());
    expect([open.code, open.central, open.agreement]).toEqual(['undetermined', 'worth-it', 0.7]);
    expect(open.reason).toBe('draws-disagree');
    expect(open.settle).toEqual({ key: 'heavy', share: 0.7 });
  });

  it('names the field to give where something is unknown', () => {
    const judged = judge(figures({ social: one(1), economic: money(5, null) }), options());
    expect([judged.code, judged.reason, judged.agreement]).toEqual(['undetermined', 'input-unknown', null]);
    expect(judged.settle).toEqual({ field: 'value.economic.cost', share: null });
  });

  it('a use without a stated value is undetermined, unless it is not needed', () => {
    expect(judge(figures(), options())).toMatchObject({
      code: 'undetermined',
      reason: 'value-not-stated',
      settle: { field: 'value' },
    });
    const alternatives = [{ ghg: one(1), perResult: false }];
    expect(judge(figures({ alternatives }), options()).code).toBe('not-needed');
  });

  test('property: agreement is monotone in the margin', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 200, noNaN: true }), { minLength: 5, maxLength: 50 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (draws, more) => {
          const agreementOf = (km: number): number | null =>
            judge(figures({ footprint: drawn(100, draws), avoided: avoided(km, 1) }), options()).agreement;
          // 101 km avoided against 100 kg: further from the boundary, never fewer draws.
          expect(agreementOf(101 + more) ?? 0).toBeGreaterThanOrEqual(agreementOf(101) ?? 0);
        },
      ),
    );
  });
});

describe('break-evens', () => {
  const names = { currency: 'EUR', avoided: [{ name: 'truck', unit: 'km' }], isWhole: true };
  const solve = (own: Figures, held = limits) =>
    breakEvens(own, held, names).map(({ quantity, value, flipsTo }) => ({ quantity, value, flipsTo }));

  it('of what is avoided: 9 kg against 1.1 kg a km is 8.18 km', () => {
    const [found] = solve(figures({ footprint: one(9), avoided: avoided(100, 1.1) }));
    expect(found?.quantity).toBe('avoided');
    expect(found?.value).toSatisfy(within(9 / 1.1, 1e-9));
    expect(found?.flipsTo).toBe('not-worth-it');
  });

  it('of rebound: 110 / 100 - 1', () => {
    const found = solve(figures({ avoided: avoided(100, 1.1) })).find(({ quantity }) => quantity === 'rebound');
    expect(found?.value).toSatisfy(within(0.1, 1e-9));
  });

  it('of the price of carbon: (500 - 300) / 100 kg', () => {
    const own = figures({ social: one(1), economic: money(500, 300) });
    const found = solve(own, budgetOf(1000)).find(({ quantity }) => quantity === 'carbon-price');
    expect(found).toMatchObject({ flipsTo: 'redesign' });
    expect(found?.value).toSatisfy(within(2, 1e-9));
  });

  it('of minutes: 50 results x m / 60 x 40 = 100 + 20', () => {
    const time = { minutes: one(30), hourlyCost: one(40) };
    const economic = { ...money(0, 100), time } as NonNullable<Figures['economic']>;
    const found = solve(figures({ economic }), budgetOf(1000)).find(({ quantity }) => quantity === 'minutes');
    expect(found?.value).toSatisfy(within((120 * 60) / (50 * 40), 1e-9));
    expect(found?.flipsTo).toBe('not-worth-it');
  });

  it('of the volume: 1 000 kg of budget at 2 kg a result', () => {
    const found = solve(figures({ social: one(1) }), budgetOf(1000)).find(({ quantity }) => quantity === 'volume');
    expect(found?.value).toSatisfy(within(500, 1e-9));
    expect(found?.flipsTo).toBe('redesign');
  });

  it('of the practices: 100 to 40, and a budget of 70, is half of the cut', () => {
    const own = figures({ social: one(1), after: one(40), othersAfter: one(0) });
    const found = solve(own, budgetOf(70)).find(({ quantity }) => quantity === 'practices');
    expect(found?.value).toSatisfy(within(0.5, 1e-9));
    expect(found?.flipsTo).toBe('redesign');
  });

  it('there is none where nothing turns it', () => {
    expect(solve(figures({ social: one(-1) }))).toEqual([]);
  });

  test('property: on its two sides stand two verdicts', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1000, noNaN: true }),
        fc.double({ min: 1, max: 1000, noNaN: true }),
        fc.integer({ min: -1, max: 1 }),
        (footprint, km, score) => {
          const own = figures({ footprint: one(footprint), avoided: avoided(km, 1), social: one(score) });
          for (const { quantity, value } of breakEvens(own, limits, names)) {
            if (quantity !== 'avoided') continue;
            const at = (amount: number) => codeOf({ ...own, avoided: avoided(amount, 1) }, limits);
            expect(at(value * (1 - 1e-6))).not.toBe(at(value * (1 + 1e-6)));
          }
        },
      ),
    );
  });
});

test('property: a higher price of carbon never improves the verdict of a use that emits', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1000, noNaN: true }),
      fc.double({ min: 0, max: 1000, noNaN: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      (benefit, budget, score, price, more) => {
        const own = figures({ economic: money(benefit, 10), social: one(score) });
        const at = (value: number): number => {
          const code = codeOf({ ...own, carbonPrice: one(value) }, budgetOf(budget));
          return code === null ? -1 : verdictOrder.indexOf(code);
        };
        expect(at(price + more)).toBeLessThanOrEqual(at(price));
      },
    ),
  );
});

describe('the matrix', () => {
  it.each([
    [0, 'A'],
    [0.1, 'A'],
    [0.1000001, 'B'],
    [0.5, 'B'],
    [2, 'C'],
    [10, 'D'],
    [10.1, 'E'],
  ])('%s g of a kept result is %s', (grams, grade) => {
    expect(gradeOf(grams, { A: 0.1, B: 0.5, C: 2, D: 10 })).toBe(grade);
  });

  it.each<[string, Parameters<typeof valueLevel>[0], string]>([
    ['no positive axis', { environment: -1, economic: null, social: 0 }, 'low'],
    ['one', { environment: -1, economic: 5, social: null }, 'medium'],
    ['two', { environment: -1, economic: 5, social: 1 }, 'high'],
    ['two, and people lose', { environment: 1, economic: 5, social: -1 }, 'low'],
  ])('value: %s', (_name, axes, level) => {
    expect(valueLevel(axes, 2)).toBe(level);
  });
});

describe('data quality of a verdict', () => {
  const rules = {
    evidence: { measured: 'A', estimated: 'C', claimed: 'E' },
    openQuestions: { A: 0.1, B: 0.3, C: 0.5, D: 0.75 },
    leeway: 2,
  } as const;
  const gradeOf = (footprint: 'A' | 'B' | 'E' | null, avoidedBy: ('measured' | 'estimated' | 'claimed')[], open: number) =>
    () => verdictQuality({ footprint, avoided: avoidedBy, questions: { open, all: 10 } }, rules).grade; // prettier-ignore

  it.each<[string, ReturnType<typeof gradeOf>, string | null]>([
    ['all is well', gradeOf('A', ['measured'], 1), 'A'],
    ['the second worst counts: A, C, E', gradeOf('A', ['estimated'], 9), 'C'],
    ['a claim alone, the rest well, two grades below', gradeOf('A', ['claimed'], 0), 'C'],
    ['the worst of several claims', gradeOf('A', ['measured', 'claimed'], 6), 'D'],
    ['never better than the footprint', gradeOf('E', ['measured'], 0), 'E'],
    ['no footprint, no grade', gradeOf(null, ['measured'], 0), null],
  ])('%s', (_name, found, expected) => expect(found()).toBe(expected));
});

test('rows with a footprint of nothing do not divide by it', () => {
  const own = figures({ footprint: one(0), results: one(0), perResult: null, social: one(1) });
  expect(decideRow(own, axesOf(own), budgetOf(1), 0)?.code).toBe('worth-it');
});
