/** Verdict and quality, answer by answer: what stands beside the code, what is asked for, where it flips, and every reason of a grade. */
import { describe, expect, it, test } from 'vitest';
import type { Figures } from '../src/verdict/axes.ts';
import { axesOf } from '../src/verdict/axes.ts';
import { breakEvens, type Names } from '../src/verdict/break-even.ts';
import { codeOf, isWithin, rowsOf, type Limits } from '../src/verdict/decide-rows.ts';
import { judge } from '../src/verdict/judge.ts';
import { gradeScenario, gradeUsage, type FigureEvidence, type QualityRules, type UsageEvidence } from '../src/verdict/quality.ts'; // prettier-ignore
import { avoided, economic, figures, limits, names, one, options } from './verdict-by-hand.ts';
import { within } from './within.ts';

describe('what a judgement says beside its code', () => {
  it('a use that people gain from, within the limit of a result', () => {
    const found = judge(figures({ social: one(1) }), options());
    expect(found).toMatchObject({
      code: 'worth-it', central: 'worth-it', agreement: 1, rule: 2, reason: 'within-budget', settle: null, within: true,
      withinAfter: null, grade: 'C', value: 'medium',
    }); // prettier-ignore
  });

  it('with practices: within only then; the grade is that of today', () => {
    const more = { social: one(1), perResult: one(4), footprint: one(200), after: one(100) };
    expect(judge(figures(more), options())).toMatchObject({
      code: 'worth-it-with-practices', rule: 3, within: false, withinAfter: true, grade: 'D',
    }); // prettier-ignore
  });

  it('high value counts the positive axes', () => {
    const both = figures({ social: one(1), economic: economic() });
    expect(judge(both, options()).value).toBe('high');
    expect(judge(both, options({ highValue: 3 })).value).toBe('medium');
  });

  it('no grade without a footprint of a result, no level of value without an axis', () => {
    const found = judge(figures({ footprint: null, perResult: null, social: one(0) }), options());
    expect([found.grade, found.value, found.within]).toEqual([null, null, null]);
    const money = figures({ social: one(1), economic: economic({ cost: null }) });
    expect(judge(money, options()).value).toBeNull();
    expect(judge(figures(), options())).toMatchObject({ value: null, breakEvens: [] });
  });

  it('an alternative decides without a stated value, and then nothing flips it that is listed', () => {
    const found = judge(figures({ alternatives: [{ ghg: one(1), perResult: false }] }), options());
    expect(found).toMatchObject({ code: 'not-needed', rule: 1, value: null, breakEvens: [], agreement: 1 });
  });

  it('undetermined tells what rule 6 says, and no agreement', () => {
    expect(judge(figures(), options())).toMatchObject({
      code: 'undetermined', central: 'undetermined', agreement: null, rule: 6, reason: 'value-not-stated',
      settle: { field: 'VALUE', share: null },
    }); // prettier-ignore
  });
});

describe('the field that is asked for', () => {
  const budget = { ...limits, ghg: 1000 };
  it.each<[string, Partial<Figures>, Limits, string]>([
    ['no footprint against something avoided', { footprint: null, avoided: [avoided(1)] }, budget, 'FOOTPRINT'],
    ['no footprint against money', { footprint: null, economic: economic(), social: one(1) }, budget, 'FOOTPRINT'],
    ['how much is avoided', { avoided: [avoided(null)], social: one(1) }, { ...limits, perResult: 1 }, 'AVOIDED'],
    ['the benefit', { social: one(1), economic: economic({ benefit: null }) }, budget, 'BENEFIT'],
    ['the cost', { social: one(1), economic: economic({ cost: null, costAfter: null }) }, budget, 'COST'],
    ['how many results, where there is no budget', { social: one(1), results: null, perResult: null }, limits, 'RESULTS'],
    ['the footprint, where people alone gain', { social: one(1), footprint: null, perResult: null }, limits, 'FOOTPRINT'],
    ['the footprint of an alternative', { social: one(1), alternatives: [{ ghg: one(90), perResult: false }, { ghg: null, perResult: false }] }, budget, 'ALTERNATIVES'],
  ])('%s', (_, more, held, field) => {
    expect(judge(figures(more), options({ limits: held }))).toMatchObject({
      code: 'undetermined', reason: 'input-unknown', settle: { field, share: null },
    }); // prettier-ignore
  }); // prettier-ignore
});

describe('draws that disagree', () => {
  // Rows: the centre, then four draws, of which two are above the budget.
  const split = figures({ social: one(1), footprint: Float64Array.of(90, 90, 110, 90, 110) });
  const held = { ...limits, ghg: 100 };
  const shares = (given: readonly (readonly [string, number])[]) =>
    judge(split, options({ limits: held, widthShares: () => new Map(given) }));

  it('half of them agree: undetermined by rule 6, and the centre is kept', () => {
    expect(shares([['a', 1]])).toMatchObject({
      code: 'undetermined', central: 'worth-it', agreement: 0.5, rule: 6, reason: 'draws-disagree',
    }); // prettier-ignore
  });

  it('the heaviest input would settle it; a number of the method only where nothing else moves', () => {
    expect(shares([['light', 0.2], ['heavy', 0.5], ['mid', 0.3]]).settle).toEqual({ key: 'heavy', share: 0.5 });
    expect(shares([['method.text.x', 0.9], ['own', 0.1]]).settle).toEqual({ key: 'own', share: 0.1 });
    expect(shares([['own.method.', 0.9], ['other', 0.1]]).settle).toEqual({ key: 'own.method.', share: 0.9 });
    expect(shares([['own', 0], ['method.text.x', 0.9]]).settle).toEqual({ key: 'method.text.x', share: 0.9 });
    expect(shares([]).settle).toBeNull();
  }); // prettier-ignore

  it('a better verdict is a higher number, by which the shares are asked', () => {
    let asked: readonly number[] = [];
    judge(split, options({ limits: held, widthShares: (column) => ((asked = [...column]), new Map()) }));
    expect(asked).toHaveLength(5);
    expect([asked[1], asked[2]]).toEqual([asked[0], asked[4]]);
    expect(asked[0]).toBeGreaterThan(asked[2] ?? Number.NaN);
  });

  it('every column that is drawn makes the rows, whichever it is', () => {
    const drawn = Float64Array.of(1, 1, 1);
    const whole = (more: Partial<Figures>) => {
      const own = figures(more);
      return rowsOf(own, axesOf(own));
    };
    for (const more of [
      { footprint: drawn }, { after: drawn }, { perResult: drawn }, { perResultAfter: drawn }, { social: drawn },
      { alternatives: [{ ghg: drawn, perResult: false }] }, { avoided: [{ ...avoided(1), factor: drawn }] },
      { economic: economic({ benefit: drawn }) }, { economic: economic({ costAfter: drawn }), after: one(1) },
      { footprint: null, economic: undefined, rebound: drawn, after: drawn },
    ] satisfies Partial<Figures>[])
      expect(whole(more), JSON.stringify(Object.keys(more))).toBe(3);
    expect(whole({})).toBe(1);
  }); // prettier-ignore
});

describe('within', () => {
  const of = (more: Partial<Figures>, held: Partial<Limits>, after = false) => () => isWithin(figures(more), { ...limits, ...held }, 0, after); // prettier-ignore
  it.each<[string, () => boolean | null, boolean | null]>([
    ['of a result: the footprint over the results, before what is told of a result', of({ perResult: one(1) }, { perResult: 1.5 }), false],
    ['of a result: what is told, where the results are not', of({ results: null, perResult: one(1) }, { perResult: 1.5 }), true],
    ['of a result: what is told, where there are none', of({ results: one(0), perResult: one(1) }, { perResult: 1.5 }), true],
    ['of a result: what is told, where the footprint is not', of({ footprint: null, perResult: one(1) }, { perResult: 1.5 }), true],
    ['of a result: unknown with both', of({ footprint: null, perResult: null }, {}), null],
    ['of a result after the practices', of({ after: one(50), perResultAfter: one(9) }, { perResult: 1 }, true), true],
    ['of a result after the practices, as told', of({ after: null, perResultAfter: one(9) }, { perResult: 1 }, true), false],
    ['the whole, the others with it', of({ others: one(1) }, { ghg: 100 }), false],
    ['the whole after the practices, the others after theirs', of({ after: one(50), others: one(99), othersAfter: one(50) }, { ghg: 100 }, true), true],
    ['unknown, with the others', of({ others: null }, { ghg: 1000 }), null],
    ['of a unit: 100 over 25', of({}, { ghgPerUnit: 4 }), true],
    ['of a unit: above', of({}, { ghgPerUnit: 3.99 }), false],
    ['of a unit: unknown without units', of({ units: null }, { ghgPerUnit: 4 }), null],
    ['of a unit: unknown of none', of({ units: one(0) }, { ghgPerUnit: 4 }), null],
    ['of a unit: unknown without a footprint', of({ footprint: null }, { ghgPerUnit: 4 }), null],
    ['both', of({}, { ghg: 100, ghgPerUnit: 4 }), true],
    ['one of both unknown', of({ units: null }, { ghg: 100, ghgPerUnit: 4 }), null],
  ])('%s', (_, found, expected) => expect(found()).toBe(expected)); // prettier-ignore

  it('takes the row that is asked for', () => {
    const drawn = figures({ footprint: Float64Array.of(100, 120) });
    const held = { ...limits, ghg: 110 };
    expect([isWithin(drawn, held, 0, false), isWithin(drawn, held, 1, false)]).toEqual([true, false]);
  });

  it('unknown money may be a gain, nothing or a loss', () => {
    // Of a use that people gain from, a loss alone would spoil it; of one that nobody gains from, a gain alone would save it.
    const open = economic({ cost: null, costAfter: null });
    expect(codeOf(figures({ social: one(1), economic: open }), limits)).toBeNull();
    expect(codeOf(figures({ social: one(0), economic: open }), { ...limits, ghg: 1000 })).toBeNull();
    expect(codeOf(figures({ social: one(-1), economic: open }), { ...limits, ghg: 1 })).toBeNull();
  });

  it('an alternative of unknown footprint beside one that is lighter changes nothing', () => {
    const alternatives = [{ ghg: null, perResult: false }, { ghg: one(1), perResult: false }]; // prettier-ignore
    expect(codeOf(figures({ social: one(1), alternatives }), limits)).toBe('not-needed');
  });
});

describe('break-evens by hand', () => {
  const solved = (more: Partial<Figures>, held: Limits = limits, own: Names = names) =>
    breakEvens(figures(more), held, own).map(({ quantity, item, value, today, unit, flipsTo }) => ({
      quantity, item, value: Number(value.toPrecision(9)), today, unit, flipsTo,
    })); // prettier-ignore
  const of = (quantity: string, found: ReturnType<typeof solved>) => found.filter((each) => each.quantity === quantity);

  it('avoided: 150 - 100 = 0 at 100; each item alone', () => {
    const found = solved({ avoided: [avoided(120), avoided(30)] }, { ...limits, perResult: 1 });
    expect(of('avoided', found)).toEqual([
      { quantity: 'avoided', item: 'trips', value: 70, today: 120, unit: 'km', flipsTo: 'not-worth-it' },
    ]);
    expect(of('rebound', found)).toEqual([
      { quantity: 'rebound', item: null, value: 0.5, today: 0, unit: '1', flipsTo: 'not-worth-it' },
    ]);
    const second = solved({ avoided: [avoided(30), avoided(120)] }, { ...limits, perResult: 1 });
    expect(of('avoided', second)).toMatchObject([{ item: 'paper', unit: 'kg', value: 70 }]);
    expect(of('avoided', solved({ avoided: [avoided(null), avoided(120)], social: one(1) }))).not.toContainEqual(expect.objectContaining({ item: 'trips' })); // prettier-ignore
  });

  it('benefit and carbon price: 500 - 300 - 100 p = 0 at p = 2, a benefit of 320 at p = 0.2', () => {
    const money = { economic: economic(), social: one(1) };
    const found = solved(money);
    expect(of('benefit', found)).toEqual([
      { quantity: 'benefit', item: null, value: 320, today: 500, unit: 'EUR', flipsTo: 'redesign' },
    ]);
    expect(of('carbon-price', found)).toEqual([
      { quantity: 'carbon-price', item: null, value: 2, today: 0.2, unit: 'EUR/kgCO2e', flipsTo: 'redesign' },
    ]);
    expect(of('carbon-price', solved(money, limits, { ...names, isWhole: false }))).toEqual([]);
    expect(of('carbon-price', solved({ social: one(1) }))).toEqual([]);
  });

  it('a price beyond 10 a kilogram is not looked for, unless today is there', () => {
    const rich = { economic: economic({ benefit: one(2000) }), social: one(1) };
    expect(of('carbon-price', solved(rich))).toEqual([]);
    expect(of('carbon-price', solved({ ...rich, carbonPrice: one(12) }))).toEqual([]);
    expect(of('carbon-price', solved({ ...rich, carbonPrice: one(20) }))).toMatchObject([{ value: 17, today: 20 }]);
  });

  it('a rebound beyond 20 is not looked for', () => {
    expect(of('rebound', solved({ avoided: [avoided(2050)] }, { ...limits, perResult: 1 }))).toMatchObject([{ value: 19.5 }]); // prettier-ignore
    expect(of('rebound', solved({ avoided: [avoided(2150)] }, { ...limits, perResult: 1 }))).toEqual([]);
  });

  it('minutes: 50 results at 60 an hour are 50 a minute; 320 is 6.4 minutes', () => {
    const time = { minutes: one(10), hourlyCost: one(60) };
    const found = solved({ social: one(1), economic: economic({ benefit: one(0), time }) });
    expect(of('minutes', found)).toEqual([
      { quantity: 'minutes', item: null, value: 6.4, today: 10, unit: 'min', flipsTo: 'redesign' },
    ]);
    expect(of('benefit', found)).toEqual([]);
  });

  it('volume against a budget: 100 kg grow to 150 at 75 results', () => {
    const found = solved({ social: one(1) }, { ...limits, ghg: 150 });
    expect(of('volume', found)).toEqual([
      { quantity: 'volume', item: null, value: 75, today: 50, unit: '1', flipsTo: 'redesign' },
    ]);
    expect(of('volume', solved({ social: one(1), results: one(0) }, { ...limits, ghg: 150 }))).toEqual([]);
    expect(of('volume', solved({ social: one(1), results: null }, { ...limits, ghg: 150 }))).toEqual([]);
  });

  it('volume: what is stated for each result grows with it, the rest stays', () => {
    const each = { benefit: true, cost: true };
    // Of each result: 10 - 6 - 0.4 = 3.6, whatever the volume.
    expect(of('volume', solved({ social: one(1), economic: economic({ perResult: each }) }))).toEqual([]);
    // 500 n/50 - 300 - 20 n/50 = 0 at n = 31.25.
    const fixedCost = economic({ perResult: { benefit: true, cost: false } });
    expect(of('volume', solved({ social: one(1), economic: fixedCost }))).toMatchObject([{ value: 31.25 }]);
    // 500 - 320 n/50 = 0 at n = 78.125.
    const fixedBenefit = economic({ perResult: { benefit: false, cost: true } });
    expect(of('volume', solved({ social: one(1), economic: fixedBenefit }))).toMatchObject([{ value: 78.125 }]);
    // 150 - 100 n/50 = 0 at n = 75; of each result none.
    const held = { ...limits, perResult: 1 };
    expect(of('volume', solved({ avoided: [avoided(150)] }, held))).toMatchObject([{ value: 75 }]);
    expect(of('volume', solved({ avoided: [avoided(150, true)] }, held))).toEqual([]);
    // An alternative of 80 kg is lighter than half from 160 kg on, 80 results; one of each result never.
    const other = (perResult: boolean) => ({ social: one(1), alternatives: [{ ghg: one(80), perResult }] });
    expect(of('volume', solved(other(false)))).toMatchObject([{ value: 80, flipsTo: 'not-needed' }]);
    expect(of('volume', solved(other(true)))).toEqual([]);
  });

  it('volume and units: those of a whole scenario grow with it, those of a part stay', () => {
    const held = { ...limits, ghgPerUnit: 5 };
    expect(of('volume', solved({ social: one(1) }, held))).toEqual([]);
    // 100 n/50 over 25 = 5 at n = 62.5.
    expect(of('volume', solved({ social: one(1) }, held, { ...names, isWhole: false }))).toMatchObject([{ value: 62.5 }]);
  }); // prettier-ignore

  it('practices: from 200 to 100, the limit of 150 is half of the way', () => {
    const more = { social: one(1), footprint: one(200), after: one(100), results: one(50) };
    expect(of('practices', solved(more, { ...limits, ghg: 150 }))).toEqual([
      { quantity: 'practices', item: null, value: 0.5, today: 1, unit: '1', flipsTo: 'redesign' },
    ]);
    expect(of('practices', solved({ ...more, after: undefined }, { ...limits, ghg: 150 }))).toEqual([]);
    expect(of('practices', solved({ ...more, footprint: null }, { ...limits, ghg: 150 }))).toEqual([]);
  });

  it('reads the central values, and not the draws', () => {
    const drawn = { avoided: [{ ...avoided(0), amount: Float64Array.of(150, 1, 2) }] };
    const held = { ...limits, perResult: 1 };
    expect(solved(drawn, held)).toEqual(solved({ avoided: [avoided(150)] }, held));
  });
});

describe('the axes with practices', () => {
  it('after: its own footprint and its own cost', () => {
    const { after, today } = axesOf(figures({ after: one(40), economic: economic({ costAfter: one(100) }) }));
    expect(after?.environment?.[0]).toBe(-40);
    expect(after?.economic?.[0]).toSatisfy(within(500 - 100 - 8, 1e-12));
    expect(today.climateCost?.[0]).toSatisfy(within(20, 1e-12));
  });

  it('items one by one, and their sum row by row', () => {
    const drawn = { ...avoided(1), amount: Float64Array.of(1, 2, 3) };
    const { items, avoided: sum } = axesOf(figures({ avoided: [avoided(10), drawn] }));
    expect(items.map((each) => [...(each ?? [])])).toEqual([[10], [1, 2, 3]]);
    expect([...(sum ?? [])]).toEqual([11, 12, 13]);
  });
});

describe('the grade of a usage, reason by reason', () => {
  const rules = {
    tier: { measured: 'A', text: 'C', 'image-or-video': 'C', speech: 'C', embeddings: 'C', fleet: 'C', task: 'D', spend: 'E' },
    age: { A: 1, B: 2, C: 3, D: 5 }, assumed: { A: 1.2, B: 2, C: 4, D: 8 }, heavy: 1.5, leeway: 2, heavyUsage: 0.1,
    geography: { 'own-figure': 'A', zone: 'B', region: 'B', country: 'C', host: 'D', world: 'E', assumed: 'E' },
    confidence: { given: 'A', measured: 'A', published: 'B', derived: 'C', estimated: 'D', assumed: 'E' },
  } as unknown as QualityRules; // prettier-ignore
  const figure = (more: Partial<FigureEvidence> = {}): FigureEvidence =>
    ({ spread: 2, scales: false, age: 0, source: 's', year: 2024, confidence: 'published', ...more }) as FigureEvidence;
  const usage = (more: Partial<UsageEvidence> = {}): UsageEvidence => ({
    estimator: 'measured', places: ['own-figure'], figures: [], assumedSpread: null, ...more,
  }); // prettier-ignore
  const reason = (criterion: string, more: Partial<UsageEvidence>) =>
    gradeUsage(usage(more), rules).reasons.find((each) => each.criterion === criterion);

  it('no evidence: no grade, and says so', () => {
    expect(gradeUsage(null, rules)).toEqual({
      grade: null, reasons: [{ criterion: 'coverage', grade: null, code: 'nothing-estimated' }],
    }); // prettier-ignore
  });

  it('nothing dated, nothing assumed, nothing but given', () => {
    expect(gradeUsage(usage(), rules)).toEqual({
      grade: 'A',
      reasons: [
        { criterion: 'tier', grade: 'A', code: 'measured' },
        { criterion: 'age', grade: 'A', code: 'nothing-dated' },
        { criterion: 'geography', grade: 'A', code: 'own-figure' },
        { criterion: 'confidence', grade: 'A', code: 'given' },
        { criterion: 'assumed', grade: 'A', code: 'nothing-assumed' },
      ],
    });
  });

  it('age: the oldest of those that weigh, at the limits, with its source', () => {
    const aged = (...ages: (number | null)[]) =>
      reason('age', { figures: ages.map((age, at) => figure({ age, source: `s${at}` })) });
    expect(aged(1, 3, null, 2)).toEqual({ criterion: 'age', grade: 'C', code: 'years-old', value: 3, source: 's1', year: 2024 }); // prettier-ignore
    expect([aged(1)?.grade, aged(1.01)?.grade, aged(5)?.grade, aged(5.01)?.grade]).toEqual(['A', 'B', 'D', 'E']);
    // A figure of next year is not younger than new; of equals the first is named.
    expect(aged(-1)).toMatchObject({ grade: 'A', value: 0 });
    expect(aged(2, 2)?.source).toBe('s0');
    expect(aged(null, null)).toEqual({ criterion: 'age', grade: 'A', code: 'nothing-dated' });
  });

  it('a figure weighs from the limit on, or where it scales the result', () => {
    const old = (more: Partial<FigureEvidence>) => reason('age', { figures: [figure({ age: 9, ...more })] })?.grade;
    expect(old({ spread: 1.5 })).toBe('E');
    expect(old({ spread: 1.49 })).toBe('A');
    expect(old({ spread: 1, scales: true })).toBe('E');
  });

  it('confidence: the worst; of equals the one that spreads most, and of these the first', () => {
    const of = (...given: Partial<FigureEvidence>[]) => reason('confidence', { figures: given.map((each) => figure(each)) }); // prettier-ignore
    expect(of({ confidence: 'published' as never }, { confidence: 'estimated' as never, source: 'bad' }, {})).toEqual({
      criterion: 'confidence', grade: 'D', code: 'estimated', source: 'bad', year: 2024,
    }); // prettier-ignore
    expect(of({ source: 'a', spread: 2 }, { source: 'b', spread: 3 }, { source: 'c', spread: 3 })?.source).toBe('b');
    expect(of({ source: 'a', spread: 4 }, { source: 'b', spread: 3 })?.source).toBe('a');
    expect(of({ year: null })).toEqual({ criterion: 'confidence', grade: 'B', code: 'published', source: 's' });
  });

  it('assumed: by its spread, at the limits; without end it has no number', () => {
    expect(reason('assumed', { assumedSpread: 2 })).toEqual({ criterion: 'assumed', grade: 'B', code: 'spread-by-assumed', value: 2 }); // prettier-ignore
    expect(reason('assumed', { assumedSpread: 8.01 })?.grade).toBe('E');
    expect(reason('assumed', { assumedSpread: Infinity })).toEqual({ criterion: 'assumed', grade: 'E', code: 'spread-by-assumed' }); // prettier-ignore
  });

  it('place: the worst; none where only money is known', () => {
    expect(reason('geography', { places: ['own-figure', 'host'] })).toEqual({ criterion: 'geography', grade: 'D', code: 'host' }); // prettier-ignore
    expect(reason('geography', { places: ['host', 'own-figure'] })?.grade).toBe('D');
    expect(reason('geography', { places: [] })).toBeUndefined();
  });

  it('a scenario: of one usage, its own; of several, the mean and the reasons of the heavy ones, worst first', () => {
    const reasons = (grade: 'A' | 'C' | 'E', criterion: 'tier' | 'age' = 'tier') => [{ criterion, grade, code: 'measured' }] as never; // prettier-ignore
    const a = { id: 'a', ghg: 90, quality: { grade: 'A', reasons: reasons('A') } } as const;
    expect(gradeScenario([a], rules)).toBe(a.quality);
    expect(gradeScenario([], rules)).toEqual({ grade: null, reasons: [{ criterion: 'coverage', grade: null, code: 'usages-unknown', value: 0 }] }); // prettier-ignore
    const e = {
      id: 'e',
      ghg: 10,
      quality: { grade: 'E', reasons: [...reasons('C'), ...reasons('E', 'age')] },
    } as never;
    const { grade, reasons: found } = gradeScenario([a, e], rules);
    expect(grade).toBe('A');
    expect(found).toEqual([
      { criterion: 'coverage', grade: 'A', code: 'mean-of-usages' },
      { criterion: 'age', grade: 'E', code: 'measured', usage: 'e' },
      { criterion: 'tier', grade: 'C', code: 'measured', usage: 'e' },
    ]);
    // Below the share from which a usage is named, it is not.
    const light = { ...(e as object), ghg: 9.9 } as never;
    expect(gradeScenario([a, light], rules).reasons.some((each) => each.usage === 'e')).toBe(false);
  });
});

test('thirds that add up to a half but for the last bits are a half', () => {
  const of = (grade: 'A' | 'B', ghg: number) => ({ id: `${grade}${ghg}`, ghg, quality: { grade, reasons: [] } });
  const rules = { heavyUsage: 2 } as QualityRules;
  const found = gradeScenario([of('A', 0.1), of('A', 0.2), of('B', 0.1), of('B', 0.2)], rules);
  expect(found.grade).toBe('B');
});
