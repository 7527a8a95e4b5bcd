import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './run-cli.ts';
import { compareAll, report, statisticsOf } from './validation/validate.ts';

describe('against 108 measured configurations', () => {
  const all = compareAll(root);

  test('with the deployment known: half within 20 %, nine of ten within x1.75, the interval holds 85 to 97 %', () => {
    const { rows, medianError, factor90, coverage } = statisticsOf(all, 'known');
    expect(rows).toBe(108);
    expect(medianError).toBeLessThanOrEqual(0.2);
    expect(factor90).toBeLessThanOrEqual(1.75);
    expect(coverage).toBeGreaterThanOrEqual(0.85);
    expect(coverage).toBeLessThanOrEqual(0.97);
  });

  test('with the deployment unknown the interval holds at least 85 %', () => {
    expect(statisticsOf(all, 'unknown').coverage).toBeGreaterThanOrEqual(0.85);
  });

  test('docs/validation.md says so', () => {
    expect(readFileSync(join(root, 'docs/validation.md'), 'utf8')).toBe(report(all));
  });
});
