/** Random budgets held against random results, each judged and settled. */
import fc from 'fast-check';
import { judgeLimit } from '../src/verdict/budget/judge.ts';
import { settle } from '../src/verdict/budget/settle.ts';
import {
  judges,
  levels,
  type Budget,
  type Compared,
  type Item,
  type Level,
  type ScenarioFacts,
  type Trend,
} from '../src/verdict/budget/types.ts';

export const range = fc
  .tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 1e6, noNaN: true })))
  .map((ends) => ends.toSorted((a, b) => a - b))
  .map(([low = 0, central = 0, high = 0]) => ({ low, central, high }));

export const budget = (level: Level, value: number): Budget => ({
  key: 'ghg',
  id: 'ghg',
  limit: { kind: 'impact', criterion: 'ghg', basis: 'period', value, time: 'year', unit: 'kgCO2e' },
  written: `${value} kgCO2e/year`,
  level,
  message: null,
  scenarios: [],
  usages: [],
  place: undefined,
});

export const facts = (total: ScenarioFacts['impacts']['ghg'], extra: Partial<ScenarioFacts> = {}): ScenarioFacts => ({
  file: 'a.yaml',
  name: 'A',
  period: 'year',
  functionalUnit: 'request',
  impacts: total ? { ghg: total } : {},
  usages: [],
  grade: 'C',
  assumedWidth: 0.5,
  measure: { path: 'usages.chat.serving.batch', narrows: 0.4 },
  verdict: null,
  ...extra,
});

export const item = fc
  .record({
    value: range,
    limit: fc.double({ min: 0, max: 1e6, noNaN: true }),
    level: fc.constantFrom(...levels.filter((level) => level !== 'off')),
    judge: fc.constantFrom(...judges),
    bound: fc.constantFrom(null, 'lower' as const, 'upper' as const, 'mixed' as const),
    waived: fc.constantFrom(null, 'active' as const, 'expired' as const),
    before: fc.option(range),
    scenario: fc.constantFrom(0.5, 0.99, 1, 1.01, 2),
    own: range,
  })
  .map(({ value, limit, level, judge, bound, waived, before, scenario, own }): Item => {
    const all = facts({ unit: 'kgCO2e', total: value, perUnit: null, bound });
    const trend: Exclude<Trend, 'new'> = scenario > 1 ? 'worse' : scenario < 1 ? 'better' : 'unchanged';
    const factor = { low: scenario, central: scenario, high: scenario };
    const compared: Compared | null = before && {
      before,
      scenario: factor,
      difference: factor,
      data: 1,
      method: 1,
      own,
      trend,
    };
    const one = budget(level, limit);
    const judgement = judgeLimit(one.limit, { facts: all, usage: null, compared }, judge);
    const waiver = waived && {
      state: waived,
      waiver: {
        budget: 'ghg',
        scenarios: [],
        usages: [],
        owner: 'team',
        reason: 'because',
        expires: '2026-01-01',
        place: undefined,
      },
    };
    const locked = before
      ? { facts: facts({ unit: 'kgCO2e', total: before, perUnit: null, bound }), sameScenario: false }
      : undefined;
    const outcome = settle({ budget: one, judgement, facts: all, usage: null, compared, locked, waiver }, judge);
    return {
      budget: one, file: 'a.yaml', name: 'A', period: 'year', functionalUnit: 'request', usage: null, ...judgement, outcome,
      measure: null, waiver, compared, place: undefined,
    }; // prettier-ignore
  });
