/** A saved result, and whether it still holds. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSaved } from '../src/report/saved-result.ts';
import { root, runCli } from './run-cli.ts';
import { within } from './within.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const sheets = readFileSync(join(root, 'scenarios/product-sheets.yaml'), 'utf8');
const run = (...args: string[]) => runCli(args, { cwd: folder });
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const saved = (name = 'result.json'): string => readFileSync(join(folder, name), 'utf8');

beforeAll(async () => {
  put('sheets.yaml', sheets);
  put('edited.yaml', sheets.replace('iterations: 4', 'iterations: 2'));
  put('search.yaml', readFileSync(join(root, 'scenarios/search-with-ai.yaml'), 'utf8'));
  for (const args of [
    ['sheets.yaml', '--output', 'result.json', '--output', 'result.yaml'],
    ['sheets.yaml', 'search.yaml', '--output', 'both.json'],
  ]) {
    const { code, stderr } = await run('assess', ...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a result that holds', () => {
  it.each(['result.json', 'result.yaml'])('is equal: %s', async (file) => {
    expect(await run('verify', file, 'sheets.yaml')).toEqual({
      code: 0,
      stdout: 'Product sheets, autumn catalogue: equal, every figure holds\n',
      stderr: '',
    });
  });

  it('of several scenarios, each with its own', async () => {
    const { code, stdout } = await run('verify', 'both.json', 'sheets.yaml', 'search.yaml', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'ai-footprint/verify/1',
      equal: true,
      results: [{ name: 'Product sheets, autumn catalogue', changed: [], figures: [] }, { equal: true }],
    });
  });

  it('made by an older version and with older data says so, and is equal all the same', async () => {
    const old = saved()
      .replace(/"version": "[^"]+"/, '"version": "0.0.1"')
      .replace('"data_version": "', '$&x');
    put('old.json', old);
    const { code, stdout } = await run('verify', 'old.json', 'sheets.yaml');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Product sheets.*: equal, every figure holds\n {2}changed data: x\d.* -> \d.*\n {2}changed version: 0\.0\.1 -> /); // prettier-ignore
  });

  it('without the keys that came later is still a result', async () => {
    const { data_quality: _, uncertainty: __, ...rest } = JSON.parse(saved()) as Record<string, unknown>;
    put('older.json', JSON.stringify(rest));
    expect(await run('verify', 'older.json', 'sheets.yaml')).toMatchObject({ code: 0, stderr: '' });
  });

  it('is read from everything that ships as a golden result', () => {
    const golden = JSON.parse(readFileSync(join(root, 'test/golden/json/search-with-ai.json'), 'utf8')) as unknown;
    expect(readSaved(golden)).toHaveProperty('results');
  });
});

describe('a result that no longer holds', () => {
  it('because the scenario was edited: what changed, and how much each figure moved', async () => {
    const { code, stdout, stderr } = await run('verify', 'result.json', 'edited.yaml');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('6 figures differ\n  changed input: the scenario is not the one');
    expect(stdout).toMatch(/scenario, energy: 1\.0 MWh \[.*\] -> 501 kWh \[.*\] \(-50 %\)/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const machine = await run('verify', 'result.json', 'edited.yaml', '--format', 'json');
    const { equal, results } = JSON.parse(machine.stdout) as {
      equal: boolean;
      results: {
        changed: { cause: string }[];
        figures: { usage: string | null; criterion: string; change: number }[];
      }[];
    };
    expect(equal).toBe(false);
    expect(results[0]?.changed.map(({ cause }) => cause)).toEqual(['input']);
    const energy = results[0]?.figures.find(({ usage, criterion }) => usage === null && criterion === 'energy');
    // Half of the prompts: half of the energy.
    expect(energy?.change).toSatisfy(within(-0.5, 1e-9));
  });

  it('because somebody wrote another figure into it', async () => {
    const document = JSON.parse(saved()) as { baseline: { impacts: { ghg: { total: { central: number } } } } };
    document.baseline.impacts.ghg.total.central *= 2;
    put('forged.json', JSON.stringify(document));
    const { code, stdout } = await run('verify', 'forged.json', 'sheets.yaml', '--lang', 'fr');
    expect(code).toBe(1);
    expect(stdout).toContain('1 chiffre diffère\n  ni entrée, ni données');
    expect(stdout).toContain('(-50 %)');
  });

  it('because a further value differs', async () => {
    put('reason.json', saved().replace('"criterion": "tier", "grade": "B"', '"criterion": "tier", "grade": "A"'));
    const { code, stdout } = await run('verify', 'reason.json', 'sheets.yaml', '--format', 'json');
    expect(code).toBe(1);
    const [result] = (JSON.parse(stdout) as { results: { figures: unknown[]; other_values: string[] }[] }).results;
    expect(result?.figures).toEqual([]);
    expect(result?.other_values.every((path) => path.endsWith('reasons[0].grade'))).toBe(true);
  });

  it('because it was drawn otherwise: recomputed with its own draws and seed', async () => {
    const document = JSON.parse(saved()) as { uncertainty: { method: string; samples: number; seed: number } };
    document.uncertainty = { method: 'draws', samples: 500, seed: 7 };
    put('drawn.json', JSON.stringify(document));
    const { code, stdout } = await run('verify', 'drawn.json', 'sheets.yaml', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ results: [{ changed: [] }] });
  });
});

describe('what is no result', () => {
  const errorsOf = async (...args: string[]) => {
    const { code, stdout, stderr } = await run('verify', ...args, '--format', 'json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const { errors } = { errors: [], ...(JSON.parse(stderr) as object) } as { errors: Record<string, unknown>[] };
    return errors.length > 0 ? errors : [JSON.parse(stderr) as Record<string, unknown>].flat();
  };

  it('a text that breaks off: one problem, where it breaks off', async () => {
    put('cut.json', saved().slice(0, 3000));
    const errors = await errorsOf('cut.json', 'sheets.yaml');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: 'bad-yaml', file: 'cut.json', line: saved().slice(0, 3000).split('\n').length }); // prettier-ignore
  });

  it('a scenario', async () => {
    expect(await errorsOf('edited.yaml', 'sheets.yaml')).toMatchObject([{ code: 'bad-result', file: 'edited.yaml' }]);
  });

  it('another document, or a result that lacks a figure: told where', async () => {
    put('other.json', '{\n  "schema": "somebody/else/1"\n}\n');
    expect(await errorsOf('other.json', 'sheets.yaml')).toMatchObject([{ code: 'bad-result', line: 2, column: 13 }]);
    put('lacking.json', saved().replace('"sha256"', '"sha"'));
    expect(await errorsOf('lacking.json', 'sheets.yaml')).toMatchObject([
      { code: 'bad-result', path: 'scenario.sha256' },
    ]);
  });

  it('a command that does not name the scenario, or too many, or the result itself', async () => {
    for (const args of [['result.json'], ['result.json', 'sheets.yaml', 'edited.yaml'], ['both.json', 'sheets.yaml']]) {
      expect(await errorsOf(...args)).toMatchObject([{ code: 'bad-option' }]);
    }
    expect(await errorsOf('result.json', 'result.json')).toMatchObject([{ code: 'bad-option' }]);
    expect(await errorsOf('none.json', 'sheets.yaml')).toMatchObject([{ code: 'file-not-found' }]);
  });
});
