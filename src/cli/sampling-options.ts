/** How intervals are drawn: the same two options wherever there are intervals. */
import { Option } from 'commander';
import { wholeNumber } from './terminal.ts';

export const samplesOption = (): Option =>
  new Option('--samples <n>', 'draws behind each interval; 0 propagates errors, which is faster')
    .argParser(wholeNumber(0, 100_000))
    .default(0);

export const seedOption = (): Option =>
  new Option('--seed <n>', 'seed of the draws').argParser(wholeNumber(0, 2_147_483_647)).default(1);
