/**
 * Arithmetic over a block of rows: one small loop an operation, so that V8 has compiled each after a few blocks. A row has
 * the value that the loop of the whole formula gives (emit.ts): same operations, same order.
 */
import type { Column } from './evaluate.ts';
import type { Operation } from './postfix.ts';

/**
 * Fills `out` over the first `rows`. An operand of one row is the same in every row: `& mask` reads it without a branch (mask 0 of
 * one row, -1 of a block). Operands that an operation does not take are any column.
 */
type Loop = (out: Column, rows: number, left: Column, right: Column, third: Column) => void;

// Rows are within every column: what "?? NaN" would guard against cannot happen, and would cost a branch a row.
const at = (column: Column, row: number): number => column[row] as number;

const maskOf = (column: Column): number => (column.length === 1 ? 0 : -1);

export const loops: Readonly<Record<Operation, Loop>> = {
  '+': (out, rows, left, right) => {
    const l = maskOf(left);
    const r = maskOf(right);
    for (let row = 0; row < rows; row += 1) out[row] = at(left, row & l) + at(right, row & r);
  },
  '-': (out, rows, left, right) => {
    const l = maskOf(left);
    const r = maskOf(right);
    for (let row = 0; row < rows; row += 1) out[row] = at(left, row & l) - at(right, row & r);
  },
  '*': (out, rows, left, right) => {
    const l = maskOf(left);
    const r = maskOf(right);
    for (let row = 0; row < rows; row += 1) out[row] = at(left, row & l) * at(right, row & r);
  },
  '/': (out, rows, left, right) => {
    const l = maskOf(left);
    const r = maskOf(right);
    for (let row = 0; row < rows; row += 1) out[row] = at(left, row & l) / at(right, row & r);
  },
  '^': (out, rows, left, right) => {
    const l = maskOf(left);
    const r = maskOf(right);
    for (let row = 0; row < rows; row += 1) out[row] = Math.pow(at(left, row & l), at(right, row & r));
  },
  min: (out, rows, left, right) => {
    const l = maskOf(left);
    const r = maskOf(right);
    for (let row = 0; row < rows; row += 1) out[row] = Math.min(at(left, row & l), at(right, row & r));
  },
  max: (out, rows, left, right) => {
    const l = maskOf(left);
    const r = maskOf(right);
    for (let row = 0; row < rows; row += 1) out[row] = Math.max(at(left, row & l), at(right, row & r));
  },
  ceil: (out, rows, left) => {
    for (let row = 0; row < rows; row += 1) out[row] = Math.ceil(at(left, row));
  },
  exp: (out, rows, left) => {
    for (let row = 0; row < rows; row += 1) out[row] = Math.exp(at(left, row));
  },
  ln: (out, rows, left) => {
    for (let row = 0; row < rows; row += 1) out[row] = Math.log(at(left, row));
  },
  log2: (out, rows, left) => {
    for (let row = 0; row < rows; row += 1) out[row] = Math.log2(at(left, row));
  },
  '<': (out, rows, left, right) => {
    const l = maskOf(left);
    const r = maskOf(right);
    for (let row = 0; row < rows; row += 1) out[row] = at(left, row & l) < at(right, row & r) ? 1 : 0;
  },
  '<=': (out, rows, left, right) => {
    const l = maskOf(left);
    const r = maskOf(right);
    for (let row = 0; row < rows; row += 1) out[row] = at(left, row & l) <= at(right, row & r) ? 1 : 0;
  },
  '>': (out, rows, left, right) => {
    const l = maskOf(left);
    const r = maskOf(right);
    for (let row = 0; row < rows; row += 1) out[row] = at(left, row & l) > at(right, row & r) ? 1 : 0;
  },
  '>=': (out, rows, left, right) => {
    const l = maskOf(left);
    const r = maskOf(right);
    for (let row = 0; row < rows; row += 1) out[row] = at(left, row & l) >= at(right, row & r) ? 1 : 0;
  },
  choose: (out, rows, condition, whenTrue, whenFalse) => {
    const c = maskOf(condition);
    const t = maskOf(whenTrue);
    const f = maskOf(whenFalse);
    for (let row = 0; row < rows; row += 1)
      out[row] = at(condition, row & c) === 1 ? at(whenTrue, row & t) : at(whenFalse, row & f);
  },
};
