/** Usages from a table: the totals of the same usages written out, errors in their cells, nothing partial. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { assess } from '../src/assess.ts';
import type { Assessment } from '../src/assessment.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { InputError } from '../src/errors.ts';
import { toJson } from '../src/report/json.ts';
import { runCli } from './run-cli.ts';
import { within } from './within.ts';

const catalog = defaultCatalog();
const folder = mkdtempSync(join(tmpdir(), 'table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (texts: readonly string[]): string => createHash('sha256').update(texts.join('')).digest('hex');
const load = (): string => {
  throw new Error('nothing to extend');
};

/** Pieces that cut rows, quotes and lines wherever they fall. */
const cut = (text: string, size: number): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));

interface Columns {
  readonly [field: string]: string | { readonly column: string; readonly unit?: string };
}

function scenarioOf(columns: Columns, more: object = {}, from = 'usage.csv'): string {
  return JSON.stringify({ name: 'Log', period: 'year', ...more, usages: { from, columns } });
}

function fromTable(scenario: string, table: string, size = 1000): Assessment {
  const source = { pieces: cut(table, size), sha256: () => sha256([table]) };
  return assess({ file: 's.yaml', text: scenario, load, table: () => source }, { catalog, hash: sha256 });
}

const writtenOut = (usages: readonly object[], more: object = {}): Assessment =>
  assess(
    { file: 's.yaml', text: JSON.stringify({ name: 'Log', period: 'year', ...more, usages }), load },
    { catalog, hash: sha256, practices: [] },
  );

/** The same figures, to one part in 10^11: the rows are added in another order, with their rounding made good. */
function expectSame(table: Assessment, list: Assessment): void {
  const figures = (value: unknown, path: string): [string, number | string | null][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => figures(each, `${path}.${key}`))
      : [[path, value as number | string | null]];
  const of = ({ baseline, training, sci, equivalents, ledger, boundary, dataQuality, scenario }: Assessment) => [
    ...figures(
      {
        impacts: Object.fromEntries(
          Object.entries(baseline.impacts).map(([name, { missing: _, ...impact }]) => [name, impact]),
        ),
        training,
        sci: sci ?? null,
        equivalents,
        boundary,
        grade: dataQuality.grade,
        volume: scenario.volume,
        market: baseline.marketBased ?? null,
      },
      '',
    ),
    // Numbers that the rows give are one input a column here, and one a usage there.
    ...ledger
      .filter(({ status, widthShare }) => status !== 'given' && (widthShare ?? 0) > 1e-9)
      .map(({ input, source, widthShare }): [string, number] => [`${input} ${source}`, widthShare ?? 0])
      .toSorted(([left, one], [right, other]) => left.localeCompare(right) || one - other),
  ];
  const [found, expected] = [of(table), of(list)];
  expect(found.map(([path]) => path)).toEqual(expected.map(([path]) => path));
  for (const [at, [path, value]] of found.entries()) {
    const other = expected[at]?.[1];
    if (typeof value === 'number' && typeof other === 'number')
      expect(value, path).toSatisfy(within(other, path.includes(' ') ? 1e-6 : 1e-11));
    else expect(value, path).toEqual(other);
  }
}

const models = ['gpt-4o', 'meta/llama-3.1-8b-instruct', 'meta/llama-3.1-70b-instruct', 'mistral/open-mistral-7b'];
const regions = ['azure/eastus2', 'aws/eu-west-3', ''];

const rowOf = fc.record({
  model: fc.constantFrom(...models),
  region: fc.constantFrom(...regions),
  requests: fc.integer({ min: 1, max: 1_000_000 }),
  iterations: fc.constantFrom(1, 2, 3.5),
  input: fc.integer({ min: 0, max: 5000 }),
  output: fc.integer({ min: 0, max: 3000 }),
  cached: fc.integer({ min: 0, max: 100 }),
});

describe('totals', () => {
  test('of any rows are those of the same usages written out', () => {
    const columns = {
      model: 'model',
      region: 'region',
      requests: { column: 'n', unit: '/year' },
      iterations: 'tries',
      'tokens.input': 'in',
      'tokens.output': 'out',
      'tokens.cached_input': 'cached',
    };
    fc.assert(
      fc.property(fc.array(rowOf, { minLength: 1, maxLength: 40 }), fc.integer({ min: 7, max: 300 }), (rows, size) => {
        const table = [
          'model,region,n,tries,in,out,cached',
          ...rows.map((row) =>
            [
              row.model,
              row.region,
              row.requests,
              row.iterations,
              row.input + row.cached,
              row.output,
              row.cached,
            ].join(),
          ),
        ].join('\n');
        const usages = rows.map((row, at) => ({
          id: `row ${at + 1}`,
          model: row.model,
          ...(row.region === '' ? {} : { region: row.region }),
          requests: `${row.requests}/year`,
          iterations: row.iterations,
          tokens: { input: row.input + row.cached, output: row.output, cached_input: row.cached },
        }));
        expectSame(fromTable(scenarioOf(columns), table, size), writtenOut(usages));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test.each<[string, Columns, object, readonly (readonly (string | number)[])[], readonly object[]]>([
    [
      'conversations, whose cache may be more than the message',
      { turns: 't', context_tokens: 'c', 'tokens.input': 'in', 'tokens.cached_input': 'k' },
      { model: 'gpt-4o', region: 'azure/eastus2', requests: '500/year' },
      [
        [4, 1000, 80, 900],
        [1, 300, 90, 20],
        [12, 40, 200, 250],
      ],
      [
        { turns: 4, context_tokens: 1000, tokens: { input: 80, cached_input: 900 } },
        { turns: 1, context_tokens: 300, tokens: { input: 90, cached_input: 20 } },
        { turns: 12, context_tokens: 40, tokens: { input: 200, cached_input: 250 } },
      ],
    ],
    [
      'turns divide, reasoning adds',
      { turns: 't', 'tokens.input': 'in', 'tokens.reasoning': 'r' },
      { model: 'gpt-4o', region: 'azure/eastus2', requests: '500/year' },
      [
        [4, 80, 0],
        [7, 90, 300],
        [1, 200, 20],
      ],
      [
        { turns: 4, tokens: { input: 80, reasoning: 0 } },
        { turns: 7, tokens: { input: 90, reasoning: 300 } },
        { turns: 1, tokens: { input: 200, reasoning: 20 } },
      ],
    ],
    [
      'a given speed solves for the batch, so the tokens of each row count by themselves',
      { 'tokens.input': 'in', 'tokens.output': 'out', requests: 'n' },
      { model: 'gpt-4o', region: 'azure/eastus2', serving: { tokens_per_second: 40 } },
      [
        [100, 50, '10/year'],
        [900, 700, '20/year'],
        [100, 50, '30/year'],
      ],
      [
        { tokens: { input: 100, output: 50 }, requests: '10/year' },
        { tokens: { input: 900, output: 700 }, requests: '20/year' },
        { tokens: { input: 100, output: 50 }, requests: '30/year' },
      ],
    ],
    [
      'pictures, and requests of a functional unit',
      { 'images.count': 'n', requests: { column: 'r', unit: 'per unit' } },
      { model: 'stability/stable-diffusion-xl-base-1.0', region: 'aws/eu-west-3' },
      [
        [1, 2],
        [4, 0.5],
        [2, 1],
      ],
      [
        { images: { count: 1 }, requests: '2 per unit' },
        { images: { count: 4 }, requests: '0.5 per unit' },
        { images: { count: 2 }, requests: '1 per unit' },
      ],
    ],
    [
      'speech',
      { 'audio.seconds': { column: 's', unit: 'min' } },
      { model: 'openai/whisper-large-v3', region: 'aws/eu-west-3', requests: '100/year' },
      [[1], [4.5], [60]],
      [{ audio: { seconds: '1 min' } }, { audio: { seconds: '4.5 min' } }, { audio: { seconds: '60 min' } }],
    ],
    [
      'meters, in their own unit, and users',
      { 'measured.energy': { column: 'e', unit: 'Wh' }, users: 'u', grid: 'g' },
      { measured: { boundary: 'gpu' }, requests: '200 per user' },
      [
        [0.3, 10, 'FRA'],
        [1.7, 20, 'USA'],
        [0.2, 30, 'FRA'],
        [0.2, 40, ''],
      ],
      [
        { measured: { energy: '0.3 Wh' }, users: 10, grid: 'FRA' },
        { measured: { energy: '1.7 Wh' }, users: 20, grid: 'USA' },
        { measured: { energy: '0.2 Wh' }, users: 30, grid: 'FRA' },
        { measured: { energy: '0.2 Wh' }, users: 40 },
      ],
    ],
    [
      'a fleet that its requests share',
      { requests: { column: 'n', unit: '/year' } },
      { fleet: { accelerator: 'nvidia-h100', count: 8 }, region: 'aws/eu-west-3' },
      [[1000], [30000], [7]],
      [{ requests: '1000/year' }, { requests: '30000/year' }, { requests: '7/year' }],
    ],
    [
      'several places, a contract, and data',
      { requests: { column: 'n', unit: '/year' }, 'data.transfer': 'd' },
      {
        model: 'gpt-4o',
        tokens: { input: 100, output: 100 },
        grid: [
          { grid: 'FRA', share: '40 %' },
          { grid: { intensity: '0.1 to 0.3 kgCO2e/kWh' }, share: '60 %' },
        ],
      },
      [
        [1000, '3 GB/day'],
        [30000, ''],
        [7, '3 GB/day'],
      ],
      [
        { requests: '1000/year', data: { transfer: '3 GB/day' } },
        { requests: '30000/year' },
        { requests: '7/year', data: { transfer: '3 GB/day' } },
      ],
    ],
  ])('%s', (_, columns, defaults, rows, usages) => {
    const unit = { defaults, functional_unit: { name: 'sheet', volume: '200..300 /year' } };
    const names = Object.values(columns).map((column) => (typeof column === 'string' ? column : column.column));
    const table = [names, ...rows].map((row) => row.join(';')).join('\r\n');
    const text = JSON.stringify({
      name: 'Log',
      period: 'year',
      ...unit,
      usages: { from: 'usage.csv', delimiter: ';', columns },
    });
    const list = writtenOut(
      usages.map((usage, at) => ({ id: `row ${at + 1}`, ...usage })),
      unit,
    );
    expectSame(fromTable(text, table, 5), list);
  });

  test('jsonl gives what csv gives, and finds keys inside of objects', () => {
    const columns = {
      model: 'model',
      requests: { column: 'n', unit: '/year' },
      'tokens.input': 'in',
      'tokens.output': 'out',
    };
    const csv = 'model,n,in,out\ngpt-4o,10,100,200\ngpt-4o,20,,300\n"gpt-4o",5,7,8\n';
    const jsonl = [
      '{"model":"gpt-4o","n":10,"usage":{"prompt":100,"out":200}}',
      '',
      '{"model":"gpt-4o","n":20,"usage":{"prompt":null,"out":300}}',
      '{"model":"gpt-4o","n":"5","usage":{"prompt":7,"out":8},"other":[1,2]}',
    ].join('\n');
    const nested = { ...columns, 'tokens.input': 'usage.prompt', 'tokens.output': 'usage.out' };
    const [one, other] = [
      fromTable(scenarioOf(columns), csv, 3),
      fromTable(scenarioOf(nested, {}, 'usage.jsonl'), jsonl, 3),
    ];
    expect(toJson(other).baseline.impacts).toEqual(toJson(one).baseline.impacts);
    expect(other.baseline.table).toEqual({ file: 'usage.jsonl', rows: 3, combinations: 2 });
  });

  test('quotes, line ends inside of them, a mark of the byte order and empty lines', () => {
    const columns = { id: 'id', model: 'the "model"', requests: { column: 'n', unit: '/year' } };
    const table = '\ufeffid,"the ""model""",n\n"a\nb",gpt-4o,1\n\n"c, d","gpt-4o",2\n';
    for (const size of [1, 2, 3, 7, 100]) {
      const { rows, combinations } = fromTable(scenarioOf(columns), table, size).baseline.table ?? {};
      expect({ rows, combinations }).toEqual({ rows: 2, combinations: 1 });
    }
  });

  test('the ledger names the columns, with the smallest, the mean and the largest of their numbers', () => {
    const columns = { model: 'm', requests: { column: 'n', unit: '/month' }, 'tokens.output': 'out' };
    const { ledger, inputs, baseline } = fromTable(scenarioOf(columns), 'm,n,out\ngpt-4o,1,10\ngpt-4o-mini,3,20\n');
    const given = ledger.filter(({ status }) => status === 'given');
    expect(given.map(({ path, value, usages }) => [path, value, usages])).toEqual([
      ['usages.*.tokens.output', { low: 10, central: 15, high: 20 }, 2],
      ['usages.*.requests', { low: 12, central: 24, high: 36 }, 2],
    ]);
    expect(inputs.given).toBe(2);
    expect(baseline.usages.map(({ id, rows, requests }) => [id, rows, requests?.central])).toEqual([
      ['gpt-4o', 1, 12],
      ['gpt-4o-mini', 1, 36],
    ]);
  });

  test('the hash covers the table', () => {
    const columns = { model: 'm', requests: { column: 'n', unit: '/year' } };
    const of = (table: string, size: number) => fromTable(scenarioOf(columns), table, size).scenario.sha256;
    expect(of('m,n\ngpt-4o,1\n', 2)).toBe(of('m,n\ngpt-4o,1\n', 100));
    expect(of('m,n\ngpt-4o,1\n', 2)).not.toBe(of('m,n\ngpt-4o,2\n', 2));
  });

  test('a row that uses up more than a whole training is refused, not counted as less', () => {
    const columns = { model: 'm', requests: { column: 'n', unit: '/year' }, 'tokens.output': 'out' };
    const table = 'm,n,out\nmeta/llama-3.1-70b-instruct,1e14,1000\n';
    expect(() => fromTable(scenarioOf(columns), table)).toThrow(/row-beyond/);
    expect(fromTable(scenarioOf(columns, { training: 'exclude' }), table).baseline.impacts.ghg.total).not.toBeNull();
  });
});

const base = { model: 'm', requests: { column: 'n', unit: '/year' }, 'tokens.output': 'out' };

/** Code, file, line and column of each problem. */
function problemsOf(scenario: string, table: string, size = 9): (string | number | undefined)[][] {
  try {
    fromTable(scenario, table, size);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ code, place }) => [code, place?.file, place?.line, place?.column]);
  }
  throw new Error('it was taken');
}

describe('errors', () => {
  test.each<[string, string, (string | number | undefined)[][]]>([
    [
      'a name that is not in the catalogue',
      'm,n,out\ngpt-4o,1,2\ngpt-9000,1,2\n',
      [['unknown-name', 'usage.csv', 3, 1]],
    ],
    ['a text for a number', 'm,n,out\ngpt-4o,1,2\ngpt-4o,two,2\n', [['bad-quantity', 'usage.csv', 3, 8]]],
    ['less than nothing', 'm,n,out\ngpt-4o,1,-2\n', [['out-of-bounds', 'usage.csv', 2, 10]]],
    ['more than there can be', 'm,n,out\ngpt-4o,1,2\ngpt-4o,1,1e12\n', [['out-of-bounds', 'usage.csv', 3, 10]]],
    ['another dimension', 'm,n,out\ngpt-4o,1,2 Wh\n', [['wrong-dimension', 'usage.csv', 2, 10]]],
    ['a comma for a point', 'm,n,out\ngpt-4o,1,"2,5"\n', [['bad-quantity', 'usage.csv', 2, 10]]],
    ['no requests', 'm,n,out\ngpt-4o,,2\n', [['missing-key', 'usage.csv', 2, 1]]],
    ['a cell too many', 'm,n,out\ngpt-4o,1,2\ngpt-4o,1,2,3\n', [['table-row', 'usage.csv', 3, 1]]],
    ['a quote that is never closed', 'm,n,out\ngpt-4o,1,"2\n', [['table-row', 'usage.csv', 2, 1]]],
    [
      'after a cell of two lines, the line of the file',
      'm,n,out\n"gpt-4o\n",1,2\ngpt-4o,1,x\n',
      [['bad-quantity', 'usage.csv', 4, 10]],
    ],
    ['no row', 'm,n,out\n', [['empty-table', 's.yaml', 1, 48]]],
    ['nothing', '', [['empty-table', 's.yaml', 1, 48]]],
  ])('%s', (_, table, expected) => {
    expect(problemsOf(scenarioOf(base), table)).toEqual(expected);
    expect(problemsOf(scenarioOf(base), table, 1000)).toEqual(expected);
  });

  test('every row with an error is told, up to a limit that is said', () => {
    const table = `m,n,out\n${'gpt-4o,1,x\ngpt-4o,1,2\n'.repeat(30)}`;
    const problems = problemsOf(scenarioOf(base), table, 50);
    expect(problems).toHaveLength(21);
    expect(problems[19]).toEqual(['bad-quantity', 'usage.csv', 40, 10]);
    expect(problems[20]).toEqual(['too-many-errors', undefined, undefined, undefined]);
  });

  test('a column without its unit says where to give it', () => {
    const scenario = scenarioOf({ ...base, requests: 'n' });
    expect(() => fromTable(scenario, 'm,n,out\ngpt-4o,1,2\n')).toThrow(InputError);
    try {
      fromTable(scenario, 'm,n,out\ngpt-4o,1,2\n');
    } catch (error) {
      expect((error as InputError).problems[0]?.fix).toContain('"requests: { column: n, unit: ... }"');
    }
  });

  test('a suspect size is one warning a column, with the number of rows', () => {
    const table = `m,n,out,i\ngpt-4o,1,2,3\n${'gpt-4o,1,2,4000\n'.repeat(5)}`;
    const { warnings } = fromTable(scenarioOf({ ...base, iterations: 'i' }), table);
    expect(warnings.map(({ code, line }) => [code, line])).toEqual([['magnitude', 3]]);
    expect(warnings[0]?.message).toMatch(/\(and 4 more like it\)$/);
  });

  test('a warning about what all rows take from the scenario is said once', () => {
    const more = { defaults: { pue: 12 } };
    const { warnings } = fromTable(
      scenarioOf(base, more),
      'm,n,out\ngpt-4o,1,2\ngpt-4o-mini,1,2\ngpt-4o,,2\n'.replace(',,', ',3,'),
    );
    expect(warnings.map(({ code, file }) => [code, file])).toEqual([['magnitude', 's.yaml']]);
  });

  test.each<[string, object, Columns, string, number]>([
    ['in the row', {}, { 'tokens.input': 'a', 'tokens.cached_input': 'b' }, '9,5\n9,9\n9,10', 4],
    ['in the scenario', { tokens: { input: 9 } }, { 'tokens.cached_input': 'b', provider: 'a' }, ',5\n,9\n,10', 4],
    [
      'for a cache of all rows',
      { tokens: { cached_input: 9 } },
      { 'tokens.input': 'a', provider: 'b' },
      '10,\n9,\n8,',
      // What all rows share is told where it stands; the message names the row.
      1,
    ],
  ])('more cached than sent is refused where the input stands %s', (_, defaults, columns, rows, line) => {
    const scenario = scenarioOf(columns, { defaults: { model: 'gpt-4o', requests: '9/year', ...defaults } });
    expect(problemsOf(scenario, `a,b\n${rows}\n`).map(([code, , found]) => [code, found])).toEqual([
      ['tokens-inconsistent', line],
    ]);
  });

  test('a speed that no batch gives is refused in its row, as in a scenario', () => {
    const columns = { 'serving.tokens_per_second': 's', 'tokens.output': 'out' };
    const scenario = scenarioOf(columns, { defaults: { model: 'gpt-4o', requests: '9/year' } });
    const codes = problemsOf(scenario, 's,out\n40,100\n90000,100\n').map(([code, file, line]) => [code, file, line]);
    expect(codes).toEqual([['unreachable-speed', 'usage.csv', 3]]);
  });

  test('a cell that looks like a mark of ours is a text like any other', () => {
    const problems = problemsOf(scenarioOf(base), 'm,n,out\ngpt-4o,1,2\ngpt-4o,1,#\n');
    expect(problems).toEqual([['bad-quantity', 'usage.csv', 3, 10]]);
  });

  test('numbers that are written as texts cannot fill the memory', () => {
    const rows = Array.from({ length: 10_001 }, (_, at) => `gpt-4o,1,${at + 1} tokens`);
    expect(problemsOf(scenarioOf(base), ['m,n,out', ...rows].join('\n'), 10_000)).toEqual([
      ['too-many-combinations', 's.yaml', 1, expect.any(Number)],
    ]);
  }, 180_000);

  test.each<[string, object, string]>([
    ['columns of an unknown field', { from: 'usage.csv', columns: { ...base, iteratons: 'i' } }, 'unknown-key'],
    ['a column that the table lacks', { from: 'usage.csv', columns: { ...base, region: 'r' } }, 'unknown-column'],
    ['no columns', { from: 'usage.csv' }, 'missing-key'],
    ['no file', { columns: base }, 'missing-key'],
    ['an unknown key', { from: 'usage.csv', columns: base, sheet: 1 }, 'unknown-key'],
    ['a file above', { from: '../usage.csv', columns: base }, 'table-outside'],
    ['an absolute file', { from: '/etc/passwd.csv', columns: base }, 'table-outside'],
    ['another kind of file', { from: 'usage.xlsx', columns: base }, 'table-format'],
  ])('%s', (_, usages, code) => {
    const text = JSON.stringify({ name: 'Log', period: 'year', usages });
    expect(problemsOf(text, 'm,n,out\ngpt-4o,1,2\n').map(([found]) => found)).toEqual([code]);
  });

  test.each([
    [{ value: { need: 'x' } }],
    [{ practices: { output: { by: '50 %' } } }],
    [{ defaults: { keep: { continent: 'EU' } } }],
    [{ budget: { ghg: '5 kg/year' } }],
    [{ training: [{ id: 'run', accelerator: 'nvidia-h100', count: 8, hours: 36 }] }],
  ])('%o is refused beside a table', (more) => {
    expect(problemsOf(scenarioOf(base, more), 'm,n,out\ngpt-4o,1,2\n').map(([code]) => code)).toContain(
      'not-with-table',
    );
  });
});

describe('the command', () => {
  const place = join(folder, 'project');
  mkdirSync(place);
  writeFileSync(join(place, 's.yaml'), scenarioOf(base));
  writeFileSync(join(place, 'usage.csv'), 'm,n,out\ngpt-4o,100,200\ngpt-4o,300,50\ngpt-4o-mini,1,1\n');

  test.each(['en', 'fr'])('says what a table goes without, %s', async (lang) => {
    const { code, stdout, stderr } = await runCli(['assess', 's.yaml', '--lang', lang], { cwd: place });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`golden/table-of-usages/log.${lang}.txt`);
  });

  test('an error in a row: exit 2, nothing on stdout, nothing written', async () => {
    writeFileSync(join(place, 'bad.yaml'), scenarioOf(base, {}, 'bad.csv'));
    writeFileSync(join(place, 'bad.csv'), 'm,n,out\ngpt-4o,100,200\ngpt-4o,x,50\ngpt-9000,1,1\n');
    const { code, stdout, stderr } = await runCli(['assess', 'bad.yaml', '-o', 'out.json'], { cwd: place });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    await expect(stderr).toMatchFileSnapshot('golden/table-of-usages/bad.txt');
    const limited = await runCli(['assess', 'bad.yaml', '--max-errors', '1', '--format', 'json'], { cwd: place });
    const problems = JSON.parse(limited.stderr) as { code: string }[];
    expect(problems.map((each) => each.code)).toEqual(['bad-quantity', 'too-many-errors']);
  });

  test.each([
    ['explain', 's.yaml'],
    ['sweep', 's.yaml', '--vary', 'iterations=1,2'],
    ['advise', 's.yaml'],
    ['diff', 's.yaml', 's.yaml'],
    ['questions', 's.yaml'],
  ])('%s refuses it, with the place', async (...args) => {
    const { code, stdout, stderr } = await runCli(args, { cwd: place });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('error[table-not-here]');
    expect(stderr).toContain('--> s.yaml:1:');
  });

  test.each([
    ['a link that leads out of the folder', 'link.csv', 'table-outside'],
    ['a file that is not there', 'none.csv', 'file-not-found'],
    ['a folder', 'folder.csv', 'not-a-file'],
    ['bytes that are no text', 'bytes.csv', 'not-text'],
    ['UTF-8 that breaks off', 'half.csv', 'not-text'],
  ])('%s', async (_, file, code) => {
    writeFileSync(join(folder, 'secret.csv'), 'm,n,out\ngpt-4o,100,200\n');
    rmSync(join(place, 'link.csv'), { force: true });
    symlinkSync(join(folder, 'secret.csv'), join(place, 'link.csv'));
    mkdirSync(join(place, 'folder.csv'), { recursive: true });
    writeFileSync(join(place, 'bytes.csv'), Buffer.from('m,n,out\ngpt-4o,1\0,2\n'));
    writeFileSync(join(place, 'half.csv'), Buffer.from([0x6d, 0xc3]));
    writeFileSync(join(place, 'other.yaml'), scenarioOf(base, {}, file));
    const outcome = await runCli(['assess', 'other.yaml'], { cwd: place });
    expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(`error[${code}]`);
  });

  test('no verdict is asked of a table', async () => {
    const { code, stderr } = await runCli(['assess', 's.yaml', '--fail-on', 'redesign'], { cwd: place });
    expect(code).toBe(2);
    expect(stderr).toContain('usages from a table get no verdict');
  });

  test('letters beyond ASCII that lie across two pieces', async () => {
    const rows = Array.from({ length: 4000 }, (_, at) => `gpt-4o,1,1,${'é'.repeat(1 + (at % 37))}`);
    writeFileSync(join(place, 'wide.csv'), ['m,n,out,né', ...rows].join('\n'));
    writeFileSync(join(place, 'wide.yaml'), scenarioOf({ ...base, id: 'né' }, {}, 'wide.csv'));
    const { stdout } = await runCli(['assess', 'wide.yaml', '--format', 'json'], { cwd: place });
    const { baseline } = JSON.parse(stdout) as { baseline: { table: { rows: number } } };
    expect(baseline.table.rows).toBe(4000);
  });
});
