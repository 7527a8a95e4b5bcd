/** The library: the same calculation as the command line, without files, streams or clock. */
export { assess, type AssessOptions } from './assess.ts';
export type {
  Assessment, Criterion, Impact, Impacts, LedgerEntry, Method, Phase, SecondOpinion, UsageResult, Warning,
} from './assessment.ts'; // prettier-ignore
export { createCatalog, defaultCatalog, type Catalog } from './catalog/index.ts';
export { InputError, type ErrorCode, type Place, type Problem } from './errors.ts';
export { toJson } from './report/json.ts';
export type { Range } from './units.ts';
export type { ScenarioText } from './prepare.ts';
export { version } from './version.ts';
