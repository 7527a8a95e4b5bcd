/** Budgets judged on ranges: properties over random budgets and results, and the arithmetic of each rule. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLimit, judgeRange } from '../src/verdict/budget/judge.ts';
import { decide } from '../src/verdict/budget/settle.ts';
import {
  judges,
  outcomes,
  type Budget,
  type Compared,
  type Outcome,
  type ScenarioFacts,
} from '../src/verdict/budget/types.ts';
import { budget, facts, item, range } from './budget.fixtures.ts';

describe('an item', () => {
  it('an item fails only when it is over, at level error, not waived, and nobody else is the cause', () => {
    fc.assert(
      fc.property(item, (each) => {
        if (each.outcome !== 'fail') return;
        expect(each).toMatchObject({ status: 'over', budget: { level: 'error' } });
        expect(each.waiver?.state).not.toBe('active');
      }),
    );
  });
});

describe('a range against a limit', () => {
  const figure = { low: 330, central: 812, high: 1900 };

  it.each([
    [1900, 'within', 'within', 'within', 'within'],
    [1899, 'inconclusive', 'within', 'over', 'within'],
    [812, 'inconclusive', 'within', 'over', 'within'],
    [811, 'inconclusive', 'over', 'over', 'within'],
    [330, 'inconclusive', 'over', 'over', 'within'],
    [329, 'over', 'over', 'over', 'over'],
  ] as const)('%d: on the range %s, central %s, high %s, low %s', (limit, ...expected) => {
    expect((['range', 'central', 'high', 'low'] as const).map((judge) => judgeRange(figure, limit, judge))).toEqual(
      expected,
    );
  });

  it('a larger limit never turns within into over', () => {
    const order = ['over', 'inconclusive', 'within'];
    fc.assert(
      fc.property(
        range,
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.constantFrom(...judges),
        (value, one, more, judge) => {
          const [first, second] = [one, one + more].map((limit) => order.indexOf(judgeRange(value, limit, judge)));
          expect(second).toBeGreaterThanOrEqual(first ?? 0);
        },
      ),
    );
  });

  it('a figure that leaves a part out is never within, one that overstates never over', () => {
    const judged = (bound: 'lower' | 'upper' | 'mixed', limit: number) =>
      judgeLimit(
        budget('error', limit).limit,
        { facts: facts({ unit: 'kgCO2e', total: figure, perUnit: null, bound }), usage: null, compared: null },
        'range',
      );
    expect(judged('lower', 2000)).toMatchObject({ status: 'inconclusive', reason: 'part-unknown' });
    expect(judged('lower', 300)).toMatchObject({ status: 'over', reason: null });
    expect(judged('upper', 2000)).toMatchObject({ status: 'within', reason: null });
    expect(judged('upper', 300)).toMatchObject({ status: 'inconclusive', reason: 'overstated' });
    expect(judged('mixed', 300)).toMatchObject({ status: 'inconclusive', reason: 'overstated' });
    expect(judged('mixed', 2000)).toMatchObject({ status: 'inconclusive', reason: 'part-unknown' });
  });

  it('unknown is inconclusive, never 0', () => {
    for (const total of [undefined, { unit: 'kgCO2e', total: null, perUnit: null, bound: null }]) {
      expect(judgeLimit(budget('error', 0).limit, { facts: facts(total), usage: null, compared: null }, 'range')).toMatchObject({
        status: 'inconclusive', reason: 'no-figure', found: { kind: 'nothing' },
      }); // prettier-ignore
    }
  });

  it('a scenario of a month is held against a limit of a year twelve times, one of a week 365/7 times', () => {
    const of = (period: ScenarioFacts['period']) => {
      const { found } = judgeLimit(
        budget('error', 500).limit,
        {
          facts: facts(
            { unit: 'kgCO2e', total: { low: 7, central: 7, high: 7 }, perUnit: null, bound: null },
            { period },
          ),
          usage: null,
          compared: null,
        },
        'range',
      );
      return found.kind === 'range' ? found.value.central : null;
    };
    expect([of('year'), of('month'), of('week'), of('day')]).toEqual([7, 84, 365, 2555]);
  });
});

describe('other limits', () => {
  const judged = (limit: Budget['limit'], extra: Partial<ScenarioFacts> = {}) =>
    judgeLimit(limit, { facts: facts(undefined, extra), usage: null, compared: null }, 'range');

  it('a share of the width, a grade', () => {
    expect(judged({ kind: 'assumed_width', share: 0.5 }).status).toBe('within');
    expect(judged({ kind: 'assumed_width', share: 0.4 }).status).toBe('over');
    expect(judged({ kind: 'assumed_width', share: 0.4 }, { assumedWidth: null })).toMatchObject({
      status: 'inconclusive',
      reason: 'not-weighed',
    });
    expect(judged({ kind: 'data_quality', grade: 'C' }).status).toBe('within');
    expect(judged({ kind: 'data_quality', grade: 'B' }).status).toBe('over');
    expect(judged({ kind: 'data_quality', grade: 'B' }, { grade: null }).status).toBe('inconclusive');
  });

  it('a verdict: in the list, not in it, abstaining, without a value', () => {
    const limit = { kind: 'verdict', codes: ['worth-it', 'worth-it-with-practices'] } as const;
    expect(judged(limit, { verdict: { code: 'worth-it', agreement: 0.9 } }).status).toBe('within');
    expect(judged(limit, { verdict: { code: 'redesign', agreement: 0.9 } }).status).toBe('over');
    expect(judged(limit, { verdict: { code: 'undetermined', agreement: 0.5 } })).toMatchObject({
      status: 'inconclusive',
      reason: 'abstains',
    });
    expect(judged(limit)).toMatchObject({ status: 'inconclusive', reason: 'no-value' });
  });

  it('a change fails only beyond its percent and beyond its floor', () => {
    const limit = {
      kind: 'change',
      criterion: 'ghg',
      basis: 'period',
      factor: 1.1,
      floor: 5,
      time: 'year',
      unit: 'kgCO2e',
    } as const;
    const change = (factor: number, difference: number) => {
      const exact = (value: number) => ({ low: value, central: value, high: value });
      const compared: Compared = {
        before: exact(1),
        scenario: exact(factor),
        difference: exact(difference),
        data: 3,
        method: 1,
        own: exact(1),
        trend: 'worse',
      };
      return judgeLimit(
        limit,
        { facts: facts({ unit: 'kgCO2e', total: exact(1), perUnit: null, bound: null }), usage: null, compared },
        'range',
      ).status;
    };
    expect([change(1.2, 6), change(1.2, 4), change(1.05, 6), change(0.9, -6)]).toEqual([
      'over',
      'within',
      'within',
      'within',
    ]);
  });
});

it('the decision counts every outcome, and warnings never fail', () => {
  const all = outcomes.map((outcome: Outcome) => ({ outcome, budget: { level: 'error' as const } }));
  expect(decide(all, { strict: false, exitZero: false })).toMatchObject({
    verdict: 'fails',
    code: 1,
    judged: 7,
    counts: { fail: 1, debt: 1 },
  });
  const calm = all.filter(({ outcome }) => outcome !== 'fail');
  expect(decide(calm, { strict: false, exitZero: false })).toMatchObject({ verdict: 'holds', code: 0 });
  expect(decide(calm, { strict: true, exitZero: false })).toMatchObject({ verdict: 'inconclusive', code: 4 });
  expect(decide(all, { strict: true, exitZero: true })).toMatchObject({ verdict: 'fails', code: 0, excused: true });
});
