/**
 * Arithmetic over rows of draws, in WebAssembly: this file and its neighbours *.as.ts are AssemblyScript, which the build compiles into
 * rows-wasm.ts. JavaScript spends the whole of such a run in the interpreter; this is compiled when it is loaded, and its exponentials
 * and logarithms are the same to the last bit on every engine.
 *
 * A column is its address. A step of 8 bytes goes to the next row, a step of 0 stays at one number that all rows have. Columns hold a
 * multiple of eight rows, of which the last may be beyond those that are asked for: eight rows a turn, because V8's first compiler,
 * which a short run never outgrows, pays for every turn.
 */

/** Where memory is free: what stands below are constants of the compiler. */
export function start(): usize {
  return (__heap_base + 15) & ~15;
}

// prettier-ignore
const enum Pair { add, subtract, multiply, divide, min, max }

// @ts-ignore: decorator
@inline
function applied(operation: Pair, left: v128, right: v128): v128 {
  if (operation == Pair.add) return v128.add<f64>(left, right);
  if (operation == Pair.subtract) return v128.sub<f64>(left, right);
  if (operation == Pair.multiply) return v128.mul<f64>(left, right);
  if (operation == Pair.divide) return v128.div<f64>(left, right);
  if (operation == Pair.min) return v128.min<f64>(left, right);
  return v128.max<f64>(left, right);
}

/** Two rows at once, four times a turn. */
// @ts-ignore: decorator
@inline
function pairs(operation: Pair, out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  const end = out + (rows << 3);
  if (leftStep && rightStep) {
    for (; out < end; out += 64, left += 64, right += 64) {
      v128.store(out, applied(operation, v128.load(left), v128.load(right)));
      v128.store(out, applied(operation, v128.load(left, 16), v128.load(right, 16)), 16);
      v128.store(out, applied(operation, v128.load(left, 32), v128.load(right, 32)), 32);
      v128.store(out, applied(operation, v128.load(left, 48), v128.load(right, 48)), 48);
    }
  } else if (leftStep) {
    const one = v128.load_splat<f64>(right);
    for (; out < end; out += 64, left += 64) {
      v128.store(out, applied(operation, v128.load(left), one));
      v128.store(out, applied(operation, v128.load(left, 16), one), 16);
      v128.store(out, applied(operation, v128.load(left, 32), one), 32);
      v128.store(out, applied(operation, v128.load(left, 48), one), 48);
    }
  } else {
    const one = v128.load_splat<f64>(left);
    for (; out < end; out += 64, right += 64) {
      v128.store(out, applied(operation, one, v128.load(right)));
      v128.store(out, applied(operation, one, v128.load(right, 16)), 16);
      v128.store(out, applied(operation, one, v128.load(right, 32)), 32);
      v128.store(out, applied(operation, one, v128.load(right, 48)), 48);
    }
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
  const end = column + (rows << 3);
  let both = v128.splat<f64>(0);
  for (; column + 32 <= end; column += 32) {
    const one = v128.load(column);
    const other = v128.load(column, 16);
    both = v128.add<f64>(both, v128.add<f64>(v128.sub<f64>(one, one), v128.sub<f64>(other, other)));
  }
  let sum = v128.extract_lane<f64>(both, 0) + v128.extract_lane<f64>(both, 1);
  for (; column < end; column += 8) {
    const value = load<f64>(column);
    sum += value - value;
  }
  return sum;
}
