/**
 * What every bundle of the command line has in common, in one file beside them: libraries, the equations, and the words of
 * tables. Each is
 * run when a bundle first asks for it. The names are those that `src/build/libraries-beside.ts` asks for.
 */
import type * as Method from '../engine/compiled.ts';
import type * as Rows from '../engine/rows-wasm.ts';
import type * as Words from '../messages/index.ts';

declare const require: (name: string) => unknown;

export const yaml = (): unknown => require('yaml');
export const commander = (): unknown => require('commander');
export const csv = (): unknown => require('papaparse');
export const table = (): unknown => require('cli-table3');
export const method = (): typeof Method => require('../engine/compiled.ts') as typeof Method;
export const rows = (): typeof Rows => require('../engine/rows-wasm.ts') as typeof Rows;
export const words = (): typeof Words => require('../messages/index.ts') as typeof Words;
