/** A project in a folder of its own, under real Git, that tests write to and check. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli, type Outcome } from './run-cli.ts';

export interface TestProject {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  read(file: string): string;
  edit(file: string, from: string, to: string): void;
  run(...args: string[]): Promise<Outcome>;
  git(...args: string[]): string;
  commit(message: string): void;
  remove(): void;
}

export function testProject(files: Readonly<Record<string, string>> = {}): TestProject {
  const folder = mkdtempSync(join(tmpdir(), 'ai-footprint-project-'));
  const project: TestProject = {
    folder,
    write: (all) => {
      for (const [name, text] of Object.entries(all)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
    },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    edit: (file, from, to) => {
      const text = project.read(file);
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      project.write({ [file]: text.replace(from, to) });
    },
    run: (...args) => runCli(args, { cwd: folder }),
    git: (...args) => {
      const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
      const done = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
      if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
      return done.stdout;
    },
    commit: (message) => {
      project.git('add', '--all');
      project.git('commit', '--quiet', '--message', message);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  project.write(files);
  return project;
}

/** A measured usage whose interval is narrow: 410 kgCO2e [408 - 414] a year at ten million requests. */
export const measured = (name: string, requests = '10M/year'): string => `name: ${name}
usages:
  - id: chat
    model: meta/llama-3.1-8b-instruct
    grid: SITE
    pue: 1.2
    requests: ${requests}
    tokens: { input: 500, output: 300 }
    measured: { energy: 1 Wh, boundary: facility }
training: exclude
`;

/** Own rows: the grid of a site of ours at so many kgCO2e/kWh, the figure that an update of the data moves. */
export const ownGrid = (value: number): string => `sources:
  - { id: meter, title: Our meter, url: 'https://example.org', year: 2026, confidence: primary, review_by: 2027-01-01 }
zones:
  - { id: SITE, name: Our site, kind: subdivision, parent: FRA, ghg: [{ value: ${value}, year: 2026, source: meter }] }
`;
