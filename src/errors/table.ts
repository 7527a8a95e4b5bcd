/** Usages from a table. */
import { list, type Words } from './words.ts';

export const table = {
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
    fix: '"ai-footprint assess", "report", "compare" and "verify" read it; or list the usages in the scenario',
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
    fix: a.nearest[0] ? `rename the column to "${a.nearest[0]}"` : `its columns are ${list(a.known.slice(0, 20))}`,
  }),
  'wrong-delimiter': (a: { file: string; header: string; delimiter: string }): Words => ({
    message: `the header of "${a.file}" is one column, "${a.header}"`,
    why: 'another separator than the one that is read leaves every field without its column',
    fix: `say it beside "from:" in the scenario: delimiter: "${a.delimiter}"`,
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
} as const;
