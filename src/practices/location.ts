/** Low-carbon location: grid, PUE and WUE of another place. Hardware and training do not move. */
import { put, type Effect } from './change.ts';

export const location: Effect = (part, { inputs }) => put(part, inputs);
