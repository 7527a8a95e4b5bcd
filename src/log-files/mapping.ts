/** A mapping of one's own -> a reader: which field of a csv or of JSON is which number. */
import * as z from 'zod/mini';
import { nearestNames } from '../catalog/nearest.ts';
import { InputError } from '../errors.ts';
import { Findings } from '../scenario/findings.ts';
import { readDocument } from '../scenario/text/document.ts';
import { coalesce, field, literal, pathOf, subtract } from '../usage-log/expressions.ts';
import {
  names,
  threadKinds,
  timeKeys,
  type Counting,
  type Expression,
  type Reader,
  type TimeUnit,
} from '../usage-log/types.ts';

const text = z.string().check(z.minLength(1));
const optional = z.optional;

const timeUnits = ['iso', 's', 'ms', 'us', 'ns'] as const satisfies readonly TimeUnit[];

const mappingSchema = z.strictObject({
  name: optional(text),
  rows: optional(text),
  only: optional(z.strictObject({ field: text, equals: text })),
  identity: optional(text),
  time: optional(z.union([text, z.strictObject({ field: text, unit: z.enum(timeUnits) })])),
  model: text,
  provider: optional(text),
  region: optional(text),
  requests: optional(text),
  tokens: z.strictObject({
    input: optional(text),
    cached_input: optional(text),
    output: optional(text),
    reasoning: optional(text),
  }),
  input_holds_cached: optional(z.boolean()),
  output_holds_reasoning: optional(z.boolean()),
  conversation: optional(text),
  session: optional(text),
  trace: optional(text),
  labels: optional(z.record(text, text)),
});
type Mapping = z.infer<typeof mappingSchema>;

const known = {
  mapping: Object.keys(mappingSchema.shape),
  tokens: Object.keys(mappingSchema.shape.tokens.shape),
  time: ['field', 'unit'],
  only: ['field', 'equals'],
} as const;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const part of path) {
    if (!isMap(found) || !Object.hasOwn(found, part)) return undefined;
    found = found[String(part)];
  }
  return found;
}

function checkShape(value: unknown, findings: Findings): Mapping | undefined {
  const parsed = mappingSchema.safeParse(value);
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const last = String(path.at(-1) ?? '');
    const owner = path.length === 0 ? 'the mapping' : `"${path.join('.')}"`;
    const found = valueAt(value, path);
    if (issue.code === 'unrecognized_keys') {
      const keys = known[last === 'tokens' || last === 'time' || last === 'only' ? last : 'mapping'];
      for (const key of issue.keys)
        findings.report(
          'unknown-key',
          { owner, key, nearest: nearestNames(key, keys), known: keys },
          [...path, key],
          'key',
        );
    } else if (found === undefined && path.length > 0) {
      const parent = path.slice(0, -1);
      const example =
        last === 'tokens'
          ? '"tokens: { input: prompt_tokens, output: completion_tokens }"'
          : `"${last}: NAME OF A FIELD"`;
      findings.report(
        'missing-key',
        { owner: parent.length === 0 ? 'the mapping' : `"${parent.join('.')}"`, key: last, example },
        parent,
      );
    } else {
      const expected =
        path.length === 0 || last === 'tokens'
          ? 'a block of fields'
          : typeof found === 'string'
            ? 'one of the words of docs/usage.md'
            : 'the name of a field';
      const shown = Array.isArray(found) ? 'a list' : isMap(found) ? 'a block' : String(found).slice(0, 40);
      findings.report('wrong-type', { field: path.join('.') || 'mapping', expected, found: shown }, path);
    }
  }
  return parsed.data;
}

/** A name with dots is a column of that name, or names from the outside in. */
function named(name: string, rows: string | undefined): Expression {
  const prefix = rows === undefined ? [] : [...pathOf(rows)];
  const whole = field([...prefix, name]);
  const parts = pathOf(name);
  return parts.length < 2 ? whole : coalesce(whole, field([...prefix, ...parts]));
}

function readerFrom(mapping: Mapping): Reader {
  const { rows, tokens, time, identity, only, labels = {} } = mapping;
  const of = (name: string): Expression => named(name, rows);
  const maybe = (name: string | undefined): Expression | undefined => (name === undefined ? undefined : of(name));
  const counting = (part: string | undefined, isInside: boolean | undefined): Counting =>
    isInside === undefined ? (part === undefined ? 'untold' : 'beside') : isInside ? 'inside' : 'beside';
  const less = (whole: Expression | undefined, part: Expression | undefined, isInside = false) =>
    whole && part && isInside ? subtract(whole, part) : whole;
  const [cached, reasoning] = [maybe(tokens.cached_input), maybe(tokens.reasoning)];
  const input = less(maybe(tokens.input), cached, mapping.input_holds_cached);
  const output = less(maybe(tokens.output), reasoning, mapping.output_holds_reasoning);
  const [provider, region] = [maybe(mapping.provider), maybe(mapping.region)];
  const unit = typeof time === 'object' ? time.unit : 'iso';
  const columns = [mapping.model, mapping.provider, mapping.region, mapping.requests, ...Object.values(tokens), identity,
    typeof time === 'object' ? time.field : time, only?.field, ...threadKinds.map((kind) => mapping[kind]), ...Object.values(labels)]; // prettier-ignore
  const threads = threadKinds.flatMap((kind) => {
    const name = mapping[kind];
    return name === undefined ? [] : [[kind, { of: of(name), field: name }] as const];
  });
  return {
    id: mapping.name ?? 'mapping',
    source: 'the mapping',
    year: 0,
    recognised: [],
    rows: rows === undefined ? [] : pathOf(rows),
    counting: {
      cached: counting(tokens.cached_input, mapping.input_holds_cached),
      reasoning: counting(tokens.reasoning, mapping.output_holds_reasoning),
    },
    required: columns.flatMap((name) => name ?? []),
    ...(only ? { only: [{ of: of(only.field), equals: only.equals }] } : {}),
    ...(identity === undefined ? {} : { identity: of(identity) }),
    ...(time === undefined ? {} : { time: of(typeof time === 'object' ? time.field : time), timeUnit: unit }),
    names: { model: of(mapping.model), ...(provider ? { provider } : {}), ...(region ? { region } : {}) },
    ...(threads.length === 0 ? {} : { threads: Object.fromEntries(threads) }),
    labels: Object.fromEntries(Object.entries(labels).map(([label, name]) => [label, of(name)])),
    counts: {
      requests: mapping.requests === undefined ? literal(1) : of(mapping.requests),
      ...(input ? { input } : {}),
      ...(cached ? { cached } : {}),
      ...(output ? { output } : {}),
      ...(reasoning ? { reasoning } : {}),
    },
    aggregated: mapping.requests !== undefined,
  };
}

/**
 * Reads a mapping.
 * Errors  InputError with all that is wrong, located.
 */
export function readMapping(file: { readonly file: string; readonly text: string }): Reader {
  const { value, problems, locate } = readDocument(file);
  const findings = new Findings(locate, problems);
  const mapping = checkShape(value, findings);
  if (mapping && Object.keys(mapping.tokens).length === 0)
    findings.report(
      'missing-key',
      { owner: '"tokens"', key: 'input', example: '"input: prompt_tokens", "output: completion_tokens"' },
      ['tokens'],
    );
  // Whether a part is counted twice hangs on it: not for us to guess.
  for (const [part, key] of [
    ['cached_input', 'input_holds_cached'],
    ['reasoning', 'output_holds_reasoning'],
  ] as const)
    if (mapping?.tokens[part] !== undefined && mapping[key] === undefined)
      findings.report(
        'missing-key',
        {
          owner: 'the mapping',
          key,
          example: `"${key}: true" where the number of the whole counts this part, else "false"`,
        },
        [],
      );
  const taken: ReadonlySet<string> = new Set([...names, ...timeKeys]);
  for (const label of Object.keys(mapping?.labels ?? {})) {
    const isUnreachable = label.includes(',') || label.trim() !== label;
    if (!taken.has(label) && !isUnreachable) continue;
    const reason = taken.has(label)
      ? '"--by" has this key already, and the label would never be reached'
      : '"--by" could not name a label with a comma, or a blank at its ends';
    findings.report(
      'mapping-clash',
      { key: label, reason, fix: 'give the label another name' },
      ['labels', label],
      'key',
    );
  }
  for (const kind of threadKinds)
    if (mapping?.[kind] !== undefined && mapping.requests !== undefined)
      findings.report(
        'mapping-clash',
        { key: kind, reason: 'a row of several requests is no call', fix: `leave "${kind}" or "requests" out` },
        [kind],
        'key',
      );
  const all = findings.problems([file.file]);
  if (all.length > 0 || !mapping) throw new InputError(all);
  return readerFrom(mapping);
}
