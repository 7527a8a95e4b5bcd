/** Expressions in few words, for those who declare readers. */
import type { Expression, Path } from './types.ts';

/** `data[].results[].model`: names from the root of a record, with `[]` where a list opens. For a name with a dot, a list of names. */
export const pathOf = (written: string): Path =>
  written
    .replaceAll('[]', '.[]')
    .split('.')
    .filter((step) => step !== '');

export const field = (path: string | Path): Expression => ({
  type: 'field',
  path: typeof path === 'string' ? pathOf(path) : path,
});

export const attribute = (path: string, key: string): Expression => ({ type: 'attribute', path: pathOf(path), key });
export const literal = (value: string | number): Expression => ({ type: 'literal', value });
export const coalesce = (...of: readonly Expression[]): Expression => ({ type: 'coalesce', of });
export const join = (...of: readonly Expression[]): Expression => ({ type: 'join', of });
export const add = (left: Expression, right: Expression): Expression => ({ type: 'add', left, right });
export const subtract = (left: Expression, right: Expression): Expression => ({ type: 'subtract', left, right });

/** Every path that an expression names. */
export function pathsOf(expression: Expression): readonly Path[] {
  switch (expression.type) {
    case 'field':
    case 'attribute':
      return [expression.path];
    case 'literal':
      return [];
    case 'coalesce':
    case 'join':
      return expression.of.flatMap(pathsOf);
    case 'add':
    case 'subtract':
      return [expression.left, expression.right].flatMap(pathsOf);
    case 'when':
      return [expression.of, expression.use, expression.otherwise].flatMap(pathsOf);
    default:
      return expression satisfies never;
  }
}

/** All expressions of a reader. */
export function expressionsOf(reader: {
  readonly only?: readonly { readonly of: Expression }[];
  readonly identity?: Expression;
  readonly time?: Expression;
  readonly unit?: Expression;
  readonly threads?: Readonly<Record<string, { readonly of: Expression }>>;
  readonly names: Readonly<Record<string, Expression | undefined>>;
  readonly labels: Readonly<Record<string, Expression>>;
  readonly counts: Readonly<Record<string, Expression | undefined>>;
}): readonly Expression[] {
  const { only = [], identity, time, unit, threads = {}, names, labels, counts } = reader;
  return [
    ...only.map(({ of }) => of),
    identity,
    time,
    unit,
    ...Object.values(threads).map(({ of }) => of),
    ...Object.values(names),
    ...Object.values(labels),
    ...Object.values(counts),
  ].filter((each) => each !== undefined);
}
