/** What moved a figure since the lock: scenario, data and method told apart, and their factors multiply to the whole. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockText, sealedText } from '../src/project/lock-text.ts';
import type { Lock, LockedFigure, LockedRange } from '../src/project/lock-types.ts';
import { measured, ownGrid, testProject, type TestProject } from './project.fixtures.ts';
import { within } from './within.ts';

interface Report {
  readonly exit_code: number;
  readonly items: readonly { readonly outcome: string; readonly compared: Compared | null }[];
  readonly scenarios: readonly {
    readonly trend: string;
    readonly ghg: { readonly central: number };
    readonly compared: Compared | null;
    readonly changes: readonly { readonly field: string; readonly effect: number | null }[];
    readonly data: readonly { readonly key: string }[];
    readonly versions: { readonly data: unknown; readonly method: unknown };
  }[];
}
interface Compared {
  readonly trend: string;
  readonly before: { readonly central: number };
  readonly causes: { readonly scenario: { readonly central: number }; readonly data: number; readonly method: number };
}

const lockFile = 'ai-footprint.lock.json';
let project: TestProject;
let original = '';

beforeAll(async () => {
  project = testProject({
    'ai-footprint.config.yaml': 'scenarios: [chat.yaml]\ncatalog: own.yaml\nbudgets:\n  - ghg: 700 kgCO2e/year\n',
    'own.yaml': ownGrid(0.04),
    'chat.yaml': measured('Chat'),
  });
  await project.run('check', '--save-baseline');
  original = project.read(lockFile);
});
afterAll(() => project.remove());

const check = async (...args: string[]): Promise<Report> => {
  const { stdout, stderr } = await project.run('check', '--format', 'json', '--today', '2026-11-24', ...args);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Report;
};

/** The lock as an older method would have left it: every figure times a factor, under other equations. */
function madeByOlderMethod(factor: number): void {
  const lock = JSON.parse(original) as Lock;
  const scale = (value: LockedRange | null | undefined): LockedRange | null =>
    value === null || value === undefined
      ? null
      : typeof value === 'number'
        ? value * factor
        : [value[0] * factor, value[1] * factor, value[2] * factor];
  const scaledFigures = (impacts: object) =>
    Object.fromEntries(
      (Object.entries(impacts) as [string, LockedFigure][]).map(([name, figure]) => [
        name,
        { ...figure, total: scale(figure.total), per_unit: scale(figure.per_unit) },
      ]),
    );
  const scenarios = Object.fromEntries(
    Object.entries(lock.scenarios).map(([name, scenario]) => {
      const older = {
        ...scenario,
        making: { ...scenario.making, method_digest: '0123456789abcdef' },
        impacts: scaledFigures(scenario.impacts),
        usages: Object.fromEntries(
          Object.entries(scenario.usages).map(([id, usage]) => [
            id,
            { ...usage, impacts: scaledFigures(usage.impacts) },
          ]),
        ),
      };
      return [name, { ...older, seal: createHash('sha256').update(sealedText(older)).digest('hex').slice(0, 16) }];
    }),
  );
  project.write({ [lockFile]: lockText({ ...lock, scenarios }) });
}

describe('before x method x scenario x data is now', () => {
  it('whatever changed together', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0.02, 0.04, 0.09),
        fc.constantFrom('5M/year', '10M/year', '12M/year'),
        fc.constantFrom(0.5, 1, 1.3),
        async (grid, requests, method) => {
          madeByOlderMethod(1 / method);
          project.write({ 'own.yaml': ownGrid(grid), 'chat.yaml': measured('Chat', requests) });
          const { scenarios: [line] } = await check(); // prettier-ignore
          const { compared } = line ?? {};
          const {
            scenario,
            data,
            method: found,
          } = compared?.causes ?? { scenario: { central: 0 }, data: 0, method: 0 };
          const product = (compared?.before.central ?? 0) * scenario.central * data * found;
          expect(product).toSatisfy(within(line?.ghg.central ?? 0, 1e-9));
          expect(found).toSatisfy(within(method, 1e-9));
          expect(scenario.central).toSatisfy(within(Number.parseInt(requests, 10) / 10, 1e-9));
          if (grid === 0.04) expect(data).toSatisfy(within(1, 1e-9));
          else expect(Math.sign(data - 1)).toBe(Math.sign(grid - 0.04));
          expect(compared?.trend).toBe({ '5M/year': 'better', '10M/year': 'unchanged', '12M/year': 'worse' }[requests]);
        },
      ),
      { numRuns: 27 },
    );
  });
});

describe('only the scenario fails', () => {
  const state = (grid: number, requests: string, method: number) => {
    madeByOlderMethod(1 / method);
    project.write({ 'own.yaml': ownGrid(grid), 'chat.yaml': measured('Chat', requests) });
    return check();
  };

  it.each([
    // The limit is 700 kg.
    ['a method update that stays within', 0.04, '10M/year', 2.5, 'pass'],
    ['data and method updates alone', 0.09, '10M/year', 2, 'moved'],
    ['a data update alone', 0.09, '10M/year', 1, 'moved'],
    ['data and method, and a scenario that got better', 0.1, '9M/year', 1.2, 'moved'],
    ['a scenario that would be over with the old data too', 0.09, '20M/year', 1, 'fail'],
    ['a scenario that the old data would have let pass', 0.09, '11M/year', 1, 'moved'],
  ])('%s', async (_, grid, requests, method, outcome) => {
    const report = await state(grid, requests, method);
    expect(report.items[0]?.outcome).toBe(outcome);
    expect(report.exit_code).toBe(outcome === 'fail' ? 1 : 0);
  });

  it('a method update is named as such', async () => {
    const report = await state(0.04, '10M/year', 2);
    expect(report.scenarios[0]?.versions.method).not.toBeNull();
    const { stdout } = await project.run('check', '--today', '2026-11-24');
    expect(stdout).toMatch(
      /scenario unchanged \(method x2\)[\s\S]*method ai-footprint\/1 01234567 -> ai-footprint\/1 [0-9a-f]{8}/,
    );
  });
});

describe('what the scenario changed', () => {
  beforeAll(() => {
    project.write({ 'own.yaml': ownGrid(0.04), [lockFile]: original });
  });

  it.each([
    ['another place', (text: string) => text.replace('grid: SITE', 'grid: FRA'), 'place', null],
    [
      'more prompts',
      (text: string) => text.replace('    measured', '    iterations: 2\n    measured'),
      'iterations',
      2,
    ],
    ['another figure', (text: string) => text.replace('1 Wh', '3 Wh'), 'measured.energy', null],
  ])('%s', async (_, edit, field, effect) => {
    project.write({ 'chat.yaml': edit(measured('Chat')) });
    const { scenarios: [line] } = await check(); // prettier-ignore
    expect(line?.changes.map((change) => change.field)).toEqual([field]);
    if (effect !== null) expect(line?.changes[0]?.effect).toSatisfy(within(effect, 1e-9));
    expect(line?.data).toEqual([]);
  });

  it('a comment, another order and another name change nothing', async () => {
    project.write({
      'chat.yaml': `# by us\n${measured('Another name').replace('    pue: 1.2\n', '').replace('    requests', '    pue: 1.2\n    requests')}`,
    });
    const { scenarios: [line] } = await check(); // prettier-ignore
    expect(line).toMatchObject({ trend: 'unchanged', changes: [], data: [] });
  });

  it('a change inside the uncertainty is told as one, and is not worse', async () => {
    const wide = measured('Chat').replace('1 Wh', '0.5 to 2 Wh');
    project.write({ 'chat.yaml': wide });
    await project.run('check', '--save-baseline');
    project.write({ 'chat.yaml': wide.replace('0.5 to 2 Wh', '0.5 to 2.2 Wh') });
    const { scenarios: [line] } = await check(); // prettier-ignore
    expect(line?.trend).toBe('inside');
  });
});
