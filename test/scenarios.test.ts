import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { resultSchema } from '../src/report/result-schema.ts';
import { root, runCli } from './run-cli.ts';
import { within } from './within.ts';

interface Case {
  readonly scenario: string;
  readonly quantity: string;
  readonly expected: number | string | null;
  readonly tolerance?: number;
  readonly arithmetic: string;
}

const cases = parse(readFileSync(join(root, 'test/cases/scenarios.yaml'), 'utf8')) as readonly Case[];
const names = readdirSync(join(root, 'scenarios'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length));

/** `baseline.usages[0].per_request.ghg.total.central` of a result. */
function at(result: unknown, path: string): unknown {
  let found = result;
  for (const [, index, name] of path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)) {
    if (found === null || found === undefined) return found;
    found = (found as Record<string, unknown>)[index ?? name ?? ''];
  }
  return found;
}

async function resultOf(name: string): Promise<unknown> {
  const { code, stdout, stderr } = await runCli(['assess', `scenarios/${name}.yaml`, '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('figures computed by hand from the method and the documents', () => {
  test.each(cases.map((each) => [each.scenario, each.quantity, each.arithmetic, each] as const))(
    '%s %s: %s',
    async (_, __, ___, { scenario, quantity, expected, tolerance = 1e-9 }) => {
      const found = at(await resultOf(scenario.replace(/^scenarios\/|\.yaml$/g, '')), quantity);
      if (typeof expected !== 'number') expect(found).toBe(expected);
      else expect(found).toSatisfy(within(expected, tolerance));
    },
  );
});

describe('every scenario that ships', () => {
  test.each(names)('%s: table', async (name) => {
    const { code, stdout, stderr } = await runCli(['assess', `scenarios/${name}.yaml`]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`golden/table/${name}.txt`);
  });

  test.each(names)('%s: JSON, valid against the published schema', async (name) => {
    const { code, stdout } = await runCli(['assess', `scenarios/${name}.yaml`, '--format', 'json']);
    expect(code).toBe(0);
    expect(resultSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
    await expect(stdout).toMatchFileSnapshot(`golden/json/${name}.json`);
  });

  test.each(names)('%s: in French, no line is wider than the terminal', async (name) => {
    const { code, stdout } = await runCli(['assess', `scenarios/${name}.yaml`, '--lang', 'fr'], { terminal: 80 });
    expect(code).toBe(0);
    const widest = Math.max(...stdout.split('\n').map((line) => stripVTControlCharacters(line).length));
    expect(widest).toBeLessThanOrEqual(80);
  });

  test('the cases of the documents are there', () => {
    const withCases = new Set(cases.map((each) => each.scenario.replace(/^scenarios\/|\.yaml$/g, '')));
    expect(names.filter((name) => withCases.has(name)).length).toBeGreaterThanOrEqual(10);
  });
});
