/** What a usage does besides plain text -> values in the units of their fields. */
import type { Calendar } from './value/calendar.ts';
import type { Findings } from './findings.ts';
import type { Path } from './text/place.ts';
import type { FieldName } from './value/fields.ts';
import { isMap, readerOf, readQuantity } from './value/quantity.ts';
import { usageName } from './shape.ts';
import type { Given } from './types.ts';
import { givenOf, valueOf, valuesOf, withoutAbsent } from './usage-parts.ts';
import { hostings } from '../assessment.ts';
import { works, type Data, type WorkFields } from './work-types.ts';

interface Written {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly path: Path;
  readonly findings: Findings;
  readonly unknown: string[];
  readonly calendar: Calendar;
}

/** A value without which its block says nothing: `unknown` is refused. */
function needed(raw: unknown, name: FieldName, path: Path, findings: Findings): Given | undefined {
  const reader = readerOf(name);
  const reading = readQuantity(raw, reader, path, findings);
  if (reading !== 'unknown') return reading && givenOf(reading);
  const reason = 'there is nothing to put in its place';
  findings.report('bad-quantity', { field: name, found: 'unknown', reason, example: reader.field.example }, path);
  return undefined;
}

/** Two kinds of work in one usage would be one number for two models. */
function refuseSeveral({ fields, path, findings }: Written): void {
  const given = works.filter((work) => isMap(fields[work]));
  const [first, second] = given;
  if (first === undefined) return;
  const owner = usageName(fields, Number(path.at(-1)));
  const why = 'a usage is one model doing one kind of work; make a usage of each';
  if (second !== undefined) findings.report('fields-exclude', { owner, fields: given, why }, [...path, second]);
  const chat = (['turns', 'agent', 'context_tokens'] as const).filter((name) => fields[name] !== undefined);
  const [extra] = chat;
  if (extra !== undefined)
    findings.report('fields-exclude', { owner, fields: [first, ...chat], why }, [...path, extra]);
}

/** Storage, vectors and devices as they are; what is sent is counted over the period. */
function readData({ fields, path, findings, unknown, calendar }: Written): Data | undefined {
  const raw = fields['data'];
  if (!isMap(raw)) return undefined;
  const at = [...path, 'data'];
  const values = valuesOf(raw, 'data', ['storage', 'replicas', 'vectors', 'device'], at, findings, unknown);
  if (!Object.hasOwn(raw, 'transfer')) return values;
  const sent = readQuantity(raw['transfer'], calendar.transfer, [...at, 'transfer'], findings);
  if (sent === 'unknown') unknown.push('data.transfer');
  return sent === undefined || sent === 'unknown' ? values : { ...values, transfer: givenOf(sent) };
}

/** Errors  reported: those of the values, and `fields-exclude` for two kinds of work at once. */
export function readWork(written: Written): WorkFields {
  const { fields, path, findings, unknown } = written;
  refuseSeveral(written);
  const block = (name: string) => (isMap(fields[name]) ? { raw: fields[name], at: [...path, name] } : undefined);
  const images = block('images');
  const video = block('video');
  const audio = block('audio');
  const embeddings = block('embeddings');
  const agent = block('agent');
  const seconds = video && needed(video.raw['seconds'], 'video.seconds', [...video.at, 'seconds'], findings);
  const heard = audio && needed(audio.raw['seconds'], 'audio.seconds', [...audio.at, 'seconds'], findings);
  const tokens =
    embeddings && needed(embeddings.raw['tokens'], 'embeddings.tokens', [...embeddings.at, 'tokens'], findings);
  const steps = agent && needed(agent.raw['steps'], 'agent.steps', [...agent.at, 'steps'], findings);
  const direction = audio?.raw['direction'];
  const one = (name: 'turns' | 'context_tokens' | 'growth') =>
    fields[name] === undefined ? undefined : valueOf(fields[name], name, [...path, name], findings, unknown);
  return withoutAbsent({
    images:
      images &&
      valuesOf(images.raw, 'images', ['count', 'width', 'height', 'steps', 'tokens'], images.at, findings, unknown),
    video:
      video && seconds
        ? {
            seconds,
            ...valuesOf(
              video.raw,
              'video',
              ['count', 'width', 'height', 'fps', 'steps', 'clip'],
              video.at,
              findings,
              unknown,
            ),
          }
        : undefined,
    audio:
      audio && heard
        ? {
            seconds: heard,
            ...(direction === 'in' || direction === 'out' ? { direction } : {}),
            ...valuesOf(audio.raw, 'audio', ['speed'], audio.at, findings, unknown),
          }
        : undefined,
    embeddings: tokens && { tokens },
    agent:
      agent && steps
        ? {
            steps,
            ...valuesOf(agent.raw, 'agent', ['calls_per_step', 'tool_tokens', 'retries'], agent.at, findings, unknown),
          }
        : undefined,
    turns: one('turns'),
    context_tokens: one('context_tokens'),
    growth: one('growth'),
    data: readData(written),
    hosting: hostings.find((each) => each === fields['hosting']),
  });
}
