/** Rows of models.yaml. */
import * as z from 'zod/mini';
import type { Figure, Model } from '../types.ts';
import { columns, type Column } from './columns.ts';
import {
  compileFigure,
  confidences,
  figure,
  figureOrRange,
  round,
  RowError,
  text,
  year,
  type RawFigure,
  type SourceLookup,
} from './figure.ts';

const size = z.nullable(
  z.union([z.number().check(z.positive()), z.tuple([z.number().check(z.positive()), z.number().check(z.positive())])]),
);
const amounts = z.record(z.string(), z.number());
const modality = z.enum(['text', 'image', 'video', 'audio', 'pdf', 'file', 'embedding', 'score']);

const count = z.int().check(z.positive());
const provenance = { year, source: text, confidence: z.optional(z.enum(confidences)), place: z.optional(text) };

/** Published facts of any name, with their provenance. */
const facts = z.looseObject({ year, source: text });

export const modelRow = z.strictObject({
  id: z.string().check(z.regex(/^[^/\s]+\/\S+$/)),
  aliases: z.optional(z.array(z.string().check(z.regex(/^\S+$/)))),
  provider: text,
  kind: z.enum(['text', 'image', 'video', 'audio', 'embedding']),
  modalities: z.optional(z.strictObject({ input: z.array(modality), output: z.array(modality) })),
  weights: z.enum(['open', 'closed']),
  parameters: z.strictObject({
    total: size,
    active: size,
    architecture: z.enum(['dense', 'moe', 'diffusion', 'encoder', 'encoder-decoder', 'undisclosed']),
    basis: z.enum(['published', 'estimate', 'undisclosed']),
    source: z.optional(text),
    year: z.optional(year),
    confidence: z.optional(z.enum(confidences)),
    place: z.optional(text),
  }),
  bits: z.optional(figure),
  /** Experts of a layer, and how many a token calls, as the maker published them. */
  experts: z.optional(z.strictObject({ ...provenance, total: count, used: count })),
  /** What a conversation keeps in memory by the layers of the model: bytes a token, and bytes in all. */
  memory: z.optional(
    z.strictObject({ ...provenance, cache: z.number().check(z.positive()), state: z.number().check(z.nonnegative()) }),
  ),
  parallel_samples: z.optional(figureOrRange),
  real_time_factor: z.optional(figure),
  reasoning_tokens: z.optional(figure),
  context_tokens: z.nullable(z.int().check(z.positive())),
  released: z.string().check(z.regex(/^\d{4}-\d{2}(-\d{2})?$/)),
  hosting: text,
  diffusion: z.optional(amounts),
  measured: z.optional(facts),
  training: z.optional(facts),
  /** Registries that list the model, with its key there. */
  listed: z.optional(z.record(z.string(), z.nullable(text))),
  note: z.optional(text),
});

type ModelRow = z.infer<typeof modelRow>;
type Provenance = Omit<RawFigure, 'value' | 'low' | 'high' | 'note'> & { readonly place?: string | undefined };

export interface ModelContext {
  readonly sources: SourceLookup;
  readonly hasProvider: (id: string) => boolean;
}

export function compileModel(row: ModelRow, { sources, hasProvider }: ModelContext): Model {
  if (!hasProvider(row.hosting)) throw new RowError(`unknown hosting "${row.hosting}"`);
  for (const id of [row.measured?.source, row.training?.source, ...Object.keys(row.listed ?? {})]) {
    if (id !== undefined && !sources(id)) throw new RowError(`unknown source "${id}"`);
  }
  const total = compileSize(row, 'total', sources);
  const active = compileSize(row, 'active', sources);
  if (total && active && (active.value > total.value || active.high > total.high))
    throw new RowError('more active than total parameters');
  if (row.experts && total && active && row.experts.used / row.experts.total > active.high / total.low)
    throw new RowError('a token calls more of the experts than there are active parameters');
  return {
    id: row.id,
    aliases: row.aliases ?? [],
    provider: row.provider,
    kind: row.kind,
    weights: row.weights,
    architecture: row.parameters.architecture,
    total_parameters: total,
    active_parameters: active,
    ...(row.bits ? { bits: compileFigure(row.bits, columns.models.bits, sources) } : {}),
    ...compileLayers(row, sources),
    ...(row.parallel_samples ? { parallel_samples: compileSamples(row.parallel_samples, sources) } : {}),
    ...(row.real_time_factor
      ? { real_time_factor: compileFigure(row.real_time_factor, columns.models.real_time_factor, sources) }
      : {}),
    ...(row.reasoning_tokens
      ? { reasoning_tokens: compileFigure(row.reasoning_tokens, columns.models.reasoning_tokens, sources) }
      : {}),
    ...(row.kind === 'audio' && row.modalities?.output.includes('audio') ? { spoken: true } : {}),
    context_tokens: row.context_tokens,
    released: row.released,
    hosting: row.hosting,
    ...(row.measured ? { measured: row.measured } : {}),
    ...(row.diffusion ? { diffusion: row.diffusion } : {}),
    ...(row.training ? { training: row.training } : {}),
    ...(row.note === undefined ? {} : { note: row.note }),
  };
}

/** Facts of the layers: experts, cache and state. */
function compileLayers({ experts, memory }: ModelRow, sources: SourceLookup): Partial<Model> {
  if (experts && experts.used >= experts.total) throw new RowError('a token calls all experts');
  const figure = (name: 'experts' | 'experts_used' | 'cache' | 'state', from: Provenance, value: number): Figure => {
    const { source, year: of, confidence, place: note } = from;
    return compileFigure({ value, source, year: of, confidence, note }, columns.models[name], sources);
  };
  return {
    ...(experts
      ? {
          experts: figure('experts', experts, experts.total),
          experts_used: figure('experts_used', experts, experts.used),
        }
      : {}),
    ...(memory ? { cache: figure('cache', memory, memory.cache), state: figure('state', memory, memory.state) } : {}),
  };
}

/** A size is a number, or [low, high] whose value is the geometric mean: guesses differ by factors. */
function compileSize({ parameters }: ModelRow, name: 'total' | 'active', sources: SourceLookup): Figure | null {
  const written = parameters[name];
  if (written === null) return null;
  const { source, year: of, confidence } = parameters;
  if (source === undefined || of === undefined) throw new RowError(`"${name}" needs a source and a year`);
  const range = typeof written === 'number' ? { value: written } : geometric(written[0], written[1]);
  return compileFigure({ ...range, source, year: of, confidence }, columns.models[name], sources);
}

function compileSamples(raw: NonNullable<ModelRow['parallel_samples']>, sources: SourceLookup): Figure {
  const column: Column = columns.models.parallel_samples;
  if (raw.value !== undefined || raw.low === undefined || raw.high === undefined)
    return compileFigure(raw, column, sources);
  return compileFigure({ ...raw, ...geometric(raw.low, raw.high) }, column, sources);
}

const geometric = (low: number, high: number): { low: number; value: number; high: number } => ({
  low,
  value: round(Math.sqrt(low * high)),
  high,
});
