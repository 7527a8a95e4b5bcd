/** A log that was added up -> its footprint: the whole, groups, months, and what is left out of it. */
import { assessPrepared } from '../assess.ts';
import { respondUsage } from '../engine/baseline.ts';
import { sumUsages, type CriteriaResponses } from '../engine/criteria.ts';
import { impactsOf } from '../engine/impacts.ts';
import { drawnColumns, overRows, type OverRows } from '../engine/moments.ts';
import type { Uncertainty } from '../engine/uncertainty.ts';
import { InputError, InternalError, problem } from '../errors.ts';
import { intervalsFor } from '../evaluate-scenario.ts';
import type { PreparedScenario } from '../prepare.ts';
import type { ResolvedPart } from '../scenario/resolve/types.ts';
import type { ReadTable, TableUsage } from '../table.ts';
import { slotFields, type SummedRows } from '../usage-log/types.ts';
import { inOrder, inTime } from './group-order.ts';
import { withGuess } from './guessed-requests.ts';
import { againstPlan, type LoggedModel } from './plan.ts';
import { boundOf, readLog, unmappedOf, type MeteredLog } from './summary.ts';
import { refuseWrongRenames } from './renames.ts';
import { scenarioYaml } from './to-scenario.ts';
import { countedIn, JoinedRows, rowsIn } from './row-sums.ts';
import { resolveLog, type Combination, type LeftOut, type ResolveOptions } from './resolve.ts';
import type { Metered, MeteredFigures, ReadLog, Unmapped } from './types.ts';

export interface MeterOptions extends ResolveOptions {
  readonly samples: number;
  readonly seed: number;
  readonly hash: (texts: readonly string[]) => string;
  /** Keys that were asked for; the query may end with the month besides. */
  readonly by: readonly string[];
  readonly plan?: PreparedScenario | undefined;
}

/** A combination with what makes figures of its rows. */
interface Evaluable extends Combination {
  readonly over: OverRows;
  readonly evaluated: readonly ResolvedPart[];
}

function evaluable(combination: Combination, log: MeteredLog, engine: Uncertainty, isDrawn: boolean): Evaluable {
  const { parts: slots, usage } = combination;
  const parts = slots.map(({ part }) => part);
  const onLimit = (): never => {
    throw new InputError([problem('row-beyond', { file: log.name }, { path: usage.id })]);
  };
  const columns = isDrawn ? { columnsOf: drawnColumns(engine) } : {};
  return {
    ...combination,
    evaluated: parts,
    over: overRows(engine, slots, { count: slotFields.length, onLimit, ...columns }),
  };
}

type Priced = Pick<PreparedScenario['resolved'], 'carbonPrice' | 'currency'>;

class Figures {
  readonly #log: MeteredLog;
  readonly #engine: Uncertainty;
  readonly #combinations: readonly Evaluable[];
  readonly #leftOut: readonly LeftOut[];
  readonly #priced: Priced;

  constructor(
    log: MeteredLog,
    engine: Uncertainty,
    {
      combinations,
      leftOut,
      priced,
    }: { combinations: readonly Evaluable[]; leftOut: readonly LeftOut[]; priced: Priced },
  ) {
    this.#log = log;
    this.#engine = engine;
    this.#combinations = combinations;
    this.#leftOut = leftOut;
    this.#priced = priced;
  }

  /** Rows together that share a key, in the order in which they were first seen. */
  groups<Key>(keyOf: (line: SummedRows) => Key): readonly { readonly key: Key; readonly figures: MeteredFigures }[] {
    const found = new Map<string, { key: Key; lines: Map<Evaluable, SummedRows[]>; unmapped: number }>();
    const at = (line: SummedRows) => {
      const key = keyOf(line);
      const text = JSON.stringify(key);
      let group = found.get(text);
      if (!group) found.set(text, (group = { key, lines: new Map(), unmapped: 0 }));
      return group;
    };
    for (const combination of this.#combinations) {
      for (const line of combination.lines) {
        const { lines } = at(line);
        const own = lines.get(combination);
        if (own) own.push(line);
        else lines.set(combination, [line]);
      }
    }
    for (const { lines } of this.#leftOut) for (const line of lines) at(line).unmapped += line.rows;
    return [...found.values()].map(({ key, lines, unmapped }) => ({ key, figures: this.#figuresOf(lines, unmapped) }));
  }

  #figuresOf(lines: ReadonlyMap<Evaluable, readonly SummedRows[]>, unmappedRows: number): MeteredFigures {
    const engine = this.#engine;
    const usages = [...lines].map(([{ over, evaluated, usage }, own]) => ({
      id: usage.id,
      criteria: respondUsage(evaluated, over(new JoinedRows(this.#log.query, own))).criteria,
    }));
    const all = [...lines.values()].flat();
    const criteria: CriteriaResponses = sumUsages(usages, engine);
    const impacts = impactsOf(criteria, { per: null, ...this.#priced, uncertainty: engine });
    const bound = boundOf(unmappedRows, this.#log.totals.refused);
    return { rows: rowsIn(all), unmappedRows, bound, counted: countedIn(all), impacts };
  }
}

/**
 * The footprint of a log.
 * Errors  InputError: nothing leads to a figure, a name of `--map` is in no row, the defaults are wrong.
 */
export function meter(log: MeteredLog, options: MeterOptions): Metered {
  const { totals, query, reader, name } = log;
  refuseWrongRenames(options.renames, totals.summed, options.catalog);
  const { prepared, combinations, leftOut, unknownHosts } = resolveLog(name, totals.summed, { query, reader, options });
  const unmapped = unmappedOf(leftOut, options.catalog);
  if (!prepared) {
    const names = unmapped.slice(0, 10).map((each) => ({ name: each.name, nearest: each.nearest[0] }));
    throw new InputError([problem('nothing-mapped', { file: name, names })]);
  }
  const partCount = combinations.reduce((count, { resolved }) => count + resolved.parts.length, 0);
  const groupCount = new Set(totals.summed.map(({ group }) => JSON.stringify(group))).size;
  const intervals = intervalsFor(Math.max(partCount, groupCount), options);
  const { engine, said } = intervals;
  const all = combinations.map((each) => evaluable(each, log, engine, said.method === 'draws'));
  const table: ReadTable = {
    usages: all.map(({ usage, resolved, evaluated, lines, over }): TableUsage => ({
      usage,
      resolved: { ...resolved, crossChecks: [], practices: [] },
      responses: respondUsage(evaluated, over(new JoinedRows(query, lines))),
      rows: rowsIn(lines),
    })),
    warnings: prepared.resolved.warnings,
    summary: { file: name, rows: all.reduce((sum, { lines }) => sum + rowsIn(lines), 0), combinations: all.length },
    sha256: options.hash(log.sha256),
    intervals,
  };
  const { catalog, hash, method } = options;
  const assessment = withGuess(assessPrepared(prepared, { catalog, hash, method }, table), all);
  const { carbonPrice, currency } = prepared.resolved;
  const figures = new Figures(log, engine, { combinations: all, leftOut, priced: { carbonPrice, currency } });
  const [whole] = figures.groups(() => '');
  if (!whole) throw new InternalError('a log without rows');
  const { by } = options;
  const groups = by.length === 0 ? [] : figures.groups(({ group }) => group.slice(0, by.length));
  const month = query.by.indexOf('month');
  const months = month < 0 ? [] : figures.groups(({ group }) => group[month] ?? null);
  const read = readLog(log, options.renames, unknownHosts);
  const days = read.first !== null && read.last !== null ? { first: read.first, last: read.last } : null;
  const logged = all.map(({ lines, written }, place): LoggedModel => ({
    model: written.model,
    responses: table.usages[place]?.responses ?? missing(),
    requests: countedIn(lines).requests,
  }));
  const plan = options.plan && againstPlan(options.plan, logged, { engine, days, leftOut: leftOutOf(unmapped, read) });
  const { defaults } = options;
  return {
    assessment,
    log: read,
    ...(plan ? { plan } : {}),
    asScenario: () => scenarioYaml({ log: read, whole: whole.figures, assessment }, combinations, { query, defaults }),
    whole: whole.figures,
    by,
    groups: inOrder(groups, by, whole.figures),
    trend: inTime(months),
    unmapped,
  };
}

/** Rows that are in no figure. */
const leftOutOf = (unmapped: readonly Unmapped[], { refused }: ReadLog): number =>
  [...unmapped, ...refused].reduce((sum, { rows }) => sum + rows, 0);

function missing(): never {
  throw new InternalError('a combination without responses');
}
