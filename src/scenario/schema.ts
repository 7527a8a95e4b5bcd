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

const quantity = z.union([
  z.number(),
  text,
  z.strictObject({
    value: optional(numeric),
    low: optional(numeric),
    high: optional(numeric),
    unit: optional(text),
    source: optional(text),
  }),
]);

const gridFigures = z.strictObject({
  intensity: optional(quantity),
  water: optional(quantity),
  adpe: optional(quantity),
  primary_energy: optional(quantity),
  basis: optional(z.enum(['location', 'market'])),
});

const place = z.strictObject({
  region: optional(text),
  grid: optional(z.union([text, gridFigures])),
  share: quantity,
});

const places = z.array(place).check(z.minLength(1));

const work = workShapes(quantity);

const model = z.strictObject({
  name: optional(text),
  modality: optional(z.enum(['text', 'image', 'video', 'audio', 'embedding'])),
  total_parameters: quantity,
  active_parameters: optional(quantity),
  experts: optional(quantity),
  experts_used: optional(quantity),
  cache: optional(quantity),
  state: optional(quantity),
  bits: optional(quantity),
});

const tokens = z.strictObject({
  input: optional(quantity),
  output: optional(quantity),
  reasoning: optional(quantity),
  cached_input: optional(quantity),
  cached_share: optional(quantity),
  input_images: optional(quantity),
});

const measured = z.strictObject({
  energy: optional(quantity),
  ghg: optional(quantity),
  water: optional(quantity),
  boundary: optional(z.enum(['gpu', 'server', 'facility'])),
});

const fleet = z.strictObject({
  accelerator: text,
  count: quantity,
  utilisation: optional(quantity),
  hours: optional(quantity),
  share: optional(quantity),
  servers: optional(quantity),
  lifetime: optional(quantity),
  reused: optional(quantity),
});

const serving = z.strictObject({
  accelerator: optional(text),
  accelerators: optional(quantity),
  batch: optional(quantity),
  bits: optional(quantity),
  idle: optional(quantity),
  host: optional(quantity),
  tokens_per_second: optional(quantity),
  time_per_output_token: optional(quantity),
  latency: optional(quantity),
  utilisation: optional(quantity),
  mode: optional(z.enum(['online', 'batch'])),
});

const spend = z.strictObject({ amount: quantity, sector: optional(text) });

const share = optional(quantity);

const locationPractice = z.strictObject({
  region: optional(text),
  grid: optional(z.union([text, gridFigures])),
  pue: optional(quantity),
  wue: optional(quantity),
  share,
});

const iterationsPractice = z.strictObject({
  to: optional(quantity),
  by: optional(quantity),
  divide: optional(quantity),
  share,
});

const outputPractice = z.strictObject({
  tokens: optional(quantity),
  by: optional(quantity),
  width: optional(quantity),
  height: optional(quantity),
  steps: optional(quantity),
  seconds: optional(quantity),
  share,
});

const modelPractice = z.strictObject({
  use: optional(z.union([text, model])),
  divide: optional(quantity),
  quality: optional(quantity),
  retry: optional(quantity),
  share,
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
  continent: optional(text),
  tier: optional(text),
  regions: optional(names),
  models: optional(names),
});

/** What `defaults` may hold: all of a usage but what tells it from the others. */
const shared = {
  model: optional(z.union([text, model])),
  provider: optional(text),
  region: optional(z.union([text, places])),
  grid: optional(z.union([text, gridFigures, places])),
  pue: optional(quantity),
  wue: optional(quantity),
  requests: optional(quantity),
  users: optional(quantity),
  iterations: optional(quantity),
  tokens: optional(tokens),
  task: optional(text),
  measured: optional(measured),
  fleet: optional(fleet),
  spend: optional(z.union([text, spend])),
  serving: optional(serving),
  images: optional(work.images),
  video: optional(work.video),
  audio: optional(work.audio),
  embeddings: optional(work.embeddings),
  agent: optional(work.agent),
  turns: optional(quantity),
  context_tokens: optional(quantity),
  data: optional(work.data),
  hosting: optional(z.enum(['service', 'cloud', 'own'])),
  growth: optional(quantity),
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

const functionalUnit = z.strictObject({ name: text, volume: optional(quantity) });

const usage = z.strictObject({
  id: text,
  description: optional(text),
  ...shared,
  value: optional(usageValue),
});

const tableColumn = z.union([text, z.strictObject({ column: text, unit: optional(text) })]);

/** Usages that stand in a file of their own, one row a usage. */
const table = z.strictObject({
  from: text,
  delimiter: optional(z.enum([',', ';', '\t', '|'])),
  columns: z.record(text, z.union([tableColumn, z.record(text, tableColumn)])),
});

export const scenarioSchema = z.strictObject({
  name: text,
  description: optional(text),
  extends: optional(text),
  period: optional(z.enum(['year', 'month', 'week', 'day', 'once'])),
  functional_unit: optional(functionalUnit),
  carbon_price: optional(quantity),
  training: optional(trained.training),
  growth: optional(quantity),
  grid_trend: optional(quantity),
  horizon: optional(quantity),
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
