/** Advice: every step evaluated on its own must be what the grid said; targets and break-evens checked by recomputing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise, type AdviseOptions } from '../src/advise.ts';
import { assess } from '../src/assess.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { evaluateGrid } from '../src/engine/grid.ts';
import { solve } from '../src/practices/solve.ts';
import { root, runCli } from './run-cli.ts';
import { within } from './within.ts';

const catalog = defaultCatalog();
// A practice leaves the training of the model of today as it is; another scenario has that of its own model.
const sheets = `training: exclude\n${readFileSync(join(root, 'scenarios/product-sheets.yaml'), 'utf8')}`;
const load = (): string => {
  throw new Error('nothing to extend');
};

const advice = (options: Partial<AdviseOptions> = {}, text = sheets) =>
  advise({ file: 'test.yaml', text, load }, { catalog, ...options });

const ghgOf = (text: string): number =>
  assess({ file: 'test.yaml', text, load }, { catalog, hash: () => '', practices: [] }).baseline.impacts.ghg.total
    ?.central ?? Number.NaN;

describe('the grid', () => {
  const range = (central: number) => ({ low: central, central, high: central });
  const part = {
    mechanisms: ['reported-server', 'facility', 'operation', 'totals'],
    inputs: [
      ['reported_energy', 0.001],
      ['idle', 0.5],
      ['pue', 2],
      ['grid_ghg', 0.5],
      ['requests', 10],
      ['location_share', 1],
      ['iterations', 1],
      ['calls', 1],
    ].map(([id, value]) => ({ id: String(id), key: String(id), range: range(Number(value)) })),
  };
  const column = (...values: number[]) => Float64Array.from(values);

  test('two axes, by hand: 10 requests x 0.001 kWh x 1.5 x PUE x intensity', () => {
    const axes = [
      { length: 2, inputs: new Map([['pue', column(1, 2)]]) },
      { length: 3, inputs: new Map([['grid_ghg', column(0, 0.5, 1)]]) },
    ];
    const found = evaluateGrid(part, axes, ['ghg_operation_total', 'energy_total', 'prompts']);
    const expected = [0, 0.0075, 0.015, 0, 0.015, 0.03];
    for (const [row, value] of expected.entries())
      expect(found.get('ghg_operation_total')?.[row]).toSatisfy(within(value, 1e-12));
    expect([...(found.get('energy_total') ?? [])].map((each) => Number(each.toPrecision(12)))).toEqual([
      0.015, 0.015, 0.015, 0.03, 0.03, 0.03,
    ]);
    expect([...(found.get('prompts') ?? [])]).toEqual([10, 10, 10, 10, 10, 10]);
  });

  test('three axes give what one row at a time gives', () => {
    const values = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(values, values, values, (pues, grids, idles) => {
        const axes = [
          { length: pues.length, inputs: new Map([['pue', column(...pues)]]) },
          { length: grids.length, inputs: new Map([['grid_ghg', column(...grids)]]) },
          { length: idles.length, inputs: new Map([['idle', column(...idles)]]) },
        ];
        const found = evaluateGrid(part, axes, ['ghg_operation_total']).get('ghg_operation_total');
        let row = 0;
        for (const pue of pues)
          for (const grid of grids)
            for (const idle of idles) {
              const expected = 10 * 0.001 * (1 + idle) * pue * grid;
              if (!within(expected, 1e-9)(found?.[row])) return false;
              row += 1;
            }
        return row === found?.length;
      }),
    );
  });

  test('one input on two axes is a bug of ours, and said', () => {
    const axis = { length: 1, inputs: new Map([['pue', column(1)]]) };
    expect(() => evaluateGrid(part, [axis, axis], ['energy_total'])).toThrow('"pue"');
  });
});

describe('steps', () => {
  test('each is what the scenario gives with that change written in', () => {
    const { steps } = advice({ top: 2 });
    expect(steps.map(({ practice }) => practice).toSorted()).toEqual([
      'iterations', 'iterations', 'location', 'location', 'model', 'model', 'output', 'output',
    ]); // prettier-ignore
    for (const { practice, name, to, after } of steps) {
      const changed = {
        location: () => sheets.replace('azure/eastus2', name ?? ''),
        model: () => sheets.replace('gpt-4o', name ?? ''),
        iterations: () => sheets.replace('iterations: 4', `iterations: ${to}`),
        output: () => sheets.replace('output: 600', `output: ${to}`),
      }[practice]();
      expect(changed).not.toBe(sheets);
      expect(after.central).toSatisfy(within(ghgOf(changed), 1e-9));
    }
  });

  test('are ranked by gain, and all of them are gains', () => {
    const { steps, today } = advice({ top: 0 });
    const afters = steps.map(({ after }) => after.central);
    expect(afters).toEqual(afters.toSorted((left, right) => left - right));
    expect(Math.max(...afters)).toBeLessThan(today.central);
  });

  test('the best pair is what the scenario gives with both written in', () => {
    const { pair, today } = advice();
    const changed = sheets.replace('azure/eastus2', pair?.place ?? '').replace('gpt-4o', pair?.model ?? '');
    expect(pair?.after).toSatisfy(within(ghgOf(changed), 1e-9));
    expect(pair?.factor).toSatisfy(within(ghgOf(changed) / today.central, 1e-9));
  });

  test('all regions and all text models of known size: over 40 000 pairs', () => {
    const { compared } = advice({ all: true });
    const models = catalog.data.models.filter(({ kind, total_parameters: total }) => kind === 'text' && total);
    expect(compared.pairs).toBe(catalog.data.regions.length * models.length);
    expect(compared.pairs).toBeGreaterThan(40_000);
  });

  test('"keep" limits what is compared', () => {
    const kept = sheets.replace(
      '    iterations: 4',
      '    keep: { regions: [azure/francecentral], models: [gpt-4o-mini] }\n    iterations: 4',
    );
    const { steps } = advice({ top: 0 }, kept);
    const names = steps.flatMap(({ name }) => (name === null ? [] : [name]));
    expect(names.toSorted()).toEqual(['azure/francecentral', 'openai/gpt-4o-mini']);
  });
});

describe('a target', () => {
  test('the fewest practices that reach it, eased as far as it allows', () => {
    const { target } = advice({ target: '150 kgCO2e/year' });
    expect(target).toMatchObject({ reached: true, met: false, practices: ['location'] });
    expect(target?.after.central).toBeLessThanOrEqual(150);
    const easier = advice({ target: '220 kgCO2e/year' });
    expect(easier.target?.practices).toHaveLength(1);
  });

  test('met today: no step', () => {
    expect(advice({ target: '1 t/year' }).target).toMatchObject({ reached: true, met: true, steps: [] });
  });

  test('out of reach: says how far the strongest go', () => {
    const { target } = advice({ target: '1 gCO2e/year' });
    expect(target).toMatchObject({ reached: false, practices: ['location', 'iterations', 'output', 'model'] });
    expect(target?.after.central).toBeGreaterThan(0.001);
  });

  test('per unit is per functional unit', () => {
    expect(advice({ target: '1 gCO2e/unit' }).target?.total).toSatisfy(within(300, 1e-12));
  });
});

describe('a break-even of one input', () => {
  test.each([
    ['tokens.output', 'output: 600', (value: number) => `output: ${value}`],
    ['tokens.input', 'input: 900', (value: number) => `input: ${value}`],
    ['iterations', 'iterations: 4', (value: number) => `iterations: ${value}`],
    ['draft.requests', '1 per unit', (value: number) => `${value} per unit`],
  ])('%s: written into the scenario it gives the target', (path, from, write) => {
    const { solution } = advice({ solve: path, target: '330 kgCO2e/year' });
    expect(solution?.value).not.toBeNull();
    const changed = sheets.replace(from, write(solution?.value ?? 0));
    expect(ghgOf(changed)).toSatisfy(within(330, 1e-6));
  });

  test('no value reaches it: says where it ends', () => {
    const { solution } = advice({ solve: 'iterations', target: '1 kgCO2e/year' });
    expect(solution).toMatchObject({ value: null, nearest: 1 });
  });

  test('bisection finds roots of rising and of falling figures', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.boolean(), (root, rising) => {
        const figure = (x: number): number => (rising ? x : -x);
        const found = solve({ figure, target: figure(root), low: 1e-9, high: 1e9 });
        return within(root, 1e-9)(found.value);
      }),
    );
  });
});

describe('the command', () => {
  test.each(['en', 'fr'])('%s', async (lang) => {
    const { code, stdout, stderr } = await runCli([
      'advise',
      'scenarios/product-sheets.yaml',
      '--target',
      '40 kgCO2e/year',
      '--lang',
      lang,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`golden/advise/product-sheets.${lang}.txt`);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('JSON', async () => {
    const { stdout } = await runCli(['advise', 'scenarios/product-sheets.yaml', '--top', '1', '--format', 'json']);
    await expect(stdout).toMatchFileSnapshot('golden/advise/product-sheets.json');
  });

  test.each([
    ['a target of energy', ['--target', '1 kWh/year'], 'wrong-dimension'],
    ['a target without a time', ['--target', '40 kgCO2e'], 'bad-quantity'],
    ['a target that is a range', ['--target', '40..50 kgCO2e/year'], 'bad-option'],
    ['a target that is no amount', ['--target', 'little'], 'bad-quantity'],
    ['an input that is none', ['--solve', 'tokens.outpt', '--target', '40 kgCO2e/year'], 'unknown-input'],
    ['something to solve without a target', ['--solve', 'tokens.output'], 'bad-option'],
  ])('%s: exit 2, nothing on stdout', async (_, args, expected) => {
    const { code, stdout, stderr } = await runCli(['advise', 'scenarios/product-sheets.yaml', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error[${expected}]`);
  });

  test('a scenario of unknown footprint: exit 2, and why', async () => {
    const { code, stderr } = await runCli(['advise', 'scenarios/marketing-tools.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('unknown');
  });
});

describe('what the review of a stranger would find', () => {
  const two = (last: string): string => `${sheets}  - id: other
    model: gpt-4o
    region: azure/eastus2
    tokens: { input: 900, output: 600 }
${last}`;

  test('of nothing there is no pair and no gain, and no crash', () => {
    const { pair, steps } = advice({ all: true }, sheets.replace('300k/year', '0/year'));
    expect({ pair, steps }).toEqual({ pair: null, steps: [] });
  });

  test('a volume moves in every usage that counts by it', () => {
    const text = two('    requests: 1 per unit\n');
    const { solution } = advice({ solve: 'volume', target: '100 kgCO2e/year' }, text);
    expect(solution?.path).toBe('functional_unit.volume');
    expect(ghgOf(text.replace('300k/year', `${solution?.value}/year`))).toSatisfy(within(100, 1e-6));
  });

  test('per unit no volume changes anything', () => {
    expect(advice({ solve: 'volume', target: '2 gCO2e/unit' }).solution?.value).toBeNull();
  });

  test('where the figure jumps, the value that is named keeps the target', () => {
    const { solution } = advice({ solve: 'serving.bits', target: '100 kgCO2e/year' });
    expect(solution?.value === null || (solution?.figure ?? 0) <= 100).toBe(true);
  });

  test('one name for several inputs, or in several usages, is refused with the names', () => {
    const named = (solve: string): string => {
      try {
        advice({ solve, target: '100 kgCO2e/year' }, two('    requests: 5/year\n'));
      } catch (error) {
        return String((error as Error).message);
      }
      return '';
    };
    expect(named('tokens.output')).toContain('draft.tokens.output, other.tokens.output');
    expect(
      advice({ solve: 'draft.tokens.output', target: '330 kgCO2e/year' }, two('    requests: 5/year\n')).solution
        ?.value,
    ).not.toBeNull();
    expect(named('model')).toContain('total_parameters');
  });

  test('none of it: no requests', () => {
    expect(advice({ solve: 'requests', target: '0 kgCO2e/year' }).solution).toMatchObject({ value: 0, figure: 0 });
  });

  test('an unknown usage is named, and a target is not simply met', async () => {
    const text = two('    requests: unknown\n');
    expect(advice({}, text)).toMatchObject({ bound: 'lower', missing: ['other'] });
    const { stdout } = await runCli(['advise', '-', '--target', '1 t/year'], { stdin: text });
    expect(stdout).toContain('today >341 kgCO2e');
    expect(stdout).toContain('nothing is known of other');
    expect(stdout).toContain('a part of the scenario is unknown');
  });

  test('only the steps that a target needs, and those of many usages told once', async () => {
    const { target } = advice({ target: '150 kgCO2e/year' }, two('    requests: 5/year\n'));
    expect(target?.steps.map(({ usage }) => usage)).toEqual(['draft']);
    const usages = Array.from(
      { length: 40 },
      (_, at) => `  - { id: u${at}, model: gpt-4o, region: azure/eastus2, requests: 1000/year, iterations: 4 }`,
    );
    const stdin = `name: Many\nusages:\n${usages.join('\n')}\n`;
    const { stdout } = await runCli(['advise', '-', '--target', '1 gCO2e/year', '--top', '1'], { stdin });
    expect(stdout).toContain('out of reach');
    expect(stdout.split('\n').length).toBeLessThan(60);
  });
});
