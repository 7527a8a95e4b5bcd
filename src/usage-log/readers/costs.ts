/** Exports of costs of providers: money of a day. */
import { coalesce, field, join, literal } from '../expressions.ts';
import type { CostReader } from '../costs.ts';
import { openLists, textIn } from '../read-record.ts';
import type { Expression, Reader } from '../types.ts';
import { anthropicUsage, openaiUsage } from './providers.ts';

const rows = ['data', '[]', 'results', '[]'] as const;
const row = (name: string): Expression => field(`data[].results[].${name}`);

/** Pages of `GET /v1/organization/costs`: money as a number, in a currency that each row names. */
const openaiCosts: CostReader = {
  id: 'openai-costs',
  source: 'https://platform.openai.com/docs/api-reference/usage/costs_object',
  year: 2026,
  besides: openaiUsage,
  rows,
  only: [
    {
      of: coalesce(row('object'), literal('organization.costs.result')),
      equals: 'organization.costs.result',
    },
  ],
  time: field('data[].start_time'),
  timeUnit: 's',
  identity: join(
    ...['start_time', 'end_time'].map((name) => field(`data[].${name}`)),
    ...['organization_id', 'project_id', 'line_item', 'api_key_id', 'amount.currency'].map(row),
  ),
  names: {},
  labels: { project: row('project_id'), line_item: row('line_item'), key: row('api_key_id') },
  amount: row('amount.value'),
  per: 1,
  currency: row('amount.currency'),
};

/** Pages of `GET /v1/organizations/cost_report`: cents as a text ("123.45" in USD are 1.23 dollars). */
const anthropicCosts: CostReader = {
  id: 'anthropic-costs',
  source: 'https://platform.claude.com/docs/en/api/admin/cost_report',
  year: 2026,
  caveat: 'costs of the Priority tier are not in this report, as its publisher says',
  besides: anthropicUsage,
  rows,
  time: field('data[].starting_at'),
  identity: join(
    ...['starting_at', 'ending_at'].map((name) => field(`data[].${name}`)),
    ...['workspace_id', 'description', 'cost_type', 'model', 'token_type', 'service_tier'].map(row),
    ...['context_window', 'inference_geo', 'speed', 'currency'].map(row),
  ),
  names: { model: row('model') },
  labels: {
    workspace: row('workspace_id'),
    description: row('description'),
    cost_type: row('cost_type'),
    token_type: row('token_type'),
  },
  amount: row('amount'),
  per: 100,
  currency: row('currency'),
};

export const costReaders: readonly CostReader[] = [openaiCosts, anthropicCosts];

/**
 * What a page is whose fields at the top are those of an export of usage: the reader of its rows, costs where they have an amount.
 * Undefined where it has no rows: an idle day of either.
 */
export function readerOfPage(usage: Reader, page: object): Reader | CostReader | undefined {
  const costs = costReaders.find(({ besides }) => besides === usage);
  if (!costs) return usage;
  for (const levels of openLists([page], costs.rows))
    return textIn(costs.currency, levels) === null && textIn(costs.amount, levels) === null ? usage : costs;
  return undefined;
}
