/**
 * The list of tasks that blocks.ts writes, run over all rows in WebAssembly (rows.as.ts): a block of rows goes through the whole list before
 * the next one, so that its columns stay in the processor's cache.
 */
import { add, atMost, below, ceil, choose, divide, exp, fault, ln, log2, max, min, multiply, power, subtract } from './rows.as';
import { bounded, positive } from './draws.as';
import { feed } from './tally.as';

/** Codes of a task, as blocks.ts writes them. */
// prettier-ignore
const enum Code { add, subtract, multiply, divide, power, min, max, below, atMost, choose, ceil, exp, ln, log2, positive, bounded, column }

/** A task in the memory: integers of 32 bits, then numbers of 64, in the order in which blocks.ts writes them. */
@unmanaged
class Task {
  code: u32;
  out: u32;
  /** Of an operation a column or a number; of a draw its order, with the bytes of a number of it; of a column the whole of it. */
  left: u32;
  leftStep: u32;
  /** Of a draw the strata. */
  right: u32;
  rightStep: u32;
  third: u32;
  thirdStep: u32;
  /** Where the whole column is kept, or 0. */
  kept: u32;
  /** Where its values are tallied for two quantiles, or 0. */
  tally: u32;
  /** Whether all rows must be numbers. */
  checked: u32;
  /** Of a positive draw: 1 when upwards is a factor, 2 when downwards. */
  factors: u32;
  central: f64;
  up: f64;
  down: f64;
  least: f64;
  most: f64;
}

/** Rows: the central value, then the draws. `work` is room for the values of a tally. Gives the number of the first task, from 1, of which a row is no number; else 0. */
export function run(tasks: usize, count: u32, rows: u32, blockRows: u32, work: usize): u32 {
  for (let from: u32 = 0; from < rows; from += blockRows) {
    const left = rows - from;
    const size = left < blockRows ? left : blockRows;
    for (let place: u32 = 0; place < count; place++) {
      const task = changetype<Task>(tasks + <usize>place * offsetof<Task>());
      runTask(task, from, size);
      if (task.checked && fault(task.out, size) != 0) return place + 1;
      if (task.kept) memory.copy(task.kept + (<usize>from << 3), task.out, <usize>size << 3);
      // Row 0 is the central value, so that row 1 is draw 0.
      const first: u32 = from == 0 ? 1 : 0;
      if (task.tally) feed(task.tally, task.out + (<usize>first << 3), size - first, work);
    }
  }
  return 0;
}

function runTask(task: Task, from: u32, rows: u32): void {
  const out: usize = task.out;
  const left: usize = task.left;
  const leftStep: usize = task.leftStep;
  const right: usize = task.right;
  const rightStep: usize = task.rightStep;
  switch (task.code) {
    case Code.add: add(out, rows, left, leftStep, right, rightStep); break;
    case Code.subtract: subtract(out, rows, left, leftStep, right, rightStep); break;
    case Code.multiply: multiply(out, rows, left, leftStep, right, rightStep); break;
    case Code.divide: divide(out, rows, left, leftStep, right, rightStep); break;
    case Code.power: power(out, rows, left, leftStep, right, rightStep); break;
    case Code.min: min(out, rows, left, leftStep, right, rightStep); break;
    case Code.max: max(out, rows, left, leftStep, right, rightStep); break;
    case Code.below: below(out, rows, left, leftStep, right, rightStep); break;
    case Code.atMost: atMost(out, rows, left, leftStep, right, rightStep); break;
    case Code.choose: choose(out, rows, left, leftStep, right, rightStep, task.third, task.thirdStep); break;
    case Code.ceil: ceil(out, rows, left); break;
    case Code.exp: exp(out, rows, left); break;
    case Code.ln: ln(out, rows, left); break;
    case Code.log2: log2(out, rows, left); break;
    case Code.column: memory.copy(out, left + (<usize>from << 3), <usize>rows << 3); break;
    default: {
      const first: u32 = from == 0 ? 1 : 0;
      const draws = out + (<usize>first << 3);
      const order = left + <usize>(from + first - 1) * leftStep;
      if (task.code == Code.positive)
        positive(draws, rows - first, order, leftStep, right, task.central, task.up, (task.factors & 1) != 0, task.down, (task.factors & 2) != 0);
      else bounded(draws, rows - first, order, leftStep, right, task.central, task.up, task.down, task.least, task.most);
    }
  } // prettier-ignore
  // The centre is told, as the compiled formulas give it: a row may differ from it in its last digit.
  if (from == 0) store<f64>(out, task.central);
}
