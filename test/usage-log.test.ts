import { describe, expect, it } from 'vitest';
import { AddedUp } from '../src/usage-log/add-up.ts';
import { readers, recognise } from '../src/usage-log/readers/index.ts';
import type { LogQuery } from '../src/usage-log/types.ts';

/** Requests, and requests x tokens sent, cached, output, reasoning. */
const query: LogQuery = {
  by: ['month'],
  products: [
    [1, 0, 0, 0, 0],
    [1, 1, 0, 0, 0],
    [1, 0, 1, 0, 0],
    [1, 0, 0, 1, 0],
  ],
  limited: [[0, 0, 0, 1, 0]],
  typicalInput: 1000,
};

const canary = 'CANARY-OF-A-PROMPT';

function totalsOf(records: readonly object[], asked = query) {
  const reader = recognise(new Set(Object.keys(records[0] ?? {})));
  if (!reader) throw new Error('a format that no reader knows');
  const log = new AddedUp(reader, asked);
  for (const record of records) log.add(record);
  return { reader: reader.id, ...log.totals() };
}

const openai = {
  object: 'page',
  has_more: false,
  data: [
    {
      start_time: 1_764_028_800, // 2025-11-25T00:00Z
      results: [
        { model: 'gpt-4o', num_model_requests: 4, input_tokens: 1000, input_cached_tokens: 200, output_tokens: 400 },
        {
          model: 'gpt-4o',
          project_id: 'idle',
          num_model_requests: 0,
          input_tokens: 0,
          input_cached_tokens: 0,
          output_tokens: 0,
        },
      ],
    },
  ],
};

const call = (id: string, more: object = {}) => ({
  request_id: id,
  prompt_tokens: 100,
  completion_tokens: 20,
  spend: 0.1,
  model: 'gpt-4o',
  startTime: '2025-12-01T01:30:00+02:00',
  messages: canary,
  response: canary,
  ...more,
});

const span = (id: string, attributes: Readonly<Record<string, string>>) => ({
  spanId: id,
  startTimeUnixNano: '1764028800000000000',
  attributes: Object.entries({ 'gen_ai.input.messages': canary, ...attributes }).map(([key, stringValue]) => ({
    key,
    value: { stringValue },
  })),
});

describe('formats as their publishers write them', () => {
  it('OpenAI: cached tokens are taken out of input; an hour without requests says nothing', () => {
    const { reader, summed, refused } = totalsOf([openai]);
    expect(reader).toBe('openai-usage');
    expect(summed).toEqual([
      {
        group: ['2025-11'],
        model: 'gpt-4o',
        provider: null,
        region: null,
        // Reasoning is in the output, and not told apart.
        known: 0b01111,
        rows: 1,
        sums: [4, 1000, 200, 400],
        largest: [100],
        counted: [4, 800, 200, 400, 0],
        first: '2025-11-25',
        last: '2025-11-25',
      },
    ]);
    expect(refused).toEqual({});
  });

  it('Anthropic: tokens written to the cache were read anew; requests are unknown, and told so by the bits', () => {
    const result = {
      model: 'claude-sonnet-4',
      uncached_input_tokens: 1500,
      cache_creation: { ephemeral_5m_input_tokens: 300, ephemeral_1h_input_tokens: 200 },
      cache_read_input_tokens: 1000,
      output_tokens: 600,
    };
    const page = {
      data: [{ starting_at: '2025-08-01T00:00:00Z', results: [result] }],
      has_more: false,
      next_page: null,
    };
    const { reader, summed } = totalsOf([page]);
    expect(reader).toBe('anthropic-usage');
    expect(summed).toMatchObject([{ group: ['2025-08'], known: 0b01110, counted: [0, 2000, 1000, 600, 0] }]);
    // 3000 tokens sent at 1000 a request.
    expect(summed[0]?.sums).toEqual([3, 3000, 1000, 600]);
  });

  it('OpenTelemetry: attributes by key; spans of tools are no calls', () => {
    const spans = [
      span('a', {
        'gen_ai.request.model': 'gpt-4o',
        'gen_ai.usage.input_tokens': '50',
        'gen_ai.usage.output_tokens': '7',
      }),
      span('b', { 'gen_ai.tool.name': 'search' }),
    ];
    const { reader, summed } = totalsOf([{ resourceSpans: [{ scopeSpans: [{ spans }] }] }]);
    expect(reader).toBe('otel-genai');
    expect(summed).toMatchObject([{ model: 'gpt-4o', rows: 1, counted: [1, 50, 0, 7, 0] }]);
  });

  it('Claude Code: of the lines of one answer, the last and fullest counts', () => {
    const line = (output: number) => ({
      sessionId: 's',
      type: 'assistant',
      uuid: String(output),
      timestamp: '2025-11-25T10:00:00.000Z',
      message: {
        id: 'm',
        model: 'claude-sonnet-4',
        content: [{ type: 'text', text: canary }],
        usage: { input_tokens: 3, cache_creation_input_tokens: 10, cache_read_input_tokens: 5, output_tokens: output },
      },
    });
    const { reader, summed, repeated } = totalsOf([line(1), line(90), line(40)]);
    expect(reader).toBe('claude-code');
    expect(summed).toMatchObject([{ rows: 1, counted: [1, 13, 5, 90, 0] }]);
    expect(repeated).toBe(2);
  });

  it('OpenTelemetry: what adds up its own calls is none; names of older conventions are read', () => {
    const spans = [
      span('a', {
        'gen_ai.request.model': 'gpt-4o',
        'gen_ai.usage.prompt_tokens': '50',
        'gen_ai.usage.completion_tokens': '7',
      }),
      ...['invoke_agent', 'invoke_workflow'].map((name) =>
        span(name, {
          'gen_ai.operation.name': name,
          'gen_ai.usage.input_tokens': '50',
          'gen_ai.usage.output_tokens': '7',
        }),
      ),
    ];
    const { summed } = totalsOf([{ resourceSpans: [{ scopeSpans: [{ spans }] }] }]);
    expect(summed).toMatchObject([{ model: 'gpt-4o', rows: 1, counted: [1, 50, 0, 7, 0] }]);
  });

  it('Langfuse: generations and embeddings are calls, and no spans', () => {
    const observation = { traceId: 't', startTime: '2025-11-25T10:00:00Z', input: canary, output: canary };
    const { reader, summed } = totalsOf([
      { ...observation, id: '1', type: 'GENERATION', model: 'gpt-4o', usageDetails: { input: 10, output: 4 } },
      { ...observation, id: '2', type: 'SPAN', usageDetails: {} },
      { ...observation, id: '3', type: 'EMBEDDING', model: 'text-embedding-3-small', usageDetails: { input: 9 } },
    ]);
    expect(reader).toBe('langfuse');
    expect(summed).toMatchObject([
      { rows: 1, known: 0b01011, counted: [1, 10, 0, 4, 0] },
      { model: 'text-embedding-3-small', rows: 1, counted: [1, 9, 0, 0, 0] },
    ]);
  });
});

describe('rows that do not count', () => {
  it('are told by their reason, and leave the others whole', () => {
    const { reader, summed, refused, repeated } = totalsOf([
      call('1'),
      call('1'),
      call('2', { prompt_tokens: -5 }),
      call('3', { prompt_tokens: 1e16 }),
      call('4', { completion_tokens: 'many' }),
      call('5', { startTime: '2025-13-01' }),
      call('6', { startTime: '0025-11-25' }),
    ]);
    expect(reader).toBe('litellm');
    expect(refused).toEqual({ negative: 1, absurd: 1, 'not-a-number': 1, 'bad-time': 2 });
    expect(repeated).toBe(1);
    // 01:30 at +02:00 is still November in UTC.
    expect(summed).toMatchObject([{ group: ['2025-11'], rows: 1, counted: [1, 100, 0, 20, 0] }]);
  });
});

it('no text of a prompt or an answer is taken over from any record', () => {
  const totals = totalsOf([call('1'), call('2', { completion_tokens: 'many' })], { ...query, by: ['month', 'team'] });
  expect(totals.summed).toHaveLength(1);
  expect(JSON.stringify(totals)).not.toContain(canary);
});

it.each(['messages', 'constructor', 'modle'])('a key that the reader does not have is refused: %s', (key) => {
  expect(() => totalsOf([call('1')], { ...query, by: [key] })).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code: 'unknown-group-key' })] }),
  );
});

it('more cached tokens than tokens is a fault, not a zero', () => {
  const page = structuredClone(openai);
  const [row] = page.data[0]?.results ?? [];
  if (row) row.input_cached_tokens = 1001;
  expect(totalsOf([page])).toMatchObject({ summed: [], refused: { 'part-over-whole': 1 } });
});

it('a page of OpenAI that was fetched twice counts once, and an unfinished hour as it was last', () => {
  const before = structuredClone(openai);
  const [row] = before.data[0]?.results ?? [];
  if (row) [row.num_model_requests, row.input_tokens, row.input_cached_tokens, row.output_tokens] = [2, 500, 100, 150];
  const { summed, repeated } = totalsOf([before, openai, openai]);
  expect(summed).toMatchObject([{ rows: 1, counted: [4, 800, 200, 400, 0] }]);
  // Both rows of the page, twice.
  expect(repeated).toBe(4);
});

it('every reader names a page of its publisher and a year', () => {
  for (const { id, source, year } of readers)
    expect([id, source.startsWith('https://'), year >= 2024]).toEqual([id, true, true]);
});
