/** Files of a log as relations of DuckDB: which columns are read, and what is known of each. */
import { InternalError } from '../errors.ts';
import type { DuckDBType } from '@duckdb/node-api';
import { expressionsOf, pathsOf } from '../usage-log/expressions.ts';
import type { Path, Reader } from '../usage-log/types.ts';
import { attributeTypes, type Kind } from '../usage-sql/dialect.ts';
import type { SqlSource } from '../usage-sql/log-query.ts';
import { quotedText } from '../usage-sql/standard.ts';
import { literally } from './duckdb-session.ts';
import type { FileHead } from './files.ts';

type Text = (value: string) => string;

const listOf = (files: readonly string[], text: Text): string =>
  `[${files.map((file) => text(literally(file))).join(', ')}]`;

/** A record of this size is an export gone wrong: it is held whole. */
const longestRecord = 64 * 1024 * 1024;
/** A line of a csv. */
const longestLine = 16 * 1024 * 1024;
/** Sixteen times the longest line, where nobody says it. */
const csvBuffer = 2 * longestLine;

/** Every cell as a text: what is a number is for the reader to say. */
function csvRelation(
  { fields, delimiter }: Pick<FileHead, 'fields' | 'delimiter'>,
  files: readonly string[],
  text: Text,
): string {
  const columns = (fields[0] ?? []).map((name) => `${quotedText(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${listOf(files, text)}, auto_detect = false, columns = {${columns}}, header = true, delim = ${quotedText(delimiter)}, quote = '"', escape = '"', nullstr = '', strict_mode = true, max_line_size = ${longestLine}, buffer_size = ${csvBuffer})`;
}

/** First lines as they are, to find the header. */
export const csvLines = (file: string, text: Text): string =>
  `read_csv(${listOf([file], text)}, auto_detect = false, columns = {'line': 'VARCHAR'}, header = false, delim = ${quotedText('\u0001')}, quote = '', escape = '', strict_mode = false, max_line_size = ${longestLine}, buffer_size = ${csvBuffer})`;

/** Keys of records. */
export const jsonRecords = (file: string, text: Text): string =>
  `read_json_objects(${listOf([file], text)}, format = 'auto', maximum_object_size = ${longestRecord})`;

export const parquetRelation = (files: readonly string[], text: Text): string =>
  `read_parquet(${listOf(files, text)}, union_by_name = true)`;

const columnsOf = (reader: Reader): readonly string[] => [
  ...new Set(
    expressionsOf(reader)
      .flatMap(pathsOf)
      .concat([reader.rows])
      .flatMap(([first]) => first ?? []),
  ),
];

/** A source of JSON: the fields that the reader names at the top, each as JSON; no others are read. */
export function jsonSource(reader: Reader, files: readonly string[]): SqlSource {
  const columns = columnsOf(reader).map((name) => `${quotedText(name)}: 'JSON'`);
  return {
    nested: 'json',
    kindOf: () => 'json',
    relation: (text) =>
      `read_json(${listOf(files, text)}, columns = {${columns.join(', ')}}, format = 'auto', maximum_object_size = ${longestRecord}) AS r0`,
  };
}

/** Files with the same header are read together. */
export function csvSource(heads: readonly FileHead[]): SqlSource {
  const groups = new Map<string, FileHead[]>();
  for (const head of heads) {
    const key = JSON.stringify([head.delimiter, head.fields]);
    groups.set(key, [...(groups.get(key) ?? []), head]);
  }
  const known = new Set(heads.flatMap(({ fields }) => fields[0] ?? []));
  return {
    nested: 'typed',
    kindOf: ([first = '', ...others]) => (others.length === 0 && known.has(first) ? 'text' : 'absent'),
    relation: (text) => {
      const relations = [...groups.values()].map((group) => {
        const [head] = group;
        if (!head) throw new InternalError('a group of no file');
        return csvRelation(
          head,
          group.map(({ file }) => file),
          text,
        );
      });
      return relations.length === 1
        ? `${relations[0]} AS r0`
        : `(${relations.map((each) => `SELECT * FROM ${each}`).join(' UNION ALL BY NAME ')}) AS r0`;
    },
  };
}

export interface Column {
  readonly name: string;
  readonly type: DuckDBType | undefined;
}

const numbers = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|UINTEGER|DECIMAL\(.*\))$/;
const floats = /^(?:FLOAT|DOUBLE|REAL)$/;
const times = /^(?:TIMESTAMP.*|DATE)$/;
const texts = /^(?:VARCHAR|BOOLEAN|UUID|ENUM\(.*\))$/;

function kindOfType(type: DuckDBType): Kind {
  const written = String(type);
  if (numbers.test(written)) return 'number';
  if (floats.test(written)) return 'float';
  if (times.test(written)) return 'time';
  if (texts.test(written)) return 'text';
  if (written.startsWith('MAP(VARCHAR,')) return 'map';
  return written.endsWith('[]') ? 'list' : 'absent';
}

/** The type at a path, through parts of structures and items of lists. */
function typeAt(columns: readonly Column[], [first, ...others]: Path): DuckDBType | undefined {
  let type = columns.find(({ name }) => name === first)?.type;
  for (const step of others) {
    if (type === undefined) return undefined;
    if (step === '[]') type = 'valueType' in type ? type.valueType : undefined;
    else if ('entryNames' in type) {
      const place = type.entryNames.indexOf(step);
      type = place < 0 ? undefined : type.entryTypes[place];
    } else return undefined;
  }
  return type;
}

export function parquetSource(columns: readonly Column[], files: readonly string[]): SqlSource {
  return {
    nested: 'typed',
    kindOf: (path) => {
      const type = typeAt(columns, path);
      return type === undefined ? 'absent' : kindOfType(type);
    },
    attributeTypes: (path) =>
      attributeTypes.filter((type) => typeAt(columns, [...path, '[]', 'value', type]) !== undefined),
    relation: (text) => `${parquetRelation(files, text)} AS r0`,
  };
}
