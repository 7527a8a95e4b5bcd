/** What a scenario says: its shape, its values, what its usages are estimated from. */
import { list, type Words } from './words.ts';

export const scenario = {
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
    message: `"${a.field}": ${a.unit === '' ? 'a number without unit' : a.unit} measures ${a.measures}, but this field is ${a.wanted}`,
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
} as const;
