import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarioDocument } from '../src/build/scenario-doc.ts';
import { scenarioInFull } from '../src/cli/json-schemas.ts';
import { fieldNotes } from '../src/scenario/field-notes.ts';
import { knownKeys } from '../src/scenario/schema.ts';
import { root, runCli } from './run-cli.ts';

test.each(['scenario', 'config', 'result', 'compare', 'usage'])(
  'schema/%s.json is what the command prints',
  async (name) => {
    const { stdout } = await runCli(['schema', name]);
    expect(readFileSync(join(root, 'schema', `${name}.json`), 'utf8')).toBe(stdout);
  },
);

test('docs/scenario.md is made of the schema of today', () => {
  const written = readFileSync(join(root, 'docs/scenario.md'), 'utf8');
  expect(written).toBe(scenarioDocument(scenarioInFull()));
  for (const [owner, keys] of Object.entries(knownKeys)) {
    if (owner === 'quantity' || owner === 'defaults') continue;
    for (const key of keys) expect(written).toMatch(new RegExp(`^\\| \`${key}\`(?: \\(required\\))? \\| \\S`, 'm'));
  }
});

test('every field of a scenario says what it means, and nothing else does', () => {
  const { quantity: _, ...described } = knownKeys;
  const noted = Object.fromEntries(Object.entries(fieldNotes).map(([owner, notes]) => [owner, Object.keys(notes).toSorted()])); // prettier-ignore
  expect(noted).toEqual(Object.fromEntries(Object.entries(described).map(([owner, keys]) => [owner, keys.toSorted()])));
});

describe('what stands in several places is written once', () => {
  interface Schema {
    readonly [key: string]: unknown;
  }
  const published = (name: string): Schema =>
    JSON.parse(readFileSync(join(root, `schema/${name}.json`), 'utf8')) as Schema;

  /** The schema with every reference replaced by what it refers to. */
  function inFull(value: unknown, definitions: Schema): unknown {
    if (Array.isArray(value)) return value.map((each: unknown) => inFull(each, definitions));
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, $defs: _, ...rest } = value as Schema;
    const open = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, inFull(each, definitions)]));
    if (typeof $ref !== 'string') return open;
    const definition = definitions[$ref.replace('#/$defs/', '')];
    if (definition === undefined) throw new Error(`${$ref} refers to nothing`);
    return { ...open, ...(inFull(definition, definitions) as Schema) };
  }

  test('the schema of a scenario is the one in full, in a quarter of its letters', () => {
    const { anyOf, ...schema } = published('scenario');
    const { required, ...full } = scenarioInFull();
    expect(inFull(schema, schema['$defs'] as Schema)).toEqual(JSON.parse(JSON.stringify(full)));
    expect(anyOf).toEqual([{ required: ['extends'] }, { required }]);
    expect(JSON.stringify(full).length).toBeGreaterThan(4 * JSON.stringify(schema).length);
  });

  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { uri: true } });
  const validScenario = ajv.compile(published('scenario'));
  const validResult = ajv.compile(published('result'));

  // It gives one field of a fleet whose others stand in the file that it extends: no schema of one file sees those.
  const needsItsBase = 'gpu-fleet-after.yaml';
  const files = readdirSync(join(root, 'scenarios')).filter((file) => file.endsWith('.yaml') && file !== needsItsBase);
  test.each(files)('%s', async (file) => {
    const scenario = parse(readFileSync(join(root, 'scenarios', file), 'utf8')) as unknown;
    expect(validScenario(scenario) ? [] : validScenario.errors).toEqual([]);
    const { stdout } = await runCli(['assess', `scenarios/${file}`, '--format', 'json']);
    expect(validResult(JSON.parse(stdout)) ? [] : validResult.errors).toEqual([]);
  });

  test('a typo behind a reference is refused', () => {
    const usage = { id: 'a', model: 'gpt-4o', requests: '1/year', tokens: { output: { value: 3, unitt: 'token' } } };
    expect(validScenario({ name: 'x', usages: [usage] })).toBe(false);
    expect(validScenario.errors?.map(({ params }) => params['additionalProperty'] as unknown)).toContain('unitt');
  });
});

test('an editor reads meaning, unit, bounds and example', () => {
  const [, usage] = /"usages": (\{[\s\S]*)$/.exec(readFileSync(join(root, 'schema/scenario.json'), 'utf8')) ?? [];
  expect(usage).toContain(
    '"description": "Electricity of the data centre over that of its computers. A plain number, at least 1; as in 1.2."',
  );
  expect(usage).toContain(
    '"description": "Energy of one prompt. In kWh/request when no unit is given, at least 0; as in 0.3 Wh."',
  );
});
