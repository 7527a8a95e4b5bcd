/** The query that does all of it by itself, printed for a database of the user. */
import { criterionUnit } from '../../assessment.ts';
import { factorCriteria, factorsOf, namesOfCatalog } from '../../metered/factors.ts';
import type { ResolveOptions } from '../../metered/resolve.ts';
import { refuseUnknownKeys } from '../../usage-log/group-keys.ts';
import type { LogQuery, Reader, SummedRows } from '../../usage-log/types.ts';
import { tableSql } from '../../usage-engine/clickhouse.ts';
import { clickhouse } from '../../usage-sql/clickhouse.ts';
import { completeStatement } from '../../usage-sql/complete-query.ts';
import type { Dialect, DialectName } from '../../usage-sql/dialect.ts';
import { duckdb } from '../../usage-sql/duckdb.ts';
import type { SqlSource } from '../../usage-sql/log-query.ts';
import { postgres } from '../../usage-sql/postgres.ts';
import { unknownTable } from '../../usage-sql/table-source.ts';
import { version } from '../../version.ts';

export const dialects: Readonly<Record<DialectName, Dialect>> = { duckdb, clickhouse, postgres };

export interface PrintedQuery {
  readonly dialect: Dialect;
  readonly reader: Reader;
  readonly query: LogQuery;
  readonly by: readonly string[];
  readonly source: SqlSource;
  /** Of the log where it was read; undefined for those of the catalogue. */
  readonly lines: readonly SummedRows[] | undefined;
  readonly name: string;
}

/** A table by its name in any of the dialects. Errors  InputError where no database takes the name. */
export const sourceOfTable = (dialect: Dialect, table: string): SqlSource =>
  unknownTable(dialect, tableSql(table, dialect));

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

export function printedSql(asked: PrintedQuery, options: ResolveOptions): string {
  const { dialect, reader, query, by, source, lines, name } = asked;
  refuseUnknownKeys(reader, by);
  const names = lines ?? namesOfCatalog(options, reader);
  const factors = factorsOf(names, { name, query, reader }, options);
  const { sql } = completeStatement(
    {
      asked: { ...query, by, reader, source, dialect },
      factors: factors.map(({ model, provider, region, known, coefficients }) => ({
        names: [model, provider, region],
        known,
        coefficients: factorCriteria.map((criterion) => coefficients[criterion]),
      })),
      quantities: factorCriteria.map((criterion) => `${criterion}_${criterionUnit[criterion]}`),
    },
    'quoted',
  );
  const { version: data, hash } = options.catalog.data;
  const head = [
    `ai-footprint ${version}, data ${data} ${hash}: footprint of ${oneLine(name)} (${reader.id}), for ${dialect.name}`,
    'Totals at central values, without intervals. Rows of models or places that af_factors does not name are in unmapped_rows, and in no',
    'quantity; rows that cannot count are in refused_rows. A quantity that is unknown of a model leaves out its rows.',
    lines
      ? 'Factors: of the names in the log.'
      : 'Factors: of the names in the catalogue, of rows without provider and region.',
    ...(source.nested === 'typed' && source.kindOf(['']) === 'any' ? ['Times without a zone are read as UTC.'] : []),
  ];
  const before = dialect.name === 'duckdb' ? "SET TimeZone = 'UTC';\n" : '';
  return `${head.map((line) => `-- ${line}\n`).join('')}${before}${sql};\n`;
}
