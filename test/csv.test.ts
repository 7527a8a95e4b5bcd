/** Every CSV of the program read by parsers that are not ours: columns as docs/csv.md says, no formula, numbers as numbers. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { csvText } from '../src/report/csv-text.ts';
import { root, runCli } from './run-cli.ts';
import { within } from './within.ts';

const folder = mkdtempSync(join(tmpdir(), 'csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hostile = [
  '=cmd()',
  "-1+cmd|' /C calc'!A0",
  '+1',
  '-1',
  '@sum',
  'say "x", y',
  "it's; so",
  'tab\there',
  '  two  blanks  ',
  '＝1',
  'é ü 漢字',
];
const file = join(folder, 'hostile.yaml');
writeFileSync(
  file,
  JSON.stringify({
    name: '=1+1, "all" of; them',
    usages: hostile.map((id) => ({
      id,
      tags: [`=${id.trim().replaceAll('\t', ' ')}`],
      model: 'gpt-4o',
      region: 'azure/eastus2',
      requests: '1k/year',
      tokens: { input: 100, output: 100 },
    })),
  }).replaceAll('\\t', ' '),
);

const commands: Readonly<Record<string, readonly string[]>> = {
  assess: ['assess', file, 'scenarios/marketing-tools.yaml'],
  'compare by usage': ['compare', file, 'scenarios/rag-with-cache.yaml', '--by', 'usage'],
  'compare by tag': ['compare', file, '--by', 'tag', '--baseline', '=say "x", y'],
  csrd: ['assess', file, 'scenarios/csrd-export.yaml', '--format', 'csrd'],
  usage: ['usage', 'scenarios/logs/litellm.csv', '--by', 'team,month'],
  sweep: ['sweep', file, '--vary', '@sum.iterations=1,2', '--vary', 'region=azure/eastus2,aws/eu-west-3'],
};

type Row = Readonly<Record<string, string>>;

async function csvOf(name: string): Promise<string> {
  const asked = commands[name] ?? [];
  const { code, stdout, stderr } = await runCli(asked.includes('--format') ? asked : [...asked, '--format', 'csv']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const read = (text: string): Row[] => parse(text, { columns: true, relax_column_count: false }) as Row[];

/** Columns of a section of docs/csv.md, in their order. */
function documented(heading: string): string[] {
  const text = readFileSync(join(root, 'docs/csv.md'), 'utf8');
  const section = text.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
}

describe.each(Object.keys(commands))('%s', (name) => {
  test('is one table: a name a column, as many cells in each row, nothing that starts a formula', async () => {
    const text = await csvOf(name);
    const table = parse(text, { record_delimiter: '\r\n' }) as string[][];
    const [head = [], ...rows] = table;
    expect(new Set(head).size).toBe(head.length);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of table) {
      expect(row).toHaveLength(head.length);
      for (const cell of row)
        if (!/^-?[\d.]+(?:e[+-]?\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }
    expect(text).not.toMatch(/(?<!\r)\n/);
  });

  test('has the columns of docs/csv.md, in their order', async () => {
    const [head = []] = parse(await csvOf(name), { to: 1 }) as string[][];
    const expected = documented(name.split(' ')[0] ?? '');
    // What varies and what groups have columns of their own.
    const own = name === 'sweep' ? head.slice(2) : head.filter((each) => !each.startsWith('by_'));
    expect(own).toEqual(expected);
    expect(expected.length).toBeGreaterThan(5);
  });
});

test('the figures of compare are those of its JSON', async () => {
  const rows = read(await csvOf('compare by tag'));
  const { stdout } = await runCli([...(commands['compare by tag'] ?? []), '--format', 'json']);
  const { sections } = JSON.parse(stdout) as {
    sections: {
      rows: { name: string; figures: Record<string, { total: { central: number }; ratio: { high: number } }> }[];
    }[];
  };
  const json = sections.flatMap((section) => section.rows);
  expect(rows).toHaveLength(json.length * 6);
  for (const { name, figures } of json) {
    const row = rows.find(
      (each) => each['name'] === `'${name.replaceAll(/ +/g, ' ')}` && each['criterion'] === 'water',
    );
    expect(Number(row?.['central'])).toSatisfy(within(figures['water']?.total.central ?? -1, 1e-11));
    expect(Number(row?.['ratio_high'])).toSatisfy(within(figures['water']?.ratio.high ?? -1, 1e-11));
    expect(row?.['unit']).toBe('L');
  }
});

const python = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!python)('python reads the same cells as we wrote', async () => {
  const cells = hostile.map((text, at) => [text.replaceAll('\t', ' '), at * 0.5, null] as const);
  const script =
    'import csv, json, sys; print(json.dumps(list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8")))))';
  for (const [name, text] of [
    ['cells', csvText(['name', 'value', 'none'], cells)],
    ...(await Promise.all(Object.keys(commands).map(async (each) => [each, await csvOf(each)] as const))),
  ] as const) {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, text);
    const { stdout, status } = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(parse(text));
  }
});
