/** Verdicts where two rules, two unknowns or two limits meet. */
import { describe, expect, it } from 'vitest';
import { axesOf, type Figures } from '../src/verdict/axes.ts';
import { breakEvens } from '../src/verdict/break-even.ts';
import { codeOf, type Limits } from '../src/verdict/decide-rows.ts';
import { verdictQuality } from '../src/verdict/evidence.ts';
import { judge } from '../src/verdict/judge.ts';
import { gradeScenario, gradeUsage, type FigureEvidence, type QualityRules } from '../src/verdict/quality.ts';
import { decide } from '../src/verdict/rules.ts';
import { avoided, economic, figures, limits, names, one, options } from './verdict-by-hand.ts';

const lighter = (kg: number, perResult = false) => ({ ghg: one(kg), perResult });
const flips = (quantity: string, more: Partial<Figures>, held: Partial<Limits> = {}) =>
  breakEvens(figures(more), { ...limits, ...held }, names)
    .filter((each) => each.quantity === quantity)
    .map(({ value, flipsTo }) => [Number(value.toPrecision(9)), flipsTo]);

describe('break-evens', () => {
  it('volume: an alternative of each result grows with it, and does not hide where the budget ends', () => {
    expect(flips('volume', { social: one(1), alternatives: [lighter(80, true)] }, { ghg: 150 })).toEqual([[75, 'redesign']]);
  }); // prettier-ignore

  it('volume of thousands: up to a thousand times today', () => {
    expect(flips('volume', { social: one(1), results: one(5000) }, { ghg: 150 })).toEqual([[7500, 'redesign']]);
    expect(flips('volume', { social: one(1), results: one(5000) }, { ghg: 99_000 })).toEqual([[4_950_000, 'redesign']]);
    expect(flips('volume', { social: one(1), results: one(5000) }, { ghg: 101_000 })).toEqual([]);
  });

  it('a benefit that nobody stated is none that could be another: the minutes are', () => {
    // 50 results of m minutes at 60 an hour are 50 m, against 300 and 20 of climate.
    const time = { minutes: one(1), hourlyCost: one(60) };
    const losing = { social: one(1), economic: economic({ benefit: one(0), time }) };
    expect(flips('benefit', losing)).toEqual([]);
    expect(flips('minutes', losing)).toEqual([[6.4, 'worth-it']]);
  });

  it('the nearest of two: worth it from 31.25 results on, above the budget from 75 on', () => {
    // 10 n - 300 - 0.4 n = 0 at n = 31.25; 2 n = 150 at n = 75.
    const own = {
      social: one(1), results: one(20), footprint: one(40),
      economic: economic({ benefit: one(200), perResult: { benefit: true, cost: false } }),
    }; // prettier-ignore
    expect(flips('volume', own, { ghg: 150 })).toEqual([[31.25, 'worth-it']]);
  });

  it('a third verdict that begins within a hundredth of the way is the one that is told', () => {
    // Above the budget from 75 results on; an alternative of 75.2 kg has less than half of 2 n from 75.2 on.
    expect(flips('volume', { social: one(1), alternatives: [lighter(75.2)] }, { ghg: 150 })).toEqual([[75, 'not-needed']]);
    expect(flips('volume', { social: one(1), alternatives: [lighter(75.3)] }, { ghg: 150 })).toEqual([[75, 'redesign']]);
  }); // prettier-ignore

  it('there is none where it becomes unknown, nor where it is', () => {
    const open = { social: one(1), economic: economic({ cost: null, costAfter: null }) };
    // Not needed from 60 results on, whatever the money; below that nobody knows.
    expect(codeOf(figures({ ...open, alternatives: [lighter(40)] }), limits)).toBe('not-needed');
    expect(flips('volume', { ...open, alternatives: [lighter(40)] })).toEqual([]);
    expect(flips('volume', { ...open, alternatives: [lighter(60)] })).toEqual([]);
  });
});

describe('unknowns', () => {
  it('a lighter alternative decides, whatever else is unknown', () => {
    const alternatives = [lighter(1)];
    expect(codeOf(figures({ alternatives, avoided: [avoided(null)] }), limits)).toBe('not-needed');
    expect(codeOf(figures({ alternatives, economic: economic({ cost: null }) }), limits)).toBe('not-needed');
  });

  it('without a footprint nobody knows whether an alternative is lighter', () => {
    expect(codeOf(figures({ social: one(1), footprint: null, alternatives: [lighter(1)] }), limits)).toBeNull();
  });

  it('the footprint is asked for before anything that it is held against', () => {
    const asked = (more: Partial<Figures>, held: Partial<Limits> = {}) =>
      judge(figures(more), options({ limits: { ...limits, ...held } })).settle;
    const field = 'FOOTPRINT';
    expect(asked({ footprint: null, avoided: [avoided(null)] })).toMatchObject({ field });
    expect(asked({ footprint: null, economic: economic({ benefit: null }) })).toMatchObject({ field });
    // After the practices: what is known today is not asked for.
    expect(asked({ social: one(1), after: null }, { ghg: 50 })).toMatchObject({ field });
    expect(asked({ social: one(1), after: null, alternatives: [lighter(90)] }, { ghg: 50 })).toMatchObject({ field });
  });

  it('an alternative of unknown footprint alone does not decide a use without a stated value', () => {
    expect(judge(figures({ alternatives: [{ ghg: null, perResult: false }] }), options())).toMatchObject({
      code: 'undetermined', reason: 'value-not-stated', settle: { field: 'VALUE' },
    }); // prettier-ignore
  });

  it('draws of which one has no units: undetermined in that one, and worse than those that are worth it', () => {
    let asked: readonly number[] = [];
    const own = figures({ social: Float64Array.of(1, 1, 1, 1, 1), units: Float64Array.of(25, 25, 0, 25, 25) });
    const found = judge(own, options({
      limits: { ...limits, ghgPerUnit: 4 }, widthShares: (column) => ((asked = [...column]), new Map()),
    })); // prettier-ignore
    expect(found).toMatchObject({
      code: 'undetermined',
      central: 'worth-it',
      agreement: 0.75,
      reason: 'draws-disagree',
    });
    expect(asked[2]).toBeLessThan(asked[1] ?? Number.NaN);
    expect([asked[0], asked[3], asked[4]]).toEqual([asked[1], asked[1], asked[1]]);
  });
});

describe('a judgement', () => {
  it('of money alone is one of a stated value', () => {
    expect(judge(figures({ economic: economic() }), options())).toMatchObject({
      code: 'redesign',
      reason: 'only-economic',
    });
  });

  it('tells where it flips', () => {
    const found = judge(figures({ avoided: [avoided(120), avoided(30)] }), options({ limits: { ...limits, perResult: 1 } }));
    expect(found.breakEvens.map(({ quantity, item }) => [quantity, item])).toEqual([['avoided', 'trips'], ['rebound', null], ['volume', null]]); // prettier-ignore
  }); // prettier-ignore

  it.each([
    ['people and money gain, above the grade', { social: 1, economic: 1, within: false }, 'over-budget'],
    ['people gain and money loses, within it', { social: 1, economic: -1, within: true }, 'offset'],
  ])('redesign: %s', (_, { social, economic: money, within }, reason) => {
    const today = { environment: -1, economic: money, within };
    expect(decide({ today, after: null, social, hasBudget: false, hasLighterAlternative: false })).toEqual({
      code: 'redesign', rule: 4, reason,
    }); // prettier-ignore
  });
});

it('columns that are drawn and columns of one row add up row by row, whichever comes first', () => {
  const drawn = { ...avoided(1), amount: Float64Array.of(1, 2, 3) };
  const sum = (...items: readonly (typeof drawn)[]) => [...(axesOf(figures({ avoided: items })).avoided ?? [])];
  const single = { ...drawn, amount: one(10) };
  expect([sum(drawn, drawn), sum(drawn, single), sum(single, drawn)]).toEqual([[2, 4, 6], [11, 12, 13], [11, 12, 13]]);
}); // prettier-ignore

describe('data quality', () => {
  const rules = {
    tier: { measured: 'A' }, age: { A: 1, B: 2, C: 3, D: 5 }, assumed: { A: 1.2, B: 2, C: 4, D: 8 }, heavy: 1.5, leeway: 2,
    heavyUsage: 0.1, geography: {}, confidence: { given: 'A', secondary: 'B', derived: 'D' },
  } as unknown as QualityRules; // prettier-ignore
  const figure = (more: Partial<FigureEvidence>): FigureEvidence => ({
    spread: 2, scales: false, age: null, source: 's', year: null, confidence: 'secondary', ...more,
  }); // prettier-ignore
  const graded = (given: readonly FigureEvidence[]) =>
    gradeUsage({ estimator: 'measured', places: [], figures: given, assumedSpread: null }, rules).reasons;

  it('a figure that spreads more is named only among equally uncertain ones', () => {
    const worst = figure({ confidence: 'derived', source: 'bad' });
    for (const given of [[worst, figure({ spread: 9 })], [figure({ spread: 9 }), worst]])
      expect(graded(given)).toContainEqual({ criterion: 'confidence', grade: 'D', code: 'derived', source: 'bad' });
  }); // prettier-ignore

  it('where only money is known there is no place to grade', () => {
    expect(graded([]).map(({ criterion }) => criterion)).toEqual(['tier', 'age', 'confidence', 'assumed']);
  });

  it('a usage without a grade is one that is not known, whatever its mass', () => {
    const usage = (id: string, grade: 'A' | null) => ({ id, ghg: 50, quality: { grade, reasons: [] } });
    expect(gradeScenario([usage('a', 'A'), usage('b', null)], rules)).toEqual({
      grade: 'E',
      reasons: [
        { criterion: 'coverage', grade: 'E', code: 'usages-unknown', value: 1 },
        { criterion: 'coverage', grade: 'A', code: 'mean-of-usages' },
      ],
    });
  });

  it('of a verdict that claims to avoid nothing: its footprint and its questions', () => {
    const of = { evidence: { measured: 'A', estimated: 'C', claimed: 'E' }, openQuestions: { A: 0.1, B: 0.3, C: 0.5, D: 0.75 }, leeway: 2 } as const; // prettier-ignore
    expect(verdictQuality({ footprint: 'B', avoided: [], questions: { open: 0, all: 0 } }, of)).toEqual({
      grade: 'B',
      reasons: [
        { criterion: 'footprint', grade: 'B', code: 'of-the-footprint' },
        { criterion: 'questions', grade: 'A', code: 'questions-open', value: 0 },
      ],
    });
  });
});
