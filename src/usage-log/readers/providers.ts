/** Usage reports of providers: a row adds up the calls of an hour or a day. */
import { add, coalesce, field, join, literal, subtract } from '../expressions.ts';
import type { Expression, Reader } from '../types.ts';

const openaiRow = (name: string): Expression => field(`data[].results[].${name}`);

/** Pages of `GET /v1/organization/usage/completions`. Input counts cached tokens and those written to the cache. */
export const openaiUsage: Reader = {
  id: 'openai-usage',
  source: 'https://platform.openai.com/docs/api-reference/usage/completions_object',
  year: 2025,
  caveat:
    'the page speaks of output as a whole: that hidden reasoning is in it follows from the guide to reasoning models',
  recognised: [['object', 'data', 'has_more']],
  rows: ['data', '[]', 'results', '[]'],
  // Costs, images and embeddings come in the same pages.
  only: [
    {
      of: coalesce(openaiRow('object'), literal('organization.usage.completions.result')),
      equals: 'organization.usage.completions.result',
    },
  ],
  counting: { cached: 'inside', reasoning: 'inside' },
  // A page that was fetched twice says the same twice; an unfinished hour is fuller the next time.
  identity: join(
    ...['start_time', 'end_time'].map((name) => field(`data[].${name}`)),
    ...['organization_id', 'model', 'project_id', 'user_id', 'api_key_id', 'batch', 'service_tier'].map(openaiRow),
  ),
  time: field('data[].start_time'),
  timeUnit: 's',
  names: { model: openaiRow('model') },
  labels: {
    project: openaiRow('project_id'),
    user: openaiRow('user_id'),
    key: openaiRow('api_key_id'),
  },
  counts: {
    requests: openaiRow('num_model_requests'),
    input: subtract(openaiRow('input_tokens'), openaiRow('input_cached_tokens')),
    cached: openaiRow('input_cached_tokens'),
    output: openaiRow('output_tokens'),
  },
  aggregated: true,
};

const anthropicRow = (name: string): Expression => field(`data[].results[].${name}`);

/** Pages of `GET /v1/organizations/usage_report/messages`. Input is told apart; output counts thinking; requests are not counted. */
export const anthropicUsage: Reader = {
  id: 'anthropic-usage',
  source: 'https://docs.anthropic.com/en/api/admin-api/usage-cost/get-messages-usage-report',
  year: 2026,
  caveat: 'requests are not in the report: their number is assumed, and enters through the length of the texts alone',
  recognised: [['data', 'has_more', 'next_page']],
  rows: ['data', '[]', 'results', '[]'],
  counting: { cached: 'beside', reasoning: 'inside' },
  identity: join(
    ...['starting_at', 'ending_at'].map((name) => field(`data[].${name}`)),
    ...['organization_id', 'model', 'workspace_id', 'api_key_id', 'account_id', 'service_account_id'].map(anthropicRow),
    ...['service_tier', 'context_window', 'inference_geo', 'speed'].map(anthropicRow),
  ),
  time: field('data[].starting_at'),
  names: { model: anthropicRow('model') },
  labels: { workspace: anthropicRow('workspace_id'), key: anthropicRow('api_key_id') },
  counts: {
    // Written to the cache is read anew.
    input: add(
      add(anthropicRow('uncached_input_tokens'), anthropicRow('cache_creation.ephemeral_5m_input_tokens')),
      anthropicRow('cache_creation.ephemeral_1h_input_tokens'),
    ),
    cached: anthropicRow('cache_read_input_tokens'),
    output: anthropicRow('output_tokens'),
  },
  aggregated: true,
};
