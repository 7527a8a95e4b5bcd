/** How intervals are drawn: the same two options wherever there are intervals. */
import { InvalidArgumentError, Option } from 'commander';
import { fewestDraws, isDrawCount, mostDraws } from '../draw-count.ts';
import { said } from './described.ts';
import { wholeNumber } from './terminal.ts';

function drawCount(written: string): number {
  const count = /^\d+$/.test(written) ? Number(written) : Number.NaN;
  if (isDrawCount(count)) return count;
  throw new InvalidArgumentError(`it must be 0, or a whole number from ${fewestDraws} to ${mostDraws}`);
}

export const samplesOption = (): Option =>
  new Option('--samples <n>', said('--samples')).argParser(drawCount).default(0);

export const seedOption = (): Option =>
  new Option('--seed <n>', said('--seed')).argParser(wholeNumber(0, 2_147_483_647)).default(1);
