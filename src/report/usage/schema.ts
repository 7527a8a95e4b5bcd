/** Shape of `usage --format json`, as published: `ai-footprint/usage/1`. Keys are never renamed or removed. */
import * as z from 'zod/mini';
import { periods } from '../../assessment.ts';
import { described } from '../described.ts';
import { impactsSchema, resultSchema } from '../result-schema.ts';
import { counts, faults, threadKinds } from '../../usage-log/types.ts';

const text = z.string();
const nullable = z.nullable;
const count = z.int().check(z.minimum(0));
const whole = nullable(z.number());

const counted = described(
  z.strictObject({ requests: whole, input: whole, cached: whole, output: whole, reasoning: whole }),
  'Sums as logged: input read anew, cached read from the cache, output visible (or all, where the log does not tell reasoning apart). Null is unknown.',
);

const money = z.strictObject({ currency: text, amount: z.number() });

const figures = {
  rows: described(count, 'In the figures.'),
  unmapped_rows: described(count, 'Not in the figures: their model or place leads to none.'),
  bound: described(
    nullable(z.literal('lower')),
    'Lower where rows are left out that are of these, or may be (log.refused): each figure is then at least what it says. That of an impact is of the rows that are in it.',
  ),
  counted,
  spend: described(
    z.optional(z.array(money)),
    'Of an export of costs: the money in the figures, which are an upper bound of its greenhouse gases; absent of calls.',
  ),
  impacts: impactsSchema,
};

const range = nullable(z.strictObject({ low: z.number(), central: z.number(), high: z.number() }));
const side = nullable(
  z.strictObject({
    requests: whole,
    energy: range,
    energy_unit: z.literal('kWh'),
    ghg: range,
    ghg_unit: z.literal('kgCO2e'),
  }),
);

const counting = z.enum(['inside', 'beside', 'untold']);

export const usageSchema = z.strictObject({
  schema: z.literal('ai-footprint/usage/1'),
  log: z.strictObject({
    files: z.array(text),
    reader: z.strictObject({ id: text, source: text, year: count, caveat: nullable(text) }),
    counting: described(
      nullable(z.strictObject({ cached: counting, reasoning: counting })),
      'Whether the source counts cached tokens inside its input, and reasoning inside its output; null of an export of costs.',
    ),
    records: count,
    rows: count,
    first: described(nullable(text), 'First day, in UTC.'),
    last: nullable(text),
    undated: count,
    repeated: described(count, 'Copies of rows that count once.'),
    differing: described(
      count,
      'Sums of calls read more than once with different figures, of which the fullest counts.',
    ),
    refused: z.array(
      z.strictObject({
        fault: z.enum(faults),
        rows: count,
        first: nullable(z.strictObject({ file: text, line: count })),
      }),
    ),
    calls_per: described(
      z.optional(
        z.array(
          z.strictObject({
            kind: z.enum(threadKinds),
            field: described(text, 'That says it, as the publisher or the mapping names it.'),
            caveat: nullable(text),
            count: described(count, 'Conversations, sessions or traces.'),
            calls: described(count, 'That belong to one.'),
            without: described(count, 'Calls that name none.'),
            mean: whole,
            standard_deviation: whole,
            median: nullable(count),
            p95: described(nullable(count), '95 % have at most as many calls.'),
            most: nullable(count),
          }),
        ),
      ),
      'Calls of each conversation, session or trace, those without figures among them; absent without --to-scenario. Not the iterations of a scenario.',
    ),
    unknown: described(z.partialRecord(z.enum(counts), count), 'Rows that do not say a count.'),
    renamed: z.array(z.strictObject({ from: text, to: text })),
    unknown_hosts: z.array(z.strictObject({ name: text, rows: count })),
  }),
  whole: z.strictObject(figures),
  by: z.array(text),
  groups: z.array(
    z.strictObject({
      key: described(z.array(nullable(text)), 'In the order of `by`; null where a row does not say.'),
      ...figures,
      share: described(whole, 'Of the greenhouse gases of the whole, at central values.'),
    }),
  ),
  trend: described(
    z.array(z.strictObject({ month: nullable(text), ...figures })),
    'Empty where all rows stand in one month, or none has a time.',
  ),
  unmapped: z.array(
    z.strictObject({
      kind: z.enum(['model', 'region', 'currency']),
      name: nullable(text),
      rows: count,
      counted,
      amount: described(z.optional(z.number()), 'Of a currency: how much of it is left out.'),
      code: described(nullable(text), 'Of the error that says why.'),
      reason: nullable(text),
      nearest: z.array(text),
    }),
  ),
  plan: described(
    z.optional(
      z.strictObject({
        file: text,
        period: z.enum(periods),
        days: described(whole, 'Of the log, over which the plan is taken; null for a job done once.'),
        left_out: described(count, 'Rows of the log that are in no actual figure: unmapped, or refused.'),
        rows: z.array(
          z.strictObject({
            model: described(nullable(text), 'Null for all of them.'),
            planned: side,
            actual: side,
            ratio: described(range, 'Greenhouse gases, actual over planned, what both share moving together.'),
            bound: described(
              nullable(z.literal('lower')),
              'Lower where rows were left out, which may be of this line: what is actual is at least this, and the ratio is that of the rest.',
            ),
          }),
        ),
      }),
    ),
    'Absent where no plan was asked for.',
  ),
  result: described(
    resultSchema,
    'The rows with figures, as `assess --format json` gives a scenario; a usage a combination of model and place.',
  ),
});

export type JsonMetered = z.infer<typeof usageSchema>;
