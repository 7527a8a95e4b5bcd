/** What may come of any text at all: a result whose figures are figures, or errors at their place. */
import { runCli } from '../run-cli.ts';
import { scenarioFolder } from './mutate.ts';

const fault = (what: string): never => {
  throw new Error(what);
};

/** Ranges in order; in the baseline nothing below 0. JSON writes what is not finite as null, which no range holds. */
function checkFigures(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'number' && !Number.isFinite(value)) fault(`${path} is ${value}`);
    return;
  }
  if ('low' in value && 'central' in value && 'high' in value) {
    const { low, central, high } = value;
    if (typeof low !== 'number' || typeof central !== 'number' || typeof high !== 'number')
      return fault(`${path} is ${JSON.stringify(value)}`);
    if (!(low <= central && central <= high)) fault(`${path} is out of order: ${JSON.stringify(value)}`);
    if (path.includes('.baseline.') && low < 0) fault(`${path} is negative: ${JSON.stringify(value)}`);
  }
  for (const [key, each] of Object.entries(value)) checkFigures(each, `${path}.${key}`);
}

/** Control and bidi characters that a terminal would act on. */
const acting = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

/** Any command on any input: an exit code that means what it says, and an error of the user only with nothing on stdout. */
export async function runsClean(args: readonly string[], cwd: string): Promise<'result' | 'refused'> {
  const { code, stdout, stderr } = await runCli(args, { cwd, isFuzzed: true });
  if (![0, 1, 2, 4].includes(code)) fault(`exit ${code}: ${stderr}`);
  if (code === 2 && stdout !== '') fault(`refused, with ${stdout.length} characters on stdout`);
  if (code === 2 && !/^error\[(?!internal)[a-z-]+\]:/.test(stderr)) fault(`no error is told: ${stderr}`);
  if (acting.test(stdout) || acting.test(stderr)) fault(`control characters in ${JSON.stringify(stdout + stderr)}`);
  if (/\bNaN\b|Infinity|undefined|\[object/.test(stdout)) fault(`it says ${stdout}`);
  return code === 2 ? 'refused' : 'result';
}

/**
 * Runs a text through `assess`, as JSON or as a table, and says whether it was a result.
 * Errors  throws when the outcome is none that a user may meet.
 */
export async function outcomeOf(bytes: Uint8Array, format: 'json' | 'table'): Promise<'result' | 'refused'> {
  const { code, stdout, stderr } = await runCli(['assess', '-', '--format', format], {
    stdin: bytes,
    cwd: scenarioFolder,
    isFuzzed: true,
  });
  if (code === 0) {
    if (stderr !== '') fault(`exit 0 with ${stderr}`);
    if (format === 'json') checkFigures(JSON.parse(stdout) as unknown, '$');
    else if (/\bNaN\b|Infinity|undefined|\[object/.test(stdout)) fault(`a table says ${stdout}`);
    if (acting.test(stdout)) fault(`control characters in ${JSON.stringify(stdout)}`);
    return 'result';
  }
  if (code !== 2 || stdout !== '') fault(`exit ${code}, ${stdout.length} characters on stdout, ${stderr}`);
  if (acting.test(stderr)) fault(`control characters in ${JSON.stringify(stderr)}`);
  if (format === 'table' ? !/^error\[[a-z-]+\]: ?\S?/.test(stderr) : (JSON.parse(stderr) as unknown[]).length === 0)
    fault(`no error is told: ${stderr}`);
  return 'refused';
}
