/** Budgets judged on ranges: properties over random budgets and results, and the arithmetic of each rule. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../src/check.ts';
import { headline } from '../src/report/check/words.ts';
import { checkFormats } from '../src/report/check/index.ts';
import { judgeLimit, judgeRange } from '../src/verdict/budget/judge.ts';
import { decide, inOrder, settle } from '../src/verdict/budget/settle.ts';
import {
  judges, levels, outcomes, type Budget, type Compared, type Item, type Level, type Outcome, type ScenarioFacts, type Trend,
} from '../src/verdict/budget/types.ts'; // prettier-ignore
import { validCodeQuality, validGithub, validMarkdown, validSarif } from './published-schemas.ts';

const range = fc
  .tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 1e6, noNaN: true })))
  .map((ends) => ends.toSorted((a, b) => a - b))
  .map(([low = 0, central = 0, high = 0]) => ({ low, central, high }));

const budget = (level: Level, value: number): Budget => ({
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

const facts = (total: ScenarioFacts['impacts']['ghg'], extra: Partial<ScenarioFacts> = {}): ScenarioFacts => ({
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

const item = fc
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

const flags = fc.record({ strict: fc.boolean(), exitZero: fc.boolean() });

const reportOf = (items: readonly Item[], options: { strict: boolean; exitZero: boolean }): CheckReport => ({
  tool: { version: '0.1.0', method: 'ai-footprint/1', dataVersion: 'x' },
  config: 'ai-footprint.config.yaml',
  today: '2026-11-24',
  judge: 'range',
  decision: decide(items, options),
  items: inOrder(items.map((each, index) => ({ ...each, file: `${index}.yaml` }))),
  scenarios: [],
  lock: { file: 'ai-footprint.lock.json', state: 'absent', kept: [] },
  idle: [],
});

/** The verdict as a reader takes it from words alone. */
const read = (text: string): string => {
  const [, word = ''] = /(fails|dépassé|holds|tenu|undecided|indécis)/.exec(text) ?? [];
  return (
    {
      fails: 'fails',
      dépassé: 'fails',
      holds: 'holds',
      tenu: 'holds',
      undecided: 'inconclusive',
      indécis: 'inconclusive',
    }[word] ?? ''
  );
};

describe('text and exit code never disagree', () => {
  it('whatever the budgets and the results are, in every format and both languages', async () => {
    const renderers = await Promise.all(
      (['text', 'line', 'markdown', 'github', 'sarif', 'json'] as const).map((name) => checkFormats[name]()),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), flags, (items, options) => {
        const report = reportOf(items, options);
        const { decision } = report;
        const failing = items.filter(({ outcome }) => outcome === 'fail').length;
        const open = items.some(({ outcome, budget: { level } }) => outcome === 'unsettled' && level === 'error');
        const expected = failing > 0 ? 1 : options.strict && open ? 4 : 0;
        expect(decision.code).toBe(options.exitZero ? 0 : expected);
        for (const lang of ['en', 'fr'] as const) {
          const [text = '', line = '', markdown = '', github = '', sarif = '', json = ''] = renderers.map((render) =>
            render(report, { lang, width: 80, colour: false }),
          );
          const verdict = { 0: 'holds', 1: 'fails', 4: 'inconclusive' }[expected];
          const excused = options.exitZero && expected !== 0;
          for (const said of [
            text.split('\n\n')[0] ?? '',
            line,
            validMarkdown(markdown).answer,
            validGithub(github).answer,
            headline(decision, lang),
          ]) {
            expect(read(said)).toBe(verdict);
            expect(said.includes('--exit-zero')).toBe(excused);
          }
          expect(validSarif(sarif)).toMatchObject({ exitCode: decision.code });
          expect(JSON.parse(json)).toMatchObject({ exit_code: decision.code, verdict, excused });
          expect(validGithub(github).annotations.filter(({ kind }) => kind === 'error')).toHaveLength(
            Math.min(10, failing),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('an item fails only when it is over, at level error, not waived, and nobody else is the cause', () => {
    fc.assert(
      fc.property(item, (each) => {
        if (each.outcome !== 'fail') return;
        expect(each).toMatchObject({ status: 'over', budget: { level: 'error' } });
        expect(each.waiver?.state).not.toBe('active');
      }),
    );
  });

  it('GitLab gets one finding an item, each with a fingerprint of its own', async () => {
    const render = await checkFormats['code-quality']();
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), (items) => {
        const report = reportOf(items, { strict: false, exitZero: false });
        const found = validCodeQuality(render(report, { lang: 'en', width: 80, colour: false }));
        expect(found).toHaveLength(items.filter(({ outcome }) => outcome !== 'pass').length);
      }),
      { numRuns: 40 },
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
