/** Nodes of a derivation, from what a trace opens and from what a scenario gives. */
import type { Impact } from '../assessment.ts';
import type { Traced } from '../engine/trace.ts';
import type { Place } from '../errors.ts';
import type { ResolvedInput, ResolvedUsage } from '../scenario/resolve/types.ts';
import type { ExplainedNode } from './explanation.ts';

/** What an estimate that is a bound says of itself. */
export const boundNotes = {
  lower: 'at least: a part within the boundary is unknown and not in the sum',
  upper: 'at most: an estimate from money overstates',
  mixed: 'a part is unknown and not in the sum, a part is overstated',
} as const satisfies Readonly<Record<NonNullable<Impact['bound']>, string>>;

export type Locate = (path: string) => Place | undefined;

/** A node of which all that does not apply is absent. */
export function nodeOf(
  known: Pick<ExplainedNode, 'id' | 'kind' | 'meaning' | 'unit' | 'value' | 'source'> & Partial<ExplainedNode>,
): ExplainedNode {
  return {
    range: null,
    formula: null,
    substituted: null,
    conversions: [],
    terms: [],
    mechanism: null,
    status: null,
    path: null,
    at: null,
    year: null,
    note: null,
    reads: [],
    ...known,
  };
}

/** Where the scenario gives an input, or would give it. */
function pathOf(input: ResolvedInput, usage: ResolvedUsage | undefined): string | null {
  if (input.field === '') return null;
  if (input.field.startsWith('catalog.')) return input.field;
  if (input.key.startsWith('functional_unit')) return `functional_unit.${input.field}`;
  return usage ? `usages.${usage.id}.${input.field}` : input.field;
}

/** `file:line` of a value that the scenario gives. */
function placeOf(input: ResolvedInput, usage: ResolvedUsage | undefined, locate: Locate): string | null {
  if (input.source !== 'scenario' || input.field === '') return null;
  const ofUnit = input.key.startsWith('functional_unit');
  const path = ofUnit ? `functional_unit.${input.field}` : usage ? `${usage.path}.${input.field}` : input.field;
  const place = locate(path);
  return place ? `${place.file}:${place.line}` : null;
}

export function inputNode(
  input: ResolvedInput,
  words: { readonly id: string; readonly meaning: string },
  usage: ResolvedUsage | undefined,
  locate: Locate,
): ExplainedNode {
  return nodeOf({
    ...words,
    kind: 'input',
    unit: input.unit,
    value: input.range.central,
    range: input.range,
    status: input.key === '' ? 'implied' : input.status,
    path: pathOf(input, usage),
    at: placeOf(input, usage, locate),
    source: input.source,
    year: input.year,
    note: input.note ?? null,
  });
}

/** A traced name of a usage as a node. */
export function tracedNode(traced: Traced<ResolvedInput>, usage: ResolvedUsage, locate: Locate): ExplainedNode {
  const { id, kind, meaning, unit, value } = traced;
  switch (kind) {
    case 'input':
      return inputNode(traced.input, { id, meaning }, usage, locate);
    case 'constant': {
      const { mechanism, range, source, year } = traced;
      return nodeOf({ id, kind, meaning, unit, value, mechanism, range, status: 'method', source, year });
    }
    case 'quantity': {
      const { mechanism, formula, substituted, conversions, source, reads } = traced;
      return nodeOf({ id, kind, meaning, unit, value, mechanism, formula, substituted, conversions, source, reads });
    }
    default:
      return traced satisfies never;
  }
}
