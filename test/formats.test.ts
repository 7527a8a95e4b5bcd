/** Names from a file on their way into formats that could run them, and the long formats of `assess`. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { csvText } from '../src/report/csv-text.ts';
import { fitting, markdown } from '../src/report/markdown-text.ts';
import { xml } from '../src/report/xml-text.ts';
import { measured, ownGrid, testProject, type TestProject } from './project.fixtures.ts';
import { validCodeQuality, validGithub, validJunit, validMarkdown, validSarif } from './published-schemas.ts';
import { root, runCli } from './run-cli.ts';
import { within } from './within.ts';

describe('cells of CSV', () => {
  test.each([
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', 'two lines'],
    ['\t=1', `"'=1"`],
    ['plain', 'plain'],
    [-1.5, '-1.5'],
    [null, ''],
  ])('%j is %s', (value, written) => {
    expect(csvText(['a'], [[value]])).toBe(`a\r\n${written}\r\n`);
  });
});

test('text in Markdown neither marks up nor links, calls or closes', () => {
  expect(markdown('a|b `c` *d* _e_ [f](g) <script>')).toBe('a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) &lt;script&gt;');
  expect(markdown('@team #12 https://x.org www.x.org')).not.toMatch(/@team|#12|:\/\/|www\./);
  expect(markdown('- item')).not.toMatch(/^-/);
  expect(markdown('</details>')).not.toContain('<');
});

test('text in XML is text', () => {
  expect(xml(`<a b="c">&'\u0000]]>`)).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&apos;\\x00]]&gt;');
});

test('a comment that would be too long keeps the blocks that fit', () => {
  const block = (size: number): string[] => ['x'.repeat(size)];
  expect(fitting([block(10), block(100), block(20)], 50).join('').length).toBe(30);
});

const hostile = 'Evil ::error file=x::boom %0A | `tick` <img src=x> @everyone =cmd() ]]> & "quotes"';

describe('a project whose names are hostile', () => {
  let project: TestProject;
  beforeAll(() => {
    project = testProject({
      'ai-footprint.config.yaml': `scenarios: ['ai/*.yaml']\ncatalog: own.yaml\nbudgets:\n  - ghg: 100 kgCO2e/year\n    usage: '*'\n    message: ${JSON.stringify(hostile)}\n`,
      'own.yaml': ownGrid(0.04),
      'ai/,::warning.yaml': measured(JSON.stringify(hostile)).replace('id: chat', `id: ${JSON.stringify(hostile)}`),
    });
  });
  afterAll(() => project.remove());
  const run = async (format: string) => {
    const { code, stdout, stderr } = await project.run('check', '--format', format, '--today', '2026-11-24');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    return stdout;
  };

  it('is reported in valid files', async () => {
    await validJunit(await run('junit'), { failures: 1 });
    expect(validSarif(await run('sarif')).exitCode).toBe(1);
    expect(validCodeQuality(await run('code-quality'))).toHaveLength(1);
  });

  it('gives one annotation, and no command of its own', async () => {
    const text = await run('github');
    expect(text.trimEnd().split('\n')).toHaveLength(2);
    expect(validGithub(text).annotations).toHaveLength(1);
    expect(text.match(/^::/gm)).toHaveLength(1);
    expect(text).not.toMatch(/%0A(?! )/);
  });

  it('marks nothing up in a comment', async () => {
    const text = await run('markdown');
    validMarkdown(text);
    expect(text).not.toMatch(/<img|@everyone/);
    const [head, rule, ...rows] = text.split('\n').filter((line) => line.startsWith('|'));
    const cells = (line: string | undefined): number => line?.replace(/\\\|/g, '').split('|').length ?? 0;
    expect(rows.map(cells)).toEqual(rows.map(() => cells(head)));
    expect(cells(rule)).toBe(cells(head));
  });

  it('starts no formula in a spreadsheet', async () => {
    const [, row = ''] = (await run('csv')).split('\r\n');
    expect(row.startsWith('"ai/,::warning.yaml"')).toBe(true);
  });
});

test('a comment on three hundred breaches is under 60 kB, counts the rest, and is the same bytes twice', async () => {
  const scenarios = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [
      `ai/${'long-'.repeat(20)}${at}.yaml`,
      measured(`Scenario ${at} ${'word '.repeat(20)}`),
    ]),
  );
  const project = testProject({
    'ai-footprint.config.yaml':
      'scenarios: [ai/*.yaml]\ncatalog: own.yaml\nbudgets:\n  - ghg: 100 kgCO2e/year\n  - water: 1 L/year\n',
    'own.yaml': ownGrid(0.04),
    ...scenarios,
  });
  const run = () => project.run('check', '--format', 'markdown', '--today', '2026-11-24');
  const first = await run();
  expect(first.code).toBe(1);
  expect(validMarkdown(first.stdout).answer).toBe('AI budget fails: 600 of 600 limits exceeded');
  expect(await run()).toEqual(first);
  project.remove();
});

describe('assess, long formats', () => {
  const sheets = 'scenarios/product-sheets.yaml';

  it('csv: the phases of a usage add up to its total in JSON', async () => {
    const { stdout } = await runCli(['assess', sheets, 'scenarios/marketing-tools.yaml', '--format', 'csv']);
    const [head = '', ...rows] = stdout.trimEnd().split('\r\n');
    expect(head).toBe(
      'scenario,period,usage,tier,estimator,criterion,phase,unit,low,central,high,bound,assumed,data_quality,scope,category,method,data_version',
    );
    const draft = rows.filter((row) => row.includes(',year,draft,'));
    const central = draft
      .map((row) => row.replace(/^"[^"]*"/, '').split(','))
      .filter((cells) => cells[5] === 'ghg' && cells[9] !== '')
      .reduce((sum, cells) => sum + Number(cells[9]), 0);
    const json = JSON.parse((await runCli(['assess', sheets, '--format', 'json'])).stdout) as {
      baseline: { impacts: { ghg: { total: { central: number } } } };
    };
    expect(central).toSatisfy(within(json.baseline.impacts.ghg.total.central, 1e-9));
    // Unknown is an empty cell, never 0.
    expect(rows.some((row) => row.includes(',ghg,') && row.includes(',kgCO2e,,,,'))).toBe(true);
    expect(rows.every((row) => !/,kgCO2e,0,0,0,/.test(row))).toBe(true);
    // GHG Protocol: scope and category on every line of greenhouse gases.
    expect(
      rows.filter((row) => row.includes(',ghg,')).every((row) => row.includes(',3,1 purchased goods and services,')),
    ).toBe(true);
  });

  it('jsonl: one result a line, each as in JSON', async () => {
    const { stdout } = await runCli(['assess', sheets, 'scenarios/search-with-ai.yaml', '--format', 'jsonl']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    const { stdout: single } = await runCli(['assess', sheets, '--format', 'json']);
    expect(JSON.parse(lines[0] ?? '')).toEqual(JSON.parse(single));
  });

  it.each(['en', 'fr'])('markdown in %s', async (lang) => {
    const { stdout } = await runCli(['assess', sheets, '--format', 'markdown', '--lang', lang]);
    // The table that is folded has goldens of its own.
    const [shown = ''] = stdout.split('<details>');
    expect(stdout.match(/<details>/g)).toHaveLength(1);
    await expect(shown).toMatchFileSnapshot(`${root}/test/golden/markdown/product-sheets.${lang}.md`);
  });
});
