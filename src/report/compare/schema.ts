/** Shape of `compare --format json`, as published: `ai-footprint/compare/1`. Keys are never renamed or removed. */
import * as z from 'zod/mini';
import { criteria, grades, groupings, periods, sortings, verdictCodes } from '../../assessment.ts';
import { described } from '../described.ts';

const text = z.string();
const nullable = z.nullable;
const count = z.int().check(z.minimum(0));

const range = z.strictObject({ low: z.number(), central: z.number(), high: z.number() });
const criterion = z.enum(criteria);

const intervals = z.strictObject({
  method: z.enum(['draws', 'propagation']),
  samples: count,
  seed: nullable(count),
});

const bound = described(
  nullable(z.enum(['lower', 'upper', 'mixed'])),
  'lower: a part is unknown and not in the total. upper: an estimate from money, which overstates.',
);

const figure = z.strictObject({
  unit: text,
  total: described(nullable(range), 'Over the period, with its 5-95 % interval. Null is unknown.'),
  per_unit: described(nullable(range), 'Of a functional unit; null where it is unknown, or refused by the section.'),
  bound,
  missing: described(z.array(text), 'Usages that are not in the total, because nothing is known of them.'),
  share: described(nullable(z.number()), 'Of all scenarios of the section, at central values.'),
  difference: described(nullable(range), 'This row less the baseline, on common draws.'),
  ratio: described(nullable(range), 'This row over the baseline, on common draws.'),
});

const row = z.strictObject({
  rank: count,
  name: described(nullable(text), 'Null for what has no model, no place, no tag.'),
  holds: z.strictObject({
    scenarios: z.array(text),
    files: z.array(text),
    usages: z.array(text),
    models: z.array(text),
    regions: z.array(text),
    tags: z.array(text),
  }),
  data_quality: described(nullable(z.enum(grades)), 'Null where nothing is estimated, or where parts are compared.'),
  verdict: nullable(z.enum(verdictCodes)),
  worth: described(
    nullable(
      z.strictObject({
        currency: nullable(text),
        cost: nullable(z.number()),
        benefit: nullable(z.number()),
        avoided: described(nullable(z.number()), 'kgCO2e'),
        social: nullable(z.number()),
      }),
    ),
    'What the scenario states that it costs and brings over the period, at central values.',
  ),
  dominated_by: described(
    nullable(text),
    'Another row that has, per functional unit, no more impact and cost and no less value, and is better by one.',
  ),
  is_baseline: z.boolean(),
  figures: z.partialRecord(criterion, figure),
});

const section = z.strictObject({
  period: z.enum(periods),
  unit: described(text, 'Of the criterion that is ranked.'),
  functional_unit: described(nullable(text), 'Null where figures per unit are refused.'),
  per_unit_refused: nullable(
    z.strictObject({ reason: z.enum(['mixed-units', 'several-scenarios']), units: z.array(text) }),
  ),
  whole: described(
    z.partialRecord(criterion, z.strictObject({ central: nullable(z.number()), bound })),
    'Sum of all scenarios, at central values.',
  ),
  baseline: described(nullable(text), 'Name of the row that the others are held against.'),
  concentration: described(
    nullable(z.strictObject({ rows: count, of: count, share: z.number() })),
    'The fewest rows that make four fifths of the sum of all rows.',
  ),
  overlapping: described(z.boolean(), 'Usages stand in several rows, so that the shares add up to more than 1.'),
  compared_by: described(z.array(z.enum(['cost', 'value'])), 'Axes of `dominated_by`, beside the impact.'),
  rows_in_all: count,
  rows_kept: described(count, 'Rows that keep the condition; `rows` holds the first `top` of them.'),
  rest_share: described(nullable(z.number()), 'Of the whole: rows that are kept and not listed.'),
  rows: z.array(row),
});

export const rankingSchema = z.strictObject({
  schema: z.literal('ai-footprint/compare/1'),
  tool: z.strictObject({ version: text, method: text, data_version: text }),
  by: z.enum(groupings),
  criterion,
  sort: z.enum(sortings),
  reverse: z.boolean(),
  where: nullable(text),
  top: nullable(count),
  baseline: nullable(text),
  scenarios: count,
  uncertainty: described(intervals, 'How the interval of a scenario is made, but for those in "propagated".'),
  propagated: described(z.array(text), 'Files whose intervals are propagated though draws were asked for.'),
  uncertainty_together: described(intervals, 'The same of differences, and of sums over several scenarios.'),
  sections: described(z.array(section), 'One for each period, and currency where money is ranked.'),
});

export type JsonRanking = z.infer<typeof rankingSchema>;
export type JsonRankedRow = z.infer<typeof row>;
