/** Usage reports of providers: a row adds up the calls of an hour or a day. */
import { add, field, literal, subtract } from '../expressions.ts';
import type { Reader } from '../types.ts';

/** Pages of `GET /v1/organization/usage/completions`. Input counts cached tokens, output counts reasoning, which is not told apart. */
export const openaiUsage: Reader = {
  id: 'openai-usage',
  source: 'https://platform.openai.com/docs/api-reference/usage/completions_object',
  year: 2025,
  recognised: [['object', 'data', 'has_more']],
  rows: ['data', '[]', 'results', '[]'],
  time: field('data[].start_time'),
  timeUnit: 's',
  names: { model: field('data[].results[].model') },
  labels: {
    project: field('data[].results[].project_id'),
    user: field('data[].results[].user_id'),
    key: field('data[].results[].api_key_id'),
  },
  counts: {
    requests: field('data[].results[].num_model_requests'),
    input: subtract(field('data[].results[].input_tokens'), field('data[].results[].input_cached_tokens')),
    cached: field('data[].results[].input_cached_tokens'),
    output: field('data[].results[].output_tokens'),
    reasoning: literal(0),
  },
  aggregated: true,
};

/** Pages of `GET /v1/organizations/usage_report/messages`. Input is told apart; output counts thinking; requests are not counted. */
export const anthropicUsage: Reader = {
  id: 'anthropic-usage',
  source: 'https://docs.anthropic.com/en/api/admin-api/usage-cost/get-messages-usage-report',
  year: 2025,
  recognised: [['data', 'has_more', 'next_page']],
  rows: ['data', '[]', 'results', '[]'],
  time: field('data[].starting_at'),
  names: { model: field('data[].results[].model') },
  labels: { workspace: field('data[].results[].workspace_id'), key: field('data[].results[].api_key_id') },
  counts: {
    input: add(
      add(
        field('data[].results[].uncached_input_tokens'),
        field('data[].results[].cache_creation.ephemeral_5m_input_tokens'),
      ),
      field('data[].results[].cache_creation.ephemeral_1h_input_tokens'),
    ),
    cached: field('data[].results[].cache_read_input_tokens'),
    output: field('data[].results[].output_tokens'),
    reasoning: literal(0),
  },
  aggregated: true,
};
