/** Logs of gateways and tracers: a row is a call. */
import { add, coalesce, field, join, literal } from '../expressions.ts';
import type { Reader } from '../types.ts';

/** Rows of the table `LiteLLM_SpendLogs`. Prompt tokens count cached ones, which have no column of their own. */
export const litellm: Reader = {
  id: 'litellm',
  source: 'https://docs.litellm.ai/docs/proxy/cost_tracking',
  year: 2025,
  caveat:
    'cached and reasoning tokens stand, if anywhere, in the column of metadata, beside what callers put there: it is not read',
  recognised: [['request_id', 'prompt_tokens', 'completion_tokens', 'spend']],
  rows: [],
  counting: { cached: 'inside', reasoning: 'inside' },
  identity: field('request_id'),
  time: field('startTime'),
  names: { model: field('model'), provider: field('custom_llm_provider') },
  labels: {
    team: field('team_id'),
    user: field('user'),
    key: field('api_key'),
    trace: field('session_id'),
    type: field('call_type'),
  },
  // https://docs.litellm.ai/docs/proxy/ui_logs_sessions
  threads: {
    session: {
      of: field('session_id'),
      field: 'session_id',
      caveat: 'a call that names no session has been given one of its own',
    },
  },
  counts: { requests: literal(1), input: field('prompt_tokens'), output: field('completion_tokens') },
  aggregated: false,
};

/**
 * Observations of Langfuse, from its API (`traceId`) or its export to a bucket (`trace_id`). Its usage details are disjoint: what the
 * details of OpenAI tell apart is taken out of `input` and `output` when it is stored.
 */
export const langfuse: Reader = {
  id: 'langfuse',
  source: 'https://langfuse.com/docs/observability/features/token-and-cost-tracking',
  year: 2025,
  caveat:
    'usage types are free words: what an own integration stores under others than these is not counted, nor is usage of observations that are neither GENERATION nor EMBEDDING',
  recognised: [
    ['traceId', 'type', 'startTime', 'usageDetails'],
    ['traceId', 'type', 'startTime', 'usage'],
    ['trace_id', 'type', 'start_time', 'usage_details'],
  ],
  rows: [],
  // Both are calls of a model; spans and events hold calls.
  only: [
    {
      of: {
        type: 'when',
        of: field('type'),
        equals: 'EMBEDDING',
        use: literal('GENERATION'),
        otherwise: field('type'),
      },
      equals: 'GENERATION',
    },
  ],
  counting: { cached: 'beside', reasoning: 'beside' },
  // Ids are those of a project. A row without one is no copy of another.
  identity: {
    type: 'when',
    of: field('id'),
    equals: '',
    use: field('id'),
    otherwise: join(field('id'), coalesce(field('projectId'), field('project_id'))),
  },
  // `usage` names its unit; `usageDetails` of the same observation holds the same numbers.
  unit: coalesce(field('usage.unit'), field('unit')),
  time: coalesce(field('startTime'), field('start_time')),
  names: { model: coalesce(field('providedModelName'), field('provided_model_name'), field('model')) },
  labels: {
    project: coalesce(field('projectId'), field('project_id')),
    environment: field('environment'),
    user: coalesce(field('userId'), field('user_id')),
    trace: coalesce(field('traceId'), field('trace_id')),
  },
  // Observations of the legacy export name their trace alone:
  // https://langfuse.com/docs/api-and-data-platform/features/blob-storage-export-fields
  threads: {
    session: { of: coalesce(field('sessionId'), field('session_id')), field: 'sessionId' },
    trace: { of: coalesce(field('traceId'), field('trace_id')), field: 'traceId' },
  },
  counts: {
    requests: literal(1),
    input: add(
      coalesce(field('usageDetails.input'), field('usage_details.input'), field('usage.input')),
      coalesce(
        field('usageDetails.cache_creation_input_tokens'),
        field('usage_details.cache_creation_input_tokens'),
        field('usageDetails.input_cache_creation'),
        field('usage_details.input_cache_creation'),
      ),
    ),
    cached: coalesce(
      field('usageDetails.input_cached_tokens'),
      field('usage_details.input_cached_tokens'),
      field('usageDetails.cache_read_input_tokens'),
      field('usage_details.cache_read_input_tokens'),
      field('usageDetails.input_cache_read'),
      field('usage_details.input_cache_read'),
    ),
    output: coalesce(field('usageDetails.output'), field('usage_details.output'), field('usage.output')),
    reasoning: coalesce(
      field('usageDetails.output_reasoning_tokens'),
      field('usage_details.output_reasoning_tokens'),
      field('usageDetails.output_reasoning'),
      field('usage_details.output_reasoning'),
    ),
  },
  aggregated: false,
};

/** Transcripts of Claude Code: a line for each block of an answer, each with the usage of the whole answer so far. */
export const claudeCode: Reader = {
  id: 'claude-code',
  source: 'https://docs.anthropic.com/en/docs/claude-code/monitoring-usage',
  year: 2025,
  caveat: 'the publisher does not document the lines: they are read as published tools that read them do',
  recognised: [['sessionId', 'type']],
  hasOthers: true,
  rows: [],
  only: [
    { of: field('type'), equals: 'assistant' },
    // Answers that the program wrote itself, such as "interrupted": no model was called.
    {
      of: {
        type: 'when',
        of: field('message.model'),
        equals: '<synthetic>',
        use: literal('no'),
        otherwise: literal('call'),
      },
      equals: 'call',
    },
  ],
  counting: { cached: 'beside', reasoning: 'inside' },
  identity: field('message.id'),
  time: field('timestamp'),
  names: { model: field('message.model') },
  labels: { trace: field('sessionId'), project: field('cwd') },
  threads: { session: { of: field('sessionId'), field: 'sessionId' } },
  counts: {
    requests: literal(1),
    input: add(field('message.usage.input_tokens'), field('message.usage.cache_creation_input_tokens')),
    cached: field('message.usage.cache_read_input_tokens'),
    output: field('message.usage.output_tokens'),
  },
  aggregated: false,
};
