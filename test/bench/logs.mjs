/**
 * Logs of ten million rows, as ratios to a bare start of node in the same run: npm run bench:logs [-- --rows 10000000].
 * The database makes the files itself. Bounds: 150 starts for parquet, 400 for csv, 1 GB of memory, linear within 20 %.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const node = process.execPath;
const program = join(root, 'bin/ai-footprint.js');
const hook = join(root, 'test/bench/usage.cjs');
const { values } = parseArgs({ options: { rows: { type: 'string', default: '10000000' } } });
const most = Number(values.rows);

const database = await import('@duckdb/node-api').catch(() => undefined);
if (!database) {
  console.log('skipped: @duckdb/node-api is not installed (npm install)');
  process.exit(0);
}

const work = mkdtempSync(join(tmpdir(), 'ai-footprint-bench-logs-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const columns = (identity) => `name: bench
${identity}time: at
model: model
tokens: { input: input, cached_input: cached, output: output }
input_holds_cached: true
output_holds_reasoning: true
labels: { team: team }
`;
writeFileSync(join(work, 'columns.yaml'), columns(''));
writeFileSync(join(work, 'calls.yaml'), columns('identity: request_id\n'));

/** A year of calls: five models, forty teams, sizes that differ; a prompt that nobody reads, and the id of the call. */
async function makeLog(rows, file, options) {
  const instance = await database.DuckDBInstance.create(':memory:', { memory_limit: '1GB' });
  const connection = await instance.connect();
  await connection.run(`COPY (
    SELECT 'req_' || lpad(CAST(i AS VARCHAR), 12, '0') AS request_id,
      TIMESTAMP '2025-01-01' + to_seconds(CAST(i * 31536000 // ${rows} AS BIGINT)) AS at,
      ['gpt-4o', 'claude-sonnet-4', 'mistral-large', 'deepseek-v3', 'gpt-4o-mini'][1 + (hash(i) % 5)::INT] AS model,
      'team ' || (hash(i + 1) % 40) AS team,
      (200 + hash(i + 2) % 3000)::INT AS input, (hash(i + 3) % 200)::INT AS cached, (20 + hash(i + 4) % 900)::INT AS output,
      'prompt ' || (hash(i + 5) % 100000) AS prompt
    FROM range(${rows}) x(i)) TO '${file}' (${options})`);
  connection.closeSync();
  instance.closeSync();
}

/** Seconds by the clock, seconds of all cores, and peak memory in MB. */
function measured(args) {
  const kept = join(work, 'usage.json');
  const begin = performance.now();
  const { status, stderr } = spawnSync(node, ['--require', hook, ...args], {
    cwd: work,
    env: { ...process.env, BENCH_USAGE: kept },
    encoding: 'utf8',
  });
  const seconds = (performance.now() - begin) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(kept, 'utf8'));
  return { seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
}

const median = (all) => all.toSorted((left, right) => left - right)[Math.floor(all.length / 2)];
const bare = () => median([1, 2, 3, 4, 5].map(() => measured(['-e', '0']).seconds));

const usage = (file, more = []) => [
  program,
  'usage',
  file,
  '--engine',
  'duckdb',
  '--by',
  'team,model',
  '-f',
  'csv',
  ...more,
];

let failed = 0;
const row = (what, value, bound, isMet) => {
  if (!isMet) failed += 1;
  console.log(`${isMet ? 'ok    ' : 'FAILED'} ${what.padEnd(62)} ${value.padStart(12)}  ${bound}`);
};

const results = {};
for (const [what, format, limit, mapping, options] of [
  ['parquet', 'parquet', 150, 'columns.yaml', 'FORMAT parquet'],
  ['parquet, copies of calls told', 'parquet', 400, 'calls.yaml', 'FORMAT parquet'],
  ['csv', 'csv', 400, 'columns.yaml', 'FORMAT csv, HEADER'],
]) {
  const mapped = ['--mapping', mapping];
  const files = [most / 10, most].map((rows) => ({ rows, file: join(work, `${rows}.${format}`) }));
  for (const { rows, file } of files) await makeLog(rows, file, options);
  const [small, large] = files.map(({ file }) => {
    // The second of two, when the file is in memory and the machine awake.
    measured(usage(file, mapped));
    const start = bare();
    return { ...measured(usage(file, mapped)), start };
  });
  // What a start of the program costs is no cost of a row.
  writeFileSync(join(work, 'one.csv'), 'request_id,at,model,team,input,cached,output\nr,2025-01-01,gpt-4o,a,5,0,5\n');
  const empty = median([1, 2, 3].map(() => measured(usage('one.csv', mapped)).cpu));
  const starts = large.seconds / large.start;
  row(`${most} rows of ${what} / node -e 0`, starts.toFixed(1), `<= ${limit}`, starts <= limit);
  row(`peak memory, ${what}, MB`, large.megabytes.toFixed(0), '< 1000', large.megabytes < 1000);
  // Of the cores, not of the clock: others work on this machine too.
  const perRow = (large.cpu - empty) / most / ((small.cpu - empty) / (most / 10));
  row(`work a row, ${most} rows / ${most / 10} rows, ${what}`, perRow.toFixed(2), '<= 1.20', perRow <= 1.2);
  results[what] = {
    seconds: large.seconds,
    rowsPerSecondOfCore: most / (large.cpu - empty),
    bytesPerRow: statSync(files[1].file).size / most,
    megabytes: large.megabytes,
  };
}
for (const [what, { seconds, rowsPerSecondOfCore, bytesPerRow }] of Object.entries(results))
  console.log(
    `       ${what}: ${seconds.toFixed(1)} s, ${Math.round(rowsPerSecondOfCore)} rows a second of one core, ${bytesPerRow.toFixed(1)} bytes a row`,
  );
process.exitCode = failed === 0 ? 0 : 1;
