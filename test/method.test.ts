import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileMethod, readMechanism } from '../src/build/compile-method.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import type { Mechanism } from '../src/engine/method.ts';
import { root } from './run-cli.ts';

const folder = join(root, 'src/method');
const files = readdirSync(folder);
const declared = files.map((file) => readMechanism(file, parse(readFileSync(join(folder, file), 'utf8'))));
const sources = new Set(defaultCatalog().data.sources.map(({ id }) => id));

/** The method with one formula replaced. */
function planted(mechanism: string, quantity: string, formula: string): Mechanism[] {
  return declared.map((each) => {
    const old = each.quantities[quantity];
    if (each.id !== mechanism || !old) return each;
    return { ...each, quantities: { ...each.quantities, [quantity]: { ...old, formula } } };
  });
}

describe('the method as declared', () => {
  test('builds, and every file is a mechanism of its name', () => {
    expect(declared.map(({ id }) => `${id}.yaml`)).toEqual(files);
    expect(compileMethod(declared, sources)).toContain('"facility_energy"');
  });

  test.each([
    [
      'facility',
      'facility_energy',
      'pue * accelerator_power',
      'facility.facility_energy: declares energy/request, but its formula gives energy/time',
    ],
    [
      'water',
      'water_operation',
      'it_energy * wue + grid_water',
      'water.water_operation: cannot add volume/request and volume/energy',
    ],
    ['text', 'step_time', 'weights_time + weights_read', 'text.step_time: cannot add time/token and information/token'],
  ])('a planted error of units in %s.%s does not build', (mechanism, quantity, formula, message) => {
    expect(() => compileMethod(planted(mechanism, quantity, formula), sources)).toThrow(message);
  });

  test('an input that two mechanisms spread in two ways does not build', () => {
    const [, second] = declared.filter(({ inputs }) => inputs['pue']);
    const two = declared.map((each) => {
      const { pue } = each.inputs;
      return each === second && pue ? { ...each, inputs: { ...each.inputs, pue: { ...pue, maximum: 9 } } } : each;
    });
    expect(() => compileMethod(two, sources)).toThrow(
      /^\S+\.pue: is \w+ from 1 to \S+ here and \w+ from 1 to \S+ elsewhere$/,
    );
  });

  test('a source that nobody lists does not build', () => {
    expect(() => compileMethod(declared, new Set())).toThrow('unknown source');
  });

  test('a key that the schema does not know does not build', () => {
    expect(() => readMechanism('facility.yaml', { ...declared[0], formulae: {} })).toThrow('facility.yaml');
  });
});
