/** The program from arguments to exit code. The only place that turns an error into words on stderr. */
import { CommanderError, type Command } from 'commander';
import { nearestNames } from '../catalog/nearest.ts';
import { InputError, problem, type Problem } from '../errors.ts';
import { bugs, version } from '../version.ts';
import { exitCodes, type ExitCode } from './outcome.ts';
import { makeProgram } from './program.ts';
import type { SweepJob } from './sweep-pieces.ts';
import type { WorkerPort } from './sweep-worker.ts';
import { problemsIn } from './told.ts';
import { drawingAsWritten, writtenOption } from './terminal.ts';
import type { World } from './world.ts';

/** More than these are counted, not printed: nobody mends a hundred at once. */
const printed = 100;

async function reportProblems(world: World, problems: readonly Problem[]): Promise<void> {
  const { problemsToJson, renderProblems } = await import('../report/problems.ts');
  if (asksForJson(world.argv)) {
    const { escapeInQuotes } = await import('../report/safe.ts');
    world.stderr.write(`${escapeInQuotes(JSON.stringify(problemsToJson(problems), null, 2))}\n`);
    return;
  }
  const { messages } = await import('../messages/index.ts');
  const { lang, width, colour } = drawingAsWritten(world, world.stderr);
  const shown = problems.slice(0, printed);
  const text = renderProblems(shown.map(await problemsIn(lang)), { lang, width, colour });
  const rest = problems.length - printed;
  world.stderr.write(rest > 0 ? `${text}${messages(lang).problems.andMore(rest)}\n` : text);
}

/** Errors follow the format of the result, also when the command line itself is wrong. */
function asksForJson(argv: readonly string[]): boolean {
  return writtenOption(argv, '--format', '-f') === 'json';
}

async function reportBug(world: World, error: unknown): Promise<void> {
  const bug = problem('internal', { version, bugs });
  if (asksForJson(world.argv)) {
    const { message, fix } = bug;
    world.stderr.write(`${JSON.stringify({ code: 'internal', message, version, fix }, null, 2)}\n`);
    return;
  }
  const { renderProblem } = await import('../report/problems.ts');
  const drawn = drawingAsWritten(world, world.stderr);
  const told = await problemsIn(drawn.lang);
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.stderr.write(`${renderProblem(told(bug), drawn)}${cause}\n`);
}

function words(error: CommanderError): string {
  return error.message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replaceAll("'", '"')
    .trim();
}

/** The error of commander in ours: what was probably meant is said of values too, as commander says it of names. */
function commandLineProblem(error: CommanderError): Problem {
  const said = words(error);
  if (error.code === 'commander.missingArgument' && said.endsWith('"file"')) {
    return problem('bad-option', {
      reason: said,
      fix: 'name a scenario; "ai-footprint init" writes one to start from',
    });
  }
  const [, value, allowed] = /"([^"]*)" is invalid\b.*\. Allowed choices are (.+)\.$/.exec(said) ?? [];
  const [near] = nearestNames(value ?? '', allowed?.split(', ') ?? []);
  return problem('bad-option', { reason: near === undefined ? said : `${said} (Did you mean ${near}?)` });
}

/** The program alone: a newcomer, who needs three commands and not fifteen. */
async function printFirstSteps(world: World): Promise<void> {
  const { helpWords } = await import('../messages/help/index.ts');
  const { renderFirstSteps } = await import('../report/help-page.ts');
  const drawn = drawingAsWritten(world, world.stderr);
  world.stderr.write(renderFirstSteps(helpWords(drawn.lang).firstSteps, drawn));
}

/**
 * Runs the command line.
 * Returns the exit code: see `exitCodes`. Never throws.
 */
export async function run(world: World): Promise<ExitCode> {
  let lost = false;
  world.stdout.on('error', (error) => {
    // A reader that has seen enough (| head) is not an error.
    if (error.code === 'EPIPE' || lost) return;
    lost = true;
    world.exitCode = exitCodes.invalid;
    void reportLoss(world, error);
  });
  // What cannot be said on stderr cannot be said at all: the exit code remains.
  world.stderr.on('error', () => undefined);
  let code: ExitCode = exitCodes.computed;
  const helped: Command[] = [];
  const attempt = async (step: () => Promise<unknown>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      code = await outcomeOf(world, error);
    }
  };
  const program = makeProgram(
    world,
    (outcome) => {
      code = outcome;
    },
    (command) => void helped.push(command),
  );
  await attempt(() => program.parseAsync([...world.argv]));
  const [command] = helped;
  if (command && code === exitCodes.computed) {
    await attempt(async () => (await import('./print-help.ts')).printHelp(world, command));
  }
  if (lost) code = exitCodes.invalid;
  world.exitCode = code;
  return code;
}

/** What a thread that the program starts does: see `World.startWorker`. */
export async function work(port: WorkerPort, data: unknown): Promise<void> {
  const { sweepWorker } = await import('./sweep-worker.ts');
  sweepWorker(port, (data as { readonly sweep: SweepJob }).sweep);
}

/** Standard output broke off: the disk is full, the device is gone. */
async function reportLoss(world: World, error: unknown): Promise<void> {
  const { reasonOf } = await import('./output.ts');
  const fix = 'make room, or write elsewhere: what was printed is not whole';
  await reportProblems(world, [problem('cannot-write', { file: '<stdout>', reason: reasonOf(error), fix })]);
}

async function outcomeOf(world: World, error: unknown): Promise<ExitCode> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.computed;
    // No command at all: commander would print its help as an error.
    if (error.code === 'commander.help') await printFirstSteps(world);
    else await reportProblems(world, [commandLineProblem(error)]);
    return exitCodes.invalid;
  }
  if (error instanceof InputError) {
    await reportProblems(world, error.problems);
    return exitCodes.invalid;
  }
  await reportBug(world, error);
  return exitCodes.internal;
}
