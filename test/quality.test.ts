/** Data quality: a grade for every kind of evidence, its reasons, and that knowing more never makes it worse. */
import { describe, expect, it } from 'vitest';
import { assess } from '../src/assess.ts';
import { grades, type Assessment, type Grade } from '../src/assessment.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { runCli } from './run-cli.ts';

function assessed(usages: readonly object[]): Assessment {
  const scenario = { name: 'test', usages: usages.map((usage, index) => ({ id: `u${index + 1}`, ...usage })) };
  return assess(
    { file: 'test.yaml', text: JSON.stringify(scenario), load: () => '' },
    { catalog: defaultCatalog(), hash: () => 'none', samples: 1000, seed: 1 },
  );
}

const rank = (grade: Grade | null): number => (grade === null ? grades.length : grades.indexOf(grade));

const year = { requests: '1M/year' };
const tokens = { tokens: { input: 500, output: 300, cached_input: 0, reasoning: 0 } };
const ownGrid = { grid: { intensity: '0.05 kgCO2e/kWh', water: '1 L/kWh' }, pue: 1.2, wue: 0.2 };
const deployment = { serving: { batch: 32, bits: 16, idle: 0.1, host: 0.3, accelerator: 'h100-sxm5-80' } };
const open = { model: 'llama-3.1-70b-instruct', ...tokens, ...year, iterations: 1 };
const closed = { model: 'gpt-4o', ...year };
const metered = { measured: { energy: '0.3 Wh', boundary: 'facility' }, ...year };

describe('each kind of evidence has its grade', () => {
  const cases: readonly (readonly [string, object, readonly (Grade | null)[]])[] = [
    ['own meter, own grid figure', { ...metered, ...ownGrid, iterations: 1 }, ['A', 'B']],
    ['own meter, place assumed', metered, ['C', 'D']],
    ['open model, deployment and region given', { ...open, ...deployment, region: 'aws/eu-west-3' }, ['B', 'C']],
    ['closed model, nothing else given', closed, ['D', 'E']],
    ['closed model, region given', { ...closed, ...tokens, region: 'azure/eastus2' }, ['D']],
    ['average of a task', { task: 'classification', ...year, grid: 'FRA' }, ['D']],
    ['average of a task, nowhere', { task: 'classification', ...year }, ['D']],
    ['fleet, counted', { fleet: { accelerator: 'h100-sxm5-80', count: 8, utilisation: 0.5 }, grid: 'FRA' }, ['C']],
    ['money', { spend: '1000 EUR/year' }, ['E']],
    ['nothing', { task: 'unknown', requests: 'unknown' }, [null]],
  ];
  it.each(cases)('%s', (_, usage, allowed) => {
    const { dataQuality, baseline } = assessed([usage]);
    expect(allowed).toContain(dataQuality.grade);
    // One usage is the scenario.
    expect(baseline.usages[0]?.dataQuality).toEqual(dataQuality);
    expect(dataQuality.reasons.length).toBeGreaterThanOrEqual(1);
  });
});

describe('knowing more', () => {
  const withDefaults = { ...open, serving: { accelerator: 'h100-sxm5-80' } };
  const steps: readonly (readonly [string, object, object])[] = [
    ['the batch', withDefaults, { serving: { accelerator: 'h100-sxm5-80', batch: 64 } }],
    ['the precision', { ...closed, ...tokens }, { serving: { bits: 8 } }],
    ['the deployment', open, deployment],
    ['the region', open, { region: 'aws/eu-west-3' }],
    ['a grid figure', { ...open, region: 'aws/eu-west-3' }, { grid: { intensity: '0.05 kgCO2e/kWh' } }],
    ['the PUE', open, { pue: 1.2 }],
    ['the tokens', closed, tokens],
    ['a meter', open, { measured: { energy: '0.3 Wh', boundary: 'facility' } }],
  ];
  it.each(steps)('of %s never worsens the grade', (_, before, given) => {
    const { region, ...rest } = { region: undefined, ...before };
    const kept = region === undefined || 'grid' in given ? rest : { ...rest, region };
    const after = assessed([{ ...kept, ...given }]).dataQuality.grade;
    expect(rank(after)).toBeLessThanOrEqual(rank(assessed([before]).dataQuality.grade));
  });
});

describe('what is printed', () => {
  it('gives the letter with its reasons, in three lines at most, at any width and in both languages', async () => {
    for (const lang of ['en', 'fr']) {
      for (const width of ['60', '80', '120']) {
        const args = ['assess', 'scenarios/product-sheets.yaml', '--lang', lang, '--width', width];
        const lines = (await runCli(args)).stdout.split('\n');
        const start = lines.findIndex((line) => /^(?:DATA QUALITY|QUALITÉ DES DONNÉES)/.test(line));
        const block = lines.slice(start, lines.indexOf('', start));
        expect(block.length).toBeGreaterThanOrEqual(1);
        expect(block.length).toBeLessThanOrEqual(3);
        expect(block.join(' ')).toMatch(/sources D ?:/);
        expect(Math.max(...block.map((line) => line.length))).toBeLessThanOrEqual(Number(width));
      }
    }
  });

  it('says so where there is nothing to grade', async () => {
    const { stdout } = await runCli(['assess', 'scenarios/marketing-tools.yaml', '--format', 'line']);
    expect(stdout).toContain('no data quality grade (');
    const table = await runCli(['assess', 'scenarios/marketing-tools.yaml']);
    expect(table.stdout).toContain('DATA QUALITY  coverage: 9 usages without a figure');
  });
});

it('the scenario of the grades holds one of each', async () => {
  const { stdout } = await runCli(['assess', 'scenarios/data-quality.yaml', '--format', 'json']);
  const { baseline } = JSON.parse(stdout) as { baseline: { usages: { data_quality: { grade: string } }[] } };
  expect(baseline.usages.map(({ data_quality: { grade } }) => grade)).toEqual(['A', 'B', 'C', 'D', 'E']);
});
