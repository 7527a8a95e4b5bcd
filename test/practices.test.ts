/** The four good practices: fair shares, changes of inputs, what is suggested, and what is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, type AssessOptions } from '../src/assess.ts';
import type { Assessment, PracticeId } from '../src/assessment.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { InputError } from '../src/errors.ts';
import { runCli } from './run-cli.ts';
import { within } from './within.ts';

const catalog = defaultCatalog();

function assessed(text: string, options: Partial<AssessOptions> = {}): Assessment {
  const load = (): string => {
    throw new Error('nothing to extend');
  };
  return assess({ file: 'test.yaml', text, load }, { catalog, hash: () => '', ...options });
}

interface Options {
  readonly practices?: string;
  readonly usage?: string;
}

/** A text usage with everything given, so that only practices differ. */
const scenario = ({ practices = '', usage = '' }: Options = {}): string => `name: Test
functional_unit: { name: sheet, volume: 1000/year }
${practices}
usages:
  - id: draft
    model: gpt-4o
    region: azure/eastus2
    requests: 1 per unit
    iterations: 4
    tokens: { input: 900, output: 600 }
${usage}`;

const centralOf = ({ practices }: Assessment, id: PracticeId) => {
  const item = practices?.items.find((each) => each.id === id);
  if (!item) throw new Error(`no practice ${id}`);
  return item;
};

const stated = `practices:
  location: { grid: FRA }
  iterations: { to: 1.5 }
  output: { by: 50 % }
  model: { use: gpt-4o-mini, share: 80 %, retry: 5 % }`;

describe('figures by hand', () => {
  test('iterations 4 -> 1.5 leave 1.5 / 4 of everything', () => {
    const { aloneFactor } = centralOf(
      assessed(scenario({ practices: 'practices: { iterations: { to: 1.5 } }' })),
      'iterations',
    );
    for (const criterion of ['energy', 'ghg', 'water', 'adpe', 'primary_energy'] as const)
      expect(aloneFactor[criterion]?.central).toSatisfy(within(0.375, 1e-12));
  });

  test('iterations by 60 % and divided by 2.5 are the same', () => {
    const one = centralOf(assessed(scenario({ practices: 'practices: { iterations: { by: 60 % } }' })), 'iterations');
    const other = centralOf(
      assessed(scenario({ practices: 'practices: { iterations: { divide: 2.5 } }' })),
      'iterations',
    );
    expect(one.aloneFactor.ghg?.central).toSatisfy(within(0.4, 1e-12));
    expect(other.aloneFactor.ghg?.central).toSatisfy(within(0.4, 1e-12));
  });

  test('a model divided by 10 to 15 divides all that a prompt takes, interval and all', () => {
    const { aloneFactor } = centralOf(
      assessed(scenario({ practices: 'practices: { model: { divide: 10..15 } }' })),
      'model',
    );
    expect(aloneFactor.ghg?.low).toSatisfy(within(1 / 15, 1e-9));
    expect(aloneFactor.ghg?.high).toSatisfy(within(1 / 10, 1e-9));
  });

  test('half of the requests in a place without emissions: half of the operation, all of the hardware', () => {
    const practices = 'practices: { location: { grid: { intensity: 0 }, share: 50 % } }';
    const { baseline, practices: found } = assessed(scenario({ practices }));
    const { operation, embodied } = baseline.impacts.ghg.phases;
    const expected = (operation?.central ?? 0) / 2 + (embodied?.central ?? 0);
    const item = found?.items[0];
    expect(item?.alone?.ghg.total?.central).toSatisfy(within(expected, 1e-9));
    expect(item?.alone?.water.total?.central).toSatisfy(within(baseline.impacts.water.total?.central ?? 0, 1e-9));
  });

  test('retries add requests of the model of today', () => {
    const plain = assessed(scenario({ practices: 'practices: { model: { use: gpt-4o-mini } }' }));
    const retried = assessed(scenario({ practices: 'practices: { model: { use: gpt-4o-mini, retry: 10 % } }' }));
    const today = plain.baseline.impacts.ghg.total?.central ?? 0;
    const small = centralOf(plain, 'model').alone?.ghg.total?.central ?? 0;
    expect(centralOf(retried, 'model').alone?.ghg.total?.central).toSatisfy(within(small + 0.1 * today, 1e-9));
  });
});

describe('properties', () => {
  const shareSum = ({ practices }: Assessment): number =>
    practices?.items.reduce((sum, { shares }) => sum + (shares.ghg ?? 0), 0) ?? 0;

  test('shares add up to the whole cut, in every criterion', () => {
    const found = assessed(scenario({ practices: stated }));
    for (const criterion of ['energy', 'ghg', 'water', 'adpe', 'primary_energy'] as const) {
      const sum = found.practices?.items.reduce((total, { shares }) => total + (shares[criterion] ?? 0), 0);
      expect(sum).toSatisfy(within(1, 1e-9));
    }
  });

  test('another order changes the path and never the shares', () => {
    const lines = stated.split('\n').slice(1);
    const permutation = fc.shuffledSubarray(lines, { minLength: 4, maxLength: 4 });
    const first = assessed(scenario({ practices: stated }));
    fc.assert(
      fc.property(permutation, (order) => {
        const other = assessed(scenario({ practices: ['practices:', ...order].join('\n') }));
        for (const item of other.practices?.items ?? []) {
          const same = centralOf(first, item.id);
          expect(item.shares.ghg).toSatisfy(within(same.shares.ghg ?? 0, 1e-9));
          expect(item.alone?.ghg.total?.central).toSatisfy(within(same.alone?.ghg.total?.central ?? 0, 1e-12));
        }
        const all = other.practices?.all.ghg.total?.central;
        expect(all).toSatisfy(within(first.practices?.all.ghg.total?.central ?? 0, 1e-9));
      }),
      { numRuns: 12 },
    );
    const reversed = assessed(scenario({ practices: ['practices:', ...lines.toReversed()].join('\n') }));
    expect(reversed.practices?.items.map(({ id }) => id)).toEqual(['model', 'output', 'iterations', 'location']);
    const step = (each: Assessment): number => centralOf(each, 'location').path?.ghg.total?.central ?? 0;
    expect(step(reversed)).not.toSatisfy(within(step(first), 1e-3));
  });

  test('the last step of the path is all together; shares are of that cut', () => {
    const { practices } = assessed(scenario({ practices: stated }));
    expect(practices?.items.at(-1)?.path).toEqual(practices?.all);
  });

  test('a practice that is there already changes nothing, says so, and earns nothing', () => {
    const practices = `practices:
  location: { region: azure/eastus2 }
  iterations: { to: 4 }
  output: { tokens: 600 }
  model: { use: openai/gpt-4o }`;
    const found = assessed(scenario({ practices }));
    for (const { usages, alone, shares } of found.practices?.items ?? []) {
      expect(usages.map(({ status }) => status)).toEqual(['already-so']);
      expect({ alone, shares }).toEqual({ alone: null, shares: {} });
    }
    expect(found.practices?.all).toEqual(found.baseline.impacts);
  });

  test('a subset of the practices is computed alone, as with --practice', () => {
    const found = assessed(scenario({ practices: stated }), { practices: ['location', 'model'] });
    expect(found.practices?.items.map(({ id }) => id)).toEqual(['location', 'model']);
    expect(shareSum(found)).toSatisfy(within(1, 1e-9));
    expect(assessed(scenario({ practices: stated }), { practices: [] }).practices).toBeNull();
  });

  test('the baseline does not move with the practices', () => {
    expect(assessed(scenario({ practices: stated })).baseline).toEqual(
      assessed(scenario(), { practices: [] }).baseline,
    );
  });

  test('on common draws the ratio is tight although the totals are wide', () => {
    const found = assessed(scenario({ practices: 'practices: { iterations: { to: 2 } }' }), {
      samples: 2000,
      practices: ['iterations'],
    });
    const { total } = found.baseline.impacts.ghg;
    const { ghg } = centralOf(found, 'iterations').aloneFactor;
    expect((total?.high ?? 0) / (total?.low ?? 1)).toBeGreaterThan(3);
    expect((ghg?.high ?? 0) / (ghg?.low ?? 1)).toSatisfy(within(1, 1e-9));
  });
});

describe('suggestions', () => {
  const usagePractice = (found: Assessment, id: PracticeId) => centralOf(found, id).usages[0];

  test('the lowest region of the cloud of today, its PUE counted', () => {
    const found = usagePractice(assessed(scenario()), 'location');
    const best = catalog.data.regions
      .filter(({ provider }) => provider === 'azure')
      .map(({ id, zone, pue, provider }) => ({
        id,
        value: (catalog.zone(zone)?.ghg.value ?? 1) * ((pue ?? catalog.fleet(provider)?.pue)?.value ?? 1),
      }))
      .toSorted((left, right) => left.value - right.value)[0];
    expect(found).toMatchObject({ status: 'applies', suggested: true, reason: 'lowest-of-provider', to: best?.id });
  });

  test('a continent that is to be kept is kept', () => {
    const { to } = usagePractice(assessed(scenario({ usage: '    keep: { continent: EU }' })), 'location') ?? {};
    const region = catalog.region(String(to));
    expect(region?.provider).toBe('azure');
    expect(catalog.continent('EU')?.members).toContain(region?.country);
  });

  test('only regions that are named', () => {
    const usage = '    keep: { regions: [azure/francecentral, azure/westeurope] }';
    expect(usagePractice(assessed(scenario({ usage })), 'location')?.to).toBe('azure/francecentral');
  });

  test('the smallest model of the family, one class of size down at most', () => {
    expect(usagePractice(assessed(scenario()), 'model')).toMatchObject({ to: 'openai/gpt-4o-mini', named: 'medium' });
    const usage = '    keep: { tier: large }';
    expect(usagePractice(assessed(scenario({ usage })), 'model')?.to).not.toBe('openai/gpt-4o-mini');
  });

  test('"none" refuses a practice, and nothing is suggested in its place', () => {
    const found = assessed(scenario({ practices: 'practices: { location: none }' }));
    expect(usagePractice(found, 'location')).toMatchObject({ status: 'refused', suggested: false });
    expect(found.practices?.all.ghg.total?.central).toBeLessThan(found.baseline.impacts.ghg.total?.central ?? 0);
  });

  test('one prompt a result is the least', () => {
    const found = assessed(scenario().replace('iterations: 4', 'iterations: 1'));
    expect(usagePractice(found, 'iterations')).toMatchObject({ status: 'already-so', reason: 'one-prompt' });
  });

  test('a portfolio of more than a hundred usages is not suggested to unasked', () => {
    const usages = Array.from({ length: 101 }, (_, at) => `  - { id: u${at}, model: gpt-4o, requests: 1/year }`);
    const text = `name: Many\nusages:\n${usages.join('\n')}\n`;
    expect(assessed(text).practices).toBeNull();
    expect(assessed(text, { practices: ['output'] }).practices?.items).toHaveLength(1);
  });

  test('a measured usage says nothing of tokens or of another model', () => {
    const text = `name: Measured
usages:
  - id: chat
    region: azure/eastus2
    requests: 1000/year
    measured: { energy: 0.3 Wh, boundary: facility }
`;
    const found = assessed(text);
    expect(usagePractice(found, 'output')).toMatchObject({ status: 'out-of-reach', reason: 'not-of-this-estimate' });
    expect(usagePractice(found, 'model')).toMatchObject({ status: 'out-of-reach' });
    expect(usagePractice(found, 'location')).toMatchObject({ status: 'applies' });
  });
});

describe('what makes it worse is said', () => {
  test('more tokens, more prompts', async () => {
    const text = scenario({
      practices: 'practices: { output: { tokens: 900 }, iterations: { to: 5 }, location: none, model: none }',
    });
    const { code, stdout } = await runCli(['assess', '-'], { stdin: text });
    expect(code).toBe(0);
    expect(stdout).toContain('! output makes it worse: greenhouse gases +');
    expect(stdout).toContain('! iterations makes it worse: greenhouse gases +25 %');
  });

  test('less than one prompt a result is not possible: 1 is taken, with a warning', () => {
    const { warnings, practices } = assessed(scenario({ practices: 'practices:\n  iterations: { divide: 20 }' }));
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'practice-at-its-end', line: 4 }));
    expect(practices?.items.find(({ id }) => id === 'iterations')?.aloneFactor.ghg?.central).toSatisfy(
      within(0.25, 1e-12),
    );
  });
});

describe('bad input', () => {
  const problems = (text: string) => {
    try {
      assessed(text);
    } catch (error) {
      if (error instanceof InputError) return error.problems;
      throw error;
    }
    return [];
  };

  test.each([
    ['an unknown region', 'practices:\n  location: { region: azure/nowhere }', 'unknown-name', 4],
    ['an unknown zone', 'practices:\n  location: { grid: FRANCE2 }', 'unknown-name', 4],
    ['an unknown model', 'practices:\n  model: { use: gpt-9000 }', 'unknown-name', 4],
    ['a division by zero', 'practices:\n  iterations: { divide: 0 }', 'out-of-bounds', 4],
    ['a share over 100 %', 'practices:\n  model: { use: gpt-4o-mini, share: 120 % }', 'out-of-bounds', 4],
    ['a share of nothing', 'practices:\n  model: { use: gpt-4o-mini, share: 0 }', 'out-of-bounds', 4],
    ['a share that is a range', 'practices:\n  model: { use: gpt-4o-mini, share: 20..80 % }', 'bad-quantity', 4],
    ['less than one prompt', 'practices:\n  iterations: { to: 0.5 }', 'out-of-bounds', 4],
    ['more than all of it', 'practices:\n  output: { by: 150 % }', 'out-of-bounds', 4],
    ['two ways at once', 'practices:\n  output: { by: 50 %, tokens: 100 }', 'fields-exclude', 4],
    ['nothing stated', 'practices:\n  output: { share: 50 % }', 'missing-key', 4],
    ['no place', 'practices:\n  location: { share: 50 % }', 'missing-key', 4],
    ['an unknown practice', 'practices:\n  locaton: { grid: FRA }', 'unknown-key', 4],
    ['an unknown field', 'practices:\n  model: { us: gpt-4o-mini }', 'unknown-key', 4],
    ['another word than none', 'practices:\n  model: nothing', 'wrong-value', 4],
    ['an unknown value', 'practices:\n  output: { tokens: unknown }', 'bad-quantity', 4],
    ['tokens in watts', 'practices:\n  output: { tokens: 20 W }', 'wrong-dimension', 4],
  ])('%s: %s', (_, practices, code, line) => {
    const found = problems(scenario({ practices }));
    expect(found.map((each) => [each.code, each.place?.line])).toContainEqual([code, line]);
  });

  test.each([
    ['a continent', '    keep: { continent: ATLANTIS }', 'unknown-name'],
    ['a cloud', '    keep: { provider: nocloud }', 'unknown-name'],
    ['a class of size', '    keep: { tier: tiny }', 'unknown-name'],
    ['a region', '    keep: { regions: [azure/nowhere] }', 'unknown-name'],
    ['a model', '    keep: { models: [gpt-9000] }', 'unknown-name'],
    ['a latency, which nothing here knows', '    keep: { max_latency: 20 ms }', 'not-computed-yet'],
    ['another key', '    keep: { continents: EU }', 'unknown-key'],
  ])('keep: %s that is not known', (_, usage, code) => {
    const found = problems(scenario({ usage }));
    expect(found.map((each) => [each.code, each.place?.line])).toContainEqual([code, 11]);
  });

  test('practices of a usage go before those of the scenario, and are located there', () => {
    const usage = '    practices: { iterations: { to: 0 } }';
    const found = problems(scenario({ practices: 'practices: { iterations: { to: 2 } }', usage }));
    expect(found.map((each) => [each.code, each.place?.line])).toEqual([['out-of-bounds', 11]]);
  });

  test('--practice with a name that is none: exit 2, nothing on stdout', async () => {
    const { code, stdout, stderr } = await runCli(['assess', 'scenarios/product-sheets.yaml', '--practice', 'locaton']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('did you mean "location"?');
  });
});

describe('combinations over the grid', () => {
  /** The path as the report computes it, evaluated part by part, against the centre that the grid gave. */
  const agree = (found: Assessment): void => {
    for (const { pathGhg, path } of found.practices?.items ?? []) {
      if (pathGhg === null) continue;
      expect(path?.ghg.total?.central).toSatisfy(within(pathGhg, 1e-9));
    }
  };

  test('shares, retries, factors and places together', () => {
    const practices = `practices:
  model: { use: gpt-4o-mini, share: 60 %, retry: 10 % }
  location: { region: azure/swedencentral, share: 50 % }
  output: { by: 40 %, share: 70 % }
  iterations: { divide: 2, share: 30 % }`;
    agree(assessed(scenario({ practices })));
  });

  test('a deployment whose accelerators are given is made anew for another model', () => {
    const usage = '    serving: { accelerators: 8, bits: 16 }';
    agree(assessed(scenario({ practices: stated, usage })));
  });

  test('several places, a divisor, another method', () => {
    const text = scenario({
      practices: 'practices: { model: { divide: 12 }, location: { grid: SWE, share: 40 % } }',
    }).replace('    region: azure/eastus2', '    grid: [{ grid: USA, share: 60 % }, { grid: FRA, share: 40 % }]');
    agree(assessed(text));
    agree(assessed(scenario({ practices: stated }), { method: 'ecologits' }));
  });
});

test('a figure after practices opens down to what they changed', async () => {
  const { code, stdout } = await runCli([
    'explain', 'scenarios/llama-3-one-year.yaml', 'ghg.operation', '--practice', 'location,iterations', '--depth', '2',
  ]); // prettier-ignore
  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot('golden/explain/llama-after-practices.txt');
});

describe('what a reader could misread', () => {
  const two = (practices: string, other: string): string => `${scenario({ practices })}  - id: other\n${other}`;

  test('no cut, no shares: nobody has earned a part of a rise', () => {
    const found = assessed(
      scenario({
        practices: 'practices: { location: { grid: FRA }, output: { tokens: 50000 }, iterations: none, model: none }',
      }),
    );
    expect(found.practices?.dividedBy.ghg?.central).toBeLessThan(1);
    for (const { shares } of found.practices?.items ?? []) expect(shares.ghg).toBeUndefined();
  });

  test('a usage in no total is told, and not counted', async () => {
    const text = two(
      'practices: { iterations: { to: 2 } }',
      '    model: gpt-4o\n    requests: unknown\n    iterations: 3\n',
    );
    const { usages } = centralOf(assessed(text), 'iterations');
    expect(usages.map(({ status, reason }) => [status, reason])).toEqual([
      ['applies', null],
      ['out-of-reach', 'not-in-the-total'],
    ]);
    const { stdout } = await runCli(['assess', '-', '--practice', 'iterations'], { stdin: text });
    expect(stdout).toMatch(/1 Fewer iterations .*>[\d.]+ -> /);
  });

  test('a rise in one usage is told although all together fall', async () => {
    const text = two(
      'practices: { output: { tokens: 300 } }',
      '    model: gpt-4o-mini\n    requests: 10/year\n    tokens: { input: 900, output: 100 }\n',
    );
    const { stdout } = await runCli(['assess', '-', '--practice', 'output'], { stdin: text });
    expect(stdout.replace(/\s+/g, ' ')).toContain('! output makes it worse in other: greenhouse gases +');
  });

  test('a measured mass of greenhouse gases does not move with the place', () => {
    const text = `name: Measured
practices: { location: { grid: FRA } }
usages:
  - { id: chat, grid: POL, requests: 1000/year, measured: { ghg: 5 g } }
`;
    expect(centralOf(assessed(text), 'location').usages[0]).toMatchObject({
      status: 'out-of-reach',
      reason: 'gases-measured',
    });
  });

  test('the cloud of today is kept, and nothing is suggested where nobody knows it', () => {
    const text = scenario({ usage: '    keep: { provider: true }' })
      .replace('region: azure/eastus2', 'grid: POL')
      .replace('gpt-4o', 'meta/llama-3.1-70b-instruct');
    expect(centralOf(assessed(text), 'location').usages[0]).toMatchObject({
      status: 'out-of-reach',
      reason: 'place-unknown',
    });
    const none = scenario({ usage: '    keep: { provider: scaleway, continent: ASIA }' });
    expect(centralOf(assessed(none), 'location').usages[0]?.reason).toBe('none-allowed');
  });

  test('paths of inputs are those of the file', () => {
    const found = assessed(scenario({ practices: stated, usage: '    practices: { output: { tokens: 200 } }' }));
    const paths = found.practices?.items.flatMap(({ usages }) =>
      usages.flatMap(({ inputs }) => inputs.map(({ path }) => path)),
    );
    expect(paths).toContain('practices.iterations.to');
    expect(paths).toContain('usages.draft.practices.output.tokens');
    expect(paths?.filter((path) => /practices\.(?!location|iterations|output|model)/.test(path))).toEqual([]);
  });

  test('why a portfolio has no suggestions', async () => {
    const usages = Array.from({ length: 101 }, (_, at) => `  - { id: u${at}, model: gpt-4o, requests: 1/year }`);
    const { stdout } = await runCli(['assess', '-'], { stdin: `name: Many\nusages:\n${usages.join('\n')}\n` });
    expect(stdout).toContain('not suggested unasked for 101 usages');
  });

  test('of nothing there is no practice', () => {
    expect(assessed(scenario().replace('volume: 1000/year', 'volume: 0/year')).practices).toBeNull();
  });
});

describe('outputs that are no text', () => {
  const picture = (steps: number, side: number, extra = ''): string => `name: Pictures
usages:
  - id: picture
    model: bfl/flux.1-dev
    grid: FRA
    requests: 1000/year
    images: { count: 1, width: ${side}, height: ${side}, steps: ${steps} }
${extra}`;
  const ghgOf = (found: Assessment): number => found.baseline.impacts.ghg.total?.central ?? 0;

  test('a smaller picture in fewer steps is what the scenario gives with it written in', () => {
    const practices = '    practices: { output: { width: 512, height: 512, steps: 20 } }';
    const found = assessed(picture(50, 1024, practices), { practices: ['output'] });
    const expected = ghgOf(assessed(picture(20, 512), { practices: [] }));
    expect(centralOf(found, 'output').alone?.ghg.total?.central).toSatisfy(within(expected, 1e-9));
  });

  test('seconds of a picture change nothing, and that is said', () => {
    const found = assessed(picture(50, 1024, '    practices: { output: { seconds: 3 } }'));
    expect(centralOf(found, 'output').usages[0]).toMatchObject({ status: 'out-of-reach' });
  });

  test('tokens and pixels together are refused', () => {
    const text = picture(50, 1024, '    practices: { output: { tokens: 100, width: 512 } }');
    expect(() => assessed(text)).toThrow(InputError);
  });
});

describe('electricity by contract', () => {
  const contract = '    grid: { intensity: 10 gCO2e/kWh, basis: market }';

  test('stands beside the electricity of the place, and changes nothing of it', () => {
    const plain = assessed(scenario(), { practices: [] }).baseline;
    const { impacts, marketBased } = assessed(scenario({ usage: contract }), { practices: [] }).baseline;
    expect(impacts).toEqual(plain.impacts);
    const energy = impacts.energy.total?.central ?? Number.NaN;
    expect(marketBased?.market.central).toSatisfy(within(energy * 0.01, 1e-12));
    expect(marketBased?.location).toEqual(impacts.ghg.phases.operation);
    expect(plain.marketBased).toBeUndefined();
  });

  test('is printed with both figures, in both languages', async () => {
    for (const [lang, word] of [
      ['en', 'market-based, as contracted'],
      ['fr', 'fondé sur le marché'],
    ] as const) {
      const { stdout } = await runCli(['assess', '-', '--practice', 'none', '--lang', lang], {
        stdin: scenario({ usage: contract }),
      });
      expect(stdout).toContain(word);
    }
  });

  test('is no place to move to', () => {
    const practices = 'practices:\n  location: { grid: { intensity: 10 gCO2e/kWh, basis: market } }';
    expect(() => assessed(scenario({ practices }))).toThrow(InputError);
  });
});
