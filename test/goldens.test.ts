/** What every command prints, in English and in French: kept in test/golden/COMMAND, and read line by line when it changes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProgram } from '../src/cli/program.ts';
import { textOf } from './page.fixtures.ts';
import { testProject, type TestProject } from './project.fixtures.ts';
import { root } from './run-cli.ts';

/** Name of the golden file, and what is typed. What stands in quotes for a shell is one argument here. */
type Runs = readonly (readonly [name: string, code: number, ...args: string[]])[];

/** By command, in a folder that holds the scenarios of the project, one budget, and a result of another scenario. */
const told: Readonly<Record<string, Runs>> = {
  assess: [
    ['matrix', 0, 'decision-matrix.yaml'],
    ['agent', 0, 'agent-12-steps.yaml'],
    ['two-files', 0, 'truck-fleet.yaml', 'transcribe-every-meeting.yaml'],
    ['unknown', 4, 'marketing-tools.yaml', '--strict'],
    ['line', 0, 'product-sheets.yaml', '--format', 'line'],
    ['misspelt', 2, 'misspelt.yaml'],
  ],
  check: [
    ['kept', 0, '--today', '2026-11-25'],
    ['line', 0, '--today', '2026-11-25', '--format', 'line'],
    ['no-config', 2, '--config', 'none.yaml'],
  ],
  diff: [
    ['files', 0, 'product-sheets.yaml', 'shorter.yaml'],
    ['one-file', 2, 'product-sheets.yaml'],
  ],
  budget: [
    ['suggest', 0, 'suggest', 'product-sheets.yaml', 'decision-matrix.yaml'],
    ['other', 2, 'sugest'],
  ],
  advise: [
    ['target', 0, 'product-sheets.yaml', '--target', '40 kgCO2e/year'],
    ['out-of-reach', 0, 'product-sheets.yaml', '--target', '1 gCO2e/year'],
    ['solve', 0, 'product-sheets.yaml', '--target', '300 kgCO2e/year', '--solve', 'tokens.output'],
    ['no-unit', 2, 'product-sheets.yaml', '--target', '40'],
  ],
  report: [
    ['page-agent', 0, 'agent-12-steps.yaml'],
    ['no-page', 2, 'agent-12-steps.yaml', '-o', 'page.pdf'],
  ],
  compare: [
    ['usages', 0, 'rag-or-local-7b.yaml', 'decision-matrix.yaml', '--by', 'usage'],
    ['regions', 0, 'product-sheets.yaml', 'truck-fleet.yaml', '--by', 'region', '--criterion', 'water'],
    ['one-row', 0, 'product-sheets.yaml', 'truck-fleet.yaml', '--where', 'ghg > 900 t'],
    ['condition', 2, 'product-sheets.yaml', '--where', 'ghg > 10 L'],
  ],
  sweep: [
    ['limits', 0, 'product-sheets.yaml', '--vary', 'model=@small', '--vary', 'iterations=1..3', '--constraint', 'water < 20 m3', '--top', '4'],
    ['no-field', 2, 'product-sheets.yaml', '--vary', 'regions=all'],
  ],
  explain: [
    ['water', 0, 'product-sheets.yaml', 'water', '--depth', '3'],
    ['practice', 0, 'product-sheets.yaml', 'ghg', '--practice', 'location', '--depth', '1'],
    ['no-figure', 2, 'product-sheets.yaml', 'watter'],
  ],
  catalog: [
    ['models', 0, 'models', 'mistral', 'large'],
    ['model', 0, 'models', 'magistral-medium'],
    ['region', 0, 'regions', 'sweden'],
    ['hardware', 0, 'hardware', 'h100'],
    ['equivalences', 0, 'equivalences', 'km'],
    ['sources', 0, 'sources', 'ecologits'],
    ['practices', 0, 'practices'],
    ['nothing', 0, 'models', 'zzzz'],
    ['no-table', 2, 'modls'],
  ],
  questions: [
    ['all', 0],
    ['open', 0, 'marketing-tools.yaml', '--open'],
    ['search', 0, '--search', 'zzzz'],
  ],
  // What is printed is for programs, and the same in both languages: test/schema.test.ts reads it.
  schema: [['no-schema', 2, 'scenaro']],
  verify: [
    ['holds', 0, 'kept.json', 'product-sheets.yaml'],
    ['moved', 1, 'kept.json', 'shorter.yaml'],
    ['no-result', 2, 'product-sheets.yaml'],
  ],
  init: [
    ['written', 0, 'new.yaml', '--template', 'rag', '--yes', '--force'],
    ['exists', 2, 'product-sheets.yaml', '--yes'],
  ],
  completion: [
    ['fish', 0, 'fish'],
    ['no-shell', 2, 'powershell'],
  ],
}; // prettier-ignore

let project: TestProject;
beforeAll(async () => {
  const scenarios = Object.fromEntries(
    readdirSync(join(root, 'scenarios'))
      .filter((file) => /\.(?:yaml|csv)$/.test(file))
      .map((file) => [file, readFileSync(join(root, 'scenarios', file), 'utf8')]),
  );
  const sheets = scenarios['product-sheets.yaml'] ?? '';
  project = testProject({
    ...scenarios,
    'shorter.yaml': sheets.replace('output: 600', 'output: 250'),
    'misspelt.yaml': sheets.replace('iterations:', 'iteratons:').replace('azure/eastus2', 'azure/eastus22'),
    'ai-footprint.config.yaml': 'scenarios: [product-sheets.yaml]\nbudgets:\n  - ghg: 9 t/year\n  - water: 5 m3/year\n',
  });
  const kept = await project.run('assess', 'product-sheets.yaml', '--output', 'kept.json');
  if (kept.code !== 0) throw new Error(kept.stderr);
});
afterAll(() => project.remove());

describe.each(Object.entries(told))('%s', (command, runs) => {
  describe.each(['en', 'fr'])('in %s', (lang) => {
    test.each(runs.map(([name, status, ...args]) => ({ name, status, args })))(
      '$name',
      async ({ name, status, args }) => {
        const { code, stdout, stderr } = await project.run(command, ...args, '--lang', lang);
        expect({ code, isSilent: (status === 2 ? stdout : stderr) === '' }).toEqual({ code: status, isSilent: true });
        // The version of the data is of the day; how it is printed is read in test/verify.test.ts.
        const shown = (status === 2 ? stderr : stdout.startsWith('<!doctype') ? textOf(stdout) : stdout).replaceAll(
          /\d{4}-\d\d-\d\d [0-9a-f]{12}/g,
          '(version of the data)',
        );
        await expect(shown).toMatchFileSnapshot(join(root, 'test/golden', command, `${name}.${lang}.txt`));
        expect(shown).not.toMatch(/\b(?:NaN|undefined|null|\[object)\b/);
      },
    );
  });
});

test('every command has golden output in both languages', () => {
  const silent = { write: () => true, on: () => undefined };
  const program = makeProgram(
    { argv: [], env: {}, stdin: (async function* () {})(), stdout: silent, stderr: silent, cwd: () => root },
    () => undefined,
    () => undefined,
  );
  for (const command of program.commands) {
    const folder = join(root, 'test/golden', command.name());
    const files = readdirSync(folder);
    const english = files.filter((file) => /\.en\.\w+$/.test(file));
    expect(
      english.filter((file) => files.includes(file.replace('.en.', '.fr.'))),
      folder,
    ).not.toEqual([]);
  }
});
