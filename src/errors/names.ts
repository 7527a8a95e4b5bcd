/** Names that the catalogue does not hold, files that a scenario may not name, rows of an own catalogue. */
import { docs, list, nearest, type Words } from './words.ts';

export const names = {
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
  /** `row` is empty where the table, or the catalogue as a whole, is wrong. */
  'catalog-row': (a: { table: string; row: string; reason: string }): Words => ({
    message: a.row === '' ? `${a.table}: ${a.reason}` : `row "${a.row}" of ${a.table}: ${a.reason}`,
    why: 'own rows obey the rules of the shipped ones: unit, source, year and confidence are required',
    fix: `write it as in ${docs}/data.md`,
  }),
} as const;
