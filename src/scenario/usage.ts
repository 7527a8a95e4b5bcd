/** One usage of the file -> a `Usage` in the units of its fields. */
import type { Calendar } from './value/calendar.ts';
import { secondsOf } from './value/convert.ts';
import type { Findings } from './findings.ts';
import { readLocations } from './location.ts';
import { readModel } from './model.ts';
import { readKeep, readPractices } from './change/read.ts';
import { pathText } from './text/place.ts';
import type { Path } from './text/place.ts';
import { isMap, readQuantity } from './value/quantity.ts';
import { usageName } from './shape.ts';
import { readValue } from './value-block.ts';
import { readWork } from './work.ts';
import type { Fleet, Measured, Requests, Serving, Spend, Tokens, Usage, Value } from './types.ts';
import { givenOf, readLine, required, spanOf, textOf, valueOf, valuesOf, withoutAbsent } from './usage-parts.ts';

/** A usage as written, and what its parts need to be read. */
export interface WrittenUsage {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly path: Path;
  readonly findings: Findings;
  readonly calendar: Calendar;
  /** Whether the functional unit has a volume, which `per unit` counts on. */
  readonly hasVolume: boolean;
  /** Whether that volume can be 0. */
  readonly mayHaveNoVolume: boolean;
}

interface Part extends WrittenUsage {
  /** Fields given as `unknown`, filled while reading. */
  readonly unknown: string[];
}

function readRequests({ fields, path, findings, calendar, hasVolume }: Part): Requests | 'unknown' | undefined {
  const at = [...path, 'requests'];
  const reading = readQuantity(fields['requests'], calendar.requests, at, findings);
  if (reading === undefined || reading === 'unknown') return reading;
  const count = givenOf(reading);
  switch (reading.kind) {
    case 'unit':
      if (!hasVolume) {
        const example = '"volume: 300k/year" to "functional_unit:", which "per unit" multiplies';
        findings.report('missing-key', { owner: 'the functional unit', key: 'volume', example }, at);
      }
      return { per: 'unit', count };
    case 'user':
      if (!Object.hasOwn(fields, 'users')) {
        const example = '"users: 1.8M", which "per user" multiplies';
        findings.report('missing-key', { owner: usageName(fields, Number(path.at(-1))), key: 'users', example }, at);
      }
      return { per: 'user', count };
    default:
      return { per: 'period', count };
  }
}

/** Words to group by. A word that is given twice counts once. */
function readTags({ fields, path, findings }: Part): readonly string[] | undefined {
  const raw = fields['tags'];
  if (!Array.isArray(raw)) return undefined;
  const tags = raw.flatMap((tag: unknown, index) => readLine(tag, [...path, 'tags', index], findings, 'tags') ?? []);
  return [...new Set(tags)];
}

/** What is cached of a conversation is a part of what is sent again, which is more than the message. */
const isConversation = (fields: Part['fields']): boolean =>
  ['turns', 'agent', 'context_tokens'].some((name) => fields[name] !== undefined);

const tokenFields = ['input', 'output', 'reasoning', 'cached_input', 'cached_share', 'input_images'] as const;

function readTokens({ fields, path, findings, unknown }: Part): Tokens | undefined {
  const raw = fields['tokens'];
  if (!isMap(raw)) return undefined;
  const at = [...path, 'tokens'];
  const tokens = valuesOf(raw, 'tokens', tokenFields, at, findings, unknown);
  const { input, cached_input: cached } = tokens;
  if (cached === undefined || cached === 'unknown') return tokens;
  const owner = usageName(fields, Number(path.at(-1)));
  if (input === 'unknown' || !Object.hasOwn(raw, 'input')) {
    const example = '"input: 900" to "tokens:", the whole prompt with its cached part';
    findings.report('missing-key', { owner, key: 'tokens.input', example }, [...at, 'cached_input']);
  } else if (input && !isConversation(fields) && cached.range.high > input.range.low) {
    const args = { owner, cached: spanOf(cached.range), input: spanOf(input.range) };
    findings.report('tokens-inconsistent', args, [...at, 'cached_input']);
  }
  return tokens;
}

/** An energy says nothing before it says where it was measured: on the chips, at the server, or for the building. */
function readMeasured({ fields, path, findings, unknown }: Part): Measured | undefined {
  const raw = fields['measured'];
  if (!isMap(raw)) return undefined;
  const at = [...path, 'measured'];
  const figures = valuesOf(raw, 'measured', ['energy', 'ghg', 'water'], at, findings, unknown);
  const lacking = (key: string, example: string): void =>
    findings.report('missing-key', { owner: '"measured"', key, example }, at);
  if (!['energy', 'ghg', 'water'].some((name) => Object.hasOwn(raw, name)))
    lacking('energy', '"energy: 0.3 Wh", "ghg:" or "water:"');
  const { boundary } = raw;
  if (boundary === 'gpu' || boundary === 'server' || boundary === 'facility') return { ...figures, boundary };
  if (boundary === undefined && figures.energy !== undefined && figures.energy !== 'unknown') {
    lacking('boundary', '"boundary: gpu", "boundary: server" or "boundary: facility": where the meter was');
  }
  return { ...figures, boundary: 'facility' };
}

/** Each of them gives the batch. */
const speedFields = ['tokens_per_second', 'time_per_output_token', 'latency'] as const;
const servingFields = ['accelerators', 'batch', 'bits', 'idle', 'host', ...speedFields, 'utilisation'] as const;

/** Two fields of which one follows from the other. */
function refuseBoth(raw: Readonly<Record<string, unknown>>, at: Path, { fields, path, findings }: Part): void {
  const owner = usageName(fields, Number(path.at(-1)));
  const exclude = (given: string, solved: string, why: string): void => {
    if (!Object.hasOwn(raw, given) || !Object.hasOwn(raw, solved)) return;
    const args = { owner, fields: [`serving.${given}`, `serving.${solved}`], why };
    findings.report('fields-exclude', args, [...at, solved]);
  };
  for (const [at, speed] of speedFields.entries()) {
    exclude(speed, 'batch', 'the speed of a request gives the batch');
    for (const other of speedFields.slice(at + 1)) exclude(speed, other, 'one of them gives the other');
  }
  exclude('utilisation', 'idle', 'the share of the time that machines work gives how much they wait');
}

function readServing(part: Part): Serving | undefined {
  const { fields, path, findings, unknown } = part;
  const raw = fields['serving'];
  if (!isMap(raw)) return undefined;
  const at = [...path, 'serving'];
  const accelerator = textOf(raw['accelerator'], [...at, 'accelerator'], findings, 'serving.accelerator', unknown);
  const values = valuesOf(raw, 'serving', servingFields, at, findings, unknown);
  refuseBoth(raw, at, part);
  const mode = raw['mode'] === 'online' || raw['mode'] === 'batch' ? raw['mode'] : undefined;
  return { ...withoutAbsent({ accelerator, mode }), ...values };
}

const fleetFields = ['count', 'utilisation', 'share', 'servers', 'lifetime', 'reused'] as const;

function readFleet({ fields, path, findings, unknown, calendar }: Part): Fleet | undefined {
  const raw = fields['fleet'];
  if (!isMap(raw)) return undefined;
  const at = [...path, 'fleet'];
  const accelerator = readLine(raw['accelerator'], [...at, 'accelerator'], findings, 'fleet.accelerator');
  const { count, ...shares } = valuesOf(raw, 'fleet', fleetFields, at, findings, unknown);
  const hours =
    calendar.period === 'once'
      ? required(raw['hours'], calendar.hours, [...at, 'hours'], findings)
      : readQuantity(raw['hours'], calendar.hours, [...at, 'hours'], findings);
  if (calendar.period === 'once' && !Object.hasOwn(raw, 'hours')) {
    const example = '"hours: 36", the time for which a job done once takes the machines';
    findings.report('missing-key', { owner: '"fleet"', key: 'hours', example }, at);
  }
  if (hours === 'unknown') unknown.push('fleet.hours');
  else if (hours && calendar.period !== 'once') {
    const limit = secondsOf[calendar.period] / 3600;
    const why = `the period is a ${calendar.period}; several machines are said by "count"`;
    const args = { field: 'fleet.hours', found: `${hours.range.high} h`, bound: `at most ${limit} h`, why };
    if (hours.range.high > limit * (1 + 1e-9)) findings.report('out-of-bounds', args, [...at, 'hours']);
  }
  if (accelerator === undefined || count === undefined) return undefined;
  return {
    accelerator,
    count,
    ...shares,
    ...withoutAbsent({ hours: hours === 'unknown' ? hours : hours && givenOf(hours) }),
  };
}

/** The energy of a fleet is shared among its requests, so there is at least one. */
function refuseNoRequest(requests: Requests | 'unknown' | undefined, users: Value | undefined, part: Part): void {
  const { fields, path, findings } = part;
  if (!isMap(fields['fleet']) || requests === undefined || requests === 'unknown') return;
  const refuse = (field: string, at: Path): void =>
    findings.report(
      'out-of-bounds',
      { field, found: '0', bound: 'above 0', why: 'a fleet that is shared by no request has no result per request' },
      at,
    );
  if (requests.count.range.low === 0) refuse('requests', [...path, 'requests']);
  if (requests.per === 'user' && users !== undefined && users !== 'unknown' && users.range.low === 0)
    refuse('users', [...path, 'users']);
  if (requests.per === 'unit' && part.mayHaveNoVolume) refuse('functional_unit.volume', ['functional_unit', 'volume']);
}

/** `spend: 12 kEUR/year` or `spend: { amount, sector }`. */
function readSpend({ fields, path, findings, unknown, calendar }: Part): Spend | undefined {
  const raw = fields['spend'];
  const at = [...path, 'spend'];
  if (typeof raw === 'string' && raw.trim() === 'unknown') {
    unknown.push('spend');
    return undefined;
  }
  const isBlock = isMap(raw);
  // A bare number is refused by the shape.
  if (typeof raw === 'number') return undefined;
  const amount = required(isBlock ? raw['amount'] : raw, calendar.spend, isBlock ? [...at, 'amount'] : at, findings);
  const sector = isBlock ? textOf(raw['sector'], [...at, 'sector'], findings, 'spend.sector', unknown) : undefined;
  return amount && { amount: givenOf(amount), currency: amount.kind, ...withoutAbsent({ sector }) };
}

/**
 * Reads a usage whose shape has been checked; what the shape refused is left out here.
 * Errors  reported to `findings`: those of its values, and what contradicts itself.
 */
export function readUsage(written: WrittenUsage): Usage {
  const { fields, path, findings } = written;
  const unknown: string[] = [];
  const part: Part = { ...written, unknown };
  const text = (name: 'provider' | 'task'): string | undefined =>
    fields[name] === undefined ? undefined : textOf(fields[name], [...path, name], findings, name, unknown);
  const value = (name: 'pue' | 'wue' | 'users' | 'iterations'): Value | undefined =>
    fields[name] === undefined ? undefined : valueOf(fields[name], name, [...path, name], findings, unknown);
  const requests = readRequests(part);
  if (requests === 'unknown') unknown.push('requests');
  const users = value('users');
  refuseNoRequest(requests, users, part);
  return {
    id: readLine(fields['id'], [...path, 'id'], findings, 'id') ?? '',
    path: pathText(path),
    locations: readLocations(fields, part),
    ...withoutAbsent({
      description: readLine(fields['description'], [...path, 'description'], findings, 'description', { prose: true }),
      tags: readTags(part),
      model: readModel(fields['model'], [...path, 'model'], findings, unknown),
      provider: text('provider'),
      pue: value('pue'),
      wue: value('wue'),
      requests,
      users,
      iterations: value('iterations'),
      tokens: readTokens(part),
      task: text('task'),
      measured: readMeasured(part),
      fleet: readFleet(part),
      spend: readSpend(part),
      serving: readServing(part),
      practices: readPractices(fields['practices'], [...path, 'practices'], findings),
      keep: readKeep(fields['keep'], [...path, 'keep'], findings),
      value: readValue(fields['value'], [...path, 'value'], part),
    }),
    ...readWork(part),
    unknown,
  };
}
