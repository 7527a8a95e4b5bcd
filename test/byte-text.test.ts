/** Numbers written as bytes are the numbers written as text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteText, bytesOf } from '../src/report/byte-text.ts';
import { round } from '../src/report/round.ts';

const out = new ByteText();
const written = (value: number): string => {
  out.number(value);
  return new TextDecoder().decode(out.take());
};

test('any number, at 12 digits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(written(value)).toBe(String(round(value)));
    }),
    { numRuns: 20_000 },
  );
});

test('numbers of every size, and those that lie in the middle of two', () => {
  const size = fc.integer({ min: -9, max: 17 });
  const digits = fc.integer({ min: 1, max: 10_000_000_000_005 });
  fc.assert(
    fc.property(digits, size, (value, power) => {
      for (const number of [Number(`${value}e${power - 13}`), Number(`${value}5e${power - 14}`), 10 ** power])
        expect(written(number)).toBe(String(round(number)));
    }),
    { numRuns: 20_000 },
  );
});

test.each([0, 1, 10, 0.1, 1e-6, 9.999999999995e-7, 999999999999.5, 9999999999995, 1e12, 123456789012345, 1e15, 1e21])(
  '%d',
  (value) => {
    expect(written(value)).toBe(String(round(value)));
  },
);

test('what is no number never reaches a row', () => {
  expect(() => out.number(Number.NaN)).toThrow(/must never reach a report/);
});

test('more than it holds at first', () => {
  const letters = 'é'.repeat(1000);
  for (let each = 0; each < 100; each += 1) out.add(bytesOf(letters));
  expect(new TextDecoder().decode(out.take())).toBe(letters.repeat(100));
});
