/** Logs of usage. */
import { list, type Words } from './words.ts';

const sayWhich =
  'say with "--mapping FILE.yaml" which field is which, or name the format with "--reader"; docs/usage.md has both';

export const usage = {
  'unknown-group-key': (a: { key: string; reader: string; known: readonly string[] }): Words => ({
    message: `rows of ${a.reader} cannot be grouped by "${a.key}"`,
    why: 'the log does not say it, and all rows would stand in one group without a name',
    fix: `group by one of ${list(a.known)}`,
  }),
  'log-bytes': (a: { file: string; reason: string; fix: string }): Words => ({
    message: `"${a.file}" cannot be read: ${a.reason}`,
    fix: a.fix,
  }),
  'log-record': (a: { reason: string; fix: string }): Words => ({
    message: `this record cannot be read: ${a.reason}`,
    why: 'a part of a log is never passed off as the whole',
    fix: a.fix,
  }),
  'log-twice': (a: { file: string; first: string }): Words => ({
    message: `"${a.file}" holds the same bytes as "${a.first}"`,
    why: 'every call in it would count twice',
    fix: 'name one of them',
  }),
  'log-column': (a: { file: string; column: string; nearest: readonly string[] }): Words => ({
    message: `"${a.file}" has no column "${a.column}", which the mapping names`,
    fix: a.nearest[0]
      ? `write "${a.nearest[0]}" in the mapping`
      : 'compare the mapping with the first line of the file',
  }),
  'mapping-clash': (a: { key: string; reason: string; fix: string }): Words => ({
    message: `the mapping cannot give "${a.key}": ${a.reason}`,
    fix: a.fix,
  }),
  'log-misfit': (a: { reader: string; known: string | null }): Words => ({
    message: `this is no record of ${a.reader}, as which "--reader" asks to read it`,
    why: 'its tokens would be read as unknown, and the total come out too low',
    fix:
      a.known === null
        ? 'say with "--mapping FILE.yaml" which field is which'
        : `leave "--reader" out: it is recognised as ${a.known}`,
  }),
  'costs-engine': (a: { reader: string; option: string }): Words => ({
    message: `${a.option} reads no export of costs (${a.reader})`,
    why: 'it adds up tokens of calls; costs are a few rows a day, which the built-in engine adds up',
    fix: `leave ${a.option} out`,
  }),
  'costs-without': (a: { reader: string; option: string; reason: string }): Words => ({
    message: `"--${a.option}" says nothing of an export of costs (${a.reader})`,
    why: a.reason,
    fix: `leave "--${a.option}" out, or export the usage`,
  }),
  'no-currency': (a: { file: string }): Words => ({
    message: `no amount of "${a.file}" names its currency`,
    why: 'one currency is never taken for another',
    fix: 'export the costs again, as the API gives them',
  }),
  'log-mixed': (a: { own: string; other: string; first: string }): Words => ({
    message: `this is a record of ${a.other}, among those of ${a.own} that "${a.first}" begins with`,
    why: 'the same call may stand in both, and would count twice',
    fix: 'run the command on each kind of log by itself',
  }),
  'log-unknown': (a: { fields: readonly string[]; readers: readonly string[] }): Words => ({
    message:
      a.fields.length === 0
        ? 'no reader knows a record with such fields'
        : `no reader knows a record with the fields ${list(a.fields)}`,
    why: `formats are recognised by their fields: ${a.readers.join(', ')}`,
    fix: sayWhich,
  }),
  'log-unknown-csv': (a: { columns: number; readers: readonly string[] }): Words => ({
    message: `no reader knows a csv with such a first line, of ${a.columns === 1 ? '1 column' : `${a.columns} columns`}`,
    why: `formats are recognised by their fields: ${a.readers.join(', ')}`,
    fix: sayWhich,
  }),
  'log-empty': (a: { file: string }): Words => ({
    message: `"${a.file}" holds no record`,
    fix: 'export the log again, or name another file',
  }),
  'log-no-calls': (a: { file: string; reader: string; records: number }): Words => ({
    message: `none of the ${a.records} records of "${a.file}" is a call of a text model`,
    why: `as ${a.reader} is read, a call has a model and tokens; costs, images and tools have none`,
    fix: 'export the usage of completions or messages',
  }),
  'log-refused': (a: { reason: string; rows: number; most: number }): Words => ({
    message: `${a.rows === 1 ? '1 row' : `${a.rows} rows`} of the log cannot count: ${a.reason}`,
    why: 'a total without them would be taken for the whole',
    fix: `mend them; or leave them out, counted in the result: "--max-refused ${a.most}"`,
  }),
  'too-many-groups': (a: { limit: number; by: readonly string[] }): Words => ({
    message: `the log has more than ${a.limit} groups by ${list(a.by)} and model`,
    why: 'the sums of each group are kept until the end',
    fix: 'group by less, or by something that fewer calls differ in',
  }),
  'plan-needs-times': (a: { file: string; period: string }): Words => ({
    message: `"${a.file}" plans for a ${a.period}, and the log has no times`,
    why: 'how much of the plan was due cannot be told',
    fix: 'name the time of each row in the mapping, or write the plan with "period: once"',
  }),
  'map-unused': (a: { name: string; known: readonly string[] }): Words => ({
    message: `no row of the log names "${a.name}", which "--map" takes for another`,
    why: 'a name that is written otherwise than in the log would stay unmapped unseen',
    fix: `the log names ${list(a.known.slice(0, 20))}`,
  }),
  'map-kind': (a: {
    from: string;
    kind: 'model' | 'region' | 'host';
    to: string;
    nearest: readonly string[];
  }): Words => ({
    message: `"${a.from}" is a ${a.kind} of the log, and "${a.to}" no ${a.kind} of the catalogue`,
    why: 'the rows would lead to no figure, as if "--map" were not there',
    fix:
      a.nearest.length > 0
        ? `take it for one of ${list(a.nearest)}`
        : `take it for a ${a.kind}: "ai-footprint catalog ${a.kind === 'host' ? 'providers' : `${a.kind}s`}" lists them`,
  }),
  'page-of-records': (a: { file: string }): Words => ({
    message: `"${a.file}" cannot be read: its records stand in a list "data", which DuckDB does not open`,
    fix: 'leave "--engine duckdb" out, or write one record a line',
  }),
  'nothing-mapped': (a: {
    file: string;
    names: readonly { readonly name: string | null; readonly nearest: string | undefined }[];
  }): Words => ({
    message: `no row of "${a.file}" names a model with known figures: ${a.names
      .map(({ name }) => (name === null ? '-' : `"${name}"`))
      .join(', ')}`,
    why: 'a footprint of nothing is no footprint',
    fix:
      a.names.flatMap(({ name, nearest: near }) =>
        name === null ? [] : [`take it for a model of the catalogue: --map "${name}=${near ?? 'NAME'}"`],
      )[0] ?? 'export the log with the model of each row: group the report by model',
  }),
  'no-defaults': (a: { file: string }): Words => ({
    message: `"${a.file}" has no "defaults:" at its left margin`,
    why: 'what a log cannot say, such as the region, is taken from there, and from no other part but "training" and "carbon_price"',
    fix: 'write "defaults:" and under it, indented, "region: aws/eu-west-3", "pue: 1.2" and the like',
  }),
  'log-needs-products': (a: { file: string; field: string }): Words => ({
    message: `with the defaults of "${a.file}" each row would need a calculation of its own: "${a.field}" decides the batch`,
    why: 'a log is added up, however long it is; a given speed makes the batch hang on the length of each text',
    fix: 'give "serving: { batch: ... }" in place of a speed or a latency',
  }),
} as const;
