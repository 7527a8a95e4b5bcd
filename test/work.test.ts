/** Pictures, video, speech, embeddings, conversations, agents, training, data, years: by arithmetic done by hand. */
import { describe, expect, test } from 'vitest';
import { assess } from '../src/assess.ts';
import type { Assessment } from '../src/assessment.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { InputError, type Problem } from '../src/errors.ts';
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

const problemsOf = (scenario: object): readonly Problem[] => {
  try {
    assessed(scenario);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
};

const codesOf = (scenario: object): readonly string[] => problemsOf(scenario).map(({ code }) => code);

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
    ['declared experts', { total_parameters: 400, active_parameters: 17, experts: 128, experts_used: 1 }, 60],
    ['a state', { total_parameters: 9, cache: '16 kB/token', state: '142 MB' }, 60],
  ])('gives the batch: %s', async (_, model, speed) => {
    expect(1 / (await valueOf(usage(model, speed), 'step_time'))).toSatisfy(within(speed, 1e-3));
  });
});

describe('the time of an answer', () => {
  const served = (serving: object, output = 300) => ({
    usages: [
      {
        id: 'slow',
        model: { total_parameters: 70.6 },
        ...bare,
        tokens: { input: 500, output, reasoning: 100 },
        serving: { accelerator: 'h100-sxm5-80', accelerators: 8, bits: 8, ...serving },
        practices: { location: 'none', iterations: 'none', model: 'none', output: { by: '50 %' } },
      },
    ],
  });

  test('of a token is the inverse of the speed', async () => {
    const time = await valueOf(served({ time_per_output_token: '25 ms' }), 'batch');
    expect(time).toSatisfy(within(await valueOf(served({ tokens_per_second: 40 }), 'batch'), 1e-9));
  });

  test('as a whole is reading the prompt and writing every token', async () => {
    const whole = served({ latency: '12 s' });
    const reading = (500 * (await valueOf(whole, 'prefill_time'))) / 8;
    const writing = (300 + 100) * (await valueOf(whole, 'step_time'));
    expect(reading + writing).toSatisfy(within(12, 1e-3));
  });

  test('is that of today: a shorter answer leaves the batch as it is', async () => {
    const cut = (serving: object): number =>
      assessed(served(serving)).practices?.items.find(({ id }) => id === 'output')?.aloneGhg?.central ?? Number.NaN;
    const time = await valueOf(served({ latency: '12 s' }), 'asked_time');
    expect(cut({ latency: '12 s' })).toSatisfy(within(cut({ time_per_output_token: `${time} s` }), 1e-9));
    expect(cut({ latency: '12 s' })).toBeLessThan(0.9);
  });

  test.each([
    ['faster than one request alone', { tokens_per_second: 400 }, 'unreachable-speed', 'tokens_per_second'],
    ['a token too soon', { time_per_output_token: '2 ms' }, 'unreachable-speed', 'time_per_output_token'],
    ['an answer too soon', { latency: '1 s' }, 'unreachable-speed', 'latency'],
    ['an answer before the prompt is read', { latency: '1 ms' }, 'unreachable-speed', 'latency'],
    ['a range with one end too fast', { tokens_per_second: '40 to 400' }, 'unreachable-speed', 'tokens_per_second'],
    ['slower than any batch', { time_per_output_token: '900 s' }, 'unreachably-slow', 'time_per_output_token'],
    ['time and speed', { latency: '12 s', tokens_per_second: 40 }, 'fields-exclude', 'latency'],
    ['time and batch', { latency: '12 s', batch: 8 }, 'fields-exclude', 'batch'],
  ])('%s is refused, where it stands', (_, serving, code, field) => {
    const problems = problemsOf(served(serving));
    expect(problems.map((each) => each.code)).toEqual([code]);
    expect(problems[0]?.path).toBe(`usages[0].serving.${field}`);
    expect(problems[0]?.place?.line).toBe(1);
  });
});

describe('a sweep over the time of an answer', () => {
  const stdin = text({
    usages: [{ id: 'one', model: dense, ...bare, serving: { accelerators: 8, bits: 8, latency: '12 s' } }],
  });
  const swept = (values: string) => runCli(['sweep', '-', '--vary', `serving.latency=${values}`], { stdin });

  test('takes what a batch can give', async () => {
    const { code, stdout } = await swept('10,20');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^20 .*\n10 /m);
  });

  test('refuses what none can', async () => {
    const { code, stdout, stderr } = await swept('1,20');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('error[unreachable-speed]');
  });
});

describe('the layers of a model', () => {
  const mixture = { total_parameters: 400, active_parameters: 17, bits: 8 };
  const one = (model: object) => ({
    usages: [
      {
        id: 'one',
        model,
        ...bare,
        tokens: { input: 200, output: 400, reasoning: 0 },
        serving: { accelerator: 'h100-sxm5-80', accelerators: 8, batch: 64 },
      },
    ],
  });

  test('experts say which weights a batch reads', async () => {
    const experts = one({ ...mixture, experts: 128, experts_used: 1 });
    // 17 = always + (400 - always) / 128, in billions; a batch of 64 calls 1 - (127/128)^64 of the others.
    const always = (17 - 400 / 128) / (1 - 1 / 128);
    const read = always + (400 - always) * (1 - (127 / 128) ** 64);
    expect(await valueOf(experts, 'weights_read')).toSatisfy(within(read * 1e9, 1e-9));
    // Without them, a token calls 17/400 of all weights.
    expect(await valueOf(one(mixture), 'weights_read')).toSatisfy(within(400e9 * (1 - (1 - 17 / 400) ** 64), 1e-9));
  });

  test('a state is read and written for each request, and a declared cache is read', async () => {
    const hybrid = one({ total_parameters: 9, cache: '16384 B/token', state: '141.55776 MB' });
    expect(await valueOf(hybrid, 'cache_read')).toSatisfy(within(64 * (400 * 16384 + 2 * 141.55776e6), 1e-9));
    expect(await valueOf(one({ total_parameters: 9 }), 'cache_read')).toSatisfy(
      within(64 * 400 * 70e3 * Math.cbrt(9), 1e-9),
    );
  });

  test.each([
    ['experts alone', { ...mixture, experts: 128 }, ['missing-key']],
    ['called experts alone', { ...mixture, experts_used: 2 }, ['missing-key']],
    ['experts of a dense model', { total_parameters: 70, experts: 8, experts_used: 2 }, ['missing-key']],
    ['as many called as there are', { ...mixture, experts: 8, experts_used: 8 }, ['out-of-bounds']],
    ['more called than active', { ...mixture, experts: 8, experts_used: 2 }, ['out-of-bounds']],
    ['one expert', { ...mixture, experts: 1, experts_used: 1 }, ['out-of-bounds']],
    ['a cache of seconds', { total_parameters: 70, cache: '3 s' }, ['wrong-dimension']],
  ])('%s: refused', (_, model, codes) => {
    expect(codesOf(one(model))).toEqual(codes);
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

  test('ids of datapoints stand on totals alone, each once', async () => {
    const { stdout } = await runCli(['assess', 'scenarios/csrd-export.yaml', '--format', 'csrd']);
    const ids = stdout.match(/(?<=,)E[13]-\d_\d\d(?=,)/g);
    expect(ids).toEqual(['E1-6_07', 'E1-6_09', 'E1-6_11', 'E1-6_12', 'E1-5_01']);
  });

  test('the score is (E x I + M) / R in grams, where the result holds kilograms', async () => {
    const grid = { intensity: '0.5 kgCO2e/kWh' };
    const unit = { functional_unit: { name: 'answer', volume: 2000 }, period: 'once' };
    const scenario = {
      ...unit,
      usages: [{ id: 'one', model: dense, requests: '1 per unit', iterations: 1, pue: 1, grid }],
    };
    const { energy, ghg } = assessed(scenario).baseline.impacts;
    const hardware = ghg.phases.embodied?.central ?? Number.NaN;
    const { stdout } = await runCli(['assess', '-', '--format', 'csrd'], { stdin: text(scenario) });
    const [, score, printed] = /SCI score per answer,,,,,,[^,]+,([^,]+),[^,]+,([^,]+),/.exec(stdout) ?? [];
    expect(printed).toBe('gCO2eq/answer');
    expect(Number(score)).toSatisfy(
      within((1000 * ((energy.total?.central ?? Number.NaN) * 0.5 + hardware)) / 2000, 1e-9),
    );
  });
});
