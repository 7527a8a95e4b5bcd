/** The rule of data quality, over random evidence: knowing more never makes it worse, and its reasons allow the grade. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantOf, qualityRules } from '../src/assess-quality.ts';
import { grades, type Grade } from '../src/assessment.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { mechanisms } from '../src/engine/compiled.ts';
import {
  confidences,
  gradeScenario,
  gradeUsage,
  placeKinds,
  type FigureEvidence,
  type UsageEvidence,
} from '../src/verdict/quality.ts';

const rules = qualityRules(defaultCatalog());

const rank = (grade: Grade | null): number => (grade === null ? grades.length : grades.indexOf(grade));
const figure: fc.Arbitrary<FigureEvidence> = fc.record({
  spread: fc.double({ min: 1, max: 20, noNaN: true }),
  scales: fc.boolean(),
  age: fc.option(fc.integer({ min: 0, max: 20 })),
  source: fc.constantFrom('one', 'two'),
  year: fc.constant(2020),
  confidence: fc.constantFrom(...confidences),
});

const evidence: fc.Arbitrary<UsageEvidence> = fc.record({
  estimator: fc.constantFrom('measured', 'text', 'fleet', 'task', 'spend'),
  places: fc.array(fc.constantFrom(...placeKinds), { minLength: 1, maxLength: 3 }),
  figures: fc.array(figure, { maxLength: 5 }),
  assumedSpread: fc.option(fc.double({ min: 1, max: 30, noNaN: true })),
});

describe('the rule', () => {
  it('is no worse without one of the figures, with a smaller spread, or at a better place', () => {
    fc.assert(
      fc.property(evidence, fc.nat(4), fc.double({ min: 0, max: 1, noNaN: true }), (given, index, part) => {
        const before = rank(gradeUsage(given, rules).grade);
        const better: readonly UsageEvidence[] = [
          { ...given, figures: given.figures.filter((_, place) => place !== index) },
          { ...given, assumedSpread: given.assumedSpread === null ? null : 1 + (given.assumedSpread - 1) * part },
          { ...given, assumedSpread: null },
          { ...given, places: given.places.map(() => 'own-figure' as const) },
        ];
        for (const each of better) expect(rank(gradeUsage(each, rules).grade)).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('is never better than the way to estimate, and always has reasons that allow it', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { grade, reasons } = gradeUsage(given, rules);
        expect(rank(grade)).toBeGreaterThanOrEqual(rank(rules.tier[given.estimator]));
        expect(reasons.map(({ criterion }) => criterion)).toEqual([
          'tier',
          'age',
          'geography',
          'confidence',
          'assumed',
        ]);
        const [worst = 0, second = 0] = reasons.map((each) => rank(each.grade)).toSorted((a, b) => b - a);
        expect(rank(grade)).toBeGreaterThanOrEqual(second);
        expect(rank(grade)).toBeLessThanOrEqual(worst);
      }),
    );
  });

  it('forgives one criterion, by two grades at most', () => {
    const good: UsageEvidence = { estimator: 'measured', places: ['own-figure'], figures: [], assumedSpread: null };
    expect(gradeUsage(good, rules).grade).toBe('A');
    expect(gradeUsage({ ...good, places: ['host'] }, rules).grade).toBe('B');
    expect(gradeUsage({ ...good, assumedSpread: 100 }, rules).grade).toBe('C');
    expect(gradeUsage({ ...good, places: ['host'], assumedSpread: 100 }, rules).grade).toBe('D');
  });
});

describe('a scenario', () => {
  const quality = (grade: Grade) => ({ grade, reasons: [{ criterion: 'tier', grade, code: 'measured' }] as const });
  const of = (ghg: readonly (readonly [number | null, Grade])[]) =>
    gradeScenario(
      ghg.map(([mass, grade], index) => ({ id: `u${index}`, ghg: mass, quality: quality(grade) })),
      rules,
    );

  it('is the mean of its usages by greenhouse gases, halves to the worse', () => {
    expect(of([[90, 'A'], [10, 'E']]).grade).toBe('A'); // 0.9 x 0 + 0.1 x 4 = 0.4
    expect(of([[50, 'A'], [50, 'B']]).grade).toBe('B'); // 0.5
    expect(of([[10, 'A'], [90, 'D']]).grade).toBe('D'); // 2.7
    expect(of([[0, 'A'], [0, 'C']]).grade).toBe('B'); // of nothing, each counts alike
  }); // prettier-ignore

  it('names the usage that decides a criterion, when it is heavy enough', () => {
    const { reasons } = of([[95, 'B'], [5, 'E']]); // prettier-ignore
    expect(reasons.filter(({ criterion }) => criterion === 'tier')).toEqual([
      { criterion: 'tier', grade: 'B', code: 'measured', usage: 'u0' },
    ]);
  });

  it('is E with the reason where a usage has no figure, and has no grade where none has', () => {
    expect(of([[100, 'A'], [null, 'A']])).toMatchObject({
      grade: 'E',
      reasons: [{ criterion: 'coverage', grade: 'E', code: 'usages-unknown', value: 1 }, { grade: 'A' }, {}],
    }); // prettier-ignore
    expect(of([[null, 'A'], [null, 'B']])).toEqual({
      grade: null,
      reasons: [{ criterion: 'coverage', grade: null, code: 'usages-unknown', value: 2 }],
    }); // prettier-ignore
  });
});

it('every number of the method is found by its key, also of a mechanism with dots in its id; an input is none', () => {
  for (const { id, constants } of mechanisms)
    for (const [name, constant] of Object.entries(constants)) expect(constantOf(`method.${id}.${name}`)).toBe(constant);
  expect(constantOf('method.ecologits-0.9.batch')).toMatchObject({ source: expect.any(String) as string });
  expect([constantOf('method.text.nothing'), constantOf('default.pue'), constantOf('method')]).toEqual([
    undefined, undefined, undefined,
  ]); // prettier-ignore
});
