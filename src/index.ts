/** The library: the same calculation as the command line, without files, streams or clock. */
export type { AssessOptions } from './assess.ts';
export { assess, sweep, tableOfText, type ScenarioInput, type SweepSettings } from './library.ts';
export type {
  Assessment, Criterion, Impact, Impacts, LedgerEntry, Method, Phase, SecondOpinion, TableSummary, UsageResult, Warning,
} from './assessment.ts'; // prettier-ignore
export { createCatalog, defaultCatalog, type Catalog } from './catalog/index.ts';
export { InputError, type ErrorCode, type Place, type Problem } from './errors.ts';
export { toJson } from './report/json.ts';
export type { Range } from './units.ts';
export type { ScenarioText } from './prepare.ts';
export type { LoadTable, TableSource } from './scenario/table/rows.ts';
export type { SweepRow, SweepRows } from './sweep-rows.ts';
export type { SweptCriterion } from './sweep-totals.ts';
export { version } from './version.ts';
