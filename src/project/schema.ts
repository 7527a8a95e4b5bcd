/** The shape of ai-footprint.config.yaml. `z.toJSONSchema` of this is what an editor needs; the words come afterwards. */
import * as z from 'zod/mini';
import { criteria, grades, type Criterion } from '../assessment.ts';
import { judges, levels, verdictCodes } from '../verdict/budget/types.ts';

const optional = z.optional;
const text = z.string();
const names = z.union([text, z.array(text).check(z.minLength(1))]);

function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  const own = z.clone(schema);
  z.globalRegistry.add(own, { description });
  return own;
}

/** Every criterion, over the period and per functional unit. */
export const impactKeys = criteria.flatMap((criterion) => [criterion, `${criterion}_per_unit`] as const);
export type ImpactKey = Criterion | `${Criterion}_per_unit`;

const impacts = (description: string) =>
  Object.fromEntries(impactKeys.map((key) => [key, optional(described(text, description))])) as Record<
    ImpactKey,
    z.ZodMiniOptional<typeof text>
  >;

const selectors = {
  scenario: optional(described(names, 'Files or names of scenarios, * for any text. Absent: every scenario.')),
  usage: optional(described(names, 'Ids of usages, * for any text. Absent: the whole scenario.')),
};

const change = z.strictObject({
  ...impacts('Largest change against the lock, such as "+10 %".'),
  floor: described(text, 'A smaller increase never fails, such as "5 kgCO2e/year".'),
});

const budget = z.strictObject({
  ...impacts('The most, with its unit: "500 kgCO2e/year", "3 gCO2e" per unit, "12 kgCO2e" for a job done once.'),
  change: optional(change),
  assumed_width: optional(
    described(z.union([z.number(), text]), 'Largest share of the width that assumed inputs carry.'),
  ),
  data_quality: optional(described(z.enum(grades), 'The worst grade that passes.')),
  verdict: optional(described(z.array(z.enum(verdictCodes)).check(z.minLength(1)), 'The verdicts that pass.')),
  id: optional(described(text, 'A name of its own, for waivers and reports.')),
  level: optional(described(z.enum(levels), 'error fails (default), warn reports, off is not judged.')),
  message: optional(described(text, 'What to do when it is exceeded.')),
  ...selectors,
});

const waiver = z.strictObject({
  budget: described(text, 'Id of a budget, or its key: water, ghg_per_unit, change.'),
  ...selectors,
  owner: text,
  reason: text,
  expires: described(text, 'Last day on which it holds, YYYY-MM-DD.'),
});

export const configSchema = z.strictObject({
  scenarios: described(
    z.array(text).check(z.minLength(1)),
    'Files from the folder of this file; *, **, ? and {a,b} work, ! leaves out.',
  ),
  lock: optional(described(text, 'The saved baseline; ai-footprint.lock.json when absent.')),
  catalog: optional(
    described(text, 'Own models, regions and factors, added to the shipped ones; --catalog goes before it.'),
  ),
  judge: optional(described(z.enum(judges), 'What of the interval is held against a limit; range when absent.')),
  budgets: z.array(budget).check(z.minLength(1)),
  waivers: optional(z.array(waiver)),
});

const keysOf = (schema: { readonly shape: object }): readonly string[] => Object.keys(schema.shape);

export const knownKeys = {
  config: keysOf(configSchema),
  budget: keysOf(budget),
  change: keysOf(change),
  waiver: keysOf(waiver),
} as const;

/** Keys that say what a budget limits: exactly one of them stands in each. */
export const limitKeys = [...impactKeys, 'change', 'assumed_width', 'data_quality', 'verdict'] as const;
