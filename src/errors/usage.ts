/** Logs of usage. */
import { list, type Words } from './words.ts';

export const usage = {
  'unknown-group-key': (a: { key: string; reader: string; known: readonly string[] }): Words => ({
    message: `rows of ${a.reader} cannot be grouped by "${a.key}"`,
    why: 'the log does not say it, and all rows would stand in one group without a name',
    fix: `group by one of ${list(a.known)}`,
  }),
  'map-unused': (a: { name: string; known: readonly string[] }): Words => ({
    message: `no row of the log names "${a.name}", which "--map" takes for another`,
    why: 'a name that is written otherwise than in the log would stay unmapped unseen',
    fix: `the log names ${list(a.known.slice(0, 20))}`,
  }),
  'nothing-mapped': (a: {
    file: string;
    names: readonly { readonly name: string | null; readonly nearest: string | undefined }[];
  }): Words => ({
    message: `no row of "${a.file}" names a model with known figures: ${a.names
      .map(({ name }) => (name === null ? 'no name' : `"${name}"`))
      .join(', ')}`,
    why: 'a footprint of nothing is no footprint',
    fix:
      a.names.flatMap(({ name, nearest: near }) =>
        name === null ? [] : [`--map "${name}=${near ?? 'NAME OF THE CATALOGUE'}"`],
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
