/** The pages of `help TOPIC`, in English. The shape of this object is the contract of the other languages. */

import { docsPages } from './docs-page.ts';

/** A paragraph, lines to copy, pages to open, or names with what they are. */
export type Block =
  | string
  | { readonly code: readonly string[] }
  | { readonly links: readonly string[] }
  | { readonly rows: readonly (readonly [string, string])[] };

export interface Page {
  /** As the list of topics has it. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

const scenario: Page = {
  title: 'what a scenario file says',
  blocks: [
    'A scenario is a YAML file: what AI does, how often, on which model, where. Twelve lines are enough.',
    {
      code: [
        'name: Product sheets',
        'functional_unit: { name: published sheet, volume: 300k/year }',
        'usages:',
        '  - id: draft',
        '    model: gpt-4o',
        '    region: azure/eastus2',
        '    requests: 1 per unit',
        '    iterations: 4',
        '    tokens: { input: 900, output: 600 }',
      ],
    },
    'A value is a number in the unit of its field, or one of these:',
    {
      rows: [
        ['0.3 Wh', 'text with a unit; 15M/year and 40 % too'],
        ['0.02 to 0.05 kgCO2e/kWh', 'a range; 10..20 % too'],
        ['{ value: 0.3, unit: Wh, source: ... }', 'a block with its provenance'],
        ['unknown', 'looked for and not published: the default is used, marked and listed'],
      ],
    },
    'A usage is estimated by the best that it gives, in this order:',
    {
      rows: [
        ['measured', 'energy, ghg or water of a prompt, by a meter or a supplier'],
        ['model with work', 'tokens, images, video, audio or embeddings'],
        ['fleet', 'accelerators, their use and hours'],
        ['task', 'a published average'],
        ['spend', 'money: an upper bound'],
      ],
    },
    'What you leave out is assumed, marked with * and listed. An unknown field or name is an error: nothing is replaced in silence.',
    {
      rows: [
        ['ai-footprint init', 'a commented file to start from'],
        ['ai-footprint catalog models', 'names to choose from; also regions, grids, hardware, tasks'],
        ['ai-footprint schema', 'the JSON Schema, for editors'],
      ],
    },
    'Every field, with its unit and its bounds:',
    docsPages('scenario'),
  ],
};

const budgets: Page = {
  title: 'limits, and what a breach is',
  blocks: [
    'A budget is a limit with a unit. It stands in a scenario, or in ai-footprint.config.yaml for a whole project:',
    {
      code: [
        'scenarios: [ai/*.yaml]',
        'budgets:',
        '  - ghg: 500 kgCO2e/year',
        '  - change: { ghg: +10 %, floor: 5 kgCO2e/year }',
      ],
    },
    'It is judged on the interval, not on the middle:',
    {
      rows: [
        ['within', 'even the high end fits'],
        ['over', 'even the low end exceeds: exit code 1'],
        ['not settled', 'the interval holds the limit: told with the one input to measure; exit code 4 under --strict'],
      ],
    },
    'A lock (ai-footprint.lock.json) keeps what is true today: what was over before and is not worse is old debt, and what data or method moved is told as such. Neither fails.',
    {
      rows: [
        ['ai-footprint budget suggest', 'limits that hold today, to start from'],
        ['ai-footprint check --save-baseline', 'writes the lock: commit it'],
        ['ai-footprint check', 'judges, in CI'],
      ],
    },
    'GitHub, GitLab, Jenkins, pre-commit, waivers:',
    docsPages('ci'),
  ],
};

const method: Page = {
  title: 'how a figure is computed, and its interval',
  blocks: [
    'Work becomes energy of the computers; energy becomes greenhouse gases, water and resources of the place; the making of the hardware is shared by the time that it is occupied.',
    {
      code: [
        'facility energy = PUE x energy of the computers',
        'operation       = facility energy x grid factor',
        'water           = WUE x energy of the computers + grid water x facility energy',
        'embodied        = footprint of the hardware x time occupied / its life',
      ],
    },
    'Each result is central [low - high], the 5 to 95 % interval, from the ranges of its inputs by propagation of error; with --samples by draws from a seed. A figure that rests on assumed inputs carries *.',
    'Electricity is that of the place, over its life cycle; what a contract says stands beside it. What is counted and what is not is printed at the end of each report.',
    {
      rows: [
        ['ai-footprint explain FILE ghg', 'one figure down to its sources'],
        ['ai-footprint assess FILE --methods', 'a second method beside, and what makes them differ'],
        ['ai-footprint catalog sources WORDS', 'publications'],
      ],
    },
    'Every equation, with unit and source; estimates against measurements:',
    docsPages('method', 'validation'),
  ],
};

const practices: Page = {
  title: 'the four good practices',
  blocks: [
    'Each is a change of inputs, computed alone, one after the other, and with its fair share of the whole gain. What you leave out is suggested from the catalogue and marked.',
    {
      code: [
        'practices:',
        '  location:   { region: azure/swedencentral, share: 80 % }',
        '  iterations: { to: 1.5 }',
        '  output:     { tokens: 250 }',
        '  model:      { use: mistral-small-2603, retry: 5 % }',
      ],
    },
    {
      rows: [
        ['location', 'a place with cleaner electricity: region, grid, pue, wue'],
        ['iterations', 'fewer prompts for a result that is kept: to, by or divide'],
        ['output', 'shorter answers, smaller pictures: tokens, by, width, height, steps, seconds'],
        ['model', 'a model of the right size: use or divide; quality and retry are yours to state'],
        ['share', 'in any of them: the part of the requests that it reaches'],
        ['none', 'in place of any of them: no suggestion'],
      ],
    },
    'A gain of greenhouse gases that costs water is told as a burden shift. Nothing here measures quality: test a smaller model on your work.',
    {
      rows: [
        ['ai-footprint advise FILE', 'every step ranked, and what reaches a --target'],
        ['ai-footprint sweep FILE --vary ...', 'every combination of values'],
      ],
    },
  ],
};

export const en = {
  scenario,
  budgets,
  method,
  practices,
  exitCodes: {
    title: 'how commands end',
    intro: 'A script reads the exit code; a person reads the reason on standard error.',
    zero: '--exit-zero reports without failing (check).',
  },
  firstSteps: {
    title: 'What an AI usage costs the planet, with its range. The first five minutes:',
    rows: {
      init: 'a commented scenario to start from',
      assess: 'its footprint, and what four good practices change',
      report: 'a page with charts and sources, to send to a colleague',
    },
    more: 'ai-footprint --help lists every command, ai-footprint help scenario explains the file.',
  },
};

export type HelpWords = typeof en;
