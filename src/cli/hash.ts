import { createHash } from 'node:crypto';

/** SHA-256, in hexadecimal, of texts one after the other. */
export function hash(texts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const text of texts) sum.update(text);
  return sum.digest('hex');
}
