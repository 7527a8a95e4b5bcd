/** What comes of an exceeded limit, rule by rule: the ratchet, what nobody here moved, waivers, levels. */
import { describe, expect, it, test } from 'vitest';
import { inTimeOf, isBelow, judgeLimit, scaled, speaksOf } from '../src/verdict/budget/judge.ts';
import { decide, inOrder, settle, type Locked } from '../src/verdict/budget/settle.ts';
import { outcomes, type Budget, type Compared, type Item, type ScenarioFacts, type UsageFacts } from '../src/verdict/budget/types.ts'; // prettier-ignore
import { budget, facts } from './budget.fixtures.ts';

const exact = (value: number) => ({ low: value, central: value, high: value });
const figure = (value: number, unit = 'kgCO2e') => ({
  unit,
  total: exact(value),
  perUnit: exact(value / 10),
  bound: null,
});
const compared = (more: Partial<Compared> = {}): Compared => ({
  before: exact(80),
  scenario: exact(1.5),
  difference: exact(40),
  data: 1,
  method: 1,
  own: exact(120),
  trend: 'worse',
  ...more,
});
const over = { status: 'over', reason: null, found: { kind: 'nothing' } } as const;
const usageOf = (id: string, more: Partial<UsageFacts> = {}): UsageFacts => ({ id, impacts: {}, grade: 'D', ...more });

interface Settled {
  readonly limit: Budget['limit'];
  readonly now?: Partial<ScenarioFacts>;
  readonly usage?: UsageFacts | null;
  readonly compared?: Compared | null;
  readonly locked?: Locked | undefined;
}

const settled = ({ limit, now = {}, usage = null, compared: against = null, locked }: Settled) =>
  settle(
    {
      budget: { ...budget('error', 100), limit },
      judgement: over,
      facts: facts(undefined, now),
      usage,
      compared: against,
      locked,
      waiver: null,
    },
    'range',
  );
const lock = (before: Partial<ScenarioFacts> = {}, sameScenario = false): Locked => ({
  facts: facts(undefined, before),
  sameScenario,
});

describe('an impact over its limit of 100 kg a year', () => {
  const { limit } = budget('error', 100);
  test.each([
    ['without a lock: fails', undefined, compared(), 'fail'],
    ['a lock that does not know the figure: fails', lock(), null, 'fail'],
    ['within before, over by what the scenario changed: fails', lock(), compared(), 'fail'],
    ['within before, over by the data alone: moved', lock(), compared({ own: exact(99) }), 'moved'],
    [
      'over before and not worse: a debt',
      lock(),
      compared({ before: exact(110), own: exact(110), trend: 'unchanged' }),
      'debt',
    ],
    ['over before and better: a debt', lock(), compared({ before: exact(130), trend: 'better' }), 'debt'],
    ['over before and worse: fails', lock(), compared({ before: exact(110), trend: 'worse' }), 'fail'],
  ] as const)('%s', (_, locked, against, outcome) => {
    expect(settled({ limit, compared: against, locked })).toBe(outcome);
  });

  it('a scenario of a month: 9 kg before are 108 a year, and over', () => {
    const month = { period: 'month' } as const;
    const better = compared({ before: exact(9), own: exact(9), trend: 'unchanged' });
    expect(settled({ limit, now: month, compared: better, locked: lock() })).toBe('debt');
    const moved = compared({ before: exact(8), own: exact(8.3), trend: 'worse' });
    expect(settled({ limit, now: month, compared: moved, locked: lock() })).toBe('moved');
    expect(settled({ limit, now: month, compared: { ...moved, own: exact(8.4) }, locked: lock() })).toBe('fail');
  });
});

it('a change that is judged is of the scenario: a lock excuses nothing', () => {
  const limit = {
    kind: 'change', criterion: 'ghg', basis: 'period', factor: 1.1, floor: 5, time: 'year', unit: 'kgCO2e',
  } as const; // prettier-ignore
  const calm = compared({ before: exact(130), own: exact(1), trend: 'better' });
  expect(settled({ limit, compared: calm, locked: lock({}, true) })).toBe('fail');
});

describe('a share of the width over its limit of 40 %', () => {
  const limit = { kind: 'assumed_width', share: 0.4 } as const;
  test.each([
    ['over before, no wider: a debt', { assumedWidth: 0.5 }, 0.5, false, 'debt'],
    ['last digits are no change', { assumedWidth: 0.5 }, 0.5 + 1e-12, false, 'debt'],
    ['over before, wider: fails', { assumedWidth: 0.5 }, 0.51, false, 'fail'],
    ['at the limit before: fails', { assumedWidth: 0.4 }, 0.4, false, 'fail'],
    ['unknown before: fails', { assumedWidth: null }, 0.5, false, 'fail'],
    ['within before, the same scenario: moved', { assumedWidth: 0.3 }, 0.5, true, 'moved'],
    ['unknown now is the widest', { assumedWidth: 0.5 }, null, false, 'fail'],
  ] as const)('%s', (_, before, assumedWidth, same, outcome) => {
    expect(settled({ limit, now: { assumedWidth }, locked: lock(before, same) })).toBe(outcome);
  });
});

describe('data quality below its grade of B', () => {
  const limit = { kind: 'data_quality', grade: 'B' } as const;
  test.each([
    ['below before, no worse: a debt', 'C', 'C', false, 'debt'],
    ['below before, better: a debt', 'D', 'C', false, 'debt'],
    ['below before, worse: fails', 'C', 'D', false, 'fail'],
    ['good before: fails', 'B', 'C', false, 'fail'],
    ['good before, the same scenario: moved', 'B', 'C', true, 'moved'],
    ['unknown before: fails', null, 'C', false, 'fail'],
    ['unknown now: fails', 'C', null, false, 'fail'],
  ] as const)('%s', (_, before, grade, same, outcome) => {
    expect(settled({ limit, now: { grade }, locked: lock({ grade: before }, same) })).toBe(outcome);
  });

  it('of a usage: its own grade before and now', () => {
    const before = { grade: 'A', usages: [usageOf('other', { grade: 'A' }), usageOf('chat')] } as const;
    const now = { grade: 'A' } as const;
    expect(settled({ limit, now, usage: usageOf('chat'), locked: lock(before) })).toBe('debt');
    expect(settled({ limit, now, usage: usageOf('other'), locked: lock(before) })).toBe('fail');
    expect(settled({ limit, now, usage: usageOf('new'), locked: lock(before) })).toBe('fail');
  });
});

describe('a verdict that is not allowed', () => {
  const limit = { kind: 'verdict', codes: ['worth-it'] } as const;
  const now = { verdict: { code: 'redesign', agreement: 0.9 } } as const;
  test.each([
    ['the same before: a debt', { verdict: { code: 'redesign', agreement: 0.8 } }, false, 'debt'],
    ['another before: fails', { verdict: { code: 'worth-it', agreement: 0.8 } }, false, 'fail'],
    ['none before: fails', { verdict: null }, false, 'fail'],
    ['another before, the same scenario: moved', { verdict: { code: 'worth-it', agreement: 0.8 } }, true, 'moved'],
  ] as const)('%s', (_, before, same, outcome) => {
    expect(settled({ limit, now, locked: lock(before, same) })).toBe(outcome);
  });
});

describe('levels and waivers', () => {
  const waived = (state: 'active' | 'expired', level: 'error' | 'warn' = 'error') => {
    const waiver = {
      budget: 'ghg',
      scenarios: [],
      usages: [],
      owner: 'team',
      reason: 'because',
      expires: '2026-01-01',
      place: undefined,
    };
    return settle(
      {
        budget: budget(level, 1),
        judgement: over,
        facts: facts(undefined),
        usage: null,
        compared: null,
        locked: undefined,
        waiver: { state, waiver },
      },
      'range',
    );
  };
  it('an active waiver is one, an expired one is none', () => {
    expect([waived('active'), waived('expired'), waived('active', 'warn'), waived('expired', 'warn')]).toEqual([
      'waived',
      'fail',
      'waived',
      'warn',
    ]);
  });

  it('failing items first, the others by outcome, in the order they came', () => {
    const item = (name: string, outcome: Item['outcome']) => ({ name, outcome }) as Item;
    const mixed = [item('a', 'pass'), item('b', 'fail'), item('c', 'pass'), item('d', 'warn'), item('e', 'fail')];
    expect(inOrder(mixed).map(({ name }) => name)).toEqual(['b', 'e', 'd', 'a', 'c']);
    expect(outcomes[0]).toBe('fail');
  });
});

describe('time and units', () => {
  it('a limit of a year speaks of periods, one of once of what happens once', () => {
    expect([speaksOf({ time: 'year' }, 'month'), speaksOf({ time: 'year' }, 'once')]).toEqual([true, false]);
    expect([speaksOf({ time: 'once' }, 'month'), speaksOf({ time: 'once' }, 'once')]).toEqual([false, true]);
    expect([speaksOf({ time: null }, 'month'), speaksOf({ time: null }, 'once')]).toEqual([true, true]);
  });

  it('only a limit of a year is in years', () => {
    const range = { low: 1, central: 2, high: 3 };
    expect(scaled(range, 12)).toEqual({ low: 12, central: 24, high: 36 });
    expect(inTimeOf({ time: 'year' }, 'month', range)).toEqual({ low: 12, central: 24, high: 36 });
    expect(inTimeOf({ time: 'year' }, 'once', range)).toEqual(range);
    expect(inTimeOf({ time: 'once' }, 'once', range)).toEqual(range);
    expect(inTimeOf({ time: null }, 'month', range)).toEqual(range);
  });

  it('grades run from A; the same grade is not below', () => {
    expect([isBelow('C', 'B'), isBelow('B', 'B'), isBelow('A', 'B')]).toEqual([true, false, false]);
  });

  const impact = (basis: 'period' | 'unit', own: ReturnType<typeof figure>) => {
    const limit = { kind: 'impact', criterion: 'ghg', basis, value: 50, time: null, unit: 'kgCO2e' } as const;
    return judgeLimit(limit, { facts: facts(own), usage: null, compared: null }, 'range');
  };
  it('a limit per unit is held against the figure of a unit', () => {
    expect(impact('period', figure(100))).toMatchObject({ status: 'over', reason: null });
    expect(impact('unit', figure(100))).toMatchObject({ status: 'within', found: { value: exact(10) } });
    expect(impact('unit', { ...figure(100), perUnit: null } as never)).toMatchObject({ reason: 'no-figure' });
  });

  it('another currency is no figure to hold against', () => {
    expect(impact('period', figure(100, 'g'))).toEqual({
      status: 'inconclusive',
      reason: 'other-currency',
      found: { kind: 'nothing' },
    });
  });

  it('the last bits of a sum never decide', () => {
    expect(impact('period', figure(50 * (1 + 1e-12)))).toMatchObject({ status: 'within' });
    expect(impact('period', figure(50 * (1 + 1e-6)))).toMatchObject({ status: 'over' });
    const debtless = {
      kind: 'impact',
      criterion: 'ghg',
      basis: 'period',
      value: -50,
      time: null,
      unit: 'kgCO2e',
    } as const;
    const held = (value: number) =>
      judgeLimit(debtless, { facts: facts(figure(value)), usage: null, compared: null }, 'range').status; // prettier-ignore
    expect([held(-50 + 1e-9), held(-49)]).toEqual(['within', 'over']);
  });

  it('a figure of a usage is that of the usage', () => {
    const usage = usageOf('chat', { impacts: { ghg: figure(10) } });
    const limit = { kind: 'impact', criterion: 'ghg', basis: 'period', value: 50, time: null, unit: 'kgCO2e' } as const;
    const judged = judgeLimit(limit, { facts: facts(figure(100)), usage, compared: null }, 'range');
    expect(judged).toMatchObject({ status: 'within', found: { value: exact(10) } });
  });
});

describe('a change', () => {
  const limit = {
    kind: 'change', criterion: 'ghg', basis: 'period', factor: 1.1, floor: 5, time: 'year', unit: 'kgCO2e',
  } as const; // prettier-ignore
  const judged = (against: Compared | null, own = figure(100), period: ScenarioFacts['period'] = 'year') =>
    judgeLimit(limit, { facts: facts(own, { period }), usage: null, compared: against }, 'range');

  it('that no lock knows is new, and within', () => {
    expect(judged(null)).toEqual({ status: 'within', reason: null, found: { kind: 'word', value: 'new' } });
  });

  it('needs a figure, in the unit of the limit', () => {
    expect(judged(compared(), { ...figure(1), total: null } as never)).toMatchObject({ reason: 'no-figure' });
    expect(judged(compared(), figure(1, 'EUR'))).toMatchObject({ reason: 'other-currency' });
  });

  it('says what it found: the factor of the scenario and the difference over a year', () => {
    expect(judged(compared({ difference: exact(1) }), figure(100), 'month')).toEqual({
      status: 'over',
      reason: null,
      found: { kind: 'factor', value: exact(1.5), difference: exact(12), unit: 'kgCO2e' },
    });
  });

  it('straddles where its factor or its difference does', () => {
    const wide = { low: 1, central: 1.2, high: 1.4 };
    expect(judged(compared({ scenario: wide }))).toMatchObject({ status: 'inconclusive', reason: 'straddles' });
    expect(judged(compared({ difference: { low: 1, central: 6, high: 9 } }))).toMatchObject({ reason: 'straddles' });
    // One that is within settles it, whatever the other does.
    expect(judged(compared({ scenario: wide, difference: exact(4) }))).toMatchObject({
      status: 'within',
      reason: null,
    });
  });
});

describe('what is found stands with what came of it', () => {
  const judged = (limit: Budget['limit'], more: Partial<ScenarioFacts> = {}, own = figure(100)) =>
    judgeLimit(limit, { facts: facts(own, more), usage: null, compared: null }, 'range');
  const ghg = { kind: 'impact', criterion: 'ghg', basis: 'period', value: 50, time: null, unit: 'kgCO2e' } as const;

  it('a range that straddles the limit says so', () => {
    const wide = { ...figure(50), total: { low: 10, central: 50, high: 90 } };
    expect(judged(ghg, {}, wide)).toMatchObject({ status: 'inconclusive', reason: 'straddles' });
  });

  it('no figure at all, of a period or of a unit', () => {
    for (const basis of ['period', 'unit'] as const)
      expect(
        judgeLimit({ ...ghg, basis }, { facts: facts(undefined), usage: null, compared: null }, 'range'),
      ).toMatchObject({ status: 'inconclusive', reason: 'no-figure', found: { kind: 'nothing' } });
  });

  it('a share, a grade, a verdict', () => {
    expect(judged({ kind: 'assumed_width', share: 0.4 }, { assumedWidth: 0.5 })).toEqual({
      status: 'over', reason: null, found: { kind: 'share', value: 0.5 },
    }); // prettier-ignore
    expect(judged({ kind: 'data_quality', grade: 'B' }, { grade: 'C' })).toEqual({
      status: 'over', reason: null, found: { kind: 'word', value: 'C' },
    }); // prettier-ignore
    expect(judged({ kind: 'data_quality', grade: 'B' }, { grade: null })).toMatchObject({ reason: 'no-figure' });
    const limit = { kind: 'verdict', codes: ['worth-it'] } as const;
    for (const [code, status] of [['worth-it', 'within'], ['redesign', 'over']] as const) // prettier-ignore
      expect(judged(limit, { verdict: { code, agreement: 0.9 } })).toEqual({
        status, reason: null, found: { kind: 'word', value: code },
      }); // prettier-ignore
  });

  it('within passes, what cannot be settled is unsettled', () => {
    const { limit } = budget('error', 100);
    const of = (status: 'within' | 'inconclusive') =>
      settle(
        {
          budget: { ...budget('error', 100), limit }, judgement: { ...over, status }, facts: facts(undefined), usage: null,
          compared: null, locked: undefined, waiver: null,
        },
        'range',
      ); // prettier-ignore
    expect([of('within'), of('inconclusive')]).toEqual(['pass', 'unsettled']);
  });
});

describe('the end of a check', () => {
  const item = (outcome: Item['outcome'], level: 'error' | 'warn' = 'error') => ({ outcome, budget: { level } });
  const end = (items: readonly ReturnType<typeof item>[], strict: boolean, exitZero = false) => {
    const { verdict, code, excused } = decide(items, { strict, exitZero });
    return [verdict, code, excused];
  };

  it('strict asks for what is at level error and unsettled, and for nothing else', () => {
    expect(end([item('unsettled')], true)).toEqual(['inconclusive', 4, false]);
    expect(end([item('unsettled')], false)).toEqual(['holds', 0, false]);
    expect(end([item('unsettled', 'warn')], true)).toEqual(['holds', 0, false]);
    expect(end([item('pass')], true)).toEqual(['holds', 0, false]);
    expect(end([], true)).toEqual(['holds', 0, false]);
  });

  it('only an exit code that would not have been 0 is excused', () => {
    expect(end([item('fail')], false)).toEqual(['fails', 1, false]);
    expect(end([item('fail')], false, true)).toEqual(['fails', 0, true]);
    expect(end([item('pass')], false, true)).toEqual(['holds', 0, false]);
  });
});
