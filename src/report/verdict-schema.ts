/** Shape of `verdict` in the result: value against impact. */
import * as z from 'zod/mini';
import { breakEvenQuantities, evidences, grades, verdictCodes, verdictReasons } from '../assessment.ts';
import { described } from './described.ts';

const text = z.string();
const nullable = z.nullable;

interface Parts<Range extends z.ZodMiniType, Quality extends z.ZodMiniType> {
  readonly range: Range;
  readonly quality: Quality;
}

export function verdictShape<Range extends z.ZodMiniType, Quality extends z.ZodMiniType>(a: Parts<Range, Quality>) {
  const { range, quality } = a;
  const figure = nullable(range);
  const code = z.enum(verdictCodes);
  const environment = z.strictObject({
    unit: z.literal('kgCO2e'),
    net: described(
      figure,
      'Avoided less emitted, rebound included, over the period: above 0 it avoids more than it emits.',
    ),
    net_after: described(figure, 'The same with the good practices; null where there are none.'),
    footprint: figure,
    footprint_bound: nullable(z.enum(['lower', 'upper', 'mixed'])),
    footprint_after: figure,
    rebound: described(range, 'Extra use that the gain provokes, per use.'),
    avoided: figure,
    items: z.array(
      z.strictObject({
        name: text,
        unit: text,
        amount: figure,
        factor: described(range, 'kgCO2e of one.'),
        factor_source: described(text, 'Source id, or `scenario`.'),
        evidence: z.enum(evidences),
        avoided: described(figure, 'kgCO2e over the period.'),
        balance: described(figure, 'How much of this item alone outweighs the footprint, rebound included.'),
      }),
    ),
  });
  const economic = z.strictObject({
    currency: text,
    net: described(figure, 'Benefit less cost less climate cost, over the period.'),
    net_after: figure,
    benefit: described(figure, 'Stated benefit and value of the time saved.'),
    time: nullable(z.strictObject({ minutes: range, hourly_cost: range })),
    cost: figure,
    cost_source: z.strictObject({
      kind: z.enum(['stated', 'token-price', 'unknown']),
      providers: z.array(text),
      list: described(nullable(text), 'Package, version and day of the prices.'),
      listed: described(figure, 'In the currency of the list.'),
      listed_currency: nullable(text),
    }),
    climate_cost: figure,
  });
  const social = z.strictObject({ score: range, because: text, usage: nullable(text) });
  const one = {
    code: described(code, 'undetermined goes before all others.'),
    central: described(code, 'What the central values alone would give.'),
    agreement: described(nullable(z.number()), 'Share of the draws with the verdict of the central values.'),
    decided_by: z.strictObject({
      rule: z.int(),
      reason: z.enum(verdictReasons),
      named: described(nullable(text), 'The alternative.'),
    }),
    settle: described(
      nullable(
        z.strictObject({
          path: text,
          share: nullable(z.number()),
          others: described(z.int(), 'Further usages that lack the same.'),
        }),
      ),
      'The one input to measure, with its share of what makes the verdict vary; or the one to give.',
    ),
    need: nullable(text),
    axes: z.strictObject({
      environment,
      economic: described(nullable(economic), 'Null is not stated.'),
      social: described(nullable(social), 'Null is not stated.'),
    }),
    alternatives: z.array(z.strictObject({ name: text, meets_need: z.enum(['fully', 'partly', 'not']), ghg: figure })),
    budget: described(
      nullable(z.strictObject({ ghg: nullable(z.number()), ghg_per_unit: nullable(z.number()) })),
      'kgCO2e. Null: none is set, and grade B of a kept result stands in.',
    ),
    within: described(nullable(z.boolean()), 'Within the budget today, central values.'),
    within_after: described(nullable(z.boolean()), 'With the good practices.'),
    break_evens: described(
      z.array(
        z.strictObject({
          quantity: z.enum(breakEvenQuantities),
          item: nullable(text),
          value: z.number(),
          today: z.number(),
          unit: text,
          flips_to: code,
        }),
      ),
      'Values at which the verdict of the central values becomes another, each quantity moved alone.',
    ),
    grade: z.strictObject({
      impact: described(nullable(z.enum(grades)), 'Of one kept result, today, on `scale`.'),
      per_result: described(figure, 'kgCO2e.'),
      value: nullable(z.enum(['low', 'medium', 'high'])),
    }),
    data_quality: quality,
  };
  const scale = Object.fromEntries((['A', 'B', 'C', 'D'] as const).map((each) => [each, z.number()]));
  return z.strictObject({
    ...one,
    usages: described(z.array(z.strictObject({ id: text, ...one })), 'Where usages state a value of their own.'),
    samples: z.int(),
    seed: z.int(),
    scale: described(
      z.strictObject(scale as Record<'A' | 'B' | 'C' | 'D', z.ZodMiniNumber>),
      'Largest gCO2e of a kept result of each grade: an assumption of this project.',
    ),
    questions: z.strictObject({ answered: z.int(), all: z.int() }),
  });
}
