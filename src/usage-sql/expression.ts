/** Expressions of a reader as SQL, over fields that were taken out of a record and have names of their own. */
import { InternalError } from '../errors.ts';
import { joint, type Expression, type Path } from '../usage-log/types.ts';
import { attributeTypes, numeral, type AttributeType, type Dialect, type Kind, type Nested } from './dialect.ts';

export type Leaf = Expression & { readonly type: 'field' | 'attribute' };

/** A record as a query sees it. */
export interface RecordSql {
  readonly dialect: Dialect;
  /** What is known of the value at a path. */
  readonly kindOf: (path: Path) => Kind;
  readonly nested: Nested;
  /** Types of the values in a list of attributes, where they stand beside each other; all of them where it is left out. */
  readonly attributeTypes?: (path: Path) => readonly AttributeType[];
  /** A text as SQL: bound, or quoted. */
  readonly text: (value: string) => string;
}

/** SQL of the value at a path. Each `[]` opens a list, whose items are rows of the next level. */
export function access(path: Path, { dialect, nested }: Pick<RecordSql, 'dialect' | 'nested'>): string {
  const level = path.filter((step) => step === '[]').length;
  const [first, ...others] = path.slice(path.lastIndexOf('[]') + 1);
  if (first === undefined) return `r${level}`;
  // A column of the relation itself, or a part of an item.
  const start = level === 0 ? `r0.${dialect.identifier(first)}` : dialect.member(`r${level}`, first, nested);
  return others.reduce((of, name) => dialect.member(of, name, nested), start);
}

/** The fields that are taken out of a record, each once. */
export class Fields {
  readonly #record: RecordSql;
  readonly #names = new Map<string, string>();
  /** Of the query over the records. */
  readonly taken: string[] = [];
  /** Of the query over `taken`, in which texts become numbers. */
  readonly parsed: string[] = [];

  constructor(record: RecordSql) {
    this.#record = record;
  }

  /** Of all values of a leaf: numbers, or anything. */
  #kindOf(leaf: Leaf): Kind {
    const kind = leaf.type === 'field' ? this.#record.kindOf(leaf.path) : this.#attributesKind(leaf.path);
    if (leaf.type === 'field') return kind === 'list' || kind === 'map' ? 'absent' : kind;
    if (kind === 'absent') return 'absent';
    // Values of JSON are JSON themselves; those of a list or a map of a database are texts.
    return this.#record.nested === 'json' ? 'json' : 'text';
  }

  /** Where nobody said: attributes stand in lists below a list, and in a map at the top. */
  #attributesKind(path: Path): Kind {
    const kind = this.#record.kindOf(path);
    if (kind !== 'any') return kind;
    if (this.#record.nested === 'json') return 'json';
    return path.includes('[]') ? 'list' : 'map';
  }

  isAbsent(leaf: Leaf): boolean {
    return this.#kindOf(leaf) === 'absent';
  }

  /** Whether what is written there is a number, or may be something else. */
  mayBeOther(leaf: Leaf): boolean {
    return this.#kindOf(leaf) !== 'number';
  }

  #valueOf(leaf: Leaf): string {
    const { dialect, text, attributeTypes: types = () => attributeTypes } = this.#record;
    const sql = access(leaf.path, this.#record);
    return leaf.type === 'field'
      ? sql
      : dialect.attribute(sql, text(leaf.key), this.#attributesKind(leaf.path), types(leaf.path));
  }

  #take(sql: string): string {
    let name = this.#names.get(sql);
    if (name === undefined) {
      this.#names.set(sql, (name = `af_f${this.#names.size}`));
      this.taken.push(`${sql} AS ${name}`);
      this.parsed.push(name);
    }
    return name;
  }

  #parse(sql: string): string {
    let name = this.#names.get(sql);
    if (name === undefined) {
      this.#names.set(sql, (name = `af_f${this.#names.size}`));
      this.parsed.push(`${sql} AS ${name}`);
    }
    return name;
  }

  /** The name of the text of a leaf. */
  text(leaf: Leaf): string {
    const kind = this.#kindOf(leaf);
    if (kind === 'absent') return this.unknownText;
    return this.#take(this.#record.dialect.text(this.#valueOf(leaf), kind));
  }

  /** The name of the number of a leaf. */
  number(leaf: Leaf): string {
    const { dialect } = this.#record;
    const kind = this.#kindOf(leaf);
    if (kind === 'absent') return this.unknownNumber;
    return kind === 'number' || kind === 'float'
      ? this.#take(dialect.float(this.#valueOf(leaf)))
      : this.#parse(dialect.floatOfText(this.text(leaf)));
  }

  /** What is written, to tell what is no number from what is not there. */
  written(leaf: Leaf): string {
    return this.#kindOf(leaf) === 'float' ? this.#take(this.#valueOf(leaf)) : this.text(leaf);
  }

  /** Seconds since 1970 of an instant, and whatever is written there. */
  seconds(time: Expression, unit: Parameters<Dialect['secondsOfText']>[1]): { seconds: string; written: string } {
    const { dialect } = this.#record;
    if (time.type === 'field' && this.#kindOf(time) === 'time') {
      const value = this.#take(dialect.seconds(this.#valueOf(time)));
      return { seconds: value, written: value };
    }
    const written = textOf(time, this);
    return { seconds: this.#parse(dialect.secondsOfText(written, unit)), written };
  }

  get unknownText(): string {
    return `CAST(NULL AS ${this.#record.dialect.types.text})`;
  }

  get unknownNumber(): string {
    return `CAST(NULL AS ${this.#record.dialect.types.float})`;
  }

  literal(text: string): string {
    return this.#record.text(text);
  }
}

const condition = (expression: Expression & { readonly type: 'when' }, fields: Fields): string =>
  `COALESCE(${textOf(expression.of, fields)}, '') = ${fields.literal(expression.equals)}`;

/** A double, or NULL. */
export function numberOf(expression: Expression, fields: Fields): string {
  switch (expression.type) {
    case 'field':
    case 'attribute':
      return fields.number(expression);
    case 'literal':
      return numeral(Number(expression.value));
    case 'coalesce':
      return `COALESCE(${expression.of.map((each) => numberOf(each, fields)).join(', ')})`;
    case 'add':
      return `(${numberOf(expression.left, fields)} + COALESCE(${numberOf(expression.right, fields)}, 0))`;
    case 'subtract':
      return `(${numberOf(expression.left, fields)} - COALESCE(${numberOf(expression.right, fields)}, 0))`;
    case 'join':
      throw new InternalError('a text is no number');
    case 'when':
      return `CASE WHEN ${condition(expression, fields)} THEN ${numberOf(expression.use, fields)} ELSE ${numberOf(expression.otherwise, fields)} END`;
    default:
      return expression satisfies never;
  }
}

/** A text, or NULL. */
export function textOf(expression: Expression, fields: Fields): string {
  switch (expression.type) {
    case 'field':
    case 'attribute':
      return fields.text(expression);
    case 'literal':
      return fields.literal(String(expression.value));
    case 'coalesce':
      return `COALESCE(${expression.of.map((each) => textOf(each, fields)).join(', ')})`;
    case 'join':
      return expression.of
        .map((each) => `COALESCE(${textOf(each, fields)}, '')`)
        .join(` || ${fields.literal(joint)} || `);
    case 'when':
      return `CASE WHEN ${condition(expression, fields)} THEN ${textOf(expression.use, fields)} ELSE ${textOf(expression.otherwise, fields)} END`;
    case 'add':
    case 'subtract':
      throw new InternalError('a name is no sum');
    default:
      return expression satisfies never;
  }
}

/** Fields of an expression whose value must be a number. */
export function numberFields(expression: Expression): readonly Leaf[] {
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
export function overWhole(expression: Expression, fields: Fields): readonly string[] {
  switch (expression.type) {
    case 'field':
    case 'attribute':
    case 'literal':
      return [];
    case 'coalesce':
    case 'join':
      return expression.of.flatMap((each) => overWhole(each, fields));
    case 'add':
    case 'subtract': {
      const own = [expression.left, expression.right].flatMap((each) => overWhole(each, fields));
      const [left, right] = [numberOf(expression.left, fields), numberOf(expression.right, fields)];
      return expression.type === 'add' ? own : [...own, `COALESCE(${right} > ${left}, FALSE)`];
    }
    case 'when':
      return [expression.use, expression.otherwise].flatMap((each) => overWhole(each, fields));
    default:
      return expression satisfies never;
  }
}
