/** Bases, defaults and anchors: what wins, and where a problem of the merged scenario is. */
import { describe, expect, it } from 'vitest';
import type { Value } from '../src/scenario/types.ts';
import { located, locatedProblems, problemsOf, read, type Files } from './scenario.fixtures.ts';

const exactly = (value: number): Value => ({ range: { low: value, central: value, high: value } });

const base = [
  'name: Base',
  'functional_unit: { name: sheet, volume: 300k/year }',
  'defaults: { serving: { batch: 64, idle: 0.1 }, pue: 1.3 }',
  'usages:',
  '  - id: draft',
  '    model: gpt-4o',
  '    region: azure/eastus2',
  '    requests: 1 per unit',
  '    tokens: { input: 900, output: 600 }',
  '  - id: image',
  '    model: dall-e',
  '    requests: 2 per unit',
].join('\n');

describe('extends', () => {
  it('merges maps by key and usages by id, and adds the new ones', () => {
    const text = [
      'extends: base.yaml',
      'name: Smaller',
      'usages:',
      '  - id: image',
      '    requests: 3 per unit',
      '  - id: draft',
      '    tokens: { output: 250 }',
      '  - { id: check, model: small, requests: 4 per unit }',
    ].join('\n');
    const { scenario, sources } = read(text, { 'base.yaml': base });
    expect(scenario.name).toBe('Smaller');
    expect(scenario.functionalUnit).toEqual({ name: 'sheet', volume: exactly(300_000) });
    expect(scenario.usages.map(({ id, model }) => [id, model])).toEqual([
      ['draft', 'gpt-4o'],
      ['image', 'dall-e'],
      ['check', 'small'],
    ]);
    expect(scenario.usages.map(({ requests }) => requests)).toEqual(
      [1, 3, 4].map((count) => ({ per: 'unit', count: exactly(count) })),
    );
    expect(scenario.usages[0]?.tokens).toEqual({ input: exactly(900), output: exactly(250) });
    expect(sources).toEqual([
      { file: 'scenario.yaml', text },
      { file: 'base.yaml', text: base },
    ]);
  });

  it('lets a scenario be nothing but its base', () => {
    const { scenario } = read('extends: base.yaml\n', { 'base.yaml': base });
    expect(scenario).toEqual(read(base).scenario);
  });

  it('takes the grid of the base away with its region, and keeps a figure and its source together', () => {
    const own =
      'name: a\nusages:\n  - id: x\n    requests: 1/year\n    region: old\n    grid: { intensity: { low: 0.1, high: 0.2, source: slide } }\n';
    const place = (usage: string): unknown =>
      read(`extends: b.yaml\nusages: [{ id: x, ${usage} }]\n`, { 'b.yaml': own }).scenario.usages[0]?.locations;
    expect(place('region: new')).toEqual([{ share: 1, path: 'region', region: 'new' }]);
    expect(place('grid: FRA')).toEqual([{ share: 1, path: 'grid', region: 'old', grid: 'FRA' }]);
    expect(place('grid: { intensity: { value: 0.3 } }')).toEqual([
      { share: 1, path: 'grid', region: 'old', grid: { intensity: exactly(0.3) } },
    ]);
    expect(place('grid: [{ grid: FRA, share: 100 % }]')).toEqual([{ share: 1, path: 'grid[0]', grid: 'FRA' }]);
  });

  it('takes a model whole', () => {
    const own =
      'name: a\nusages:\n  - { id: x, requests: 1/year, model: { total_parameters: 100B, active_parameters: 20B } }\n';
    const { scenario } = read('extends: b.yaml\nusages: [{ id: x, model: { total_parameters: 8B } }]\n', {
      'b.yaml': own,
    });
    expect(scenario.usages[0]?.model).toEqual({ total_parameters: exactly(8) });
  });

  it('points at the file that a value comes from, in the order of reading', () => {
    const files: Files = { 'base.yaml': base.replace('pue: 1.3', 'pue: 0.3').replace('input: 900', 'input: 3 kWh') };
    const text = 'extends: base.yaml\nusages:\n  - id: draft\n    iteratons: 3\n    tokens: { output: -1 }\n';
    expect(locatedProblems(text, files)).toEqual([
      'unknown-key 4:5 "iteratons"',
      'out-of-bounds 5:23 "-1"',
      'out-of-bounds base.yaml 3:53 "0.3"',
      'wrong-dimension base.yaml 9:22 "3 kWh"',
    ]);
  });

  it('locates what is found later: derived file, base, defaults, nearest parent', () => {
    const text = 'extends: base.yaml\nusages:\n  - id: image\n    model: dall-f\n';
    const { locate } = read(text, { 'base.yaml': base });
    const at = (path: string): string => {
      const place = locate(path);
      return place ? `${place.file} ${place.line}:${place.column}` : 'nowhere';
    };
    expect(at('usages[1].model')).toBe('scenario.yaml 4:12');
    expect(at('usages[1].requests')).toBe('base.yaml 12:15');
    expect(at('usages[0].model')).toBe('base.yaml 6:12');
    expect(at('usages[0].serving.batch')).toBe('base.yaml 3:31');
    expect(at('usages[0].serving.accelerator')).toBe('base.yaml 3:22');
    expect(at('usages[1].task')).toBe('scenario.yaml 3:5');
    expect(at('carbon_price')).toBe('scenario.yaml 1:1');
    expect(locate(['usages', 1, 'model'])).toEqual(locate('usages[1].model'));
  });

  it('follows a chain through folders, and names the files from where the first one stands', () => {
    const files: Files = {
      'lib/b.yaml': 'extends: ../c.yaml\nname: B\n',
      'c.yaml': 'name: C\ncolour: red\nusages: [{ id: x }]\n',
    };
    const problems = problemsOf('extends: ./lib/b.yaml\n', files, 'work/scenarios/a.yaml');
    expect(problems.map(located)).toEqual(['unknown-key work/scenarios/c.yaml 2:1 "colour"']);
  });

  it.each([
    '../b.yaml',
    '/etc/passwd',
    'lib/../../b.yaml',
    'lib\\..\\b.yaml',
    'C:/b.yaml',
    'C:\\b.yaml',
    'file:///etc/passwd',
    '~/b.yaml',
    '//host/b.yaml',
    '.',
    'lib/..',
  ])('refuses to leave the folder: %s', (target) => {
    expect(locatedProblems(`name: a\nextends: '${target}'\n`)).toEqual([`extends-outside 2:10 "'${target}'"`]);
  });

  it('refuses a base outside, however deep in the chain', () => {
    expect(locatedProblems('extends: lib/b.yaml\n', { 'lib/b.yaml': 'extends: ../../c.yaml\n' })).toEqual([
      'extends-outside lib/b.yaml 1:10 "../../c.yaml"',
    ]);
  });

  it('refuses circles', () => {
    expect(locatedProblems('extends: scenario.yaml\n')).toEqual(['extends-cycle 1:10 "scenario.yaml"']);
    const problems = problemsOf('extends: b.yaml\n', { 'b.yaml': 'extends: ./scenario.yaml\n' });
    expect(problems.map(located)).toEqual(['extends-cycle b.yaml 1:10 "./scenario.yaml"']);
    expect(problems.map(({ message }) => message)).toEqual([
      '"extends" goes in a circle: scenario.yaml -> b.yaml -> scenario.yaml',
    ]);
  });

  it('takes eight bases, and not nine', () => {
    const chain = (length: number): Files =>
      Object.fromEntries(
        Array.from({ length }, (_, at) => [
          `b${at + 1}.yaml`,
          at + 1 < length ? `extends: b${at + 2}.yaml\n` : 'name: Deep\nusages: [{ id: x }]\n',
        ]),
      );
    expect(read('extends: b1.yaml\n', chain(8)).scenario.name).toBe('Deep');
    expect(locatedProblems('extends: b1.yaml\n', chain(9))).toEqual(['extends-depth b8.yaml 1:10 "b9.yaml"']);
  });

  it('points at the line that names a base which cannot be read', () => {
    expect(locatedProblems('name: a\nextends: nowhere.yaml\n')).toEqual(['file-not-found 2:10 "nowhere.yaml"']);
    expect(locatedProblems('extends: 5\n')).toEqual(['wrong-type 1:10 "5"']);
    expect(locatedProblems('extends: b.yaml\n', { 'b.yaml': '[1]' })).toEqual(['wrong-type b.yaml 1:1 "[1]"']);
    expect(locatedProblems('extends: b.yaml\n', { 'b.yaml': 'name: "a' })).toEqual(['bad-yaml b.yaml 1:9 ""']);
  });
});

describe('defaults', () => {
  it('fill every usage, deep in its blocks, and lose to it', () => {
    const text = [
      'name: a',
      'defaults: { requests: 1/year, tokens: { input: 10, output: 20 }, region: r, grid: { water: 2, intensity: 0.5 } }',
      'usages:',
      '  - { id: x, tokens: { output: 30 }, grid: { intensity: 0.1 } }',
      '  - { id: y, requests: unknown, region: s }',
    ].join('\n');
    const [x, y] = read(text).scenario.usages;
    expect(x?.tokens).toEqual({ input: exactly(10), output: exactly(30) });
    expect(x?.locations).toEqual([
      { share: 1, path: 'grid', region: 'r', grid: { water: exactly(2), intensity: exactly(0.1) } },
    ]);
    expect(y?.locations).toEqual([{ share: 1, path: 'region', region: 's' }]);
    expect([y?.requests, y?.unknown]).toEqual(['unknown', ['requests']]);
  });

  it('may hold half of a block that each usage completes', () => {
    const text = 'name: a\ndefaults: { fleet: { count: 8 } }\nusages:\n  - { id: x, fleet: { accelerator: h100 } }\n';
    expect(read(text).scenario.usages[0]?.fleet).toEqual({ accelerator: 'h100', count: exactly(8) });
    expect(locatedProblems(text.replace('accelerator: h100', 'hours: 5'))).toEqual(['missing-key 4:21 "{ hours: 5 }"']);
  });
});

describe('anchors', () => {
  it('and merge keys work, and problems point into the anchor, once', () => {
    const text = [
      'name: a',
      'usages:',
      '  - &first { id: x, requests: 1/year, tokens: &t { input: 5 } }',
      '  - { <<: *first, id: y }',
      '  - { <<: [*first], id: z, tokens: *t }',
    ].join('\n');
    const { scenario, locate } = read(text);
    expect(scenario.usages.map(({ id, tokens }) => [id, tokens])).toEqual(
      ['x', 'y', 'z'].map((id) => [id, { input: exactly(5) }]),
    );
    expect(locate('usages[1].tokens.input')).toEqual(locate('usages[0].tokens.input'));
    expect(locatedProblems(text.replace('input: 5', 'input: -5'))).toEqual(['out-of-bounds 3:59 "-5"']);
  });
});
