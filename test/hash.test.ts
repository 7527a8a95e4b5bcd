/** Our SHA-256 is the one of `node:crypto`, whatever the length and the letters. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash } from '../src/hash.ts';

const reference = (texts: readonly string[]): string => createHash('sha256').update(texts.join('')).digest('hex');

test.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1_000_000])('%i letters, around the ends of blocks', (length) => {
  const text = 'a'.repeat(length);
  expect(hash([text])).toBe(reference([text]));
});

test('any texts, one after the other', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      expect(hash(texts)).toBe(reference(texts));
    }),
  );
});
