/** What else a stranger may write: the config of a project, a catalogue, a table of usages, conditions and values of options. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { lineOf, mutantOf, scenarioFolder, splicedOf } from './fuzz/mutate.ts';
import { runsClean } from './fuzz/outcome.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'fuzz-inputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ['product-sheets.yaml', 'prompt-log.yaml'])
  copyFileSync(join(scenarioFolder, name), join(folder, name));

const config = `scenarios: [product-sheets.yaml]
catalog: plain.yaml
budgets:
  - ghg: 500 kgCO2e/year
  - { ghg_per_unit: 3 gCO2e, level: warn, id: unit }
  - { water: 20 m3/year, usage: draft }
  - change: { ghg: +10 %, floor: 5 kgCO2e/year }
  - assumed_width: 60 %
  - data_quality: D
waivers:
  - { budget: water, usage: draft, owner: team, reason: migration, expires: 2027-01-31 }
`;
const catalog = `sources:
  - { id: meter, title: Our meter, url: "https://example.org", year: 2026, confidence: primary, review_by: "2027-01-01" }
zones:
  - { id: ROOF, name: Our roof, parent: FRA, kind: subdivision, ghg: [{ value: 0.03, year: 2026, source: meter }] }
regions:
  - { id: own/cellar, place: Lyon, country: FRA, zone: ROOF, pue: [{ value: 1.4, year: 2026, source: meter }] }
defaults:
  - { id: batch, unit: "1", value: 4, year: 2026, source: meter, meaning: requests at a time }
`;
writeFileSync(join(folder, 'plain.yaml'), 'models: []\n');

/** How many were taken and how many refused. */
async function counted<Input>(
  inputs: fc.Arbitrary<Input>,
  runs: number,
  run: (input: Input) => Promise<'result' | 'refused'>,
): Promise<{ readonly result: number; readonly refused: number }> {
  const counts = { result: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      counts[await run(input)] += 1;
    }),
    { numRuns: runs },
  );
  return counts;
}

const bytesInto = (name: string, args: readonly string[]) => (bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return runsClean(args, folder);
};

describe('any text at all is a result or errors', { timeout: 120_000 }, () => {
  test('as the config of a project', async () => {
    const args = ['check', '--config', 'ai-footprint.config.yaml', '--today', '2026-11-25'];
    writeFileSync(join(folder, 'ai-footprint.config.yaml'), config);
    expect((await runCli(['check', '--save-baseline', ...args.slice(1)], { cwd: folder })).code).not.toBe(2);
    const counts = await counted(mutantOf([config]), 400, bytesInto('ai-footprint.config.yaml', args));
    expect(counts.refused).toBeGreaterThan(40);
    expect(counts.result).toBeGreaterThan(10);
  });

  test('as a catalogue', async () => {
    const args = ['assess', 'product-sheets.yaml', '--catalog', 'own.yaml', '--practice', 'none'];
    const counts = await counted(mutantOf([catalog]), 400, bytesInto('own.yaml', args));
    expect(counts.refused).toBeGreaterThan(40);
    expect(counts.result).toBeGreaterThan(10);
  });

  test('as a table of usages', async () => {
    const table = readFileSync(join(scenarioFolder, 'prompt-log.csv'), 'utf8');
    const counts = await counted(splicedOf(table), 400, bytesInto('prompt-log.csv', ['assess', 'prompt-log.yaml']));
    expect(counts.refused).toBeGreaterThan(40);
    expect(counts.result).toBeGreaterThan(10);
  });

  const where = {
    right: [
      'ghg > 10 kg and (region ~ azure or not tag = prototype)',
      'not model ~ mistral',
      'ghg <= 1 t or water > 2 m3',
    ],
    pieces: ['ghg', ' > ', '=', '!~', ' ~ ', '10 kg', 'region', 'model', ' and ', ' or ', 'not ', '(', ')', '"', "'"],
  };
  const vary = {
    right: ['iterations=1..5', 'region=all', 'model=@small', 'draft.tokens.output=100..1000:x2', 'pue=1.1,1.2'],
    pieces: [
      'iterations',
      'tokens.output',
      'region',
      'model',
      'pue',
      '=',
      ',',
      '1',
      '..',
      ':x2',
      ':0.5',
      '@provider:azure',
    ],
  };
  const target = {
    right: ['40 kgCO2e/year', '3 gCO2e/unit', '1 t/year'],
    pieces: ['40', '1e-9', ' ', 'kgCO2e', '/', 'year', 'unit', 'month', '%', '-', ' to '],
  };
  test.each([
    ['--where', where, ['compare', 'product-sheets.yaml']],
    ['--vary', vary, ['sweep', 'product-sheets.yaml', '--sample', '20', '--format', 'jsonl']],
    ['--target', target, ['advise', 'product-sheets.yaml']],
  ] as const)('as the value of %s', async (option, language, command) => {
    const counts = await counted(lineOf(language), 200, (value) =>
      runsClean([...command, `${option}=${value}`], folder),
    );
    expect(counts.refused).toBeGreaterThan(40);
    expect(counts.result).toBeGreaterThan(10);
  });
});
