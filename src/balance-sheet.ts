/** The balance sheet of a digital tool, before and after, line by line; after the sheet "ChatGPT vs Copilot" (CASES). */
import { namedOf } from './compare.ts';
import { withGroups, type NamedScenario } from './changed-inputs.ts';
import { usedInputs } from './engine/baseline.ts';
import { centralOf, type Uncertainty } from './engine/uncertainty.ts';
import type { PreparedScenario } from './prepare.ts';
import { respondScenario } from './respond.ts';
import type { ResolvedUsage } from './scenario/resolve/types.ts';
import type { Usage, Value } from './scenario/types.ts';
import type { Range } from './units.ts';

export const sheetLines = [
  'host', 'place', 'grid', 'pue', 'wue', 'energy', 'water', 'model', 'accelerator', 'accelerators', 'utilisation',
  'users', 'requests', 'iterations', 'input_tokens', 'output_tokens',
] as const; // prettier-ignore
export type SheetLine = (typeof sheetLines)[number];

/** Lines that stand in every sheet: what is not stated is to be asked for. */
const standing: ReadonlySet<SheetLine> = new Set([
  'host', 'place', 'grid', 'pue', 'wue', 'model', 'accelerator', 'accelerators', 'utilisation',
]); // prettier-ignore

/** Somebody looked and found nothing published; or the scenario does not say. */
export type SheetCell =
  | { readonly kind: 'not-published' | 'not-stated' }
  | { readonly kind: 'name'; readonly text: string; readonly assumed: boolean }
  | { readonly kind: 'own-figures'; readonly source: string }
  | { readonly kind: 'value'; readonly value: Range; readonly unit: string; readonly assumed: boolean };

export interface SheetRow {
  readonly line: SheetLine;
  readonly before: SheetCell;
  readonly after: SheetCell;
}

export const sheetGroups = ['place', 'users', 'model', 'work', 'hardware'] as const;
export type SheetGroup = (typeof sheetGroups)[number];

/** What a group of lines does alone to the greenhouse gases of the state before. */
export interface GroupEffect {
  readonly group: SheetGroup;
  /** Null where it cannot be told; 1 where it has no part in the result. */
  readonly factor: Range | null;
}

export interface Sheet {
  readonly usage: string;
  /** The standing lines, and every other that one of the two states says something about. */
  readonly rows: readonly SheetRow[];
  readonly effects: readonly GroupEffect[];
}

const fieldsOf: Readonly<Record<SheetGroup, readonly string[]>> = {
  place: ['place'],
  users: ['users', 'requests', 'volume'],
  model: ['model'],
  work: ['iterations', 'tokens.input', 'tokens.output', 'tokens.reasoning', 'tokens.cached_input', 'task'],
  hardware: [
    'serving.accelerator', 'serving.accelerators', 'serving.batch', 'serving.tokens_per_second',
    'serving.time_per_output_token', 'serving.latency', 'serving.utilisation', 'serving.idle', 'serving.host', 'serving.bits',
    'fleet.accelerator', 'fleet.count', 'fleet.utilisation', 'fleet.hours', 'fleet.share',
  ],
}; // prettier-ignore

const linesOf: Readonly<Record<SheetGroup, readonly SheetLine[]>> = {
  place: ['host', 'place', 'grid', 'pue', 'wue'],
  users: ['users', 'requests'],
  model: ['model'],
  work: ['iterations', 'input_tokens', 'output_tokens'],
  hardware: ['accelerator', 'accelerators', 'utilisation'],
};

interface Side {
  readonly usage: Usage;
  readonly resolved: ResolvedUsage;
}

const notStated: SheetCell = { kind: 'not-stated' };

function sideOf({ read, resolved }: PreparedScenario, id: string): Side | undefined {
  const index = resolved.usages.findIndex((each) => each.id === id);
  const [usage, own] = [read.scenario.usages[index], resolved.usages[index]];
  return usage && own && { usage, resolved: own };
}

function name(text: string | undefined, isUnknown: boolean, assumed = false): SheetCell {
  if (isUnknown) return { kind: 'not-published' };
  return text === undefined ? notStated : { kind: 'name', text, assumed };
}

function value(given: Value | undefined, unit: string): SheetCell {
  if (given === 'unknown') return { kind: 'not-published' };
  return given === undefined ? notStated : { kind: 'value', value: given.range, unit, assumed: false };
}

/** An input that the calculation reads: as given, or as it was put in. */
function input({ resolved }: Side, id: string): SheetCell | undefined {
  const [part] = resolved.parts;
  const found = part?.inputs.find((each) => each.id === id);
  if (!part || !found || resolved.parts.length > 1) return undefined;
  const isGiven = found.status === 'given' || found.status === 'given-range';
  if (!isGiven && !usedInputs(part).has(id)) return undefined;
  return {
    kind: 'value',
    value: found.range,
    unit: found.unit,
    assumed: found.status === 'default' || found.status === 'unknown',
  };
}

function placeCell({ usage, resolved }: Side): SheetCell {
  if (usage.unknown.includes('region') || usage.unknown.includes('grid')) return { kind: 'not-published' };
  const [first] = usage.locations;
  if (typeof first?.grid === 'object' && first.region === undefined) {
    const { intensity } = first.grid;
    return {
      kind: 'own-figures',
      source: intensity !== undefined && intensity !== 'unknown' ? (intensity.source ?? '') : '',
    };
  }
  return name(resolved.facts.place ?? undefined, false, resolved.facts.placeAssumed);
}

function cell(side: Side, line: SheetLine): SheetCell {
  const { usage } = side;
  const isUnknown = (field: string): boolean => usage.unknown.includes(field);
  const given = (id: string, field: Value | undefined, unit: string): SheetCell =>
    field === 'unknown' ? { kind: 'not-published' } : (input(side, id) ?? value(field, unit));
  switch (line) {
    case 'host':
      return name(usage.provider, isUnknown('provider'));
    case 'place':
      return placeCell(side);
    case 'grid':
      return (
        input(side, 'grid_ghg') ?? (side.resolved.parts.length === 1 ? (ofLocation(side) ?? notStated) : notStated)
      );
    case 'pue':
      return given('pue', usage.pue, '1');
    case 'wue':
      return given('wue', usage.wue, 'L/kWh');
    case 'energy':
      return value(usage.measured?.energy, 'kWh/request');
    case 'water':
      return value(usage.measured?.water, 'L/request');
    case 'model':
      return typeof usage.model === 'object'
        ? name(usage.model.name ?? side.resolved.facts.model, false)
        : name(side.resolved.facts.model ?? usage.model, isUnknown('model'));
    case 'accelerator':
      return name(
        usage.fleet?.accelerator ?? usage.serving?.accelerator,
        isUnknown('serving.accelerator') || isUnknown('fleet.accelerator'),
      );
    case 'accelerators':
      return usage.fleet ? value(usage.fleet.count, '1') : value(usage.serving?.accelerators, '1');
    case 'utilisation':
      return value(usage.fleet?.utilisation, '1');
    case 'users':
      return value(usage.users, 'user');
    case 'requests':
      return usage.requests === 'unknown'
        ? { kind: 'not-published' }
        : value(
            usage.requests?.count,
            usage.requests?.per === 'unit'
              ? 'request/unit'
              : usage.requests?.per === 'user'
                ? 'request/user'
                : 'request',
          );
    case 'iterations':
      return value(usage.iterations, '1');
    case 'input_tokens':
      return value(usage.tokens?.input, 'token/request');
    case 'output_tokens':
      return value(usage.tokens?.output, 'token/request');
    default:
      return line satisfies never;
  }
}

/** The electricity of a usage that nothing is computed of is given all the same. */
function ofLocation({ resolved }: Side): SheetCell | undefined {
  const found = resolved.parts[0]?.inputs.find(({ id }) => id === 'grid_ghg');
  return found && (found.status === 'given' || found.status === 'given-range')
    ? { kind: 'value', value: found.range, unit: found.unit, assumed: false }
    : undefined;
}

const isSame = (left: SheetCell, right: SheetCell): boolean => JSON.stringify(left) === JSON.stringify(right);

function effectOf(
  before: NamedScenario,
  after: NamedScenario,
  id: string,
  group: SheetGroup,
  uncertainty: Uncertainty,
): Range | null {
  // The volume of the functional unit is an input of every usage, and moves with it.
  const changed = withGroups(before, after, id, fieldsOf[group]);
  const [base, now] = [before, changed].map((each) => respondScenario(each, uncertainty).figure(id, 'ghg', 'period'));
  if (!base || !now || centralOf(base) === 0) return null;
  const ratio = uncertainty.ratio(now, base);
  return ratio ? uncertainty.interval(ratio) : null;
}

/** The sheet of each usage that both states have and that says something else after. */
export function balanceSheets(before: PreparedScenario, after: PreparedScenario, uncertainty: Uncertainty): Sheet[] {
  const [then, now] = [namedOf(before), namedOf(after)];
  return then.usages.flatMap(({ id }): Sheet[] => {
    const [left, right] = [sideOf(before, id), sideOf(after, id)];
    if (!left || !right) return [];
    const rows = sheetLines
      .map((line): SheetRow => ({ line, before: cell(left, line), after: cell(right, line) }))
      .filter(
        ({ line, ...row }) => standing.has(line) || row.before.kind !== 'not-stated' || row.after.kind !== 'not-stated',
      );
    const changed = new Set(rows.filter((row) => !isSame(row.before, row.after)).map(({ line }) => line));
    if (changed.size === 0) return [];
    const effects = sheetGroups
      .filter((group) => linesOf[group].some((line) => changed.has(line)))
      .map((group): GroupEffect => ({ group, factor: effectOf(then, now, id, group, uncertainty) }));
    return [{ usage: id, rows, effects }];
  });
}
