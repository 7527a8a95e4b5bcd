/**
 * Start-up, memory and throughput as ratios, measured side by side in one run: npm run bench [-- --rounds 15 --large 3].
 * Every round runs each program once, in turn; a ratio is the median over the rounds of the ratio within a round,
 * so that a machine that slows down slows both sides. Prints a table, and beside it the last entry of history.json; `--save NAME` adds one.
 * It judges nobody and always exits 0 when it could measure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare, ratiosOf, readHistory, save } from './history.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    large: { type: 'string', default: '3' },
    save: { type: 'string' },
  },
});
const rounds = Number(options.rounds);
const largeRounds = Number(options.large);
const large = 10_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin', 'ai-footprint.js');
const scenario = join(root, 'scenarios', 'llama-3-one-year.yaml');
const hook = fileURLToPath(new URL('max-rss.cjs', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'ai-footprint-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/** Runs once and fails loudly: a program that breaks at once would look fast. */
function run(name, command, args, env = {}, cwd = work) {
  const start = process.hrtime.bigint();
  const done = spawnSync(command, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (done.status !== 0) throw new Error(`${name}: exit ${done.status}\n${String(done.stderr).slice(0, 500)}`);
  return milliseconds;
}

/** Impact Framework 1.1 in a folder of its own, kept between runs; IF_HOME names one that is installed already. */
function impactFramework() {
  const home = process.env['IF_HOME'] ?? join(tmpdir(), 'ai-footprint-bench-if-1.1');
  if (!existsSync(join(home, 'node_modules', '@grnsft', 'if'))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    const done = spawnSync('npm', ['i', '--no-audit', '--no-fund', '@grnsft/if@1.1'], { cwd: home, stdio: 'inherit' });
    if (done.status !== 0) throw new Error('cannot install @grnsft/if@1.1: set IF_HOME to a folder that has it');
  }
  return home;
}

const home = impactFramework();
const packaged = join(home, 'node_modules', '@grnsft', 'if');
const ifRun = join(packaged, 'build', 'if-run', 'index.js');
const sci = join(packaged, 'manifests', 'examples', 'pipelines', 'sci.yml');

/** The sci pipeline of Impact Framework with as many observations as we have usages. */
function largeManifest() {
  const [head] = readFileSync(sci, 'utf8').split('      inputs:\n');
  const first = Date.UTC(2023, 11, 12);
  const observations = Array.from({ length: large }, (_, place) =>
    [
      `        - timestamp: "${new Date(first + 30_000 * place).toISOString()}"`,
      '          duration: 30',
      `          cpu/utilization: ${15 + (place % 50)}`,
      '          cloud/instance-type: A1',
      '          cloud/region: uk-west',
      '          network/energy: 0.000001',
    ].join('\n'),
  );
  const file = join(work, 'large.yml');
  writeFileSync(file, `${head}      inputs:\n${observations.join('\n')}\n`);
  return file;
}

const models = ['gpt-4o', 'meta/llama-3.1-8b-instruct', 'meta/llama-3.1-70b-instruct', 'mistral/open-mistral-7b'];
const regions = ['azure/eastus2', 'aws/eu-west-3', 'gcp/europe-north1', 'azure/canadacentral', 'aws/us-east-1'];

function largeScenario() {
  const usages = Array.from({ length: large }, (_, place) => ({
    id: `usage-${place}`,
    model: models[place % models.length],
    region: regions[place % regions.length],
    requests: `${1000 + place}/year`,
    iterations: 1 + (place % 4),
    tokens: { input: 200 + (place % 900), output: 100 + (place % 600) },
  }));
  const file = join(work, 'large.json');
  writeFileSync(file, JSON.stringify({ name: 'Ten thousand usages', period: 'year', usages }));
  return file;
}

/** Ten usages, for what the draws of their intervals add. */
function tenUsages() {
  const scenario = JSON.parse(readFileSync(largeScenario(), 'utf8'));
  const file = join(work, 'ten.json');
  writeFileSync(file, JSON.stringify({ ...scenario, name: 'Ten usages', usages: scenario.usages.slice(0, 10) }));
  return file;
}

const node = process.execPath;

/** A project of fifty scenarios with its lock, as a CI job finds it. */
function project(count) {
  const folder = join(work, 'project');
  mkdirSync(join(folder, 'ai'), { recursive: true });
  const sheets = readFileSync(join(root, 'scenarios', 'product-sheets.yaml'), 'utf8');
  for (let place = 0; place < count; place += 1) {
    writeFileSync(
      join(folder, 'ai', `s${place}.yaml`),
      sheets.replace('iterations: 4', `iterations: ${1 + (place % 6)}`),
    );
  }
  const budgets = ['ghg: 9 t/year', 'ghg_per_unit: 30 gCO2e', 'change: { ghg: +10 %, floor: 5 kg/year }'];
  const config = `scenarios: [ai/*.yaml]\nbudgets:\n${budgets.map((each) => `  - ${each}\n`).join('')}`;
  writeFileSync(join(folder, 'ai-footprint.config.yaml'), config);
  run('check --save-baseline', node, [program, 'check', '--save-baseline'], {}, folder);
  return join(folder, 'ai-footprint.config.yaml');
}
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs every program once a round, in turn; gives the numbers of each, round by round. */
function interleave(count, programs, measure) {
  const found = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = -1; round < count; round += 1) {
    for (const [name, command] of Object.entries(programs)) {
      const number = measure(name, command);
      // Round -1 warms the disk cache and the code caches, which a user has warm too from the second run on.
      if (round >= 0) found[name].push(number);
    }
  }
  return found;
}

const time = (name, [command, ...args]) => run(name, command, args, {}, home);
const memory = (name, [command, ...args]) => {
  const file = join(work, 'rss');
  run(name, command, ['--require', hook, ...args], { BENCH_RSS: file }, home);
  return Number(readFileSync(file, 'utf8')) / 1024;
};

/** A folder of small scenarios, as a team has them. */
function manyScenarios(count) {
  const folder = join(work, 'scenarios');
  mkdirSync(folder);
  for (let place = 0; place < count; place += 1) {
    const text = `name: Scenario ${place}
functional_unit: { name: answer, volume: ${1000 + place}/year }
usages:
  - id: chat
    model: ${models[place % models.length]}
    region: ${regions[place % regions.length]}
    requests: 1 per unit
    iterations: ${1 + (place % 4)}
    tokens: { input: ${200 + (place % 900)}, output: ${100 + (place % 600)} }
`;
    writeFileSync(join(folder, `s${place}.yaml`), text);
  }
  return folder;
}

const fifty = project(50);
const start = {
  'node -e 0': [node, '-e', '0'],
  'assess, table': [node, program, 'assess', scenario],
  'assess, json': [node, program, 'assess', scenario, '--format', 'json'],
  'advise --all': [node, program, 'advise', join(root, 'scenarios', 'product-sheets.yaml'), '--all'],
};
const ten = tenUsages();
const drawn = {
  'ten usages, propagation': [node, program, 'assess', ten, '--samples', '0'],
  'ten usages, 10 000 draws': [node, program, 'assess', ten, '--samples', '10000'],
  'ten baselines, propagation': [node, program, 'assess', ten, '--practice', 'none', '--samples', '0'],
  'ten baselines, 10 000 draws': [node, program, 'assess', ten, '--practice', 'none', '--samples', '10000'],
};
const times = interleave(
  rounds,
  {
    ...start,
    'check, 50 scenarios': [node, program, 'check', '--config', fifty],
    ...drawn,
    'report, ten usages': [node, program, 'report', ten, '--output', join(work, 'report.html')],
    'if-run sci': [node, ifRun, '-m', sci],
    'npx if-run sci': ['npx', '--no-install', 'if-run', '-m', sci],
  },
  time,
);
const peaks = interleave(Math.min(rounds, 7), { ...start, ...drawn, 'if-run sci': [node, ifRun, '-m', sci] }, memory);
const largeFile = largeScenario();
// if-run with -n computes and prints nothing, which is faster than with its output: the harder comparison for us.
const many = interleave(
  largeRounds,
  {
    'node -e 0': [node, '-e', '0'],
    'compare, 1 000 files': [node, program, 'compare', manyScenarios(1000)],
    '10 000 usages': [node, program, 'assess', largeFile],
    '10 000 usages, json': [node, program, 'assess', largeFile, '--format', 'json'],
    'if-run 10 000': [node, ifRun, '-n', '-m', largeManifest()],
  },
  time,
);

/** Combinations of regions, all models, four numbers of prompts and some lengths, all to csv. */
function sweepArgs(regions, lengths) {
  const vary = [`region=${regions}`, 'model=all', 'iterations=1..4', `tokens.output=100..${100 * lengths}:100`];
  const output = ['--format', 'csv', '--output', join(work, 'swept.csv')];
  return [
    node,
    program,
    'sweep',
    join(root, 'scenarios', 'product-sheets.yaml'),
    ...vary.flatMap((each) => ['--vary', each]),
    ...output,
  ];
}

/** Rows of a log of prompts: twenty pairs of model and region, every number another. */
function usageTable(rows) {
  const models = ['gpt-4o', 'meta/llama-3.1-8b-instruct', 'meta/llama-3.1-70b-instruct', 'mistral/open-mistral-7b'];
  const regions = ['azure/eastus2', 'aws/eu-west-3', 'gcp/europe-north1', 'azure/canadacentral', 'aws/us-east-1'];
  const lines = Array.from({ length: rows }, (_, at) =>
    [`u${at}`, models[at % 4], regions[at % 5], 1000 + at, 1 + (at % 4), 200 + (at % 900), 100 + (at % 600)].join(),
  );
  writeFileSync(join(work, `rows-${rows}.csv`), `id,model,region,requests,iterations,in,out\n${lines.join('\n')}\n`);
  const columns = {
    id: 'id', model: 'model', region: 'region', requests: { column: 'requests', unit: '/year' }, iterations: 'iterations',
    tokens: { input: 'in', output: 'out' },
  }; // prettier-ignore
  const file = join(work, `rows-${rows}.json`);
  writeFileSync(file, JSON.stringify({ name: 'Rows', period: 'year', usages: { from: `rows-${rows}.csv`, columns } }));
  return [node, program, 'assess', file, '--format', 'json'];
}

const bare = [node, '-e', '0'];
const million = {
  'node -e 0': bare,
  'sweep, 1 000 000': sweepArgs('all', 6),
  'sweep, 100 000': sweepArgs('azure/eastus2,aws/eu-west-3', 54),
  'sweep, 10 000': sweepArgs('azure/eastus2,aws/eu-west-3', 5),
  '1 000 000 rows': usageTable(1_000_000),
};
const millions = interleave(Math.min(largeRounds, 2), million, time);
const millionPeaks = interleave(
  1,
  {
    'sweep, 1 000 000': million['sweep, 1 000 000'],
    '100 000 rows': usageTable(100_000),
    '1 000 000 rows': million['1 000 000 rows'],
  },
  memory,
);

const ratio = (numbers, over, under) => median(numbers[over].map((value, round) => value / numbers[under][round]));
const rows = [];
const measured = [];
const row = (what, value, target, met, aim = '') => {
  measured.push([what, value]);
  rows.push([what, value.toFixed(2), target, aim, met(value) ? 'yes' : 'NO']);
};
const most = (limit) => (value) => value <= limit;
const least = (limit) => (value) => value >= limit;

row('time: assess, table / node -e 0', ratio(times, 'assess, table', 'node -e 0'), '<= 2.0', most(2), '1.5');
row('time: assess, json / node -e 0', ratio(times, 'assess, json', 'node -e 0'), '<= 2.0', most(2), '1.5');
row('time: advise --all, 43 497 pairs / node -e 0', ratio(times, 'advise --all', 'node -e 0'), '<= 3.0', most(3));
row(
  'time: check, 50 scenarios with a lock / node -e 0',
  ratio(times, 'check, 50 scenarios', 'node -e 0'),
  '<= 4.0',
  most(4),
);
row('time: report of ten usages / node -e 0', ratio(times, 'report, ten usages', 'node -e 0'), '<= 8.0', most(8));
row('memory: assess, table / node -e 0', ratio(peaks, 'assess, table', 'node -e 0'), '<= 1.6', most(1.6), '1.4');
row('memory: assess, json / node -e 0', ratio(peaks, 'assess, json', 'node -e 0'), '<= 1.6', most(1.6), '1.4');
row('time: npx if-run sci / assess, table', ratio(times, 'npx if-run sci', 'assess, table'), '>= 4.0', least(4));
row('time: if-run sci (no npx) / assess, table', ratio(times, 'if-run sci', 'assess, table'), '>= 4.0', least(4));
row('time: compare, 1 000 files / node -e 0', ratio(many, 'compare, 1 000 files', 'node -e 0'), '<= 25', most(25));
row('time: 10 000 usages / if-run 10 000', ratio(many, '10 000 usages', 'if-run 10 000'), '<= 0.6', most(0.6));

/** What draws add, round by round: to the baseline alone, and with the four practices. */
const added = (numbers, what) =>
  median(numbers[`${what}, 10 000 draws`].map((value, round) => value - numbers[`${what}, propagation`][round]));
const bareStart = median(times['node -e 0']);
for (const [what, words] of [
  ['ten baselines', '10 000 draws of ten usages'],
  ['ten usages', 'the same with practices'],
]) {
  row(`time: ${words} add, ms`, added(times, what), '<= 60', most(60));
  row(
    '  per node -e 0 (60 ms / its median)',
    added(times, what) / bareStart,
    `<= ${(60 / bareStart).toFixed(2)}`,
    most(60 / bareStart),
  );
  row(`memory: ${words} add, MB`, added(peaks, what), '<= 40', most(40));
}

row(
  'time: sweep, 1 043 928 rows to csv / node -e 0',
  ratio(millions, 'sweep, 1 000 000', 'node -e 0'),
  '<= 60',
  most(60),
);
const rowsOf = { 'sweep, 1 000 000': 1_043_928, 'sweep, 100 000': 104_976, 'sweep, 10 000': 9720 };
// Of the rows that one size has more than the other: what every run takes before its first row is in neither.
const between = (more, less) =>
  millions[more].map((value, round) => (value - millions[less][round]) / (rowsOf[more] - rowsOf[less]));
const late = between('sweep, 1 000 000', 'sweep, 100 000');
const early = between('sweep, 100 000', 'sweep, 10 000');
row(
  'time of a row: sweep from 100 000 to 1 000 000 / to 100 000',
  median(late.map((value, round) => value / early[round])),
  '<= 1.2',
  most(1.2),
);
row('memory: sweep, 1 043 928 rows, MB', median(millionPeaks['sweep, 1 000 000']), '<= 200', most(200));
row('time: 1 000 000 usage rows / node -e 0', ratio(millions, '1 000 000 rows', 'node -e 0'), '<= 80', most(80));
row('memory: 100 000 usage rows, MB', median(millionPeaks['100 000 rows']), '<= 200', most(200));
row('memory: 1 000 000 usage rows, MB', median(millionPeaks['1 000 000 rows']), '<= 200', most(200));

const show = (cells) => {
  const [what, value, target, aim, met] = cells;
  console.log(`${what.padEnd(50)}${value.padStart(8)}${target.padStart(9)}${aim.padStart(6)}${met.padStart(6)}`);
};
console.log(`Node ${process.version}, ${rounds} rounds, medians\n`);
show(['ratio', 'median', 'target', 'aim', 'met']);
for (const cells of rows) show(cells);
const history = fileURLToPath(new URL('history.json', import.meta.url));
const today = ratiosOf(measured);
const last = readHistory(history).at(-1);
if (last === undefined) console.log('\nno earlier entry to compare with: --save NAME makes the first');
else {
  console.log(`\nbeside ${last.name} (Node ${last.node})`);
  const targets = new Map(rows.map(([what, , target]) => [what, target]));
  const lessIsBetter = (what) => !targets.get(what)?.startsWith('>=');
  for (const { what, change, word } of compare({ before: last.ratios, today, lessIsBetter }))
    console.log(`${what.padEnd(50)}${(change === null ? '' : `x${change.toFixed(2)}`).padStart(8)}  ${word}`);
}
if (options.save !== undefined) save({ file: history, name: options.save, node: process.version, ratios: today });

console.log('\nmedians');
for (const [name, numbers] of [
  ...Object.entries(times),
  ...Object.entries(many),
  ...Object.entries(millions).slice(1),
]) {
  console.log(`  ${name.padEnd(24)}${median(numbers).toFixed(0).padStart(8)} ms`);
}
for (const [name, numbers] of [...Object.entries(peaks), ...Object.entries(millionPeaks)]) {
  console.log(`  ${name.padEnd(24)}${median(numbers).toFixed(1).padStart(8)} MB peak`);
}
