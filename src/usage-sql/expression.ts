/** Expressions of a reader as SQL over one record. */
import { InternalError } from '../errors.ts';
import { joint, type Expression, type Path } from '../usage-log/types.ts';
import { numeral, type Dialect, type Kind } from './dialect.ts';

/** A record as a query sees it. */
export interface RecordSql {
  readonly dialect: Dialect;
  /** What is known of the column at a path. */
  readonly kindOf: (path: Path) => Kind;
  /** A text as SQL: bound, or quoted. */
  readonly text: (value: string) => string;
}

/** SQL of the value at a path. Each `[]` opens a list, whose items are rows of the next level. */
export function access(path: Path, { dialect }: Pick<RecordSql, 'dialect'>): string {
  let level = 0;
  let steps: string[] = [];
  for (const step of path) {
    if (step === '[]') {
      level += 1;
      steps = [];
    } else steps.push(step);
  }
  const [first, ...others] = steps;
  if (first === undefined) return `r${level}`;
  // A column of the relation itself, or a part of an item.
  const start = level === 0 ? `r0.${dialect.identifier(first)}` : dialect.member(`r${level}`, first);
  return others.reduce((of, name) => dialect.member(of, name), start);
}

const known = ({ kindOf }: RecordSql, expression: Expression): boolean =>
  (expression.type !== 'field' && expression.type !== 'attribute') || kindOf(expression.path) !== 'absent';

/** The value of a field or an attribute, with what is known of it. */
function valueOf(
  expression: Expression & { readonly type: 'field' | 'attribute' },
  record: RecordSql,
): { readonly sql: string; readonly kind: Kind } {
  const sql = access(expression.path, record);
  return expression.type === 'field'
    ? { sql, kind: record.kindOf(expression.path) }
    : { sql: record.dialect.attribute(sql, record.text(expression.key)), kind: 'text' };
}

const condition = (expression: Expression & { readonly type: 'when' }, record: RecordSql): string =>
  `COALESCE(${textOf(expression.of, record)}, '') = ${record.text(expression.equals)}`;

/** A double, or NULL. */
export function numberOf(expression: Expression, record: RecordSql): string {
  const { dialect } = record;
  if (!known(record, expression)) return `CAST(NULL AS ${dialect.float})`;
  switch (expression.type) {
    case 'field':
    case 'attribute': {
      const { sql, kind } = valueOf(expression, record);
      return dialect.number(sql, kind);
    }
    case 'literal':
      return numeral(Number(expression.value));
    case 'coalesce':
      return `COALESCE(${expression.of.map((each) => numberOf(each, record)).join(', ')})`;
    case 'add':
      return `(${numberOf(expression.left, record)} + COALESCE(${numberOf(expression.right, record)}, 0))`;
    case 'subtract':
      return `(${numberOf(expression.left, record)} - COALESCE(${numberOf(expression.right, record)}, 0))`;
    case 'join':
      throw new InternalError('a text is no number');
    case 'when':
      return `CASE WHEN ${condition(expression, record)} THEN ${numberOf(expression.use, record)} ELSE ${numberOf(expression.otherwise, record)} END`;
    default:
      return expression satisfies never;
  }
}

/** A text, or NULL. */
export function textOf(expression: Expression, record: RecordSql): string {
  const { dialect } = record;
  if (!known(record, expression)) return `CAST(NULL AS ${dialect.string})`;
  switch (expression.type) {
    case 'field':
    case 'attribute': {
      const { sql, kind } = valueOf(expression, record);
      return dialect.text(sql, kind);
    }
    case 'literal':
      return record.text(String(expression.value));
    case 'coalesce':
      return `COALESCE(${expression.of.map((each) => textOf(each, record)).join(', ')})`;
    case 'join':
      return expression.of.map((each) => `COALESCE(${textOf(each, record)}, '')`).join(` || ${record.text(joint)} || `);
    case 'when':
      return `CASE WHEN ${condition(expression, record)} THEN ${textOf(expression.use, record)} ELSE ${textOf(expression.otherwise, record)} END`;
    case 'add':
    case 'subtract':
      throw new InternalError('a name is no sum');
    default:
      return expression satisfies never;
  }
}

/** Fields of an expression whose value must be a number. */
export function numberFields(
  expression: Expression,
): readonly (Expression & { readonly type: 'field' | 'attribute' })[] {
  switch (expression.type) {
    case 'field':
    case 'attribute':
      return [expression];
    case 'literal':
      return [];
    case 'coalesce':
    case 'join':
      return expression.of.flatMap(numberFields);
    case 'add':
    case 'subtract':
      return [expression.left, expression.right].flatMap(numberFields);
    case 'when':
      return [expression.use, expression.otherwise].flatMap(numberFields);
    default:
      return expression satisfies never;
  }
}

/** Conditions under which a part is more than its whole. */
export function overWhole(expression: Expression, record: RecordSql): readonly string[] {
  switch (expression.type) {
    case 'field':
    case 'attribute':
    case 'literal':
      return [];
    case 'coalesce':
    case 'join':
      return expression.of.flatMap((each) => overWhole(each, record));
    case 'add':
    case 'subtract': {
      const own = [expression.left, expression.right].flatMap((each) => overWhole(each, record));
      const [left, right] = [numberOf(expression.left, record), numberOf(expression.right, record)];
      return expression.type === 'add' ? own : [...own, `COALESCE(${right} > ${left}, FALSE)`];
    }
    case 'when':
      return [expression.use, expression.otherwise].flatMap((each) => overWhole(each, record));
    default:
      return expression satisfies never;
  }
}

/** Text and number of a field, to tell what is no number from what is not there. */
export function bothOf(
  expression: Expression & { readonly type: 'field' | 'attribute' },
  record: RecordSql,
): { readonly number: string; readonly text: string; readonly kind: Kind } {
  const { kind } = known(record, expression) ? valueOf(expression, record) : { kind: 'absent' as const };
  return { number: numberOf(expression, record), text: textOf(expression, record), kind };
}
