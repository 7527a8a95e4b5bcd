/** Spans of OpenTelemetry's conventions for generative AI. Input counts cached tokens, output counts reasoning. */
import { attribute, coalesce, field, literal, subtract } from '../expressions.ts';
import type { Expression, Reader } from '../types.ts';

const source = 'https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/';

type Attribute = (key: string) => Expression;

function spanParts(of: Attribute): Pick<Reader, 'only' | 'counting' | 'names' | 'counts'> {
  const cached = of('gen_ai.usage.cache_read.input_tokens');
  const reasoning = of('gen_ai.usage.reasoning.output_tokens');
  // The second names are those of the conventions until 2024.
  const input = coalesce(of('gen_ai.usage.input_tokens'), of('gen_ai.usage.prompt_tokens'));
  const output = coalesce(of('gen_ai.usage.output_tokens'), of('gen_ai.usage.completion_tokens'));
  const isCall: Expression = {
    type: 'when',
    // Operations that add up what their own calls say too.
    of: of('gen_ai.operation.name'),
    equals: 'invoke_agent',
    use: literal('no'),
    otherwise: {
      type: 'when',
      of: of('gen_ai.operation.name'),
      equals: 'invoke_workflow',
      use: literal('no'),
      otherwise: {
        type: 'when',
        of: coalesce(input, output, literal('')),
        equals: '',
        use: literal('no'),
        otherwise: literal('call'),
      },
    },
  };
  return {
    only: [{ of: isCall, equals: 'call' }],
    counting: { cached: 'inside', reasoning: 'inside' },
    names: {
      model: coalesce(of('gen_ai.response.model'), of('gen_ai.request.model')),
      provider: coalesce(of('gen_ai.provider.name'), of('gen_ai.system')),
    },
    counts: {
      requests: literal(1),
      input: subtract(input, cached),
      cached,
      output: subtract(output, reasoning),
      reasoning,
    },
  };
}

const spans = 'resourceSpans[].scopeSpans[].spans[]';
const ofSpan: Attribute = (key) => attribute(`${spans}.attributes`, key);

/** A conversation may have many traces. */
const threadsOf = (of: Attribute, trace: string, name: string): NonNullable<Reader['threads']> => ({
  conversation: { of: of('gen_ai.conversation.id'), field: 'gen_ai.conversation.id' },
  trace: { of: field(trace), field: name },
});

/** OTLP as JSON lines: an export a line. Spans without tokens, those of tools, and those of agents as a whole are no calls. */
export const otlp: Reader = {
  id: 'otel-genai',
  source,
  year: 2026,
  recognised: [['resourceSpans']],
  rows: ['resourceSpans', '[]', 'scopeSpans', '[]', 'spans', '[]'],
  identity: field(`${spans}.spanId`),
  time: field(`${spans}.startTimeUnixNano`),
  timeUnit: 'ns',
  ...spanParts(ofSpan),
  labels: {
    team: attribute('resourceSpans[].resource.attributes', 'service.namespace'),
    service: attribute('resourceSpans[].resource.attributes', 'service.name'),
    trace: field(`${spans}.traceId`),
  },
  threads: threadsOf(ofSpan, `${spans}.traceId`, 'traceId'),
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
  identity: field('SpanId'),
  time: field('Timestamp'),
  ...spanParts(inColumn),
  labels: {
    team: attribute('ResourceAttributes', 'service.namespace'),
    service: field('ServiceName'),
    trace: field('TraceId'),
  },
  threads: threadsOf(inColumn, 'TraceId', 'TraceId'),
  aggregated: false,
};
