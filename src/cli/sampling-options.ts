/** How intervals are drawn: the same two options wherever there are intervals. */
import { InvalidArgumentError, Option } from 'commander';
import { said } from './described.ts';
import { wholeNumber } from './terminal.ts';

/** The 5th of a hundred is the least that 5 % can be told from: fewer draws give an interval that is none. */
const fewestDraws = 100;
const mostDraws = 100_000;

function drawCount(written: string): number {
  const count = wholeNumber(0, mostDraws)(written);
  if (count > 0 && count < fewestDraws)
    throw new InvalidArgumentError(`it must be 0, or a whole number from ${fewestDraws} to ${mostDraws}`);
  return count;
}

export const samplesOption = (): Option =>
  new Option('--samples <n>', said('--samples')).argParser(drawCount).default(0);

export const seedOption = (): Option =>
  new Option('--seed <n>', said('--seed')).argParser(wholeNumber(0, 2_147_483_647)).default(1);
