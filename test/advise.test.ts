/** Advice: every step evaluated on its own must be what the grid said; targets and break-evens checked by recomputing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise, type AdviseOptions } from '../src/advise.ts';
import { assess } from '../src/assess.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { evaluateGrid } from '../src/engine/grid.ts';
import type { InputError } from '../src/errors.ts';
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
    ['functional_unit.volume', '300k/year', (value: number) => `${value}/year`],
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
});

/** Usages of one model, each with its own lines. */
const usagesOf = (...usages: readonly string[]): string =>
  [
    'name: Several',
    'functional_unit: { name: sheet, volume: 300k/year }',
    'training: exclude',
    'usages:',
    ...usages.map((lines, at) => `  - { id: u${at + 1}, model: gpt-4o, region: azure/eastus2, ${lines} }`),
  ].join('\n');

const two = usagesOf(
  'requests: 1 per unit, tokens: { input: 900, output: 600 }',
  'requests: 1 per unit, tokens: { input: 100, output: 200 }',
);

const inFile = async (text: string, ...args: readonly string[]) => runCli(['advise', '-', ...args], { stdin: text });

describe('nothing to gain', () => {
  test.each([
    ['no requests', usagesOf('requests: 0/year, tokens: { input: 900, output: 600 }'), []],
    ['no tokens', usagesOf('requests: 100/year, tokens: { input: 0, output: 0 }'), ['--all']],
  ])('%s: no pair, no step, exit 0', async (_, text, args) => {
    expect(advice({ all: args.length > 0 }, text)).toMatchObject({ pair: null, steps: [] });
    const { code, stdout, stderr } = await inFile(text, ...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('no step that is allowed');
  });

  test('a pair that gains nothing is none', () => {
    const kept = sheets.replace(
      '    iterations: 4',
      '    keep: { regions: [azure/eastus2], models: [gpt-4o] }\n    iterations: 4',
    );
    expect(advice({}, kept).pair).toBeNull();
  });
});

describe('a volume that usages share', () => {
  test.each(['volume', 'functional_unit.volume', 'u2.volume'])('%s moves in all of them', (path) => {
    const { solution, today } = advice({ solve: path, target: `${ghgOf(two) / 2} kgCO2e/year` }, two);
    expect(solution).toMatchObject({ path: 'functional_unit.volume', kind: 'value' });
    expect(solution?.value).toSatisfy(within(150_000, 1e-9));
    expect(today.central).toSatisfy(within(ghgOf(two), 1e-12));
  });

  test('of a unit nothing changes with it: no value, or every value', () => {
    const per = (ghgOf(two) / 300_000) * 1000;
    const above = advice({ solve: 'volume', target: `${per / 2} gCO2e/unit` }, two).solution;
    expect(above).toMatchObject({ kind: 'no-effect', value: null, nearest: 300_000 });
    expect(above?.figure).toSatisfy(within(per / 1000, 1e-9));
    expect(advice({ solve: 'volume', target: `${per * 2} gCO2e/unit` }, two).solution?.kind).toBe('no-effect');
  });

  test('where requests are not of a unit, a unit carries less the more there are', () => {
    const fixed = two.replaceAll('1 per unit', '300k/year');
    const per = (ghgOf(fixed) / 300_000) * 1000;
    const { solution } = advice({ solve: 'volume', target: `${per / 2} gCO2e/unit` }, fixed);
    expect(solution?.value).toSatisfy(within(600_000, 1e-9));
  });
});

describe('which input is meant', () => {
  test('a field of several usages: names them', async () => {
    const { code, stderr } = await inFile(two, '--solve', 'tokens.output', '--target', '9 kg/year');
    expect(code).toBe(2);
    expect(stderr).toContain('error[ambiguous-name]');
    expect(stderr).toContain('write one of "u1.tokens.output", "u2.tokens.output"');
    expect(advice({ solve: 'u2.tokens.output', target: `${ghgOf(two)} kgCO2e/year` }, two).solution?.value).toSatisfy(
      within(200, 1e-6),
    );
  });

  test('an assumption that usages share is one unknown; in one usage it is that of this usage', () => {
    const target = `${ghgOf(two) * 0.7} kgCO2e/year`;
    const write = (text: string, value: number | null | undefined): string =>
      text.replaceAll('tokens:', `serving: { batch: ${value} }, tokens:`);
    const all = advice({ solve: 'serving.batch', target }, two).solution;
    expect(all?.path).toBe('serving.batch');
    expect(ghgOf(write(two, all?.value))).toSatisfy(within(ghgOf(two) * 0.7, 1e-6));
    const one = advice({ solve: 'u1.serving.batch', target }, two).solution;
    const [before = '', after = ''] = two.split('  - { id: u2');
    expect(ghgOf(`${write(before, one?.value)}  - { id: u2${after}`)).toSatisfy(within(ghgOf(two) * 0.7, 1e-6));
  });

  test('a field with several inputs behind it: says which can be asked for', async () => {
    const { code, stderr } = await inFile(sheets, '--solve', 'model', '--target', '100 kg/year');
    expect(code).toBe(2);
    expect(stderr).toContain('"total_parameters", "active_parameters"');
  });

  test('active weights are never more than all of them, cached tokens never more than tokens', () => {
    const total = advice({ solve: 'total_parameters', target: '1 gCO2e/year' }).solution;
    const active = advice({ solve: 'active_parameters', target: '90 t/year' }).solution;
    expect(total?.nearest).toSatisfy(within(Math.sqrt(44 * 132), 1e-3));
    expect(active).toMatchObject({ kind: 'always', nearest: 440 });
    const cached = sheets.replace('input: 900,', 'input: 900, cached_input: 300,');
    expect(advice({ solve: 'tokens.input', target: '1 gCO2e/year' }, cached).solution?.nearest).toBe(300);
  });
});

describe('a figure that jumps', () => {
  test('the side that keeps to the target, and says that it is a jump', () => {
    const { solution } = advice({ solve: 'serving.bits', target: '100 kgCO2e/year' });
    expect(solution?.kind).toBe('jump');
    expect(solution?.figure).toBeLessThan(99);
    const bits = (value: number) => sheets.replace('    iterations', `    serving: { bits: ${value} }\n    iterations`);
    expect(ghgOf(bits(solution?.value ?? 0))).toSatisfy(within(solution?.figure ?? 0, 1e-9));
    expect(ghgOf(bits((solution?.value ?? 0) * 1.001))).toBeGreaterThan(100);
  });

  test('to nothing: a target of 0', () => {
    expect(advice({ solve: 'requests', target: '0 kgCO2e/year' }).solution).toMatchObject({ value: 0, figure: 0 });
  });

  test('every value keeps to it', () => {
    const { solution } = advice({ solve: 'pue', target: '90000 t/year' });
    expect(solution?.value).not.toBeNull();
    expect(advice({ solve: 'requests', target: '1e9 t/year' }).solution).toMatchObject({ kind: 'always', value: null });
  });
});

describe('a part that is unknown', () => {
  const known = 'requests: 1M/year, tokens: { input: 900, output: 600 }';
  const partly = usagesOf(known, 'requests: unknown, tokens: { input: 100, output: 200 }');

  test('bound and what is missing stand beside every figure', async () => {
    expect(advice({}, partly)).toMatchObject({ bound: 'lower', missing: ['u2'] });
    expect(advice({}, usagesOf(known))).toMatchObject({ bound: null, missing: [] });
    const { stdout } = await inFile(partly);
    expect(stdout).toContain('today >284 kgCO2e');
    expect(stdout).toContain('without a step here: u2');
    expect(stdout).toMatch(/ >\d+ kgCO2e +model/);
  });

  test.each([
    ['met', '900 kg/year'],
    ['reached', '100 kg/year'],
  ])('%s by the known part: says that it is a lower bound', async (word, target) => {
    const { stdout } = await inFile(partly, '--target', target);
    expect(stdout).not.toMatch(new RegExp(`is ${word}`));
    expect(stdout).toContain('what is known');
    expect(stdout).toContain('a lower bound');
    const json = await inFile(partly, '--target', target, '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({ bound: 'lower', missing: ['u2'], target: { bound: 'lower' } });
  });

  test('so does a break-even', async () => {
    const args = ['--target', '100 kg/year', '--solve', 'tokens.output'];
    expect((await inFile(partly, ...args)).stdout).toContain('a lower bound');
    expect(JSON.parse((await inFile(partly, ...args, '--format', 'json')).stdout)).toMatchObject({
      solution: { bound: 'lower', kind: 'value' },
    });
  });
});

describe('a target over several usages', () => {
  const many = usagesOf(
    ...Array.from({ length: 150 }, () => 'requests: 10k/year, iterations: 2, tokens: { input: 900, output: 600 }'),
  );
  const uneven = usagesOf(
    'requests: 1M/year, tokens: { input: 900, output: 600 }',
    'requests: 10k/year, tokens: { input: 900, output: 600 }',
    'requests: 100/year, tokens: { input: 900, output: 600 }',
  );

  test('no step stays that is not needed', () => {
    const whole = ghgOf(uneven);
    const { target } = advice({ target: `${whole / 2} kgCO2e/year` }, uneven);
    expect(target?.steps.map(({ usage }) => usage)).toEqual(['u1']);
    expect(target?.after.central).toBeLessThanOrEqual(whole / 2);
  });

  test('steps of several usages that are the same are told once', async () => {
    const { stdout } = await inFile(many, '--target', '30 kg/year');
    expect(stdout).toMatch(/\d+ usages: azure\//);
    expect(stdout.split('\n').length).toBeLessThan(40);
  });

  test('out of reach: as many of each practice as --top says', async () => {
    const args = ['--target', '1 gCO2e/year', '--top', '2'];
    const { stdout } = await inFile(
      uneven.replaceAll('output: 600', 'output: 6').replace('output: 6', 'output: 9'),
      ...args,
    );
    expect(stdout).toContain('out of reach');
    const { target } = JSON.parse((await inFile(many, ...args, '--format', 'json')).stdout);
    const count = (practice: string): number =>
      target.steps.filter((step: { practice: string }) => step.practice === practice).length;
    expect(['location', 'iterations', 'output', 'model'].map(count)).toEqual([2, 2, 2, 2]);
    expect(target.more_steps).toBe(592);
    const text = await inFile(many, ...args);
    expect(text.stdout).toContain('150 usages: azure/canadaeast');
    expect(text.stdout.split('\n').length).toBeLessThan(30);
  });
});

describe('data of a usage', () => {
  test('stay where its prompts move: storage is counted at the new place', () => {
    const stored = sheets.replace('    iterations', '    data: { storage: 20 TB, transfer: 3 GB/day }\n    iterations');
    const { steps, pair } = advice({}, stored);
    const moved = steps.find(({ practice }) => practice === 'location');
    expect(moved?.after.central).toSatisfy(within(ghgOf(stored.replace('azure/eastus2', moved?.name ?? '')), 1e-9));
    const both = stored.replace('azure/eastus2', pair?.place ?? '').replace('gpt-4o', pair?.model ?? '');
    expect(pair?.after).toSatisfy(within(ghgOf(both), 1e-9));
  });
});

describe('AFNOR SPEC 2314', () => {
  test('the id of a practice is that of its row, and the key is left out where the row has none', async () => {
    const rows = catalog.data.practices.map((row) => (row.practice === 'model' ? { ...row, afnor: 'X-1' } : row));
    const own = { ...catalog, data: { ...catalog.data, practices: rows } };
    const { steps } = advise({ file: 'test.yaml', text: sheets, load }, { catalog: own });
    for (const { practice, afnor } of steps) expect(afnor).toBe(practice === 'model' ? 'X-1' : null);
    const { stdout } = await inFile(sheets, '--format', 'json');
    expect(stdout).not.toContain('afnor');
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

  test.each(['en', 'fr'])('80 columns, %s', async (lang) => {
    const partly = usagesOf(
      'requests: 1M/year, iterations: 4, tokens: { input: 900, output: 600 }',
      'requests: unknown, tokens: { input: 100, output: 200 }',
    );
    for (const args of [
      ['--target', '100 kg/year'],
      ['--target', '1 g/year'],
      ['--target', '100 t/year'],
      ['--target', '100 kg/year', '--solve', 'serving.bits'],
      ['--target', '1 g/year', '--solve', 'serving.bits'],
      ['--target', '1 g/unit', '--solve', 'volume'],
      ['--target', '100 t/year', '--solve', 'serving.host'],
      ['--target', '100 kg/year', '--solve', 'wue'],
    ]) {
      const { code, stdout, stderr } = await inFile(partly, ...args, '--lang', lang);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    }
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

describe('a second usage, or none', () => {
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
        return JSON.stringify((error as InputError).problems);
      }
      return '';
    };
    expect(named('tokens.output')).toMatch(/draft\.tokens\.output.*other\.tokens\.output/);
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
    expect(stdout).toContain('without a step here: other');
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
