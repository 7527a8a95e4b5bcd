import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scenarioDocument } from '../src/build/scenario-doc.ts';
import { jsonSchemas } from '../src/cli/json-schemas.ts';
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
  expect(written).toBe(scenarioDocument(jsonSchemas.scenario()));
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

test('an editor reads meaning, unit, bounds and example', () => {
  const [, usage] = /"usages": (\{[\s\S]*)$/.exec(readFileSync(join(root, 'schema/scenario.json'), 'utf8')) ?? [];
  expect(usage).toContain(
    '"description": "Electricity of the data centre over that of its computers. A plain number, at least 1; as in 1.2."',
  );
  expect(usage).toContain(
    '"description": "Energy of one prompt. In kWh/request when no unit is given, at least 0; as in 0.3 Wh."',
  );
});
