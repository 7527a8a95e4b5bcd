/** Floating-point numbers as pairs of 32-bit integers: place of the leading and of the trailing half, on this machine. */
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

export const leadingHalf = isLittleEndian ? 1 : 0;
export const trailingHalf = 1 - leadingHalf;
