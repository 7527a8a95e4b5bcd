import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../src/assess.ts';
import { differences, type Assessment, type Method, type SecondOpinion } from '../src/assessment.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { toJson } from '../src/report/json.ts';
import { resultSchema } from '../src/report/result-schema.ts';
import { root, runCli } from './run-cli.ts';
import { within } from './within.ts';

/** What EcoLogits' formula gives, by hand: test/cases/ecologits.yaml. */
interface Case {
  readonly name: string;
  readonly model: string | { readonly total_parameters: number };
  readonly output_tokens: number;
  readonly bound: 'low' | 'central' | 'high';
  readonly arithmetic: string;
  readonly energy: number;
  readonly ghg_operation: number;
  readonly ghg_embodied: number;
  readonly adpe_embodied: number;
  readonly primary_energy_embodied: number;
  readonly water: number;
}

const cases = parse(readFileSync(join(root, 'test/cases/ecologits.yaml'), 'utf8')) as readonly Case[];
const tolerance = 1e-4;
const catalog = defaultCatalog();

const place = { pue: 1.2, wue: 0.5, grid: { intensity: '100 gCO2e/kWh', water: '2 L/kWh' } };
const volume = { requests: '1000/year', iterations: 1 };

interface Settings {
  readonly method?: Method;
  readonly methods?: boolean;
}

/** A scenario of JSON text, read by the library; intervals by propagation, which is exact. */
function run(usage: object, settings: Settings): Assessment {
  const text = JSON.stringify({ name: 'test', period: 'year', usages: [{ id: 'u', ...usage }] });
  const load = (target: string): string => {
    throw new Error(`nothing to load: ${target}`);
  };
  return assess({ file: 'test.json', text, load }, { catalog, hash: () => 'none', samples: 0, ...settings });
}

function onlyUsage({ baseline }: Assessment) {
  const [usage] = baseline.usages;
  if (!usage) throw new Error('the scenario has one usage');
  return usage;
}

function opinionOf(usage: object, settings: Settings = {}): SecondOpinion {
  const { secondOpinion } = onlyUsage(run({ ...volume, ...place, ...usage }, { ...settings, methods: true }));
  if (!secondOpinion) throw new Error('a text usage has a second opinion');
  return secondOpinion;
}

const product = (factors: readonly number[]): number => factors.reduce((all, each) => all * each, 1);
const codes = ({ warnings }: Assessment): string[] => warnings.map(({ code }) => code);

describe('EcoLogits 0.9.1, computed by hand', () => {
  test('a dense model, a mixture and a range are among the cases', () => {
    expect(cases.map(({ bound }) => bound)).toEqual(['central', 'central', 'low', 'high']);
  });

  test.each(cases.map((each) => [each.name, each.arithmetic, each] as const))('%s: %s', (_, __, expected) => {
    const { bound } = expected;
    const usage = { ...volume, ...place, model: expected.model, tokens: { output: expected.output_tokens } };
    const { perRequest } = onlyUsage(run(usage, { method: 'ecologits' }));
    const found = {
      energy: perRequest.energy.total?.[bound],
      ghg_operation: perRequest.ghg.phases.operation?.[bound],
      ghg_embodied: perRequest.ghg.phases.embodied?.[bound],
      adpe_embodied: perRequest.adpe.phases.embodied?.[bound],
      primary_energy_embodied: perRequest.primary_energy.phases.embodied?.[bound],
      water: perRequest.water.total?.[bound],
    };
    for (const [name, value] of Object.entries(found))
      expect(value, name).toSatisfy(within(expected[name as keyof typeof found], tolerance));
    const { other } = opinionOf(usage);
    expect(other.energy[bound]).toSatisfy(within(expected.energy, tolerance));
    expect(other.ghg[bound]).toSatisfy(within(expected.ghg_operation + expected.ghg_embodied, tolerance));
  });
});

describe('properties of the second opinion', () => {
  const tokens = fc.integer({ min: 1, max: 20_000 });
  const sizes = fc.integer({ min: 1, max: 900 });

  test('energy is proportional to output tokens and independent of input tokens', () => {
    fc.assert(
      fc.property(sizes, tokens, tokens, (size, input, output) => {
        const energy = (given: object): number =>
          onlyUsage(
            run({ ...volume, ...place, model: { total_parameters: size }, tokens: given }, { method: 'ecologits' }),
          ).perRequest.energy.total?.central ?? Number.NaN;
        expect(energy({ input, output })).toSatisfy(within(output * energy({ input: 900, output: 1 }), 1e-9));
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  test('the factors of the differences multiply to the ratio', () => {
    fc.assert(
      fc.property(
        fc.record({
          model: fc
            .tuple(sizes, fc.nat(400))
            .map(([active, rest]) => ({ total_parameters: active + rest, active_parameters: active })),
          tokens: fc.record({ input: tokens, output: tokens }),
          serving: fc.record({ batch: fc.integer({ min: 1, max: 256 }), bits: fc.constantFrom(4, 8, 16) }),
        }),
        (usage) => {
          const { own, other, ratio, steps } = opinionOf(usage);
          expect(product(steps.map(({ factor }) => factor))).toSatisfy(within(ratio, 1e-9));
          expect(other.energy.central / own.energy.central).toSatisfy(within(ratio, 1e-9));
          const order = steps.map(({ cause }) => differences.indexOf(cause));
          expect(order).toEqual(order.toSorted((left, right) => left - right));
        },
      ),
      { numRuns: 50, seed: 1 },
    );
  });

  test('it is the same whichever method the result is by, and in as many places as you like', () => {
    const usage = { model: 'gpt-4o', tokens: { input: 900, output: 600 } };
    const parted = [
      { grid: 'FRA', share: '30 %' },
      { grid: 'POL', share: '70 %' },
    ];
    const text = (opinion: SecondOpinion): string => JSON.stringify(opinion.steps.map(({ cause }) => cause));
    const own = opinionOf(usage);
    expect(opinionOf(usage, { method: 'ecologits' })).toEqual(own);
    const places = opinionOf({ ...usage, grid: parted });
    expect(places.ratio).toSatisfy(within(own.ratio, 1e-9));
    expect(text(places)).toBe(text(own));
  });

  test('a deployment that is as EcoLogits takes it to be leaves the input tokens, the server and the formula', () => {
    const { steps } = opinionOf({
      model: { total_parameters: 70 },
      tokens: { input: 900, output: 600 },
      serving: { batch: 64, bits: 16, idle: 0 },
    });
    expect(steps.map(({ cause }) => cause)).toEqual(['input-tokens', 'host', 'formula']);
  });

  test('the deployment that differs is named with its numbers', () => {
    const { steps } = opinionOf({
      model: { total_parameters: 70 },
      tokens: { input: 900, output: 600 },
      serving: { batch: 8, bits: 8, accelerators: 2, idle: 0.2, host: 0.4 },
    });
    expect(steps.map(({ cause, from, to }) => [cause, from, to])).toEqual([
      ['batch', 8, 64],
      ['input-tokens', 900, 0],
      ['bits', 8, 16],
      ['accelerators', 2, 4],
      ['idle', 0.2, 0],
      ['host', 0.4, 150 / 700],
      ['formula', null, null],
    ]);
  });

  test('another accelerator is replaced by the one that EcoLogits was fitted on', () => {
    const usage = { model: { total_parameters: 70 }, tokens: { input: 900, output: 600 } };
    const serving = { batch: 64, bits: 16, idle: 0 };
    const h100 = opinionOf({ ...usage, serving });
    const b200 = opinionOf({ ...usage, serving: { ...serving, accelerator: 'nvidia-b200' } });
    // 1.2 x 70 x 2 = 168 GB: one B200 of 180 GB, four H100 of 80 GB.
    expect(b200.steps.find(({ cause }) => cause === 'accelerators')).toMatchObject({ from: 1, to: 4 });
    const remains = ({ steps }: SecondOpinion) => steps.find(({ cause }) => cause === 'formula')?.factor ?? Number.NaN;
    expect(remains(b200)).toSatisfy(within(remains(h100), 1e-9));
  });

  test('a usage that writes nothing costs nothing there', () => {
    const { ratio, steps } = opinionOf({ model: 'gpt-4o', tokens: { input: 900, output: 0 } });
    expect(ratio).toBe(0);
    expect(product(steps.map(({ factor }) => factor))).toBe(0);
  });
});

describe('a result by EcoLogits', () => {
  const usage = { ...volume, region: 'azure/eastus2', model: 'gpt-4o', tokens: { input: 900, output: 600 } };

  test('names the method with its version', () => {
    expect(run(usage, { method: 'ecologits' }).tool.method).toBe('ecologits/0.9.1');
    expect(run(usage, {}).tool.method).toBe('ai-footprint/1');
  });

  test('says that the water is corrected, and only then', () => {
    expect(codes(run(usage, { method: 'ecologits' }))).toEqual(['ecologits-water-corrected']);
    expect(codes(run(usage, { methods: true }))).toEqual([]);
    expect(
      codes(run({ measured: { energy: '0.3 Wh', boundary: 'server' }, requests: '1M/year' }, { method: 'ecologits' })),
    ).toEqual([]);
  });

  test('lists the inputs that it reads and no other', () => {
    const { ledger } = run(usage, { method: 'ecologits' });
    expect(ledger.map(({ input }) => input).toSorted()).toEqual([
      'active_parameters',
      'carbon_price',
      'grid_adpe',
      'grid_ghg',
      'grid_primary_energy',
      'grid_water',
      'iterations',
      'output_tokens',
      'pue',
      'reasoning_tokens',
      'requests',
      'total_parameters',
      'wue',
    ]);
  });

  test('says that a deployment that is given does not enter it', () => {
    expect(codes(run({ ...usage, serving: { batch: 8 } }, { method: 'ecologits' }))).toContain('not-used');
  });

  test.each([
    ['measured', { measured: { energy: '0.3 Wh', boundary: 'server' }, model: 'gpt-4o', tokens: { output: 600 } }],
    ['task', { task: 'summarisation' }],
    ['fleet', { fleet: { accelerator: 'nvidia-h100', count: 10, utilisation: '60 %', hours: '8760 h/year' } }],
    ['spend', { spend: '12 kEUR/year' }],
  ])('leaves a usage estimated by %s as it is', (_, given) => {
    const by = (method: Method) => run({ requests: '1M/year', ...given }, { method, methods: true });
    expect(by('ecologits').baseline.impacts).toEqual(by('ai-footprint').baseline.impacts);
    expect(onlyUsage(by('ecologits')).secondOpinion).toBeUndefined();
  });

  test('both methods are in the JSON result, valid against the schema', () => {
    const result = toJson(run(usage, { methods: true }));
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    const [first] = result.baseline.usages;
    expect(first?.second_opinion?.methods.map(({ method }) => method)).toEqual(['ai-footprint/1', 'ecologits/0.9.1']);
    expect(toJson(run(usage, {})).baseline.usages[0]).not.toHaveProperty('second_opinion');
  });
});

describe('the command line', () => {
  /** The block of the second opinion alone: the rest is in the golden files of the scenarios. */
  const block = (stdout: string, heading: string): string =>
    `${stdout.split('\n\n').find((each) => each.startsWith(heading)) ?? ''}\n`;

  test.each([
    ['en', 'SECOND OPINION'],
    ['fr', 'SECOND AVIS'],
  ])('--methods at 80 columns: %s', async (lang, heading) => {
    const args = ['assess', 'scenarios/product-sheets.yaml', '--methods', '--lang', lang, '--width', '80'];
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(block(stdout, heading)).toMatchFileSnapshot(`golden/methods/product-sheets.80.${lang}.txt`);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('--method ecologits', async () => {
    const args = ['assess', 'scenarios/product-sheets.yaml', '--method', 'ecologits', '--width', '80'];
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot('golden/methods/product-sheets.ecologits.80.en.txt');
  });

  test('a method that nobody declared is refused', async () => {
    const { code, stderr } = await runCli(['assess', 'scenarios/product-sheets.yaml', '--method', 'magic']);
    expect(code).toBe(2);
    expect(stderr).toContain('ai-footprint, ecologits');
  });
});
