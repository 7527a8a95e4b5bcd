/** How much of a faulty table is told: the same option wherever tables are read. */
import { Option } from 'commander';
import { said } from './described.ts';
import { wholeNumber } from './terminal.ts';

export const maxErrorsOption = (): Option =>
  new Option('--max-errors <n>', said('--max-errors')).argParser(wholeNumber(1, 100_000)).default(20);
