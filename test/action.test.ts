/** The GitHub action and docs/ci.md: their shell runs against a local repository with the variables that the hosts document. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { measured, ownGrid, testProject, type TestProject } from './project.fixtures.ts';
import { validCodeQuality, validJunit, validMarkdown, validSarif } from './published-schemas.ts';
import { root } from './run-cli.ts';

interface ActionStep {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
const program = `${process.execPath} ${join(root, 'bin/ai-footprint.js')}`;
const config = (limit: string) => `scenarios: [ai/*.yaml]\ncatalog: own.yaml\nbudgets:\n  - ghg: ${limit}\n`;

let project: TestProject;
let runner: string;

beforeEach(() => {
  project = testProject({
    'ai-footprint.config.yaml': config('700 kgCO2e/year'),
    'own.yaml': ownGrid(0.04),
    'ai/chat.yaml': measured('Chat'),
    '.gitignore': '/.runner\n',
  });
  project.git('init', '--quiet', '--initial-branch', 'main');
  project.commit('first');
  runner = join(project.folder, '.runner');
  mkdirSync(join(runner, 'temp'), { recursive: true });
  mkdirSync(join(runner, 'bin'));
  // Stands for the command line of GitHub: notes how it was called, and answers with the comments that there are.
  const gh = join(runner, 'bin', 'gh');
  writeFileSync(
    gh,
    `#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$FAKE_GH/calls"
if [ -e "$FAKE_GH/forbidden" ]; then exit 1; fi
case "$*" in *--paginate*) cat "$FAKE_GH/ids" 2>/dev/null || true ;; *) for word in "$@"; do case "$word" in body=@*) cat "\${word#body=@}" >>"$FAKE_GH/body" ;; esac; done ;; esac
`,
  );
  chmodSync(gh, 0o755);
});
afterEach(() => project.remove());

/** Values of `\${{ ... }}` as the runner puts them in. */
function expanded(
  text: string,
  outputs: ReadonlyMap<string, string>,
  inputs: Readonly<Record<string, string>>,
): string {
  return text.replace(/\$\{\{ *([^}]+?) *\}\}/g, (_, expression: string) => {
    const [, input] = /^inputs\.(.+)$/.exec(expression) ?? [];
    if (input !== undefined) return inputs[input] ?? action.inputs[input]?.default ?? '';
    const [, output] = /^steps\.check\.outputs\.(.+)$/.exec(expression) ?? [];
    if (output !== undefined) return outputs.get(output) ?? '';
    return expression === 'github.token' ? 'the-token' : '';
  });
}

/** The few conditions that the action uses. */
function holds(
  condition: string | undefined,
  outputs: ReadonlyMap<string, string>,
  inputs: Readonly<Record<string, string>>,
): boolean {
  return (condition ?? '').split(' && ').every((part) => {
    const [, left = '', operator, right = ''] = /^(\S+) (==|!=) '(.*)'$/.exec(part) ?? [];
    if (operator === undefined) return part === '';
    const value = expanded(`\${{ ${left} }}`, outputs, inputs);
    return operator === '==' ? value === right : value !== right;
  });
}

/** Runs the steps of the action as a runner does: every one in a shell of its own, `run` with -e and pipefail. */
function runAction(event: object, given: Readonly<Record<string, string>> = {}) {
  const inputs = { command: program, ...given };
  const files = {
    GITHUB_OUTPUT: join(runner, 'output'),
    GITHUB_STEP_SUMMARY: join(runner, 'summary'),
    GITHUB_EVENT_PATH: join(runner, 'event.json'),
  };
  writeFileSync(files.GITHUB_EVENT_PATH, JSON.stringify(event));
  for (const file of [files.GITHUB_OUTPUT, files.GITHUB_STEP_SUMMARY]) writeFileSync(file, '');
  const outputs = new Map<string, string>();
  const uploads: string[] = [];
  let log = '';
  let code = 0;
  for (const step of action.runs.steps) {
    if (!holds(step.if, outputs, inputs)) continue;
    if (step.uses !== undefined) {
      uploads.push(expanded(step.with?.['sarif_file'] ?? '', outputs, inputs));
      continue;
    }
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => [name, expanded(value, outputs, inputs)]),
    );
    const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run ?? ''], {
      cwd: project.folder,
      encoding: 'utf8',
      env: {
        PATH: `${join(runner, 'bin')}:${process.env['PATH'] ?? ''}`,
        HOME: runner,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: project.folder,
        GITHUB_REPOSITORY: 'someone/something',
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_SHA: project.git('rev-parse', 'HEAD').trim(),
        RUNNER_TEMP: join(runner, 'temp'),
        FAKE_GH: runner,
        ...files,
        ...env,
      },
    });
    log += done.stdout + done.stderr;
    for (const line of readFileSync(files.GITHUB_OUTPUT, 'utf8').split('\n')) {
      const [name = '', ...value] = line.split('=');
      if (name !== '') outputs.set(name, value.join('='));
    }
    code = done.status ?? 1;
    if (code !== 0) break;
  }
  const readOr = (name: string): string =>
    existsSync(join(runner, name)) ? readFileSync(join(runner, name), 'utf8') : '';
  return { code, log, outputs, uploads, summary: readOr('summary'), calls: readOr('calls'), body: readOr('body') };
}

const pullRequest = {
  action: 'synchronize',
  number: 7,
  pull_request: { number: 7, head: { ref: 'more' }, base: { ref: 'main' } },
};

describe('action.yml', () => {
  it('is a composite action whose every output and input is used', () => {
    expect(action.runs.using).toBe('composite');
    const text = JSON.stringify(action.runs.steps);
    for (const name of Object.keys(action.inputs)) expect(text).toContain(`inputs.${name}`);
    for (const { value } of Object.values(action.outputs)) expect(value).toMatch(/steps\.check\.outputs\./);
    // What a stranger writes into a pull request must not become shell: expressions stay in `env` and `with`.
    for (const { run } of action.runs.steps) expect(run ?? '').not.toContain('${{');
  });

  it('within budget: summary, SARIF, one new comment, and success', () => {
    const done = runAction(pullRequest);
    expect(done.code).toBe(0);
    expect(done.outputs.get('exit-code')).toBe('0');
    expect(validMarkdown(done.summary).answer).toBe('AI budget holds: 1 of 1 limits kept');
    expect(done.log).toContain('AI budget holds: 1 of 1 limits kept');
    expect(done.uploads).toEqual([join(runner, 'temp/ai-footprint/out.sarif')]);
    expect(validSarif(readFileSync(done.uploads[0] ?? '', 'utf8')).exitCode).toBe(0);
    expect(
      done.calls
        .trim()
        .split('\n')
        .map((call) => call.replace(/ --(?:jq|field) .*/, '')),
    ).toEqual([
      'api --paginate repos/someone/something/issues/7/comments',
      'api --method POST repos/someone/something/issues/7/comments',
    ]);
    expect(done.body).toBe(done.summary);
  });

  it('breached: everything is written first, then it fails; the comment that is there is updated', () => {
    project.edit('ai/chat.yaml', '10M/year', '20M/year');
    writeFileSync(join(runner, 'ids'), '4242\n4343\n');
    const done = runAction(pullRequest);
    expect(done.code).toBe(1);
    expect(done.outputs.get('exit-code')).toBe('1');
    expect(done.log).toMatch(
      /^::error file=ai\/chat\.yaml,line=3,col=\d+,endColumn=\d+,title=FAIL%3A greenhouse gases a year::/m,
    );
    expect(done.calls).toContain('api --method PATCH repos/someone/something/issues/comments/4242');
    expect(validMarkdown(done.body).answer).toBe('AI budget fails: 1 of 1 limits exceeded');
    expect(done.uploads).toHaveLength(1);
  });

  it('a config that is wrong: no report, no comment, exit 2', () => {
    project.write({ 'ai-footprint.config.yaml': config('700 kWh/year') });
    const done = runAction(pullRequest);
    expect(done).toMatchObject({ code: 2, summary: '', calls: '', uploads: [] });
    expect(done.log).toContain('error[wrong-dimension]');
  });

  it('a pull request of a fork, whose token may not write: a notice, and the result counts', () => {
    writeFileSync(join(runner, 'forbidden'), '');
    const done = runAction(pullRequest);
    expect(done.code).toBe(0);
    expect(done.log).toContain('::notice::the comment was not written');
  });

  it('a push has no pull request: no comment', () => {
    expect(runAction({ ref: 'refs/heads/main' })).toMatchObject({ code: 0, calls: '' });
  });

  it('inputs reach the command: language, judge, config, no comment, no SARIF', () => {
    project.write({
      'budgets/own.yaml': ownGrid(0.04),
      'budgets/chat.yaml': measured('Chat'),
      'budgets/ai.yaml': 'scenarios: [chat.yaml]\ncatalog: own.yaml\nbudgets:\n  - ghg: 412 kgCO2e/year\n',
    });
    const strict = runAction(pullRequest, {
      config: 'budgets/ai.yaml',
      lang: 'fr',
      comment: 'false',
      sarif: 'false',
      strict: 'true',
    });
    expect(strict).toMatchObject({ code: 4, calls: '', uploads: [] });
    expect(strict.summary).toContain('Budget IA indécis');
    expect(
      runAction(pullRequest, { config: 'budgets/ai.yaml', judge: 'central', strict: 'true', comment: 'false' }).code,
    ).toBe(0);
  });
});

describe('docs/ci.md', () => {
  const text = readFileSync(join(root, 'docs/ci.md'), 'utf8');
  const blocks = (language: string): string[] =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);
  const shell = (command: string) =>
    spawnSync(
      'bash',
      ['-c', command.replaceAll('npx --yes ai-footprint', program).replaceAll(/^ai-footprint/gm, program)],
      {
        cwd: project.folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', HOME: runner },
      },
    );

  it('the config that it shows can be read, but for the scenarios that are not there', () => {
    const [shown = ''] = blocks('yaml').filter((block) => block.startsWith('scenarios:'));
    const second = measured('Films').replace('chat', 'images');
    project.write({
      'ai-footprint.config.yaml': shown,
      'ai/films.yaml': second.replace('SITE', 'FRA'),
      'ai/chat.yaml': measured('Chat').replace('SITE', 'FRA'),
      'ai/base.yaml': 'name: base\n',
    });
    const saved = shell('ai-footprint check --save-baseline --today 2026-11-24');
    expect(saved.stderr).toBe('');
    expect(saved.stdout).toMatch(/^AI budget /);
  });

  it('GitLab: the script writes what the artifacts name, valid', async () => {
    const [job] = blocks('yaml')
      .filter((block) => block.startsWith('# .gitlab-ci.yml'))
      .map(
        (block) =>
          Object.values(
            parse(block) as Record<string, { script: string[]; artifacts: { reports: Record<string, string> } }>,
          )[0],
      );
    const done = shell(job?.script.join('\n') ?? 'false');
    expect(done).toMatchObject({ status: 0, stderr: '' });
    await validJunit(project.read(job?.artifacts.reports['junit'] ?? ''), { failures: 0 });
    expect(validCodeQuality(project.read(job?.artifacts.reports['codequality'] ?? ''))).toEqual([]);
  });

  it('Jenkins: the step ends with the code of the check, and its report is there', async () => {
    project.edit('ai/chat.yaml', '10M/year', '20M/year');
    const [, step = 'false'] = /sh '([^']+)'/.exec(blocks('groovy').join('\n')) ?? [];
    expect(shell(step).status).toBe(1);
    await validJunit(project.read('junit.xml'), { failures: 1 });
  });

  it('pre-commit: the entry takes the names of the files that changed', () => {
    const [hooks] = blocks('yaml').filter((block) => block.startsWith('# .pre-commit'));
    const { repos: [repo] } = parse(hooks ?? '') as { repos: { hooks: { entry: string; files: string }[] }[] }; // prettier-ignore
    const hook = repo?.hooks[0];
    expect('ai/chat.yaml').toMatch(new RegExp(hook?.files ?? 'x^'));
    project.write({ 'ai/other.yaml': 'not: a scenario\n' });
    // Only what changed is judged: the other file is not looked at.
    expect(shell(`${hook?.entry} ai/chat.yaml`)).toMatchObject({ status: 0 });
  });

  it('five minutes: every command of it runs', () => {
    const [first = ''] = blocks('sh');
    const commands = first
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace(/ *#.*/, ''));
    expect(
      commands.map((command) => shell(command.replace('ai/*.yaml', 'ai/chat.yaml --catalog own.yaml')).status),
    ).toEqual([0, 0, 0]);
  });

  it('the workflow of GitHub uses the action with inputs that it has', () => {
    const [workflow] = blocks('yaml').filter((block) => block.startsWith('# .github'));
    const { jobs } = parse(workflow ?? '') as {
      jobs: Record<string, { steps: { uses: string; with?: Record<string, string> }[] }>;
    };
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const own = steps.find(({ uses }) => uses.startsWith('ai-footprint/'));
    for (const name of Object.keys(own?.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
  });

  it('names every option of check that a reader needs, and every format', () => {
    for (const name of [
      '--save-baseline',
      '--update-lock',
      '--judge',
      '--today',
      '--strict',
      '--exit-zero',
      '--recompute',
      '--fail-on-increase',
    ])
      expect(text).toContain(name);
  });
});

it('what is suggested holds today', () => {
  const suggested = spawnSync(process.execPath, [join(root, 'bin/ai-footprint.js'), 'budget', 'suggest'], {
    cwd: project.folder,
    encoding: 'utf8',
  });
  expect(suggested).toMatchObject({ status: 0, stderr: '' });
  project.write({ 'ai-footprint.config.yaml': `scenarios: [ai/*.yaml]\ncatalog: own.yaml\n${suggested.stdout}` });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'bin/ai-footprint.js'), 'check', ...args], {
      cwd: project.folder,
      encoding: 'utf8',
    });
  expect(run('--save-baseline', '--format', 'line')).toMatchObject({
    status: 0,
    stdout: 'AI budget holds: 3 of 3 limits kept\n',
  });
  project.edit('ai/chat.yaml', '10M/year', '13M/year');
  expect(run('--format', 'line')).toMatchObject({ status: 1, stdout: 'AI budget fails: 2 of 3 limits exceeded\n' });
});
