/**
 * The shape of a scenario file: which keys, and which kind of value each takes. What the values say (units, bounds,
 * sums) is read afterwards. `z.toJSONSchema` of this is what an editor needs.
 */
import * as z from 'zod/mini';
import { budgetShape, valueShapes } from './value-shape.ts';
import { trainingShapes } from './training-schema.ts';
import { workShapes } from './work-schema.ts';

const optional = z.optional;
const text = z.string();
const numeric = z.union([z.number(), text]);
/** One for all fields: each schema that is made costs a start a fiftieth of a millisecond. */
const optionalText = optional(text);
const optionalNumeric = optional(numeric);

const quantity = z.union([
  z.number(),
  text,
  z.strictObject({
    value: optionalNumeric,
    low: optionalNumeric,
    high: optionalNumeric,
    unit: optionalText,
    source: optionalText,
  }),
]);

const optionalQuantity = optional(quantity);

const gridFigures = z.strictObject({
  intensity: optionalQuantity,
  water: optionalQuantity,
  adpe: optionalQuantity,
  primary_energy: optionalQuantity,
  basis: optional(z.enum(['location', 'market'])),
});

const place = z.strictObject({
  region: optionalText,
  grid: optional(z.union([text, gridFigures])),
  share: quantity,
});

const places = z.array(place).check(z.minLength(1));

const work = workShapes(quantity);

const model = z.strictObject({
  name: optionalText,
  modality: optional(z.enum(['text', 'image', 'video', 'audio', 'embedding'])),
  total_parameters: quantity,
  active_parameters: optionalQuantity,
  experts: optionalQuantity,
  experts_used: optionalQuantity,
  cache: optionalQuantity,
  state: optionalQuantity,
  bits: optionalQuantity,
});

const tokens = z.strictObject({
  input: optionalQuantity,
  output: optionalQuantity,
  reasoning: optionalQuantity,
  cached_input: optionalQuantity,
  cached_share: optionalQuantity,
  input_images: optionalQuantity,
});

const measured = z.strictObject({
  energy: optionalQuantity,
  ghg: optionalQuantity,
  water: optionalQuantity,
  boundary: optional(z.enum(['gpu', 'server', 'facility'])),
});

const fleet = z.strictObject({
  accelerator: text,
  count: quantity,
  utilisation: optionalQuantity,
  hours: optionalQuantity,
  share: optionalQuantity,
  servers: optionalQuantity,
  lifetime: optionalQuantity,
  reused: optionalQuantity,
});

const serving = z.strictObject({
  accelerator: optionalText,
  accelerators: optionalQuantity,
  batch: optionalQuantity,
  bits: optionalQuantity,
  idle: optionalQuantity,
  host: optionalQuantity,
  tokens_per_second: optionalQuantity,
  time_per_output_token: optionalQuantity,
  latency: optionalQuantity,
  utilisation: optionalQuantity,
  mode: optional(z.enum(['online', 'batch'])),
});

const spend = z.strictObject({ amount: quantity, sector: optionalText });

const locationPractice = z.strictObject({
  region: optionalText,
  grid: optional(z.union([text, gridFigures])),
  pue: optionalQuantity,
  wue: optionalQuantity,
  share: optionalQuantity,
});

const iterationsPractice = z.strictObject({
  to: optionalQuantity,
  by: optionalQuantity,
  divide: optionalQuantity,
  share: optionalQuantity,
});

const outputPractice = z.strictObject({
  tokens: optionalQuantity,
  by: optionalQuantity,
  width: optionalQuantity,
  height: optionalQuantity,
  steps: optionalQuantity,
  seconds: optionalQuantity,
  share: optionalQuantity,
});

const modelPractice = z.strictObject({
  use: optional(z.union([text, model])),
  divide: optionalQuantity,
  quality: optionalQuantity,
  retry: optionalQuantity,
  share: optionalQuantity,
});

/** A practice, or the word that refuses it. */
const orNone = <Schema extends z.ZodMiniType>(schema: Schema) => optional(z.union([schema, z.literal('none')]));

const practices = z.strictObject({
  location: orNone(locationPractice),
  iterations: orNone(iterationsPractice),
  output: orNone(outputPractice),
  model: orNone(modelPractice),
});

const names = z.array(text).check(z.minLength(1));

const keep = z.strictObject({
  provider: optional(z.union([text, z.literal(true)])),
  continent: optionalText,
  tier: optionalText,
  regions: optional(names),
  models: optional(names),
});

/** What `defaults` may hold: all of a usage but what tells it from the others. */
const shared = {
  model: optional(z.union([text, model])),
  provider: optionalText,
  region: optional(z.union([text, places])),
  grid: optional(z.union([text, gridFigures, places])),
  pue: optionalQuantity,
  wue: optionalQuantity,
  requests: optionalQuantity,
  users: optionalQuantity,
  iterations: optionalQuantity,
  tokens: optional(tokens),
  task: optionalText,
  measured: optional(measured),
  fleet: optional(fleet),
  spend: optional(z.union([text, spend])),
  serving: optional(serving),
  images: optional(work.images),
  video: optional(work.video),
  audio: optional(work.audio),
  embeddings: optional(work.embeddings),
  agent: optional(work.agent),
  turns: optionalQuantity,
  context_tokens: optionalQuantity,
  data: optional(work.data),
  hosting: optional(z.enum(['service', 'cloud', 'own'])),
  growth: optionalQuantity,
  tags: optional(names),
  practices: optional(practices),
  keep: optional(keep),
};

const { value, ...valueParts } = valueShapes(quantity);
/** One price of carbon a scenario, so none in a usage. */
const usageValue = z.omit(value, { carbon_price: true });
const budget = budgetShape(quantity);

const trained = trainingShapes({
  quantity,
  region: z.union([text, places]),
  grid: z.union([text, gridFigures, places]),
});

const functionalUnit = z.strictObject({ name: text, volume: optionalQuantity });

const usage = z.strictObject({
  id: text,
  description: optionalText,
  ...shared,
  value: optional(usageValue),
});

const tableColumn = z.union([text, z.strictObject({ column: text, unit: optionalText })]);

/** Usages that stand in a file of their own, one row a usage. */
const table = z.strictObject({
  from: text,
  delimiter: optional(z.enum([',', ';', '\t', '|'])),
  columns: z.record(text, z.union([tableColumn, z.record(text, tableColumn)])),
});

export const scenarioSchema = z.strictObject({
  name: text,
  description: optionalText,
  extends: optionalText,
  period: optional(z.enum(['year', 'month', 'week', 'day', 'once'])),
  functional_unit: optional(functionalUnit),
  carbon_price: optionalQuantity,
  training: optional(trained.training),
  growth: optionalQuantity,
  grid_trend: optionalQuantity,
  horizon: optionalQuantity,
  practices: optional(practices),
  value: optional(value),
  budget: optional(budget),
  defaults: optional(z.strictObject(shared)),
  usages: z.union([z.array(usage).check(z.minLength(1)), table]),
});

const keysOf = (schema: { readonly shape: object }): readonly string[] => Object.keys(schema.shape);

/** Known keys by the kind of owner, for the words of an error. */
export const knownKeys = {
  scenario: keysOf(scenarioSchema),
  usage: keysOf(usage),
  table: keysOf(table),
  defaults: Object.keys(shared),
  functional_unit: keysOf(functionalUnit),
  model: keysOf(model),
  tokens: keysOf(tokens),
  measured: keysOf(measured),
  fleet: keysOf(fleet),
  training: keysOf(trained.run),
  serving: keysOf(serving),
  images: keysOf(work.images),
  video: keysOf(work.video),
  audio: keysOf(work.audio),
  embeddings: keysOf(work.embeddings),
  agent: keysOf(work.agent),
  data: keysOf(work.data),
  spend: keysOf(spend),
  grid: keysOf(gridFigures),
  place: keysOf(place),
  practices: keysOf(practices),
  'practices.location': keysOf(locationPractice),
  'practices.iterations': keysOf(iterationsPractice),
  'practices.output': keysOf(outputPractice),
  'practices.model': keysOf(modelPractice),
  keep: keysOf(keep),
  value: keysOf(value),
  'value.alternatives': keysOf(valueParts.alternative),
  'value.avoided': keysOf(valueParts.avoided),
  'value.economic': keysOf(valueParts.economic),
  'value.social': keysOf(valueParts.social),
  budget: keysOf(budget),
  quantity: ['value', 'low', 'high', 'unit', 'source'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Owner = keyof typeof knownKeys;

/** Fields of the format that this version does not compute yet: refused by name, never ignored. */
export const notComputedYet: Readonly<Partial<Record<Owner, readonly string[]>>> = {
  scenario: [],
  keep: ['max_latency'],
};

/** What to write instead of a field that is not computed. */
export const insteadOf: Readonly<Partial<Record<string, string>>> = {
  max_latency:
    'the catalogue holds no latencies: name the regions that are near enough, "regions: [azure/swedencentral]"',
};
