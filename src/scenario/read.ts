/** The way into the room: the text of a scenario file -> a `Scenario`, or every problem of the file at once. */
import type { Warning } from '../assessment.ts';
import { InputError } from '../errors.ts';
import { calendarOf } from './value/calendar.ts';
import type { Calendar } from './value/calendar.ts';
import { priced } from './value/convert.ts';
import type { Document } from './text/document.ts';
import { readExtended } from './extend.ts';
import type { Extended, Load } from './extend.ts';
import { fieldOf } from './value/fields.ts';
import { Findings } from './findings.ts';
import { isMap, readQuantity } from './value/quantity.ts';
import type { Reading } from './value/quantity.ts';
import type { Reader } from './value/quantity-text.ts';
import { readPractices } from './change/read.ts';
import { readBudget } from './budget.ts';
import { readValue } from './value-block.ts';
import { checkShape } from './shape.ts';
import type { Scenario, Usage } from './types.ts';
import { readHorizon } from './horizon.ts';
import { readSpec, type TableSpec } from './table/spec.ts';
import { readTraining } from './training.ts';
import { readUsage } from './usage.ts';
import { givenOf, readLine, withoutAbsent } from './usage-parts.ts';

export type { Load } from './extend.ts';

export interface ReadScenario {
  readonly scenario: Scenario;
  /** Values of a suspect size, in file order. */
  readonly warnings: readonly Warning[];
  /** The file and the files that it extends, in the order of reading: what a hash of the input covers. */
  readonly sources: readonly { readonly file: string; readonly text: string }[];
  /** The table that the usages stand in; absent when the scenario lists them. */
  readonly table?: TableSpec;
  /** What stands in the scenario, `defaults` filled into usages: for rows that are read later. */
  readonly fields: Fields;
  /** The file itself, as read. */
  readonly document: Document;
  /**
   * The place of a path of the scenario, or of its nearest parent that is written; for problems found later.
   * Example locate('usages[0].model')
   */
  readonly locate: Extended['locate'];
}

type Fields = Readonly<Record<string, unknown>>;

/** A value at the top of the scenario: to leave it out says the same as `unknown`, and says it once. */
function topValue(raw: unknown, reader: Reader, path: readonly string[], findings: Findings): Reading | undefined {
  const reading = readQuantity(raw, reader, path, findings);
  if (reading !== 'unknown') return reading;
  const { name, example } = reader.field;
  findings.report(
    'bad-quantity',
    { field: name, found: 'unknown', reason: 'leave the line out where it is not known', example },
    path,
  );
  return undefined;
}

function readFunctionalUnit(raw: unknown, calendar: Calendar, findings: Findings): Scenario['functionalUnit'] {
  if (!isMap(raw)) return undefined;
  const name = readLine(raw['name'], ['functional_unit', 'name'], findings, 'functional_unit.name');
  const volume = topValue(raw['volume'], calendar.volume, ['functional_unit', 'volume'], findings);
  if (name === undefined) return undefined;
  return volume ? { name, volume: givenOf(volume) } : { name };
}

function readUsages(
  fields: Fields,
  calendar: Calendar,
  functionalUnit: Scenario['functionalUnit'],
  findings: Findings,
): Usage[] {
  const usages: readonly unknown[] = Array.isArray(fields['usages']) ? fields['usages'] : [];
  const unit = fields['functional_unit'];
  const hasVolume = isMap(unit) && Object.hasOwn(unit, 'volume');
  const mayHaveNoVolume = functionalUnit?.volume?.range.low === 0;
  const firstWith = new Map<string, number>();
  return usages.flatMap((usage, index) => {
    if (!isMap(usage)) return [];
    const path = ['usages', index];
    const read = readUsage({ fields: usage, path, findings, calendar, hasVolume, mayHaveNoVolume });
    const first = firstWith.get(read.id);
    if (first === undefined) firstWith.set(read.id, index);
    else if (read.id !== '') {
      findings.report('duplicate-id', { id: read.id, first: findings.lineOf(['usages', first, 'id']) }, [
        ...path,
        'id',
      ]);
    }
    return [read];
  });
}

/** A scenario has one price of carbon, at its top or among its value. */
function readCarbonPrice(fields: Fields, findings: Findings): Reading | undefined {
  const { value } = fields;
  const inValue = isMap(value) && Object.hasOwn(value, 'carbon_price');
  if (inValue && Object.hasOwn(fields, 'carbon_price')) {
    const args = {
      owner: 'the scenario',
      fields: ['carbon_price', 'value.carbon_price'],
      why: 'both are the one price',
    };
    findings.report('fields-exclude', args, ['value', 'carbon_price']);
  }
  const raw = inValue ? value['carbon_price'] : fields['carbon_price'];
  const path = inValue ? ['value', 'carbon_price'] : ['carbon_price'];
  return topValue(raw, { field: fieldOf('carbon_price'), convert: priced }, path, findings);
}

function readFields(fields: Fields, findings: Findings): Scenario {
  const unit = fields['functional_unit'];
  const calendar = calendarOf(fields['period'], isMap(unit) ? unit['volume'] : undefined);
  const functionalUnit = readFunctionalUnit(unit, calendar, findings);
  const price = readCarbonPrice(fields, findings);
  const hasVolume = isMap(unit) && Object.hasOwn(unit, 'volume');
  const usages = readUsages(fields, calendar, functionalUnit, findings);
  const ids = new Map(usages.map(({ id }, index) => [id, ['usages', index]]));
  return {
    name: readLine(fields['name'], ['name'], findings, 'name') ?? '',
    period: calendar.period,
    usages,
    training: readTraining(fields['training'], { calendar, findings, ids }),
    ...readHorizon(fields, calendar.period, findings),
    ...withoutAbsent({
      description: readLine(fields['description'], ['description'], findings, 'description', { prose: true }),
      functionalUnit,
      practices: readPractices(fields['practices'], ['practices'], findings),
      carbonPrice: price && { ...givenOf(price), currency: price.kind },
      value: readValue(fields['value'], ['value'], { calendar, hasVolume, findings }),
      budget: readBudget(fields['budget'], { calendar, hasUnit: isMap(unit), findings }),
    }),
  };
}

/**
 * Reads a scenario.
 * @param tables whether the caller reads usages from a table; a scenario that has one is refused otherwise.
 * Units   every value in the unit of its field (src/scenario/types.ts); counts over the period of the scenario.
 * Errors  throws InputError with all problems of all files, in file order, each with its place.
 */
export function readScenario(
  input: { readonly file: string; readonly text: string; readonly load: Load },
  { tables = false }: { readonly tables?: boolean } = {},
): ReadScenario {
  const { value, problems: faults, documents, locate } = readExtended(input);
  const files = documents.map(({ file }) => file);
  const findings = new Findings(locate, faults);
  checkShape(value, findings);
  const scenario = isMap(value) ? readFields(value, findings) : undefined;
  const table = isMap(value) ? readSpec(value, findings, /^.*[\\/]/s.exec(input.file)?.[0] ?? '') : undefined;
  if (table && !tables) findings.report('table-not-here', {}, ['usages', 'from']);
  const problems = findings.problems(files);
  const [document] = documents;
  // A file that is no map has been refused by the schema, and a chain has at least its first file.
  if (problems.length > 0 || !scenario || !document || !isMap(value)) throw new InputError(problems);
  return {
    scenario,
    warnings: findings.warnings(files),
    ...(table ? { table } : {}),
    fields: value,
    sources: documents.map(({ file, text }) => ({ file, text })),
    document,
    locate,
  };
}
