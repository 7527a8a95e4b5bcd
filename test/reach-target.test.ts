/** The smallest set of practices that reaches a target, on steps made by hand. */
import { describe, expect, test } from 'vitest';
import type { PracticeId } from '../src/assessment.ts';
import type { Step } from '../src/practices/options.ts';
import { reachTarget } from '../src/practices/reach-target.ts';
import { change } from './practices-by-hand.ts';

describe('the smallest set that reaches a target', () => {
  // Each step leaves a part of its usage, whatever the others do.
  const step = (usage: string, practice: PracticeId, left: number, name: string | null = null): Step => ({
    usage, practice, name, from: null, to: null, after: left * 100, change: change(practice, { share: left }),
  }); // prettier-ignore
  const goal = (steps: readonly Step[], target: number, usages: readonly string[] = ['a']) => ({
    steps,
    practices: ['location', 'iterations', 'model'] as const,
    effort: (practice: PracticeId) => ({ location: 1, iterations: 2, output: 2, model: 3 })[practice],
    today: new Map(usages.map((usage) => [usage, 100])),
    after: (_usage: string, own: readonly Step[]) => own.reduce((kg, { change: { share } }) => kg * share, 100),
    target,
  });
  const reached = (steps: readonly Step[], target: number, usages?: readonly string[]) => {
    const found = reachTarget(goal(steps, target, usages));
    const names = found.steps.map(({ usage, practice, change: { share } }) => `${usage} ${practice} ${share}`);
    return { reached: found.reached, practices: found.practices, names, after: Number(found.after.toPrecision(9)) };
  };

  test('met today: nothing', () => {
    expect(reached([step('a', 'location', 0.5)], 100)).toEqual({ reached: true, practices: [], names: [], after: 100 });
  });

  test('one practice before two; of several, the one that asks least of people', () => {
    const steps = [step('a', 'location', 0.5), step('a', 'iterations', 0.5), step('a', 'model', 0.2)];
    expect(reached(steps, 50)).toMatchObject({ practices: ['location'], names: ['a location 0.5'], after: 50 });
    expect(reached(steps, 20)).toMatchObject({ practices: ['model'], after: 20 });
    expect(reached(steps, 10)).toMatchObject({ practices: ['location', 'model'], after: 10 });
    expect(reached(steps, 5)).toMatchObject({ practices: ['location', 'iterations', 'model'], after: 5 });
  });

  test('out of reach: all at their strongest, and how far that goes', () => {
    const steps = [step('a', 'location', 0.5), step('a', 'location', 0.4), step('a', 'model', 0.2)];
    expect(reached(steps, 1)).toEqual({
      reached: false, practices: ['location', 'iterations', 'model'], names: ['a location 0.4', 'a model 0.2'], after: 8,
    }); // prettier-ignore
  });

  test('a strength is eased as far as the target allows; a region is not', () => {
    const prompts = [0.8, 0.6, 0.4, 0.2].map((left) => step('a', 'iterations', left));
    expect(reached(prompts, 45)).toMatchObject({ names: ['a iterations 0.4'], after: 40 });
    expect(reached(prompts.toReversed(), 85)).toMatchObject({ names: ['a iterations 0.8'], after: 80 });
    expect(reached([step('a', 'location', 0.8), step('a', 'location', 0.2)], 85)).toMatchObject({
      names: ['a location 0.2'],
    });
  });

  test('steps that the target does not need go, those that gain least first', () => {
    const steps = [step('a', 'location', 0.9), step('b', 'location', 0.2), step('c', 'location', 0.5)];
    expect(reached(steps, 221, ['a', 'b', 'c'])).toMatchObject({ names: ['b location 0.2'], after: 220 });
    expect(reached(steps, 171, ['a', 'b', 'c'])).toMatchObject({
      names: ['b location 0.2', 'c location 0.5'],
      after: 170,
    });
    expect(reached(steps, 160, ['a', 'b', 'c'])).toMatchObject({ after: 160 });
  });

  test('of steps of which any would do, the one that gains most stays', () => {
    const steps = [step('a', 'location', 0.9), step('b', 'location', 0.2), step('c', 'location', 0.5)];
    for (const order of [steps, steps.toReversed()])
      expect(reached(order, 250, ['a', 'b', 'c'])).toMatchObject({ names: ['b location 0.2'], after: 220 });
  });

  test('a strength is eased to one of its own practice and usage, never to what another asks', () => {
    const steps = [step('a', 'iterations', 0.4), step('a', 'model', 0.45), step('b', 'iterations', 0.44)];
    expect(reached(steps.slice(0, 2), 45)).toMatchObject({ names: ['a iterations 0.4'], after: 40 });
    expect(reached(steps, 90, ['a', 'b'])).toMatchObject({
      names: ['a iterations 0.4', 'b iterations 0.44'],
      after: 84,
    });
  });

  test('of two steps of one usage and practice the strongest counts, whichever comes first', () => {
    const steps = [step('a', 'location', 0.5), step('a', 'location', 0.2), step('a', 'location', 0.3)];
    for (const order of [steps, steps.toReversed()])
      expect(reached(order, 20)).toMatchObject({ names: ['a location 0.2'], after: 20 });
  });

  test('of sets that ask the same, the one that leaves least', () => {
    const tied = {
      ...goal([step('a', 'location', 0.5), step('a', 'model', 0.3)], 60),
      effort: () => 1,
    };
    expect(reachTarget(tied).practices).toEqual(['model']);
  });

  test('of two steps of a usage the one that may be milder is eased, up to the target itself; the other stays', () => {
    const steps = [step('a', 'location', 0.5), step('a', 'iterations', 0.6), step('a', 'iterations', 0.9)];
    expect(reached(steps, 45)).toEqual({
      reached: true, practices: ['location', 'iterations'], names: ['a location 0.5', 'a iterations 0.9'], after: 45,
    }); // prettier-ignore
  });

  test('of two places that leave as much, the first', () => {
    const steps = [step('a', 'location', 0.2, 'north'), step('a', 'location', 0.2, 'south')];
    expect(reachTarget(goal(steps, 20)).steps.map(({ name }) => name)).toEqual(['north']);
  });

  test('what a step gains counts, not what it leaves: 100 of 1 000 is more than 90 of 100', () => {
    const steps = [step('a', 'location', 0.1), { ...step('b', 'location', 0.9), after: 900 }];
    const today = new Map([['a', 100], ['b', 1000]]); // prettier-ignore
    const after = (usage: string, own: readonly Step[]) => own.reduce((kg, { change: { share } }) => kg * share, today.get(usage) ?? 0); // prettier-ignore
    const found = reachTarget({ ...goal(steps, 1010), today, after });
    expect([found.steps.map(({ usage }) => usage), found.after]).toEqual([['b'], 1000]);
  });
});
