/** Pictures, video, speech, embeddings, conversations, agents, training, data, years: by arithmetic done by hand. */
import { describe, expect, test } from 'vitest';
import { assess } from '../src/assess.ts';
import type { Assessment } from '../src/assessment.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { InputError } from '../src/errors.ts';
import { within } from './within.ts';
import { runCli } from './run-cli.ts';

const text = (scenario: object): string => JSON.stringify({ name: 'test', ...scenario });
const source = (scenario: object) => ({ file: 'test.yaml', text: text(scenario), load: () => '' });

function assessed(scenario: object): Assessment {
  return assess(source(scenario), { catalog: defaultCatalog(), hash: () => '' });
}

/** Value of a name of the method for the only usage. */
async function valueOf(scenario: object, name: string): Promise<number> {
  const { stdout } = await runCli(['explain', '-', name, '--format', 'json'], { stdin: text(scenario) });
  const { root, nodes } = JSON.parse(stdout) as { root: string; nodes: { id: string; value: number }[] };
  return nodes.find(({ id }) => id === root)?.value ?? Number.NaN;
}

const codesOf = (scenario: object): readonly string[] => {
  try {
    assessed(scenario);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ code }) => code);
    throw error;
  }
};

const dense = { total_parameters: 70.6, bits: 16 };
const bare = { requests: '1k/year', grid: 'FRA', pue: 1, iterations: 1 };

describe('an agent', () => {
  const agent = {
    usages: [
      {
        id: 'agent',
        model: dense,
        ...bare,
        context_tokens: 4000,
        tokens: { input: 500, output: 300, reasoning: 0, cached_share: '80 %' },
        agent: { steps: 12, calls_per_step: 1.5, tool_tokens: 800, retries: '10 %' },
      },
    ],
  };

  test.each([
    // Each of 12 rounds carries the context, the task, and on average half of the 11 answers and tool results.
    ['input_tokens', 4000 + 500 + (11 * 1100) / 2],
    // What is new: all of it once, over 12 rounds.
    ['fresh_tokens', (4000 + 500 + 11 * 1100) / 12],
    ['cached_tokens', 0.8 * (4000 + 500 + (11 * 1100) / 2 - (4000 + 500 + 11 * 1100) / 12)],
    ['calls', 12 * 1.5 * 1.1],
  ])('%s', async (name, expected) => {
    expect(await valueOf(agent, name)).toSatisfy(within(expected, 1e-9));
  });

  test('counts every call of a result', () => {
    const [usage] = agent.usages;
    const one = assessed({ usages: [{ ...usage, agent: { ...usage?.agent, calls_per_step: 3 } }] });
    const half = assessed(agent);
    const energy = (each: Assessment) => each.baseline.impacts.energy.total?.central ?? Number.NaN;
    expect(energy(one)).toSatisfy(within(2 * energy(half), 1e-9));
  });
});

describe('the speed of a request', () => {
  const usage = (model: object, speed: number) => ({
    usages: [
      {
        id: 'fast',
        model,
        ...bare,
        tokens: { input: 500, output: 300, reasoning: 0 },
        serving: { accelerator: 'h100-sxm5-80', accelerators: 8, bits: 8, tokens_per_second: speed },
      },
    ],
  });
  test.each([
    ['dense', { total_parameters: 70.6 }, 40],
    ['a mixture of experts', { total_parameters: 671, active_parameters: 37 }, 25],
    ['a small mixture', { total_parameters: 117, active_parameters: 5.1 }, 50],
  ])('gives the batch: %s', async (_, model, speed) => {
    expect(1 / (await valueOf(usage(model, speed), 'step_time'))).toSatisfy(within(speed, 1e-3));
  });
});

describe('machines of one service', () => {
  test('wait, and their waiting and their making are counted', async () => {
    const own = { usages: [{ id: 'own', model: dense, ...bare, serving: { utilisation: '20 %' } }] };
    // 0.15 of the rated power while waiting, 0.8 of the time, for 0.2 of work.
    expect(await valueOf(own, 'idle')).toSatisfy(within((0.15 * 0.8) / 0.2, 1e-9));
    // Busy seconds cost 1 / 0.2 of hardware life, whatever `idle` counts.
    const time = await valueOf(own, 'accelerator_time');
    expect(await valueOf(own, 'allocated_time')).toSatisfy(within(time / 1.6 / 0.2, 1e-9));
  });
});

describe('training', () => {
  const use = { id: 'use', task: 'classification', requests: '1M/year', grid: 'FRA' };
  const run = { accelerator: 'nvidia-h100', count: 8, hours: '36 h', grid: 'FRA', pue: 1.2 };
  const lineOf = (training: unknown, id = 'run') =>
    assessed({ training, usages: [use] }).baseline.usages.find((each) => each.id === id)?.impacts;

  test('of one run: count x hours x power x server x PUE', () => {
    const energy = lineOf([{ id: 'run', ...run }])?.energy.total?.central ?? Number.NaN;
    expect(energy).toSatisfy(within(8 * 36 * 0.7 * 1.5 * 1.2, 1e-9));
  });

  test('of four runs a year is four times that', () => {
    const energy = lineOf([{ id: 'run', ...run, runs: '4/year' }])?.energy.total?.central ?? Number.NaN;
    expect(energy).toSatisfy(within(4 * 8 * 36 * 0.7 * 1.5 * 1.2, 1e-9));
  });

  test('from operations: 6 for a weight and a token, 4 with an adapter', () => {
    const hours = (method: string) =>
      lineOf([{ id: 'run', tokens: '1B', parameters: '8B', method, power: '1 kW', host: 0, pue: 1 }])?.energy.total
        ?.central;
    const full = (6 * 8e9 * 1e9) / (989.5e12 * 0.3) / 3600;
    expect(hours('full')).toSatisfy(within(full, 1e-9));
    expect(hours('lora')).toSatisfy(within((full * 4) / 6, 1e-9));
  });

  test('that serves ten million requests gives a tenth to one million', () => {
    const impacts = lineOf([{ id: 'run', ghg: '552 t', serves: '10M requests' }]);
    expect(impacts?.ghg.total?.central).toSatisfy(within(55_200, 1e-9));
  });

  test('published is shared by tokens, and left out when the scenario says so', () => {
    const chat = {
      id: 'chat', model: 'meta/llama-3.1-8b-instruct', requests: '1M/year', grid: 'FRA', tokens: { input: 200, output: 400 },
    }; // prettier-ignore
    const of = (training?: string) =>
      assessed({ ...(training ? { training } : {}), usages: [chat] }).baseline.impacts.ghg.phases.training;
    // 420 t x 1.5 development x 600 million tokens of 300 trillion.
    expect(of()?.central).toSatisfy(within((420_000 * 1.5 * 600e6) / 3e14, 1e-9));
    expect(of('exclude')).toBe(null);
  });

  test('is no request: the volume counts the use alone', () => {
    expect(assessed({ training: [{ id: 'run', ...run }], usages: [use] }).scenario.volume?.central).toBe(1e6);
  });

  test.each([
    ['says nothing', [{ id: 'run' }], ['missing-key']],
    ['names no accelerator of the catalogue', [{ id: 'run', ...run, accelerator: 'abacus' }], ['unknown-name']],
    ['has the id of a usage', [{ id: 'use', ...run }], ['duplicate-id']],
    ['gives share and requests', [{ id: 'run', ghg: '1 t', share: '5 %', serves: '1M' }], ['fields-exclude']],
    ['has a typo', [{ id: 'run', ...run, hour: 1 }], ['unknown-key']],
  ])('that %s is refused', (_, training, codes) => {
    expect(codesOf({ training, usages: [use] })).toEqual(codes);
  });
});

describe('work that does not fit', () => {
  test.each([
    ['a text model for pictures', { model: 'gpt-4o', images: {} }, ['wrong-kind-of-model']],
    ['two kinds of work', { model: 'openai/whisper-large-v3', audio: { seconds: 1 }, images: {} }, ['fields-exclude']],
    ['speed and batch', { model: dense, serving: { batch: 8, tokens_per_second: 20 } }, ['fields-exclude']],
    ['a video without a length', { model: 'openai/sora-2', video: {} }, ['missing-key']],
    [
      'an embedding model that hides its size',
      { model: 'voyage/voyage-3-large', embeddings: { tokens: 5 } },
      ['unpublished-figure'],
    ],
  ])('%s is refused', (_, usage, codes) => {
    expect(codesOf({ usages: [{ id: 'one', ...bare, ...usage }] })).toEqual(codes);
  });
});

describe('years ahead', () => {
  const scenario = { growth: '20 %/year', grid_trend: '-4 %/year', horizon: '3 years' };
  const usage = { id: 'one', measured: { energy: '1 kWh', boundary: 'facility' }, ...bare, iterations: 1 };

  test('grow the use and change the grid as the scenario says', () => {
    const { projection, baseline } = assessed({ ...scenario, usages: [usage] });
    const first = baseline.impacts.ghg.total?.central ?? Number.NaN;
    expect(projection?.years.map(({ energy }) => energy?.central)).toEqual(
      [1000, 1200, 1440].map((each) => expect.toSatisfy(within(each, 1e-9))),
    );
    expect(projection?.years[2]?.ghg?.central).toSatisfy(within(first * 1.44 * 0.96 ** 2, 1e-9));
  });

  test('need a horizon, and a scenario of a year', () => {
    expect(codesOf({ growth: '20 %/year', usages: [usage] })).toEqual(['missing-key']);
    expect(codesOf({ horizon: '3 years', period: 'month', usages: [{ ...usage, requests: '1/month' }] })).toEqual([
      'bad-quantity',
    ]);
  });
});

describe('data', () => {
  test('are counted where they are asked for, and said to be', () => {
    const usage = { id: 'one', measured: { energy: '0 kWh', boundary: 'facility' }, ...bare };
    const { baseline, boundary } = assessed({
      usages: [{ ...usage, data: { storage: '2 TB', transfer: '1 GB/day' } }],
    });
    // 2 TB x 0.9 W x 2 copies x 8 760 h, and 365 GB x 6 Wh.
    expect(baseline.impacts.energy.total?.central).toSatisfy(within((2 * 0.9 * 2 * 8760 + 365 * 6) / 1000, 1e-9));
    expect(boundary.counted).toEqual(expect.arrayContaining(['storage', 'network']));
    expect(assessed({ usages: [usage] }).boundary.notCounted).toEqual(expect.arrayContaining(['storage', 'network']));
  });
});

describe('the export for a sustainability statement', () => {
  test('has a scope on every line of gases, and adds up', async () => {
    const { code, stdout } = await runCli(['assess', 'scenarios/csrd-export.yaml', '--format', 'csrd']);
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('golden/csrd/csrd-export.csv');
  });

  test('the score is in grams, a thousand times the kilograms of the result', () => {
    const { sci } = assessed({ usages: [{ id: 'one', model: dense, ...bare }] });
    const { baseline } = assessed({ usages: [{ id: 'one', model: dense, ...bare }] });
    expect(sci?.central).toSatisfy(within(baseline.impacts.ghg.perUnit?.central ?? Number.NaN, 1e-9));
  });
});
