/**
 * Arithmetic over rows of draws, in WebAssembly: this file and its neighbours *.as.ts are AssemblyScript, which the build compiles into
 * rows-wasm.ts. JavaScript spends the whole of such a run in the interpreter; this is compiled when it is loaded, and its exponentials
 * and logarithms are the same to the last bit on every engine.
 *
 * A column is its address. A step of 8 bytes goes to the next row, a step of 0 stays at one number that all rows have. Columns hold an
 * even number of rows, of which the last may be beyond those that are asked for.
 */

/** Where memory is free: what stands below are constants of the compiler. */
export function start(): usize {
  return (__heap_base + 15) & ~15;
}

// prettier-ignore
const enum Pair { add, subtract, multiply, divide, min, max }

/** Two rows at once. */
// @ts-ignore: decorator
@inline
function pairs(operation: Pair, out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  const bytes = rows << 3;
  const leftAll = v128.load_splat<f64>(left);
  const rightAll = v128.load_splat<f64>(right);
  for (let at: usize = 0; at < bytes; at += 16) {
    const l = leftStep ? v128.load(left + at) : leftAll;
    const r = rightStep ? v128.load(right + at) : rightAll;
    let result: v128;
    if (operation == Pair.add) result = v128.add<f64>(l, r);
    else if (operation == Pair.subtract) result = v128.sub<f64>(l, r);
    else if (operation == Pair.multiply) result = v128.mul<f64>(l, r);
    else if (operation == Pair.divide) result = v128.div<f64>(l, r);
    else if (operation == Pair.min) result = v128.min<f64>(l, r);
    else result = v128.max<f64>(l, r);
    v128.store(out + at, result);
  }
}

export function add(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.add, out, rows, left, leftStep, right, rightStep);
}

export function subtract(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.subtract, out, rows, left, leftStep, right, rightStep);
}

export function multiply(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.multiply, out, rows, left, leftStep, right, rightStep);
}

export function divide(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.divide, out, rows, left, leftStep, right, rightStep);
}

export function min(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.min, out, rows, left, leftStep, right, rightStep);
}

export function max(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.max, out, rows, left, leftStep, right, rightStep);
}

export function power(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  for (let row: usize = 0; row < rows; row++)
    store<f64>(out + (row << 3), NativeMath.pow(load<f64>(left + row * leftStep), load<f64>(right + row * rightStep)));
}

export function below(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  for (let row: usize = 0; row < rows; row++)
    store<f64>(out + (row << 3), load<f64>(left + row * leftStep) < load<f64>(right + row * rightStep) ? 1 : 0);
}

export function atMost(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  for (let row: usize = 0; row < rows; row++)
    store<f64>(out + (row << 3), load<f64>(left + row * leftStep) <= load<f64>(right + row * rightStep) ? 1 : 0);
}

export function choose(
  out: usize, rows: usize, condition: usize, conditionStep: usize, yes: usize, yesStep: usize, no: usize, noStep: usize,
): void { // prettier-ignore
  for (let row: usize = 0; row < rows; row++) {
    const chosen = load<f64>(condition + row * conditionStep) == 1 ? yes + row * yesStep : no + row * noStep;
    store<f64>(out + (row << 3), load<f64>(chosen));
  }
}

export function ceil(out: usize, rows: usize, left: usize): void {
  for (let at: usize = 0; at < rows << 3; at += 8) store<f64>(out + at, Math.ceil(load<f64>(left + at)));
}

export function exp(out: usize, rows: usize, left: usize): void {
  for (let at: usize = 0; at < rows << 3; at += 8) store<f64>(out + at, NativeMath.exp(load<f64>(left + at)));
}

export function ln(out: usize, rows: usize, left: usize): void {
  for (let at: usize = 0; at < rows << 3; at += 8) store<f64>(out + at, NativeMath.log(load<f64>(left + at)));
}

export function log2(out: usize, rows: usize, left: usize): void {
  for (let at: usize = 0; at < rows << 3; at += 8) store<f64>(out + at, NativeMath.log2(load<f64>(left + at)));
}

/** 0 when all are numbers: what is infinite less itself is no number. */
export function fault(column: usize, rows: usize): f64 {
  let sum: f64 = 0;
  for (let at: usize = 0; at < rows << 3; at += 8) {
    const value = load<f64>(column + at);
    sum += value - value;
  }
  return sum;
}
