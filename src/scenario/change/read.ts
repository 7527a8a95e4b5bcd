/** `practices` and `keep`, of the scenario or of a usage: what would be changed, and what may not. */
import { practiceIds, type PracticeId } from '../../assessment.ts';
import type { Findings } from '../findings.ts';
import { gridOf, regionOf, type PlaceReading } from '../location.ts';
import type { Path } from '../text/place.ts';
import type {
  Given,
  IterationsPractice,
  Keep,
  LocationPractice,
  ModelPractice,
  OutputPractice,
  Practices,
} from '../types.ts';
import { textOf, valueOf, withoutAbsent } from '../usage-parts.ts';
import { readModel } from '../model.ts';
import type { FieldName } from '../value/fields.ts';
import { isMap, readerOf, readQuantity } from '../value/quantity.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Reading {
  readonly raw: Fields;
  readonly path: Path;
  readonly findings: Findings;
}

/** A value of a practice: it says what is changed, so that `unknown` says nothing. */
function given({ raw, path, findings }: Reading, key: string, name: FieldName): Given | undefined {
  const at = [...path, key];
  const unknown: string[] = [];
  const value = Object.hasOwn(raw, key) ? valueOf(raw[key], name, at, findings, unknown) : undefined;
  if (value !== 'unknown') return value;
  const { example } = readerOf(name).field;
  const reason = 'a practice that nobody can state changes nothing';
  findings.report('bad-quantity', { field: name, found: 'unknown', reason, example }, at);
  return undefined;
}

/** A share is a plain number: it splits the requests in two. */
function part({ raw, path, findings }: Reading, key: 'share' | 'retry', otherwise: number): number {
  if (!Object.hasOwn(raw, key)) return otherwise;
  const at = [...path, key];
  const name = key === 'share' ? 'practices.share' : 'practices.model.retry';
  const reading = readQuantity(raw[key], readerOf(name), at, findings);
  if (reading === undefined) return otherwise;
  if (reading !== 'unknown' && reading.range.low === reading.range.high) return reading.range.central;
  const found = reading === 'unknown' ? 'unknown' : 'a range';
  const reason = 'it splits the requests in two, so it is one number';
  findings.report('bad-quantity', { field: name, found, reason, example: '80 %' }, at);
  return otherwise;
}

/** Exactly one way to state a practice. */
function oneOf({ raw, path, findings }: Reading, practice: PracticeId, keys: readonly string[], example: string): void {
  const stated = keys.filter((key) => Object.hasOwn(raw, key));
  const owner = `practice "${practice}"`;
  if (stated.length === 0) findings.report('missing-key', { owner, key: keys[0] ?? '', example }, path);
  if (stated.length < 2) return;
  const why = 'each of them says by itself what is left after the practice';
  findings.report('fields-exclude', { owner, fields: stated, why }, path);
}

function readLocation(reading: Reading): LocationPractice {
  const { raw, path, findings } = reading;
  const unknown: string[] = [];
  const place: PlaceReading = { path, findings, unknown };
  const region = regionOf(raw['region'], 'practices.location.region', place);
  const grid = gridOf(raw['grid'], 'practices.location.grid', place);
  if (!Object.hasOwn(raw, 'region') && !Object.hasOwn(raw, 'grid')) {
    const example = '"region: azure/swedencentral" or "grid: SWE"';
    findings.report('missing-key', { owner: 'practice "location"', key: 'region', example }, path);
  }
  return {
    share: part(reading, 'share', 1),
    ...withoutAbsent({ region, grid, pue: given(reading, 'pue', 'pue'), wue: given(reading, 'wue', 'wue') }),
  };
}

function readIterations(reading: Reading): IterationsPractice {
  oneOf(reading, 'iterations', ['to', 'by', 'divide'], '"to: 1.5", "by: 60 %" or "divide: 20"');
  return {
    share: part(reading, 'share', 1),
    ...withoutAbsent({
      to: given(reading, 'to', 'practices.iterations.to'),
      by: given(reading, 'by', 'practices.by'),
      divide: given(reading, 'divide', 'practices.divide'),
    }),
  };
}

/** What makes a picture, a video or a sound smaller: any of them together. */
const works = ['width', 'height', 'steps', 'seconds'] as const;

function readOutput(reading: Reading): OutputPractice {
  const { raw, path, findings } = reading;
  const isWork = works.some((key) => Object.hasOwn(raw, key));
  const ofText = ['tokens', 'by'].filter((key) => Object.hasOwn(raw, key));
  if (isWork && ofText.length > 0) {
    const why = 'an answer in tokens has no size in pixels, and a picture no tokens';
    const fields = [...ofText, ...works.filter((key) => Object.hasOwn(raw, key))];
    findings.report('fields-exclude', { owner: 'practice "output"', fields, why }, path);
  } else if (!isWork)
    oneOf(reading, 'output', ['tokens', 'by'], '"tokens: 250", "by: 50 %", or "steps: 20" of a picture');
  return {
    share: part(reading, 'share', 1),
    ...withoutAbsent({
      tokens: given(reading, 'tokens', 'tokens.output'),
      by: given(reading, 'by', 'practices.by'),
      width: given(reading, 'width', 'images.width'),
      height: given(reading, 'height', 'images.height'),
      steps: given(reading, 'steps', 'images.steps'),
      seconds: given(reading, 'seconds', 'video.seconds'),
    }),
  };
}

function readModelPractice(reading: Reading): ModelPractice {
  const { raw, path, findings } = reading;
  oneOf(reading, 'model', ['use', 'divide'], '"use: mistral-small-2603" or "divide: 10..15"');
  return {
    share: part(reading, 'share', 1),
    retry: part(reading, 'retry', 0),
    ...withoutAbsent({
      use: readModel(raw['use'], [...path, 'use'], findings, []),
      divide: given(reading, 'divide', 'practices.divide'),
      quality: given(reading, 'quality', 'practices.model.quality'),
    }),
  };
}

/** The practices that are stated, in the order in which they stand. Undefined when there is no such block. */
export function readPractices(raw: unknown, path: Path, findings: Findings): Practices | undefined {
  if (!isMap(raw)) return undefined;
  const stated = Object.keys(raw).filter((key): key is PracticeId => practiceIds.some((id) => id === key));
  const block = <Read>(id: PracticeId, read: (reading: Reading) => Read): Read | 'none' | undefined => {
    const own = raw[id];
    if (own === 'none') return 'none';
    return isMap(own) ? read({ raw: own, path: [...path, id], findings }) : undefined;
  };
  return {
    order: stated,
    ...withoutAbsent({
      location: block('location', readLocation),
      iterations: block('iterations', readIterations),
      output: block('output', readOutput),
      model: block('model', readModelPractice),
    }),
  };
}

/** Limits of what is suggested. */
export function readKeep(raw: unknown, path: Path, findings: Findings): Keep | undefined {
  if (!isMap(raw)) return undefined;
  const name = (key: string): string | undefined =>
    typeof raw[key] === 'string' ? textOf(raw[key], [...path, key], findings, `keep.${key}`, []) : undefined;
  const list = (key: 'regions' | 'models'): readonly string[] | undefined =>
    Array.isArray(raw[key])
      ? raw[key].flatMap(
          (each: unknown, index) => textOf(each, [...path, key, index], findings, `keep.${key}`, []) ?? [],
        )
      : undefined;
  return withoutAbsent({
    provider: raw['provider'] === true ? true : name('provider'),
    continent: name('continent'),
    tier: name('tier'),
    regions: list('regions'),
    models: list('models'),
  });
}
