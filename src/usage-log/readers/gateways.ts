/** Logs of gateways and tracers: a row is a call. */
import { add, coalesce, field, literal } from '../expressions.ts';
import type { Reader } from '../types.ts';

/** Rows of the table `LiteLLM_SpendLogs`. Prompt tokens count cached ones, which are not told apart in a column of their own. */
export const litellm: Reader = {
  id: 'litellm',
  source: 'https://docs.litellm.ai/docs/proxy/cost_tracking',
  year: 2025,
  recognised: [['request_id', 'prompt_tokens', 'completion_tokens', 'spend']],
  rows: [],
  identity: field('request_id'),
  time: field('startTime'),
  names: { model: field('model') },
  labels: { team: field('team_id'), user: field('user'), key: field('api_key'), trace: field('session_id') },
  counts: {
    requests: literal(1),
    input: field('prompt_tokens'),
    output: field('completion_tokens'),
    reasoning: literal(0),
  },
  aggregated: false,
};

/** Observations of Langfuse. Its usage details are disjoint: `input` leaves cached tokens out, `output` leaves reasoning out. */
export const langfuse: Reader = {
  id: 'langfuse',
  source: 'https://langfuse.com/docs/observability/features/token-and-cost-tracking',
  year: 2025,
  recognised: [
    ['traceId', 'type', 'startTime', 'usageDetails'],
    ['traceId', 'type', 'startTime', 'usage'],
  ],
  rows: [],
  only: [{ of: field('type'), equals: 'GENERATION' }],
  identity: field('id'),
  time: field('startTime'),
  names: { model: coalesce(field('providedModelName'), field('model')) },
  labels: { project: field('projectId'), environment: field('environment'), trace: field('traceId') },
  counts: {
    requests: literal(1),
    input: coalesce(field('usageDetails.input'), field('usage.input')),
    cached: coalesce(field('usageDetails.input_cached_tokens'), field('usageDetails.cache_read_input_tokens')),
    output: coalesce(field('usageDetails.output'), field('usage.output')),
    reasoning: coalesce(field('usageDetails.output_reasoning_tokens'), literal(0)),
  },
  aggregated: false,
};

/** Transcripts of Claude Code: a line for each block of an answer, each with the usage of the whole answer so far. */
export const claudeCode: Reader = {
  id: 'claude-code',
  source: 'https://docs.anthropic.com/en/docs/claude-code/monitoring-usage',
  year: 2025,
  recognised: [['sessionId', 'type', 'uuid']],
  rows: [],
  only: [{ of: field('type'), equals: 'assistant' }],
  identity: field('message.id'),
  time: field('timestamp'),
  names: { model: field('message.model') },
  labels: { trace: field('sessionId') },
  counts: {
    requests: literal(1),
    input: add(field('message.usage.input_tokens'), field('message.usage.cache_creation_input_tokens')),
    cached: field('message.usage.cache_read_input_tokens'),
    output: field('message.usage.output_tokens'),
    reasoning: literal(0),
  },
  aggregated: false,
};
