/** Shape of `--format json`, as published: `ai-footprint/result/1`. Keys are never renamed or removed. */
import * as z from 'zod/mini';
import {
  boundaryItems,
  criteria,
  differences,
  estimators,
  grades,
  periods,
  phases,
  practiceIds,
  practiceReasons,
  practiceStatuses,
  qualityCodes,
  qualityCriteria,
  statuses,
  tableOmissions,
  unknownReasons,
  type Criterion,
} from '../assessment.ts';
import { described } from './described.ts';
import { verdictShape } from './verdict-schema.ts';
import { workSchemas } from './work-schema.ts';

const text = z.string();
const nullable = z.nullable;
const count = z.int().check(z.minimum(0));

const range = described(
  z.strictObject({ low: z.number(), central: z.number(), high: z.number() }),
  'Central value with its 5-95 % interval.',
);

const work = workSchemas(range);

const impact = z.strictObject({
  unit: text,
  total: described(
    nullable(range),
    'Over the period. Null is unknown. Without what `phases` and `missing` say is unknown.',
  ),
  per_unit: described(nullable(range), 'Per functional unit.'),
  phases: described(
    z.partialRecord(z.enum(phases), nullable(range)),
    'A phase that does not apply is absent; one that is not known is null.',
  ),
  missing: described(z.array(text), 'Usages that are not in the total, because nothing is known of them.'),
  bound: described(
    nullable(z.enum(['lower', 'upper', 'mixed'])),
    'lower: a part is unknown and not in the total. upper: an estimate from money, which overstates.',
  ),
  assumed: described(
    z.array(z.enum(['total', ...phases])),
    'Which figures rest on a value that the scenario did not give.',
  ),
});

export const impactsSchema = z.strictObject(
  Object.fromEntries(criteria.map((criterion) => [criterion, impact])) as Record<Criterion, typeof impact>,
);

const secondOpinion = z.strictObject({
  methods: described(
    z.array(
      z.strictObject({
        method: described(text, 'ai-footprint with its 5-95 % interval; ecologits with its minimum and maximum.'),
        energy_per_request: range,
        energy_unit: z.literal('kWh/request'),
        ghg_per_request: range,
        ghg_unit: z.literal('kgCO2e/request'),
      }),
    ),
    'Facility energy and greenhouse gases of one kept result, its iterations included.',
  ),
  ratio: described(z.number(), 'Central energy of the second method over that of the first.'),
  differences: described(
    z.array(
      z.strictObject({
        cause: z.enum(differences),
        from: nullable(z.number()),
        to: nullable(z.number()),
        factor: described(z.number(), 'Energy after the change over energy before it.'),
      }),
    ),
    'What turns the first into the second, one change after the other; the factors multiply to the ratio.',
  ),
});

const grade = nullable(z.enum(grades));

const reasons = described(
  z.array(
    z.strictObject({
      criterion: z.enum(qualityCriteria),
      grade,
      code: z.enum(qualityCodes),
      value: z.optional(described(z.number(), 'Years, a factor, or usages: see `code`.')),
      source: z.optional(described(text, 'Of the figure that decided.')),
      year: z.optional(z.int()),
      usage: z.optional(described(text, 'That decided.')),
    }),
  ),
  'Why, criterion by criterion. Rules: ai-footprint catalog quality.',
);

const usage = z.strictObject({
  id: text,
  tier: described(nullable(z.int()), '1 measured, 2 from the model, 3 fleet or task average, 4 spend.'),
  estimator: z.enum(estimators),
  requests: described(nullable(range), 'Kept results over the period.'),
  impacts: impactsSchema,
  per_request: described(impactsSchema, 'Of one kept result, its iterations included.'),
  cross_checks: z.array(
    z.strictObject({
      estimator: z.enum(estimators),
      energy_per_request: range,
      unit: z.literal('kWh/request'),
      ratio: described(z.number(), 'Central value over that of the estimator used.'),
    }),
  ),
  unknown: described(z.array(z.enum(unknownReasons)), 'Why a figure is not known.'),
  data_quality: z.strictObject({ grade: described(grade, 'Of its greenhouse gases.'), reasons }),
  rows: described(z.optional(count), 'Rows of a table that this combination adds up.'),
  second_opinion: described(z.optional(secondOpinion), 'A text usage by both methods; with --methods only.'),
  per_work: described(z.optional(work.perWork), 'One picture, second, minute or million tokens; training left out.'),
  scopes: described(z.optional(work.scopes), 'GHG Protocol: 2, 3.1 purchased services, 3.2 capital goods, by phase.'),
  busy: described(z.optional(work.busy), 'Accelerators that would work all the time for these requests.'),
});

const input = z.strictObject({
  path: described(text, 'Where the scenario gives it, or would give it.'),
  input: described(text, 'Name of the quantity in the method.'),
  value: range,
  unit: text,
  status: z.enum(statuses),
  source: described(text, 'Source id (ai-footprint catalog sources), or `scenario`.'),
  year: nullable(z.int()),
  usages: described(count, 'How many usages share it.'),
  width_share: described(nullable(z.number()), 'Share of the width of the GHG interval.'),
  note: z.optional(text),
});

const setting = described(
  nullable(z.union([text, range])),
  'A place or a model by name; prompts a result, tokens or a divisor as a range. Null is not stated.',
);

const byCriterion = <Schema extends z.ZodMiniType>(schema: Schema) => z.partialRecord(z.enum(criteria), schema);

const practices = z.strictObject({
  items: described(
    z.array(
      z.strictObject({
        id: z.enum(practiceIds),
        suggested: described(z.boolean(), 'By the catalogue, not stated by the scenario.'),
        from: setting,
        to: setting,
        usages: z.array(
          z.strictObject({
            usage: text,
            status: z.enum(practiceStatuses),
            suggested: z.boolean(),
            reason: nullable(z.enum(practiceReasons)),
            named: nullable(text),
            from: setting,
            to: setting,
            share: described(z.number(), 'Part of the requests that it reaches.'),
            retry: described(z.number(), 'Part of those that the model of today is asked for again.'),
            quality: described(nullable(range), 'As stated; never computed.'),
            inputs: described(z.array(input), 'What it puts in the place of the inputs of today.'),
          }),
        ),
        alone: described(nullable(impact), 'Greenhouse gases with this practice and no other.'),
        path: described(nullable(impact), 'Greenhouse gases with this practice and those before it.'),
        share: described(nullable(z.number()), 'Fair share of the cut of all practices: the Shapley value.'),
        shares: described(byCriterion(z.number()), 'The same for every criterion.'),
        alone_factors: described(byCriterion(range), 'This practice alone: after over before.'),
        step_factor: described(
          nullable(range),
          'On top of the practices before it: greenhouse gases after over before.',
        ),
      }),
    ),
    'In the order of the path.',
  ),
  all: z.strictObject({
    impacts: impactsSchema,
    divided_by: described(nullable(range), 'Greenhouse gases before over after all practices.'),
    divided_by_criterion: byCriterion(range),
    rebound: described(nullable(range), 'Growth of usage at which the gain is gone, as a part of today.'),
  }),
  burden_shifts: described(
    z.array(
      z.strictObject({
        practice: z.enum([...practiceIds, 'all']),
        criterion: z.enum(criteria),
        factor: described(range, 'After over before.'),
      }),
    ),
    'Greenhouse gases fall, and this criterion rises.',
  ),
});

const verdict = verdictShape({
  range,
  quality: z.strictObject({ grade: described(grade, 'Of the verdict.'), reasons }),
});

export const resultSchema = z.strictObject({
  schema: z.literal('ai-footprint/result/1'),
  tool: z.strictObject({ version: text, method: text, data_version: text }),
  scenario: z.strictObject({
    name: text,
    sha256: text,
    functional_unit: text,
    volume: nullable(range),
    period: z.enum(periods),
  }),
  baseline: z.strictObject({
    impacts: impactsSchema,
    usages: z.array(usage),
    market_based: described(
      z.optional(z.strictObject({ unit: z.literal('kgCO2e'), operation: range, operation_by_place: range })),
      'Greenhouse gases of electricity by contract, of the usages that give one; the impacts count the place.',
    ),
    table: described(
      z.optional(
        z.strictObject({
          file: described(text, 'From the folder of the scenario.'),
          rows: count,
          combinations: described(count, 'Rows that differ in plain numbers alone are one usage here.'),
          not_computed: described(z.array(z.enum(tableOmissions)), 'What a result of a table goes without.'),
        }),
      ),
      'Absent where the scenario lists its usages.',
    ),
  }),
  training: described(z.optional(work.training), 'Training beside use.'),
  sci: described(z.optional(work.sci), 'Software Carbon Intensity of a functional unit, training left out.'),
  projection: described(z.optional(work.projection), 'The years of the horizon; the first is the scenario as it is.'),
  practices: described(nullable(practices), 'Null where none is stated, suggested or asked for.'),
  verdict: described(
    z.optional(verdict),
    'Value against impact; absent where no value is stated and none was asked for.',
  ),
  uncertainty: described(
    z.strictObject({ method: z.enum(['draws', 'propagation']), samples: count, seed: nullable(z.int()) }),
    'How the intervals were made: draws from a seed, or propagation of error where there are too many usages.',
  ),
  carbon_price: z.strictObject({ value: range, unit: text, source: text, assumed: z.boolean() }),
  equivalents: z.array(
    z.strictObject({
      id: text,
      label: text,
      unit: text,
      amount: range,
      factor: z.number(),
      factor_unit: text,
      source: text,
      year: z.int(),
    }),
  ),
  assumptions: described(z.array(input), 'Every value that the scenario does not give.'),
  inputs: described(z.array(input), 'Every value that it gives.'),
  measure_next: described(
    nullable(
      z.strictObject({
        path: text,
        input: text,
        narrows: described(
          z.number(),
          'Part of the width of the GHG interval, high over low on a logarithmic scale, that goes when it is known.',
        ),
      }),
    ),
    'The assumed input whose knowledge would narrow the interval most. Null where none would be seen in it.',
  ),
  data_quality: z.strictObject({
    grade: described(grade, 'A (best) to E, of the greenhouse gases. Null where nothing is estimated.'),
    reasons,
    given: count,
    assumed: count,
    assumed_width: described(
      nullable(z.number()),
      'Share of the width of the GHG interval that the assumptions carry.',
    ),
  }),
  warnings: z.array(z.strictObject({ code: text, message: text, path: text })),
  boundary: z.strictObject({
    counted: z.array(z.enum(boundaryItems)),
    unknown: described(z.array(z.enum(boundaryItems)), 'Should be counted, and no figure is known.'),
    not_counted: z.array(z.enum(boundaryItems)),
  }),
});

export type JsonResult = z.infer<typeof resultSchema>;
export type JsonImpact = z.infer<typeof impact>;
export type JsonImpacts = z.infer<typeof impactsSchema>;
export type JsonUsage = z.infer<typeof usage>;
export type JsonVerdict = z.infer<typeof verdict>;
export type JsonPractices = z.infer<typeof practices>;
export type JsonInput = z.infer<typeof input>;

/** What several files give. */
export interface JsonResults {
  readonly schema: 'ai-footprint/results/1';
  readonly results: readonly JsonResult[];
}
