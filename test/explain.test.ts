import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../src/assess.ts';
import type { ScenarioText } from '../src/prepare.ts';
import { criteria, methods, phases, type Assessment } from '../src/assessment.ts';
import { methodDocument } from '../src/build/method-doc.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { mechanisms } from '../src/engine/compiled.ts';
import { methodNames } from '../src/engine/trace.ts';
import { explain } from '../src/explain/explain.ts';
import type { ExplainedNode, Explanation } from '../src/explain/explanation.ts';
import { tracedParts } from '../src/explain/parts.ts';
import { explanationSchema } from '../src/report/explain/json.ts';
import { toJson } from '../src/report/json.ts';
import type { JsonResult } from '../src/report/result-schema.ts';
import { displayWidth } from '../src/report/wrap.ts';
import { readScenario } from '../src/scenario/read.ts';
import { resolveScenario } from '../src/scenario/resolve/resolve.ts';
import { parseUnit, sameDimensions } from '../src/units.ts';
import { root, runCli } from './run-cli.ts';
import { within } from './within.ts';

const catalog = defaultCatalog();
/** Central values do not depend on the draws. */
const options = { catalog, hash: () => '', samples: 0 };
const sheets = 'scenarios/product-sheets.yaml';
const names = readdirSync(join(root, 'scenarios'))
  // What comes from a table is not opened.
  .filter((file) => file.endsWith('.yaml') && file !== 'prompt-log.yaml')
  .map((file) => file.slice(0, -'.yaml'.length));

function textOf(name: string): ScenarioText {
  const file = join(root, 'scenarios', `${name}.yaml`);
  const load = (target: string): string => readFileSync(join(dirname(file), target), 'utf8');
  return { file: `scenarios/${name}.yaml`, text: readFileSync(file, 'utf8'), load };
}

const explained = (name: string, quantity?: string, usage?: string): Explanation =>
  explain(textOf(name), { ...options, quantity, usage });

/** What is wrong with a figure: a source that does not resolve, a unit that does not parse, a value without a number. */
function faultsOf({ id, source, unit, value, meaning }: Omit<ExplainedNode, 'kind'>): string[] {
  const hasSource = source === 'scenario' || catalog.source(source) !== undefined;
  return [
    ...(hasSource ? [] : [`${id}: no source "${source}"`]),
    ...(parseUnit(unit) ? [] : [`${id}: no unit "${unit}"`]),
    ...(value !== null && Number.isFinite(value) ? [] : [`${id}: ${value}`]),
    ...(meaning === '' ? [`${id}: no meaning`] : []),
  ];
}

const rootOf = ({ nodes, root: id }: Explanation): ExplainedNode | undefined => nodes.find((node) => node.id === id);

/** Every figure of an assessment with the name to ask for: totals, per unit, phases. */
function figuresOf({ baseline: { impacts } }: Assessment): readonly (readonly [string, number | null])[] {
  return criteria.flatMap((criterion) => {
    const { total, perUnit, phases: own } = impacts[criterion];
    return [
      [criterion, total?.central ?? null] as const,
      [`${criterion}.per_unit`, perUnit?.central ?? null] as const,
      ...phases.flatMap((phase) =>
        own[phase] === undefined ? [] : [[`${criterion}.${phase}`, own[phase]?.central ?? null] as const],
      ),
    ];
  });
}

/** Every key of a result under which a figure lies, with its central value; null is unknown. */
function keysOf(result: JsonResult): readonly (readonly [key: string, central: number | null])[] {
  const found: [string, number | null][] = [];
  const visit = (key: string, value: unknown): void => {
    if (value === null) found.push([key, null]);
    else if (typeof value !== 'object') return;
    else if ('central' in value) found.push([`${key}.central`, value.central as number]);
    else for (const [name, inner] of Object.entries(value)) visit(`${key}.${name}`, inner);
  };
  const { baseline, scenario, carbon_price: price } = result;
  visit('scenario.volume', scenario.volume);
  visit('carbon_price.value', price.value);
  for (const [index, { amount }] of result.equivalents.entries()) visit(`equivalents[${index}].amount`, amount);
  const figures = (key: string, all: JsonResult['baseline']['impacts'], hasUnit: boolean): void => {
    for (const [criterion, { total, per_unit: one, phases: own }] of Object.entries(all)) {
      visit(`${key}.${criterion}.total`, total);
      if (hasUnit) visit(`${key}.${criterion}.per_unit`, one);
      for (const [phase, value] of Object.entries(own)) visit(`${key}.${criterion}.phases.${phase}`, value);
    }
  };
  figures('baseline.impacts', baseline.impacts, true);
  for (const [index, { id, impacts, per_request: each, requests }] of baseline.usages.entries()) {
    figures(`baseline.usages[${index}].impacts`, impacts, false);
    for (const [criterion, { total }] of Object.entries(each)) visit(`usages.${id}.${criterion}.per_request`, total);
    if (requests) visit(`baseline.usages[${index}].requests`, requests);
  }
  for (const list of ['assumptions', 'inputs'] as const)
    for (const [index, { value }] of result[list].entries()) visit(`${list}[${index}].value`, value);
  return found;
}

describe('a usage of several parts', () => {
  const usage = { id: 'chat', model: 'gpt-4o', requests: '1M/year', tokens: { input: 200, output: 400 } };
  const opened = async (more: object, options: readonly string[] = []): Promise<string> => {
    const stdin = JSON.stringify({ name: 'x', usages: [{ ...usage, ...more }] });
    const { stdout } = await runCli(['explain', '-', 'energy', ...options], { stdin });
    return stdout;
  };

  test.each([
    [
      'is opened at a place, where places share it',
      {
        grid: [
          { grid: 'FRA', share: '60 %' },
          { grid: 'USA', share: '40 %' },
        ],
      },
      [],
      'usage chat, place 2 of 2',
    ],
    [
      'is opened in a part, where a practice splits it',
      { grid: 'USA', practices: { location: { grid: 'FRA', share: '80 %' } } },
      ['--practice', 'location'],
      'usage chat, part 2 of 2 (20 % of its requests)',
    ],
    [
      'is opened in a part, where data stand beside it',
      { grid: 'USA', data: { storage: '2 TB' } },
      [],
      'usage chat, part 1 of 2 (100 % of its requests)',
    ],
    [
      'in French',
      { grid: 'USA', practices: { location: { grid: 'FRA', share: '80 %' } } },
      ['--practice', 'location', '--lang', 'fr'],
      'usage chat, partie 2 sur 2 (20 % de ses requêtes)',
    ],
  ])('%s', async (_, more, options, heading) => {
    expect((await opened(more, options)).split('\n')[1]).toContain(heading);
  });
});

describe('every quantity of every scenario', () => {
  const each = names.flatMap((name) => methods.map((method) => [name, method] as const));
  test.each(each)('%s by %s: has a source that resolves and a unit that parses', (name, method) => {
    const { scenario, locate } = readScenario(textOf(name));
    const { usages } = resolveScenario(scenario, { catalog, locate, hasDefaults: true, method });
    const parts = tracedParts(usages, false);
    expect(parts.length).toBeGreaterThanOrEqual(1);
    for (const { trace } of parts) {
      const opened = methodNames().flatMap((each) => trace.open(each) ?? []);
      for (const each of opened) {
        const source = each.kind === 'input' ? each.input.source : each.source;
        expect(faultsOf({ ...each, source } as ExplainedNode)).toEqual([]);
        if (each.kind === 'quantity') {
          expect(each.reads.filter((read) => trace.value(read) === undefined)).toEqual([]);
          expect(each.substituted).not.toContain('NaN');
        }
        // The range of an input is read in the unit that the method declares.
        if (each.kind !== 'input') continue;
        const [given, declared] = [parseUnit(each.input.unit), parseUnit(each.unit)];
        if (!given || !declared) throw new Error(`${each.id}: ${each.input.unit} or ${each.unit}`);
        const sizes = { id: each.id, scale: given.scale, same: sameDimensions(given, declared) };
        // `money` is the currency of the scenario.
        const same = sizes.same || each.unit.includes('money');
        expect({ ...sizes, same }).toEqual({ id: each.id, scale: declared.scale, same: true });
      }
    }
  });

  test.each(names)('%s: every figure of the result is explained, and comes out the same', (name) => {
    for (const [quantity, expected] of figuresOf(assess(textOf(name), options))) {
      const explanation = explained(name, quantity);
      const node = rootOf(explanation);
      if (expected === null) expect([quantity, explanation.root]).toEqual([quantity, null]);
      else expect([quantity, node?.value]).toEqual([quantity, expect.toSatisfy(within(expected, 1e-9))]);
      expect(explanation.nodes.flatMap(faultsOf)).toEqual([]);
      const known = new Set(explanation.nodes.map(({ id }) => id));
      expect(explanation.nodes.flatMap(({ reads }) => reads.filter((id) => !known.has(id)))).toEqual([]);
      expect(known.size).toBe(explanation.nodes.length);
    }
  });

  test.each(names)('%s: every key of the JSON that holds a figure can be asked for', (name) => {
    const scenario = textOf(name);
    for (const [key, expected] of keysOf(toJson(assess(scenario, options)))) {
      const explanation = explain(scenario, { ...options, quantity: key });
      const { value = null } = rootOf(explanation) ?? {};
      if (expected === null) expect([key, explanation.root].join()).toBe(`${key},`);
      else expect(value, `${key}: ${expected}`).toSatisfy(within(expected, 1e-9));
      // An equivalent counts what it is about the same as: its unit is a thing, such as vehicle.km.
      const own = explanation.nodes.filter(({ id }) => !id.startsWith('equivalent.'));
      expect([key, ...own.flatMap(faultsOf)].join()).toBe(key);
    }
  });

  test.each(names)('%s: fits 80 columns', async (name) => {
    for (const lang of ['en', 'fr']) {
      const { code, stdout, stderr } = await runCli([
        'explain',
        `scenarios/${name}.yaml`,
        '--lang',
        lang,
        '--samples',
        '0',
      ]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const lines = stripVTControlCharacters(stdout).split('\n');
      expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
    }
  });
});

test('what to measure next narrows the interval by as much as it says', () => {
  const { file, text, load } = textOf('product-sheets');
  const measured = text.replace(
    /^( +)tokens: .*$/m,
    (line, indent: string) => `${line}\n${indent}serving: { batch: 64 }`,
  );
  const before = assess({ file, text, load }, options);
  const after = assess({ file, text: measured, load }, options);
  const width = ({ baseline }: Assessment): number => {
    const { low, high } = baseline.impacts.ghg.total ?? { low: Number.NaN, high: Number.NaN };
    return Math.log(high / low);
  };
  const next = toJson(before).measure_next;
  expect(next?.input).toBe('batch');
  expect(1 - width(after) / width(before)).toSatisfy(within(next?.narrows ?? Number.NaN, 0.02));
});

test('a conversion says the factor between its two units', () => {
  const found = names.flatMap((name) => explained(name, 'ghg').nodes.flatMap(({ conversions }) => conversions));
  expect(found.length).toBeGreaterThanOrEqual(10);
  for (const { from, to, factor } of found) {
    const [above, below] = [parseUnit(from), parseUnit(to)];
    if (!above || !below) throw new Error(`${from} -> ${to}`);
    expect([from, to, sameDimensions(above, below)]).toEqual([from, to, true]);
    expect(above.scale / below.scale).toSatisfy(within(factor, 1e-12));
  }
});

describe('the product sheets', () => {
  test.each(['ghg', 'water.per_unit', 'it_energy', 'batch'])('%s, line by line', async (quantity) => {
    const { code, stdout, stderr } = await runCli(['explain', sheets, quantity]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`golden/explain/product-sheets.${quantity}.txt`);
  });

  test('in French, and as Markdown', async () => {
    const french = await runCli(['explain', sheets, 'facility_energy', '--depth', '1', '--lang', 'fr']);
    await expect(french.stdout).toMatchFileSnapshot('golden/explain/product-sheets.facility_energy.fr.txt');
    const markdown = await runCli(['explain', sheets, 'ghg', '--format', 'markdown']);
    await expect(markdown.stdout).toMatchFileSnapshot('golden/explain/product-sheets.ghg.md');
  });

  test('what the greenhouse gases are about the same as has its factor and its source', () => {
    const { equivalents } = assess(textOf('product-sheets'), options);
    expect(equivalents.length).toBeGreaterThanOrEqual(3);
    for (const { id, amount, source } of equivalents) {
      const explanation = explained('product-sheets', `equivalent.${id}`);
      expect(rootOf(explanation)?.value).toBe(amount.central);
      expect(rootOf(explanation)?.reads).toEqual(['ghg', `factor.${id}`]);
      expect(explanation.sources.map((each) => each.id)).toContain(source);
    }
  });

  test('money is in the currency of the scenario', () => {
    const { nodes } = explained('from-a-bill', 'ghg');
    expect(nodes.filter(({ unit, substituted }) => /money/.test(`${unit} ${substituted}`))).toEqual([]);
  });

  test('a key of the JSON result is a name to ask for', () => {
    for (const [key, name] of [
      ['baseline.impacts.ghg.total.central', 'ghg'],
      ['baseline.impacts.ghg.phases.embodied', 'ghg.embodied'],
      ['baseline.impacts.water.per_unit.low', 'water.per_unit'],
      ['energy.operation', 'energy.operation'],
      ['climate_cost_total', 'climate_cost'],
    ] as const) {
      expect(explained('product-sheets', key).root).toBe(name);
    }
  });

  test('the formula of an energy says how joules become kilowatt-hours', () => {
    const node = rootOf(explained('product-sheets', 'active_energy'));
    expect(node?.conversions).toEqual([{ from: 'J', to: 'kWh', factor: 1 / 3.6e6 }]);
  });
});

describe('the command', () => {
  test('JSON has the published shape', async () => {
    for (const args of [['ghg'], ['batch'], ['ghg.training'], ['it_energy', '--depth', '1']]) {
      const { code, stdout } = await runCli(['explain', sheets, ...args, '--format', 'json']);
      expect(code).toBe(0);
      expect(explanationSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
    }
  });

  test('Mermaid has one box a figure and one arrow a reading', async () => {
    const { nodes } = explained('product-sheets', 'ghg');
    const { stdout } = await runCli(['explain', sheets, '--format', 'mermaid']);
    expect(stdout.match(/^ {2}n\d+[[(]/gm)).toHaveLength(nodes.length);
    expect(stdout.match(/^ {2}n\d+ --> n\d+$/gm)).toHaveLength(nodes.flatMap(({ reads }) => reads).length);
  });

  test('--depth cuts below so many steps, and names what it leaves closed', async () => {
    const { stdout } = await runCli(['explain', sheets, 'facility_energy', '--depth', '1']);
    expect(stdout).toContain('it_energy = ');
    expect(stdout).toContain('reads model_residual, parallel_samples, idle, active_energy');
    expect(stdout).not.toContain('active_energy = ');
  });

  test.each([
    [['it_enrgy'], 'unknown-quantity', '"it_energy"'],
    [['ghg', '--usage', 'drafts'], 'unknown-usage', '"draft"'],
    [['ghg', '--place', '2'], 'bad-option', 'has 1 place'],
  ])('%j is refused: %s', async (args, code, says) => {
    const { code: exit, stdout, stderr } = await runCli(['explain', sheets, ...args]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(`error[${code}]`);
    expect(stderr).toContain(says);
  });

  test('what is unknown says why, and is no error', async () => {
    const training = await runCli(['explain', sheets, 'ghg.training']);
    expect(training.code).toBe(0);
    expect(training.stdout).toContain('ghg.training is unknown\n  training: nothing is published');
    const fleet = await runCli(['explain', sheets, 'fleet_energy']);
    expect(fleet.code).toBe(0);
    expect(fleet.stdout).toContain('it is computed by fleet, which does not estimate this usage');
  });

  test('opens the usage and the place that are asked for', () => {
    const all = names.flatMap((name) => {
      const { usages } = parse(textOf(name).text) as { usages?: { id: string }[] };
      return usages && usages.length > 1 ? [{ name, ids: usages.map(({ id }) => id) }] : [];
    });
    expect(all.length).toBeGreaterThanOrEqual(2);
    for (const { name, ids } of all) {
      for (const id of ids) expect(explained(name, 'ghg', id).usage).toBe(id);
    }
    const file = textOf('data-centres-of-the-world');
    const placed = explain(file, { ...options, quantity: 'grid_ghg', place: 2 });
    expect(placed.place?.number).toBe(2);
  });
});

test('docs/method.md is what the declarations say', () => {
  expect(readFileSync(join(root, 'docs/method.md'), 'utf8')).toBe(methodDocument(mechanisms, catalog.data));
});
