/**
 * Every way in which an input can be wrong, with the words that say what, why and how to mend it.
 * The codes are a public API: they are never renamed, tests assert them, `--format json` prints them.
 */

/** A place in a file; lines and columns start at 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Number of characters to underline. */
  readonly length: number;
  /** The text of that line. */
  readonly excerpt: string;
}

export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly why?: string;
  readonly fix?: string;
  /** Dotted path inside the scenario, such as `usages[0].model`. */
  readonly path?: string;
  readonly place?: Place;
}

interface Words {
  readonly message: string;
  readonly why?: string;
  readonly fix?: string;
}

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const nearest = (names: readonly string[]): string => (names.length === 0 ? '' : `the nearest are ${list(names)}`);

export const templates = {
  // The file as bytes
  'file-not-found': (a: { file: string }): Words => ({
    message: `there is no file "${a.file}"`,
    fix: 'check the path; "-" reads a scenario from standard input',
  }),
  'not-a-file': (a: { file: string; kind: string }): Words => ({
    message: `"${a.file}" is ${a.kind}, not a scenario file`,
    fix: 'name the YAML file itself',
  }),
  'unreadable-file': (a: { file: string; reason: string }): Words => ({
    message: `"${a.file}" cannot be read: ${a.reason}`,
    fix: 'check the permissions of the file',
  }),
  'file-too-large': (a: { file: string; bytes: number; limit: number }): Words => ({
    message: `"${a.file}" has ${a.bytes} bytes; the limit is ${a.limit}`,
    why: 'a scenario is a description, not a log: a larger file is usually the wrong one',
    fix: 'split the scenario',
  }),
  'not-text': (a: { file: string; reason: string }): Words => ({
    message: `"${a.file}" is not UTF-8 text: ${a.reason}`,
    fix: 'save the scenario as UTF-8 YAML or JSON',
  }),
  'empty-file': (a: { file: string }): Words => ({
    message: `"${a.file}" holds no scenario`,
    fix: 'a scenario starts with "name:" and "usages:"; scenarios/ has examples to copy',
  }),
  // The file as YAML
  'bad-yaml': (a: { reason: string }): Words => ({
    message: a.reason,
    why: 'the file is not valid YAML, so nothing in it can be trusted',
    fix: 'mend the syntax at this place',
  }),
  'duplicate-key': (a: { key: string }): Words => ({
    message: `the key "${a.key}" is given twice`,
    why: 'only one of the two could count, and nobody could tell which',
    fix: 'keep one of them',
  }),
  'too-many-aliases': (_: Record<never, never>): Words => ({
    message: 'the anchors and aliases of this file expand to far more than it says',
    why: 'such a file can be made to exhaust memory',
    fix: 'write the values out',
  }),
  'several-documents': (_: Record<never, never>): Words => ({
    message: 'the file holds several YAML documents',
    fix: 'keep one scenario a file: remove the "---" lines',
  }),
  'octal-number': (a: { written: string; read: number }): Words => ({
    message: `${a.written} would be read as ${a.read}`,
    why: 'a leading zero, 0o, 0x or 0b is another base for some readers of YAML and none for others',
    fix: `write ${a.read}; a name made of digits stands in quotes`,
  }),
  // The shape of the scenario
  'unknown-key': (a: { owner: string; key: string; nearest: readonly string[]; known: readonly string[] }): Words => ({
    message: `${a.owner} has no field "${a.key}"`,
    why: 'unknown fields are refused, so a typo can never fall back to a default',
    fix: a.nearest[0] ? `rename it to "${a.nearest[0]}"` : `the fields are ${a.known.join(', ')}`,
  }),
  'missing-key': (a: { owner: string; key: string; example: string }): Words => ({
    message: `${a.owner} needs "${a.key}"`,
    fix: `add ${a.example}`,
  }),
  'wrong-type': (a: { field: string; expected: string; found: string; fix?: string }): Words => ({
    message: `"${a.field}" should be ${a.expected}, not ${a.found}`,
    fix: `write ${a.expected}`,
    ...(a.fix === undefined ? {} : { fix: a.fix }),
  }),
  'not-computed-yet': (a: { field: string; fix?: string }): Words => ({
    message: `this version does not compute "${a.field}" yet`,
    why: 'nothing of it would enter the result, and a field that changes nothing misleads',
    fix: a.fix ?? 'remove it for now',
  }),
  'wrong-value': (a: {
    field: string;
    found: string;
    allowed: readonly string[];
    nearest: readonly string[];
  }): Words => ({
    message: `"${a.field}" cannot be "${a.found}"`,
    fix: a.nearest[0] ? `write "${a.nearest[0]}"` : `write one of ${list(a.allowed)}`,
  }),
  'duplicate-id': (a: { id: string; first: number }): Words => ({
    message: `two usages have the id "${a.id}"; the first is on line ${a.first}`,
    fix: 'give each usage an id of its own',
  }),
  // Values
  'bad-quantity': (a: { field: string; found: string; reason: string; example: string }): Words => ({
    message: `"${a.field}": cannot read "${a.found}": ${a.reason}`,
    fix: `write it like ${a.example}`,
  }),
  'unknown-unit': (a: { field: string; unit: string; expected: string; nearest: string | undefined }): Words => ({
    message: `"${a.field}": "${a.unit}" is not a unit known here`,
    fix: a.nearest ? `write ${a.nearest} (capitals matter in units)` : `give it in ${a.expected}`,
  }),
  'wrong-dimension': (a: {
    field: string;
    unit: string;
    measures: string;
    expected: string;
    wanted: string;
  }): Words => ({
    message: `"${a.field}": ${a.unit} measures ${a.measures}, but this field is ${a.wanted}`,
    fix: `give it in ${a.expected}`,
  }),
  'out-of-bounds': (a: { field: string; found: string; bound: string; why: string }): Words => ({
    message: `"${a.field}" is ${a.found}; it must be ${a.bound}`,
    why: a.why,
    fix: `give a value that is ${a.bound}`,
  }),
  'not-finite': (a: { field: string; found: string }): Words => ({
    message: `"${a.field}" is ${a.found}, which is not a number one can compute with`,
    fix: 'give a finite number, or "unknown" where nothing is published',
  }),
  'range-order': (a: { field: string; found: string }): Words => ({
    message: `"${a.field}": the range ${a.found} is not in order`,
    fix: 'write low, then central value, then high',
  }),
  'shares-sum': (a: { field: string; sum: string }): Words => ({
    message: `the shares of "${a.field}" add up to ${a.sum}, not to 100 %`,
    why: 'a location mix describes the whole of the requests',
    fix: 'mend the shares; name the rest as { grid: WORLD, share: ... } where it is not known',
  }),
  'fields-exclude': (a: { owner: string; fields: readonly string[]; why: string }): Words => ({
    message: `${a.owner} gives ${list(a.fields)} together`,
    why: a.why,
    fix: 'keep one of them',
  }),
  'unreachable-speed': (a: { field: string; asked: string | null; alone: string; reading: string | null }): Words => ({
    message:
      a.asked === null
        ? `"${a.field}" cannot be reached: reading the prompt alone takes ${a.reading}`
        : `"${a.field}" cannot be reached: it asks for a token every ${a.asked}${a.reading === null ? '' : ` once the prompt is read (${a.reading})`}; ` +
          `a request alone on its accelerators gets one every ${a.alone}`,
    why: 'the speed of a request gives the batch, and no batch is smaller than one request',
    fix: 'allow more time, or give the accelerators and bits of the service under "serving"; if it is as fast in truth, give "batch: 1"',
  }),
  'unreachably-slow': (a: { field: string; asked: string; limit: string }): Words => ({
    message: `"${a.field}" asks for a token every ${a.asked}; more requests at a time than any deployment serves still get one every ${a.limit}`,
    why: 'the speed of a request gives the batch, and no batch is that large',
    fix: 'check the unit, and that it is the speed of one request',
  }),
  'tokens-inconsistent': (a: { owner: string; cached: string; input: string }): Words => ({
    message: `${a.owner} has ${a.cached} cached tokens in ${a.input} input tokens`,
    why: 'cached tokens are a part of the input tokens',
    fix: 'give the whole input, with the cached part in it',
  }),
  'no-estimator': (a: { owner: string; missing: string }): Words => ({
    message: `${a.owner} cannot be estimated: ${a.missing}`,
    why: 'an estimate needs a measured figure, a model with its work, a fleet, a task or a spend',
    fix: 'add "model:" (ai-footprint catalog models), or "measured: { energy: ... }"',
  }),
  'no-factor': (a: { currency: string; sectors: readonly string[] }): Words => ({
    message: `the catalogue has no greenhouse gases per ${a.currency} for this spend`,
    why: 'one currency is never taken for another',
    fix:
      a.sectors.length === 0
        ? 'convert the spend to EUR or USD, or bring a factor of your own with --catalog'
        : `name a sector whose factor is per ${a.currency}: ${list(a.sectors)}`,
  }),
  'no-rate': (a: { field: string; found: string; other: string; wanted: string }): Words => ({
    message: `"${a.field}" is in ${a.found} and ${a.other} in ${a.wanted}`,
    why: 'one currency is never taken for another, and the tool knows no rate of the day',
    fix: `give the rate, "rate: 1.15 USD/EUR" in "economic:", or all of it in one currency`,
  }),
  // Names that the catalogue does not hold
  'unknown-name': (a: { kind: string; name: string; nearest: readonly string[]; table: string }): Words => ({
    message: `there is no ${a.kind} "${a.name}" in the catalogue`,
    why: 'another one is never put in its place',
    fix: [nearest(a.nearest), `"ai-footprint catalog ${a.table} ${a.name.split(/[/ ]/)[0] ?? ''}" searches`]
      .filter(Boolean)
      .join('; '),
  }),
  'ambiguous-name': (a: { kind: string; name: string; candidates: readonly string[] }): Words => ({
    message: `"${a.name}" names more than one ${a.kind}`,
    fix: `write one of ${list(a.candidates)}`,
  }),
  'wrong-kind-of-model': (a: {
    name: string;
    kind: string;
    wanted: string;
    work?: { readonly key: string; readonly example: string };
  }): Words => ({
    message: `"${a.name}" is a model for ${a.kind}, not for ${a.wanted}`,
    fix: a.work
      ? `add ${a.work.example}, or choose a model for ${a.wanted}: "ai-footprint catalog models"`
      : `choose a model for ${a.wanted}: "ai-footprint catalog models"`,
  }),
  'unpublished-figure': (a: { name: string; figure: string; fix: string }): Words => ({
    message: `${a.figure} of "${a.name}" is not published`,
    why: 'an unknown figure is never replaced by a guess',
    fix: a.fix,
  }),
  // extends
  'extends-cycle': (a: { chain: readonly string[] }): Words => ({
    message: `"extends" goes in a circle: ${a.chain.join(' -> ')}`,
    fix: 'remove one of the links',
  }),
  'extends-outside': (a: { target: string; root: string }): Words => ({
    message: `"extends: ${a.target}" leaves the folder of the scenario (${a.root})`,
    why: 'a scenario from a stranger must not read files elsewhere',
    fix: 'put the base scenario in the same folder or below it',
  }),
  'extends-depth': (a: { limit: number }): Words => ({
    message: `"extends" is nested more than ${a.limit} deep`,
    fix: 'flatten the chain',
  }),
  // Usages from a table
  'table-outside': (a: { target: string; root: string }): Words => ({
    message: `"from: ${a.target}" leaves the folder of the scenario (${a.root})`,
    why: 'a scenario from a stranger must not read files elsewhere',
    fix: 'put the table in the same folder or below it',
  }),
  'table-format': (a: { file: string }): Words => ({
    message: `"${a.file}" is no table that is read here`,
    why: 'the extension says how a table is read',
    fix: 'name a file that ends in .csv or .jsonl',
  }),
  'table-not-here': (_: Record<never, never>): Words => ({
    message: 'this command does not read usages from a table',
    why: 'it works on usages one by one, and a table is added up row by row',
    fix: '"ai-footprint assess" and "compare" read it; or list the usages in the scenario',
  }),
  'not-with-table': (a: { field: string; why: string }): Words => ({
    message: `"${a.field}" cannot stand beside usages from a table`,
    why: a.why,
    fix: 'remove it, or list the usages in the scenario',
  }),
  'unknown-column': (a: {
    file: string;
    column: string;
    nearest: readonly string[];
    known: readonly string[];
  }): Words => ({
    message: `"${a.file}" has no column "${a.column}"`,
    fix: a.nearest[0] ? `rename it to "${a.nearest[0]}"` : `its columns are ${list(a.known.slice(0, 20))}`,
  }),
  'column-twice': (a: { file: string; column: string }): Words => ({
    message: `"${a.file}" has two columns "${a.column}"`,
    why: 'only one of them could count, and nobody could tell which',
    fix: 'rename one of them',
  }),
  'table-row': (a: { reason: string; fix: string }): Words => ({
    message: `this row cannot be read: ${a.reason}`,
    fix: a.fix,
  }),
  'empty-table': (a: { file: string }): Words => ({
    message: `"${a.file}" holds no row`,
    fix: 'a table has a row for each usage',
  }),
  'too-many-combinations': (a: { limit: number; column: string; values: number }): Words => ({
    message: `the rows have more than ${a.limit} combinations of values that are no plain numbers`,
    why: 'each combination is a usage of its own, and is kept until the end',
    fix: `the column "${a.column}" has ${a.values} different values so far: round them, or leave the column out`,
  }),
  'too-many-errors': (a: { file: string; limit: number }): Words => ({
    message: `"${a.file}" was not read to its end: it has ${a.limit} ${a.limit === 1 ? 'row' : 'rows'} with errors, or more`,
    fix: `mend these first, or see more of them with "--max-errors ${a.limit * 10}"`,
  }),
  'row-beyond': (a: { file: string }): Words => ({
    message: `a row of "${a.file}" uses more tokens than its model is expected to serve in its life`,
    why: 'the share of its training would be more than the whole',
    fix: 'check the unit of requests and tokens, or say "training: exclude"',
  }),
  // The catalogue of the user
  'catalog-row': (a: { table: string; row: string; reason: string }): Words => ({
    message: `row "${a.row}" of ${a.table}: ${a.reason}`,
    why: 'own rows obey the rules of the shipped ones: unit, source, year and confidence are required',
    fix: 'complete the row after its like in src/data (README, "Where a figure comes from")',
  }),
  // A saved result
  'bad-result': (a: { file: string; reason: string }): Words => ({
    message: `"${a.file}" is not a result of ai-footprint: ${a.reason}`,
    fix: 'save one with "ai-footprint assess SCENARIO --output result.json"',
  }),
  // The budget of a project: config, lock, history
  'no-config': (a: { folder: string }): Words => ({
    message: `there is no ai-footprint.config.yaml in ${a.folder} or above it`,
    fix: 'write one (docs/ci.md), or name it with --config FILE',
  }),
  'unknown-criterion': (a: {
    owner: string;
    key: string;
    nearest: readonly string[];
    known: readonly string[];
  }): Words => ({
    message: `${a.owner} limits "${a.key}", which is no criterion`,
    why: 'a limit on something that is not computed would always hold',
    fix: a.nearest[0] ? `rename it to "${a.nearest[0]}"` : `the criteria are ${a.known.join(', ')}`,
  }),
  'unknown-budget': (a: { name: string; nearest: readonly string[]; known: readonly string[] }): Words => ({
    message: `the waiver names the budget "${a.name}", which this config does not have`,
    fix: a.nearest[0] ? `write "${a.nearest[0]}"` : `its budgets are ${list(a.known)}`,
  }),
  'selects-nothing': (a: {
    what: string;
    name: string;
    nearest: readonly string[];
    known: readonly string[];
  }): Words => ({
    message: `${a.what} "${a.name}" is in none of the scenarios`,
    why: 'a limit on nothing always holds, and hides what it was meant to guard',
    fix: a.nearest[0] ? `write "${a.nearest[0]}"` : `known are ${list(a.known.slice(0, 10))}`,
  }),
  'judges-nothing': (a: { written: string; periods: readonly string[] }): Words => ({
    message: `the limit "${a.written}" judges none of the scenarios`,
    why: `it counts ${a.periods.includes('once') ? 'over time, and every scenario it selects is a job done once' : 'in all, and every scenario it selects counts over a period'}`,
    fix: a.periods.includes('once')
      ? 'give the limit without a time, as in "500 kgCO2e"'
      : `give the limit a time, as in "${a.written}/year"`,
  }),
  'bad-pattern': (a: { pattern: string; reason: string; fix?: string }): Words => ({
    message: `"${a.pattern}" ${a.reason}`,
    fix: a.fix ?? 'patterns are relative to the folder of the config: "ai/*.yaml", "ai/**/*.yaml", "!ai/base.yaml"',
  }),
  'bad-day': (a: { field: string; found: string }): Words => ({
    message: `"${a.field}" is "${a.found}", which is no day`,
    fix: 'write it as YYYY-MM-DD, as in 2027-01-31',
  }),
  'lock-missing': (a: { file: string; needed: string }): Words => ({
    message: `there is no lock "${a.file}", which ${a.needed} needs`,
    fix: 'write it with "ai-footprint check --save-baseline", and commit it',
  }),
  'lock-newer': (a: { file: string; written: string; version: string }): Words => ({
    message: `the lock "${a.file}" was written by ${a.written}; this is ai-footprint ${a.version}`,
    why: 'an older version could take newer data and methods for a change of yours',
    fix: 'run the same version everywhere, or a newer one',
  }),
  'bad-lock': (a: { file: string; reason: string }): Words => ({
    message: `"${a.file}" is not a lock of ai-footprint: ${a.reason}`,
    fix: 'restore it from the last commit, or write it anew with "ai-footprint check --save-baseline"',
  }),
  'merge-conflict': (a: { file: string }): Words => ({
    message: `"${a.file}" holds a merge conflict`,
    why: 'which of the two sides counts is yours to say',
    fix: a.file.endsWith('.json')
      ? 'take one side ("git checkout --ours" or "--theirs" with the file), then run "ai-footprint check --update-lock"'
      : 'resolve it and remove the marks',
  }),
  'git-failed': (a: { reason: string }): Words => ({
    message: `git could not give the file: ${a.reason}`,
    fix: 'name a commit, branch or tag that is there; in CI, fetch it first (actions/checkout with "fetch-depth: 0")',
  }),
  // The command line
  'unknown-quantity': (a: { name: string; nearest: readonly string[] }): Words => ({
    message: `there is no quantity "${a.name}" to explain`,
    fix: [nearest(a.nearest), 'a key of the result (ghg, water, ghg.operation), or a name of docs/method.md']
      .filter(Boolean)
      .join('; '),
  }),
  'unknown-usage': (a: { name: string; nearest: readonly string[]; known: readonly string[] }): Words => ({
    message: `the scenario has no usage "${a.name}"`,
    fix: a.nearest[0] ? `write "${a.nearest[0]}"` : `its usages are ${list(a.known.slice(0, 10))}`,
  }),
  'unknown-input': (a: { name: string; nearest: readonly string[]; known: readonly string[] }): Words => ({
    message: `no usage of the scenario has an input "${a.name}" to solve for`,
    fix: a.nearest[0] ? `write "${a.nearest[0]}"` : `its inputs are ${list(a.known.slice(0, 12))}`,
  }),
  'bad-option': (a: { reason: string; fix?: string }): Words => ({
    message: a.reason,
    fix: a.fix ?? 'see "ai-footprint --help"',
  }),
  'unknown-topic': (a: { name: string; nearest: readonly string[]; topics: readonly string[] }): Words => ({
    message: `there is no help on "${a.name}"`,
    fix: a.nearest[0]
      ? `write "ai-footprint help ${a.nearest[0]}"`
      : `the topics are ${a.topics.join(', ')}, and every command`,
  }),
  'not-a-yaml-name': (a: { file: string; template: string | undefined }): Words => ({
    message: `"${a.file}" does not end in .yaml`,
    why: 'a starter is YAML with comments, and editors know it by its name',
    fix: a.template
      ? `for this template: "ai-footprint init --template ${a.template}"`
      : `write "${a.file.replace(/\.[^./\\]*$/, '') || 'scenario'}.yaml"`,
  }),
  'file-exists': (a: { file: string }): Words => ({
    message: `"${a.file}" exists already`,
    why: 'a scenario that somebody wrote is never written over unasked',
    fix: 'name another file, or write over it with --force',
  }),
  'output-exists-as-input': (a: { file: string }): Words => ({
    message: `the output "${a.file}" is one of the inputs`,
    why: 'a scenario, what it extends and an own catalogue are never written over',
    fix: 'write to another file',
  }),
  'cannot-write': (a: { file: string; reason: string; fix?: string }): Words => ({
    message: `cannot write "${a.file}": ${a.reason}`,
    fix: a.fix ?? 'check the folder and its permissions',
  }),
} as const;

export type ErrorCode = keyof typeof templates;

type Arguments<Code extends ErrorCode> = Parameters<(typeof templates)[Code]>[0];

/** A problem of one code, in words, at its place. */
export function problem<Code extends ErrorCode>(
  code: Code,
  args: Arguments<Code>,
  where: { readonly path?: string | undefined; readonly place?: Place | undefined } = {},
): Problem {
  const words = (templates[code] as unknown as (a: Arguments<Code>) => Words)(args);
  return {
    code,
    ...words,
    ...(where.path === undefined ? {} : { path: where.path }),
    ...(where.place === undefined ? {} : { place: where.place }),
  };
}

/** Thrown when an input is wrong: exit code 2. Carries every problem found, in file order. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((each) => `${each.code}: ${each.message}`).join('\n'));
    this.problems = problems;
  }
}

/** Thrown when the program contradicts itself: exit code 3, a bug of ours. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}
