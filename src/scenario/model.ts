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

type Fact = 'bits' | 'experts' | 'experts_used' | 'cache' | 'state';

/** A fact that may be left out: `unknown` is noted, and leaves it out. */
function readFact(
  raw: Readonly<Record<string, unknown>>,
  name: Fact,
  path: Path,
  findings: Findings,
  unknown: string[],
): Given | undefined {
  const value = valueOf(raw[name], `model.${name}`, [...path, name], findings, unknown);
  return value === 'unknown' ? undefined : value;
}

/**
 * Experts with the number that a token calls: both, or none where one of them is unknown.
 * Errors  one without the other; no active parameters beside them; a token that calls them all.
 */
function readExperts(
  raw: Readonly<Record<string, unknown>>,
  path: Path,
  findings: Findings,
  unknown: string[],
): Pick<InlineModel, 'experts' | 'experts_used'> {
  const experts = readFact(raw, 'experts', path, findings, unknown);
  const used = readFact(raw, 'experts_used', path, findings, unknown);
  const given = ['experts', 'experts_used'].find((name) => Object.hasOwn(raw, name));
  if (given === undefined) return {};
  const need = (key: string, example: string): void => {
    if (Object.hasOwn(raw, key)) return;
    findings.report('missing-key', { owner: 'a model with experts', key, example }, [...path, given]);
  };
  need('experts', '"experts: 128": how many a layer has');
  need('experts_used', '"experts_used: 8": how many of them a token calls');
  need('active_parameters', '"active_parameters: 17B": what a token passes through');
  if (!experts || !used) return {};
  if (used.range.high >= experts.range.low) {
    const bound = `fewer than the ${spanOf(experts.range)} experts`;
    const why = 'a token that calls all experts is one of a dense model';
    const found = spanOf(used.range);
    findings.report('out-of-bounds', { field: 'model.experts_used', found, bound, why }, [...path, 'experts_used']);
  }
  return { experts, experts_used: used };
}

/** A token passes through its experts at least: their share of all weights cannot be above that of the active ones. */
function checkShare(model: Omit<InlineModel, 'modality' | 'name'>, path: Path, findings: Findings): void {
  const { total_parameters: total, active_parameters: active, experts, experts_used: used } = model;
  if (!active || !experts || !used) return;
  const most = (active.range.high / total.range.low) * experts.range.high;
  if (used.range.low <= most * (1 + 1e-9)) return;
  const bound = `at most ${Number(most.toPrecision(3))}: ${spanOf(active.range)} of ${spanOf(total.range)} Gparameter are active`;
  const why = 'a token passes through the experts that it calls, and through what all tokens share';
  const found = spanOf(used.range);
  findings.report('out-of-bounds', { field: 'model.experts_used', found, bound, why }, [...path, 'experts_used']);
}

const modelKinds = ['text', 'image', 'video', 'audio', 'embedding'] as const;

/**
 * Errors  those of its values; more active than total parameters; experts that do not fit. Fields given as `unknown` are
 * noted in `unknown`.
 */
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
  const fact = (name: Fact): Given | undefined => readFact(raw, name, path, findings, unknown);
  const rest = withoutAbsent({
    modality: modelKinds.find((kind) => kind === raw['modality']),
    name: readLine(raw['name'], [...path, 'name'], findings, 'model.name'),
    active_parameters: active,
    ...readExperts(raw, path, findings, unknown),
    cache: fact('cache'),
    state: fact('state'),
    bits: fact('bits'),
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
  const model = { total_parameters: givenOf(total), ...rest };
  checkShare(model, path, findings);
  return model;
}
