/**
 * Changes the code and asks whether a test notices: npm run mutation [-- ROOM... --file NAME... --again --sample LINES --seed N].
 * Without a room: all of rooms.mjs. With --sample: of each room about that many lines, in stretches drawn by the seed.
 * With --again: what the last run killed by a test that still stands is taken as killed, so that only the survivors, and
 * what changed, are run against the tests that came since; every run leaves what it found for that.
 * Prints the score of every room, and exits 1 when one is below the floor, a sample by more than chance. What survived stands in dist/mutation/ROOM.txt.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { rooms } from './rooms.mjs';

const floor = 85;
/** Of a sample: what a room at the floor gives less than once in a hundred times. */
const floorOf = (mutants) => (options.sample === undefined ? floor : floor - 233 * Math.sqrt((0.85 * 0.15) / mutants));
/** Lines of one stretch of a sample: about a function. */
const stretch = 25;

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = join(root, 'dist', 'mutation');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: 'string', multiple: true, default: [] },
    again: { type: 'boolean', default: false },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const unknown = positionals.filter((name) => !rooms.some((room) => room.name === name));
if (unknown.length > 0) throw new Error(`no room "${unknown.join()}": ${rooms.map(({ name }) => name).join(', ')}`);
const asked = rooms.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

/** The files of a room, or stretches of them, as Stryker names them: FILE, or FILE:FROM-TO. */
function partsOf({ folder, without }) {
  const files = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts') && !without.test(name))
    .filter((name) => options.file.length === 0 || options.file.includes(name))
    .toSorted()
    .map((name) => `${folder}/${name}`);
  if (options.sample === undefined) return files;
  const stretches = files.flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n').length;
    return Array.from({ length: Math.ceil(lines / stretch) }, (_, at) => {
      const from = at * stretch + 1;
      return `${file}:${from}-${Math.min(lines, from + stretch - 1)}`;
    });
  });
  const shuffled = fc.shuffledSubarray(stretches, { minLength: stretches.length });
  const [drawn] = fc.sample(shuffled, { numRuns: 1, seed: Number(options.seed) });
  return drawn.slice(0, Math.max(1, Math.round(Number(options.sample) / stretch)));
}

/** Runs the mutants of a room; gives how many of each status, as Stryker counts them. */
function run(room) {
  const parts = partsOf(room);
  const report = join(results, `${room.name}.json`);
  const config = join(results, `${room.name}.config.json`);
  mkdirSync(results, { recursive: true });
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'vitest',
      vitest: { configFile: 'test/mutation/vitest.config.mjs', related: false },
      plugins: ['@stryker-mutator/vitest-runner'],
      mutate: parts,
      // A constant of a module is read once, before any test: each of its mutants would cost a whole run.
      ignoreStatic: true,
      // A run of some files keeps what is known of the others: --again of the room then has them all.
      incremental: options.sample === undefined,
      incrementalFile: join(results, `${room.name}.known.json`),
      force: !options.again,
      concurrency: 1,
      // A machine that others use is slow: only what never ends shall count as such.
      timeoutMS: 20_000,
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
      tempDirName: join(results, `sandbox-${room.name}`),
      ignorePatterns: ['dist', 'docs', 'test/golden'],
      disableTypeChecks: false,
      // TypeScript 7 has no programming interface that Stryker knows; the tests need no tsconfig.
      tsconfigFile: 'none.json',
      allowConsoleColors: false,
    }),
  );
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', config], {
    cwd: root,
    env: { ...process.env, MUTATION_ROOM: room.name },
    stdio: ['ignore', 2, 'inherit'],
  }); // prettier-ignore
  if (status !== 0) throw new Error(`Stryker ended with ${status} in the room ${room.name}`);
  const mutated = new Set(parts.map((part) => part.replace(/:\d+-\d+$/, '')));
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  return Object.entries(files).filter(([file]) => mutated.has(file));
}

const counted = { Killed: 'killed', Timeout: 'killed', Survived: 'survived', NoCoverage: 'survived' };

let isBelow = false;
for (const room of asked) {
  const files = run(room);
  const mutants = files.flatMap(([file, { source, mutants: own }]) =>
    own.map(({ status, location: { start, end }, mutatorName, replacement }) => {
      const line = source.split('\n')[start.line - 1].trim();
      return { file, line: start.line, column: start.column, status, text: `${mutatorName} ${start.line}:${start.column}-${end.line}:${end.column} ${replacement}\n    ${line}` };
    }),
  ); // prettier-ignore
  const count = (outcome) => mutants.filter(({ status }) => counted[status] === outcome).length;
  const [killed, survived] = [count('killed'), count('survived')];
  const left = mutants.length - killed - survived;
  const score = (100 * killed) / (killed + survived);
  const least = floorOf(killed + survived);
  isBelow ||= !(score >= least);
  const list = mutants.filter(({ status }) => counted[status] === 'survived');
  writeFileSync(join(results, `${room.name}.txt`), list.map(({ file, text }) => `${file} ${text}\n`).join(''));
  console.log(
    `mutation ${room.name}: ${score.toFixed(1)} % killed (${killed} of ${killed + survived}; ${left} of constants not run), ${options.sample === undefined ? '' : 'a sample, '}floor ${least.toFixed(1)} %`,
  );
}
if (isBelow) {
  console.log('below the floor: dist/mutation/ROOM.txt says what survived');
  process.exitCode = 1;
}
