/** Spans of OpenTelemetry's conventions for generative AI. Input counts cached tokens, output counts reasoning. */
import { attribute, coalesce, field, literal, subtract } from '../expressions.ts';
import type { Expression, Reader } from '../types.ts';

const source = 'https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/';

type Attribute = (key: string) => Expression;

function spanParts(of: Attribute): Pick<Reader, 'names' | 'counts'> {
  const cached = of('gen_ai.usage.cache_read.input_tokens');
  return {
    names: { model: coalesce(of('gen_ai.response.model'), of('gen_ai.request.model')) },
    counts: {
      requests: literal(1),
      input: subtract(of('gen_ai.usage.input_tokens'), cached),
      cached,
      output: of('gen_ai.usage.output_tokens'),
      reasoning: literal(0),
    },
  };
}

const spans = 'resourceSpans[].scopeSpans[].spans[]';
const ofSpan: Attribute = (key) => attribute(`${spans}.attributes`, key);

/** OTLP as JSON lines: an export a line. Spans without tokens, those of tools and agents, are no calls. */
export const otlp: Reader = {
  id: 'otel-genai',
  source,
  year: 2025,
  recognised: [['resourceSpans']],
  rows: ['resourceSpans', '[]', 'scopeSpans', '[]', 'spans', '[]'],
  only: [
    {
      of: {
        type: 'when',
        of: coalesce(ofSpan('gen_ai.usage.input_tokens'), ofSpan('gen_ai.usage.output_tokens'), literal('')),
        equals: '',
        use: literal('no'),
        otherwise: literal('call'),
      },
      equals: 'call',
    },
  ],
  identity: field(`${spans}.spanId`),
  time: field(`${spans}.startTimeUnixNano`),
  timeUnit: 'ns',
  ...spanParts(ofSpan),
  labels: {
    team: attribute('resourceSpans[].resource.attributes', 'service.namespace'),
    service: attribute('resourceSpans[].resource.attributes', 'service.name'),
    trace: field(`${spans}.traceId`),
  },
  aggregated: false,
};

const inColumn: Attribute = (key) => attribute('SpanAttributes', key);

/** The table `otel_traces` that the collector's exporter for ClickHouse writes: attributes are maps of texts. */
export const otelTable: Reader = {
  id: 'otel-clickhouse',
  source: 'https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/clickhouseexporter',
  year: 2025,
  recognised: [['SpanAttributes', 'ResourceAttributes', 'TraceId', 'Timestamp']],
  rows: [],
  only: [
    {
      of: {
        type: 'when',
        of: coalesce(inColumn('gen_ai.usage.input_tokens'), inColumn('gen_ai.usage.output_tokens'), literal('')),
        equals: '',
        use: literal('no'),
        otherwise: literal('call'),
      },
      equals: 'call',
    },
  ],
  identity: field('SpanId'),
  time: field('Timestamp'),
  ...spanParts(inColumn),
  labels: { service: field('ServiceName'), trace: field('TraceId') },
  aggregated: false,
};
