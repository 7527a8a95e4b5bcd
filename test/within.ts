/** Whether a number is within a relative tolerance of what is expected; equal, where 0 is expected. */
export function within(expected: number, tolerance: number): (found: unknown) => boolean {
  return (found) => typeof found === 'number' && Math.abs(found - expected) <= tolerance * Math.abs(expected);
}
