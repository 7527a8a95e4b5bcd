/**
 * SHA-256 in the words of FIPS 180-4. `node:crypto` computes it faster and takes 5 to 10 ms to load, a tenth of the start of
 * Node; a scenario is a few kB.
 */

/** The first 32 bits of the fractional part of a root of the first primes. */
function fractions(count: number, root: (prime: number) => number): Int32Array {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) prime &&= candidate % divisor !== 0;
    if (prime) found.push((root(candidate) % 1) * 2 ** 32);
  }
  return Int32Array.from(found, (value) => value | 0);
}

const block = 64;

/** The message, a one bit, zeros, and the length of the message in bits: whole blocks. */
function pad(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / block) * block);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return view;
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** SHA-256, in hexadecimal, of texts one after the other. */
export function hash(texts: readonly string[]): string {
  const message = pad(new TextEncoder().encode(texts.join('')));
  const constants = fractions(block, Math.cbrt);
  const state = fractions(8, Math.sqrt);
  const words = new Int32Array(block);
  // Every place read below lies within its array.
  const at = (array: Int32Array, place: number): number => array[place] as number;
  for (let start = 0; start < message.byteLength; start += block) {
    for (let place = 0; place < 16; place += 1) words[place] = message.getInt32(start + 4 * place);
    for (let place = 16; place < block; place += 1) {
      const early = at(words, place - 15);
      const late = at(words, place - 2);
      const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
      const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
      words[place] = at(words, place - 16) + low + at(words, place - 7) + high;
    }
    // One by one, here and below: taking an array apart allocates, 64 times a block.
    let a = at(state, 0);
    let b = at(state, 1);
    let c = at(state, 2);
    let d = at(state, 3);
    let e = at(state, 4);
    let f = at(state, 5);
    let g = at(state, 6);
    let h = at(state, 7);
    for (let place = 0; place < block; place += 1) {
      const choice = (e & f) ^ (~e & g);
      const first =
        (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + at(constants, place) + at(words, place)) | 0;
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, place) => (state[place] = at(state, place) + word));
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
