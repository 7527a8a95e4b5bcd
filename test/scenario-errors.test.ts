/** Every way in which a scenario file can be wrong: the code, the line, the column, and what is underlined. */
import { describe, expect, it } from 'vitest';
import { located, locatedProblems, problemsOf, read, scenarioWith } from './scenario.fixtures.ts';

/** Problems of a usage with these fields; the first of them is on line 5. */
const inUsage = (fields: string): readonly string[] => locatedProblems(scenarioWith(fields));
/** Problems of a scenario with these lines from line 2. */
const atTop = (lines: string): readonly string[] => locatedProblems(scenarioWith('', lines));

describe('the text', () => {
  it.each([
    ['nothing', '', 'empty-file 1:1 ""'],
    ['a comment', '# later\n', 'empty-file 1:1 "#"'],
    ['null', 'null', 'empty-file 1:1 "n"'],
    ['a scalar', 'hello', 'wrong-type 1:1 "hello"'],
    ['a list', '- name: Test', 'wrong-type 1:1 "- name: Test"'],
    ['a list in JSON', '[1]', 'wrong-type 1:1 "[1]"'],
    ['a bell', 'name: Te\u0007st', 'bad-yaml 1:9 "\u0007"'],
    ['an escape sequence', 'name: \u001b[31mred', 'bad-yaml 1:7 "\u001b"'],
    ['two documents', 'name: a\n---\nname: b\n', 'several-documents 2:1 "---"'],
    ['a tab as indent', 'name: a\nusages:\n\t- id: x\n', 'bad-yaml 3:1 "\t"'],
    ['an open quote', 'name: "a\n', 'bad-yaml 2:1 ""'],
    ['an open bracket', 'name: a\nusages: [\n', 'bad-yaml 3:1 ""'],
    ['a second colon', 'name: a: b\n', 'bad-yaml 1:7 "a"'],
    ['an unknown tag', 'name: !secret a\n', 'bad-yaml 1:7 "!secret"'],
    ['an alias without anchor', 'name: *nobody\n', 'bad-yaml 1:7 "*nobody"'],
    ['an alias in its own anchor', 'name: a\nusages: &a [*a]\n', 'too-many-aliases 1:1 "n"'],
    ['a merge of a number', 'name: a\n<<: 5\n', 'bad-yaml 1:1 "n"'],
    ['an older YAML', '%YAML 1.1\n---\nname: a\n', 'bad-yaml 1:1 "%"'],
    ['a key that is a list', '? [a, b]\n: 1\n', 'bad-yaml 1:3 "["'],
  ])('%s', (_name, text, expected) => {
    expect(locatedProblems(text)[0]).toBe(expected);
  });

  it('refuses aliases that expand without end, and takes a hundred usages that share an anchor', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(', ')}]`,
    );
    expect(locatedProblems(`l0: &l0 x\n${levels.join('\n')}\n`)).toEqual(['too-many-aliases 1:1 "l"']);
    const usages = Array.from(
      { length: 200 },
      (_, index) => `  - { <<: *shared, id: u${index}, tokens: *tokens }`,
    ).join('\n');
    const text = `name: a\ndefaults: &shared { requests: 1/year, grid: FRA, tokens: &tokens { input: 5 } }\nusages:\n${usages}\n`;
    expect(read(text).scenario.usages.map(({ tokens }) => tokens)).toEqual(
      Array(200).fill({ input: { range: { low: 5, central: 5, high: 5 } } }),
    );
  });

  it('refuses a file that is nested without end', () => {
    expect(locatedProblems(`{"usages": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).toEqual(['bad-yaml 1:1 "{"']);
  });

  it('reads past a duplicate key, an octal number and a number that is not finite', () => {
    const usage =
      '    pue: 1.2\n    pue: 012\n    wue: .nan\n    iterations: 0o17\n    users: -.inf\n    colour: red\n';
    expect(inUsage(usage)).toEqual([
      'duplicate-key 6:5 "pue"',
      'octal-number 6:10 "012"',
      'not-finite 7:10 ".nan"',
      'octal-number 8:17 "0o17"',
      'not-finite 9:12 "-.inf"',
      'unknown-key 10:5 "colour"',
    ]);
  });

  it('finds duplicate keys and infinite numbers in JSON as well', () => {
    const text = '{"name": "a", "name": "b",\n "usages": [{"id": "x", "pue": 1e999}]}';
    expect(locatedProblems(text)).toEqual(['duplicate-key 1:15 ""name""', 'not-finite 2:32 "1e999"']);
  });

  it('counts columns without the byte order mark, and lines with Windows line ends', () => {
    expect(locatedProblems('\uFEFFname: a\r\ncolour: red\r\nusages:\r\n  - id: x\r\n')).toEqual([
      'unknown-key 2:1 "colour"',
    ]);
  });
});

describe('the shape', () => {
  it.each([
    ['an unknown key', '    iteratons: 3\n', 'unknown-key 5:5 "iteratons"'],
    ['an unknown key of a block', '    tokens: { inptu: 3 }\n', 'unknown-key 5:15 "inptu"'],
    ['an unknown key of a value', '    pue: { vaule: 1.2 }\n', 'unknown-key 5:12 "vaule"'],
    ['__proto__', '    __proto__: { pue: 1.2 }\n', 'unknown-key 5:5 "__proto__"'],
    ['constructor', '    constructor: 1\n', 'unknown-key 5:5 "constructor"'],
    ['a field of later', '    keep: { max_latency: 100 ms }\n', 'not-computed-yet 5:13 "max_latency"'],
    ['nothing after a key', '    pue:\n', 'wrong-type 5:5 "pue"'],
    ['a list for a value', '    pue: [1.2]\n', 'wrong-type 5:10 "[1.2]"'],
    ['a truth for a value', '    pue: true\n', 'wrong-type 5:10 "true"'],
    ['a text for a block', '    tokens: 900\n', 'wrong-type 5:13 "900"'],
    ['a number for a name', '    model: 4\n', 'wrong-type 5:12 "4"'],
    ['an empty name', '    model: ""\n', 'wrong-type 5:12 """"'],
    ['an escape in a name', '    model: "a\\e[31m"\n', 'wrong-type 5:12 ""a\\e[31m""'],
    ['several lines in a name', '    task: "a\\nb"\n', 'wrong-type 5:11 ""a\\nb""'],
    ['an empty list of places', '    region: []\n', 'wrong-type 5:13 "[]"'],
    ['a place that is a name', '    region: [aws/eu-west-3]\n', 'wrong-type 5:14 "aws/eu-west-3"'],
    ['a wrong word', '    measured: { energy: 0.3 Wh, boundary: facilty }\n', 'wrong-value 5:43 "facilty"'],
    ['no boundary', '    measured: { energy: 0.3 Wh }\n', 'missing-key 5:15 "{ energy: 0.3 Wh }"'],
    ['a boundary alone', '    measured: { boundary: gpu }\n', 'missing-key 5:15 "{ boundary: gpu }"'],
    ['a fleet without machines', '    fleet: { count: 8 }\n', 'missing-key 5:12 "{ count: 8 }"'],
    ['a model without size', '    model: { bits: 8 }\n', 'missing-key 5:12 "{ bits: 8 }"'],
    ['a spend without amount', '    spend: { sector: it }\n', 'missing-key 5:12 "{ sector: it }"'],
  ])('%s', (_name, fields, expected) => {
    expect(inUsage(fields)).toEqual([expected]);
  });

  it.each([
    ['an unknown key', 'nmae: x\n', 'unknown-key 2:1 "nmae"'],
    ['growth without a horizon', 'growth: 5 %\n', 'missing-key 2:9 "5 %"'],
    ['a wrong period', 'period: decade\n', 'wrong-value 2:9 "decade"'],
    [
      'a functional unit without name',
      'functional_unit: { volume: 5/year }\n',
      'missing-key 2:18 "{ volume: 5/year }"',
    ],
    ['an id in defaults', 'defaults: { id: x }\n', 'unknown-key 2:13 "id"'],
    ['an unknown key in defaults', 'defaults:\n  modle: x\n', 'unknown-key 3:3 "modle"'],
    ['a wrong value in defaults, told once', 'defaults: { pue: 0.5 }\n', 'out-of-bounds 2:18 "0.5"'],
    ['an unknown carbon price', 'carbon_price: unknown\n', 'bad-quantity 2:15 "unknown"'],
    ['a price without currency', 'carbon_price: 200\n', 'bad-quantity 2:15 "200"'],
    ['an unknown volume', 'functional_unit: { name: a, volume: unknown }\n', 'bad-quantity 2:37 "unknown"'],
  ])('%s at the top', (_name, lines, expected) => {
    expect(atTop(lines)).toEqual([expected]);
  });

  it('tells every key that is missing, at the same place', () => {
    const problems = problemsOf('description: x\n');
    expect(problems.map(located)).toEqual(['missing-key 1:1 "description"', 'missing-key 1:1 "description"']);
    expect(problems.map(({ message }) => message)).toEqual([
      'the scenario needs "name"',
      'the scenario needs "usages"',
    ]);
  });

  it('needs a usage, and an id for each', () => {
    expect(locatedProblems('name: a\nusages: []\n')).toEqual(['wrong-type 2:9 "[]"']);
    expect(locatedProblems('name: a\nusages:\n  - model: x\n')).toEqual(['missing-key 3:5 "model"']);
    expect(locatedProblems('name: a\nusages:\n  - 5\n')).toEqual(['wrong-type 3:5 "5"']);
  });

  it('names the usage and the nearest field', () => {
    const [problem] = problemsOf(scenarioWith('    iteratons: 3\n'));
    expect(problem).toEqual({
      code: 'unknown-key',
      message: 'usage "chat" has no field "iteratons"',
      why: 'unknown fields are refused, so a typo can never fall back to a default',
      fix: 'rename it to "iterations"',
      path: 'usages[0].iteratons',
      place: { file: 'scenario.yaml', line: 5, column: 5, length: 9, excerpt: '    iteratons: 3' },
    });
  });

  it('says how to write a name made of digits', () => {
    expect(problemsOf('name: 2024\nusages:\n  - id: x\n').map(({ fix }) => fix)).toEqual(['put it in quotes: "2024"']);
  });

  it('refuses a second usage with the same id, and names the line of the first', () => {
    const problems = problemsOf('name: a\nusages:\n  - id: x\n  - { id: y }\n  - id: x\n');
    expect(problems.map(located)).toEqual(['duplicate-id 5:9 "x"']);
    expect(problems.map(({ message }) => message)).toEqual(['two usages have the id "x"; the first is on line 3']);
  });
});

describe('the values', () => {
  it.each([
    ['a bound', '    pue: 0.9\n', 'out-of-bounds 5:10 "0.9"'],
    ['a bound in a block', '    pue:\n      value: 0.9\n', 'out-of-bounds 6:7 "value"'],
    ['a dimension', '    tokens: { input: 3 kWh }\n', 'wrong-dimension 5:22 "3 kWh"'],
    ['a unit of a block', '    wue: { value: 3, unit: kWh }\n', 'wrong-dimension 5:28 "kWh"'],
    ['an unknown unit', '    measured: { energy: 3 kwh, boundary: gpu }\n', 'unknown-unit 5:25 "3 kwh"'],
    ['a text for a number', '    pue: about one\n', 'bad-quantity 5:10 "about one"'],
    ['an order', '    wue: 0.5 to 0.4\n', 'range-order 5:10 "0.5 to 0.4"'],
    ['more cached than sent', '    tokens: { input: 100, cached_input: 200 }\n', 'tokens-inconsistent 5:41 "200"'],
    [
      'cached that may be more than sent',
      '    tokens: { input: 100 to 300, cached_input: 50 to 150 }\n',
      'tokens-inconsistent 5:48 "50 to 150"',
    ],
    ['cached without sent', '    tokens: { cached_input: 200 }\n', 'missing-key 5:29 "200"'],
    ['cached of an unknown input', '    tokens: { input: unknown, cached_input: 200 }\n', 'missing-key 5:45 "200"'],
    [
      'active that may be more than there are',
      '    model: { total_parameters: 100B to 300B, active_parameters: 50B to 150B }\n',
      'out-of-bounds 5:65 "50B to 150B"',
    ],
    [
      'active that are unknown',
      '    model: { total_parameters: 300B, active_parameters: unknown }\n',
      'bad-quantity 5:57 "unknown"',
    ],
    ['a spend without currency, told once', '    spend: 12\n', 'wrong-type 5:12 "12"'],
    [
      'hours that are no time',
      '    fleet: { accelerator: h100, count: 8, hours: 0.0001 kWh/Wh }\n',
      'wrong-dimension 5:50 "0.0001 kWh/Wh"',
    ],
    ['hexadecimal', '    iterations: 0x10\n', 'octal-number 5:17 "0x10"'],
    ['octal', '    iterations: 0o17\n', 'octal-number 5:17 "0o17"'],
    ['binary', '    iterations: 0b1\n', 'bad-quantity 5:17 "0b1"'],
    [
      'more active than there are',
      '    model: { total_parameters: 8B, active_parameters: 17B }\n',
      'out-of-bounds 5:55 "17B"',
    ],
    ['an unknown size', '    model: { total_parameters: unknown }\n', 'bad-quantity 5:32 "unknown"'],
    [
      'more hours than the year has',
      '    fleet: { accelerator: h100, count: 8, hours: 9000 }\n',
      'out-of-bounds 5:50 "9000"',
    ],
    [
      'region and grid as lists',
      '    region: [{ region: a, share: 100 % }]\n    grid: [{ grid: b, share: 100 % }]\n',
      'fields-exclude 6:5 "grid"',
    ],
    [
      'a region and a list of grids',
      '    region: a\n    grid: [{ grid: b, share: 100 % }]\n',
      'fields-exclude 6:5 "grid"',
    ],
    [
      'shares of 99 %',
      '    grid: [{ grid: USA, share: 37 % }, { grid: FRA, share: 62 % }]\n',
      'shares-sum 5:11 "[{ grid: USA, share: 37 % }, { grid: FRA, share: 62 % }]"',
    ],
    [
      'a share that is a range',
      '    grid: [{ grid: USA, share: 30..40 % }, { grid: FRA, share: 60 % }]\n',
      'bad-quantity 5:32 "30..40 %"',
    ],
    ['a share that is missing', '    grid:\n      - { grid: USA }\n', 'missing-key 6:9 "{ grid: USA }"'],
    ['a place without a name', '    grid:\n      - { share: 100 % }\n', 'missing-key 6:9 "{ share: 100 % }"'],
  ])('%s', (_name, fields, expected) => {
    expect(inUsage(fields)).toEqual([expected]);
  });

  it.each([
    [
      'per user, without users',
      'name: a\nusages:\n  - { id: x, requests: 5 per user }\n',
      'missing-key 3:24 "5 per user"',
    ],
    [
      'per unit, without volume',
      'name: a\nusages:\n  - { id: x, requests: 5 per unit }\n',
      'missing-key 3:24 "5 per unit"',
    ],
    ['a count by the year', 'name: a\nusages:\n  - { id: x, requests: 5 }\n', 'bad-quantity 3:24 "5"'],
    [
      'a fleet, once, without hours',
      'name: a\nperiod: once\nusages:\n  - { id: x, requests: 5, fleet: { accelerator: h100, count: 8 } }\n',
      'missing-key 4:34 "{ accelerator: h100, count: 8 }"',
    ],
    [
      'a fleet, once, with unknown hours',
      'name: a\nperiod: once\nusages:\n  - { id: x, requests: 5, fleet: { accelerator: h100, count: 8, hours: unknown } }\n',
      'bad-quantity 4:72 "unknown"',
    ],
    [
      'a fleet that no request may share',
      'name: a\nusages:\n  - { id: x, requests: 0 to 5/year, fleet: { accelerator: h100, count: 8 } }\n',
      'out-of-bounds 3:24 "0 to 5/year"',
    ],
    [
      'a fleet shared by no user',
      'name: a\nusages:\n  - { id: x, requests: 5 per user, users: 0, fleet: { accelerator: h100, count: 8 } }\n',
      'out-of-bounds 3:43 "0"',
    ],
    [
      'a fleet shared by no unit',
      'name: a\nfunctional_unit: { name: b, volume: 0/year }\nusages:\n  - { id: x, requests: 5 per unit, fleet: { accelerator: h100, count: 8 } }\n',
      'out-of-bounds 2:37 "0/year"',
    ],
    ['a rate, once', 'name: a\nperiod: once\nusages:\n  - { id: x, requests: 5/day }\n', 'bad-quantity 4:24 "5/day"'],
    [
      'a rate under a volume without time',
      'name: a\nfunctional_unit: { name: b, volume: 5 }\nusages:\n  - { id: x, requests: 5/day }\n',
      'bad-quantity 4:24 "5/day"',
    ],
  ])('%s', (_name, text, expected) => {
    expect(locatedProblems(text)).toEqual([expected]);
  });

  it('takes a dense model that says its size twice, and no request where there is no fleet', () => {
    const model = 'model: { total_parameters: 7B to 9B, active_parameters: 7B to 9B }';
    const { scenario } = read(`name: a\nusages:\n  - { id: x, requests: 0/year, ${model} }\n`);
    expect(scenario.usages.map(({ requests }) => requests)).toEqual([
      { per: 'period', count: { range: { low: 0, central: 0, high: 0 } } },
    ]);
  });

  it('names the currency that was written', () => {
    const [problem] = problemsOf(scenarioWith('', 'carbon_price: -200 USD/t\n'));
    expect(problem?.message).toBe('"carbon_price" is -0.2 USD/kgCO2e; it must be 0 or more');
    const { warnings } = read(scenarioWith('    model: gpt-4o\n', 'carbon_price: 200 CAD/kg\n'));
    expect(warnings.map(({ message }) => message)).toEqual([
      '"carbon_price": 200 CAD/kgCO2e is above any published price of carbon (at most about 20): did you mean 0.2 CAD/kgCO2e?',
    ]);
  });

  it('tells what a size that is beyond every meaning may have been', () => {
    const [problem] = problemsOf(scenarioWith('    grid: { intensity: 1200 }\n'));
    expect(problem).toMatchObject({
      code: 'out-of-bounds',
      message: '"grid.intensity" is 1200 kgCO2e/kWh; it must be at most 1000',
      why: 'no such size is meant: did you mean 1200 gCO2e/kWh, which is 1.2 kgCO2e/kWh?',
    });
  });

  it('tells all problems of a file in the order of the file', () => {
    const text = [
      'name: a',
      'period: yearly',
      'colour: red',
      'usages:',
      '  - id: x',
      '    pue: 0.5',
      '    requests: 1,000/year',
      '    modle: gpt-4o',
      '    tokens: { input: 3 kWh, output: -1 }',
      '  - pue: 0.4',
      '    region: [{ region: aws/eu-west-3, share: 50 % }]',
    ].join('\n');
    expect(locatedProblems(text)).toEqual([
      'wrong-value 2:9 "yearly"',
      'unknown-key 3:1 "colour"',
      'out-of-bounds 6:10 "0.5"',
      'bad-quantity 7:15 "1,000/year"',
      'unknown-key 8:5 "modle"',
      'wrong-dimension 9:22 "3 kWh"',
      'out-of-bounds 9:37 "-1"',
      'missing-key 10:5 "pue"',
      'out-of-bounds 10:10 "0.4"',
      'shares-sum 11:13 "[{ region: aws/eu-west-3, share: 50 % }]"',
    ]);
  });

  it('warns of suspect sizes with their place, and reads on', () => {
    const { warnings } = read(scenarioWith('    pue: 12\n    grid: { intensity: 287 kgCO2e/kWh }\n'));
    expect(warnings.map(({ code, path, file, line }) => [code, path, file, line])).toEqual([
      ['magnitude', 'usages[0].pue', 'scenario.yaml', 5],
      ['magnitude', 'usages[0].grid.intensity', 'scenario.yaml', 6],
    ]);
  });
});
