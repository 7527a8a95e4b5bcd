import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './run-cli.ts';
import { compareAll, report, statisticsOf } from './validation/validate.ts';
import { agreementOf, compareWork, isMiss, workReport } from './validation/work.ts';

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
    expect(readFileSync(join(root, 'docs/validation.md'), 'utf8')).toBe(report(all) + workReport(compareWork(root)));
  });
});

describe('against published figures of other kinds', () => {
  const all = compareWork(root);
  const of = (kind: string) => agreementOf(all.filter((each) => each.kind === kind));

  test.each([
    ['pictures', 14, 1.5],
    ['video', 8, 1.5],
    ['training hours from 6ND', 10, 1.5],
  ])('%s: %d rows, half of them within the factor %d', (kind, rows, factor) => {
    expect(of(kind).rows).toBe(rows);
    expect(of(kind).medianFactor).toBeLessThanOrEqual(factor);
  });

  test.each([
    ['training energy from hours', 30],
    ['training gases from hours', 30],
    ['hardware (catalogue)', 2],
    ['water of a request', 18],
  ])('%s: %d rows, exact to their rounding', (kind, rows) => {
    expect(of(kind).rows).toBe(rows);
    expect(all.filter((each) => each.kind === kind && isMiss(each))).toEqual([]);
  });

  test('nine of ten pictures and videos lie in the interval', () => {
    expect(of('pictures').coverage).toBeGreaterThanOrEqual(0.9);
    expect(of('video').coverage).toBeGreaterThanOrEqual(0.9);
  });
});
