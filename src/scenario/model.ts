/** A model as a scenario writes it: a name of the catalogue, or a model described in place. */
import type { Range } from '../units.ts';
import type { Findings } from './findings.ts';
import type { Path } from './text/place.ts';
import type { Given, InlineModel } from './types.ts';
import { givenOf, readLine, required, spanOf, textOf, valueOf, withoutAbsent } from './usage-parts.ts';
import { isMap, readerOf, readQuantity } from './value/quantity.ts';

/** `unknown` here would make a mixture of experts a dense model in silence. */
function readActive(raw: unknown, path: Path, findings: Findings): Given | undefined {
  const reading = readQuantity(raw, readerOf('model.active_parameters'), path, findings);
  if (reading !== 'unknown') return reading && givenOf(reading);
  const reason = 'without it the model would count as dense';
  const example = '"10B to 40B", or leave the line out for a dense model';
  findings.report('bad-quantity', { field: 'model.active_parameters', found: 'unknown', reason, example }, path);
  return undefined;
}

const isSameRange = (left: Range, right: Range): boolean =>
  left.low === right.low && left.central === right.central && left.high === right.high;

/** Precision may be left out: `unknown` is noted, and leaves it out. */
function readBits(raw: unknown, path: Path, findings: Findings, unknown: string[]): Given | undefined {
  const value = valueOf(raw, 'model.bits', path, findings, unknown);
  return value === 'unknown' ? undefined : value;
}

/**
 * Errors  those of its values; more active than total parameters. Fields given as `unknown` are noted in `unknown`.
 */
const modelKinds = ['text', 'image', 'video', 'audio', 'embedding'] as const;

export function readModel(
  raw: unknown,
  path: Path,
  findings: Findings,
  unknown: string[],
): string | InlineModel | undefined {
  if (!isMap(raw)) return textOf(raw, path, findings, 'model', unknown);
  const total = required(
    raw['total_parameters'],
    readerOf('model.total_parameters'),
    [...path, 'total_parameters'],
    findings,
  );
  const active = readActive(raw['active_parameters'], [...path, 'active_parameters'], findings);
  const rest = withoutAbsent({
    modality: modelKinds.find((kind) => kind === raw['modality']),
    name: readLine(raw['name'], [...path, 'name'], findings, 'model.name'),
    active_parameters: active,
    bits: readBits(raw['bits'], [...path, 'bits'], findings, unknown),
  });
  if (!total) return undefined;
  // A dense model may say its size twice.
  if (active && active.range.high > total.range.low && !isSameRange(active.range, total.range)) {
    const found = `${spanOf(active.range)} Gparameter`;
    const bound = `at most the total of ${spanOf(total.range)} Gparameter`;
    const why =
      active.range.central > total.range.central
        ? 'the parameters that a token uses are a part of all parameters'
        : 'the parameters that a token uses are a part of all parameters, wherever in their ranges both are';
    findings.report('out-of-bounds', { field: 'model.active_parameters', found, bound, why }, [
      ...path,
      'active_parameters',
    ]);
  }
  return { total_parameters: givenOf(total), ...rest };
}
