/** Ranks scenarios, or parts of them: gathers rows by section, and says what cannot be compared. Pure. */
import { qualityRules } from '../assess-quality.ts';
import { criteria as allCriteria, methodVersions, periods, type Criterion } from '../assessment.ts';
import { nearestNames } from '../catalog/nearest.ts';
import { intervalsFor } from '../evaluate-scenario.ts';
import type { PreparedScenario } from '../prepare.ts';
import { readCondition } from '../scenario/condition.ts';
import type { ReadTable } from '../table.ts';
import { version } from '../version.ts';
import type { TokenPrices } from '../weigh/prices.ts';
import { conditionNames } from './ask.ts';
import { entryOf, unitIn } from './entry.ts';
import { draftsOf, gathered, type Gathered, type NamedScenario } from './gather.ts';
import { refusalOf, refuse, sectionOf, type RankOptions } from './section.ts';
import type { Ranking } from './types.ts';

/** Names of scenarios as rows: with the file where two have one name. */
function labelled(all: readonly Gathered[]): NamedScenario[] {
  const count = new Map<string, number>();
  for (const { facts } of all) count.set(facts.name, (count.get(facts.name) ?? 0) + 1);
  return all.map((gathered) => {
    const { name, file } = gathered.facts;
    return { gathered, label: (count.get(name) ?? 0) > 1 ? `${name} (${file})` : name };
  });
}

/** Scenarios that can be added up: of one period, and of one currency where money is ranked. */
function sectionsOf(named: readonly NamedScenario[], criterion: Criterion): readonly (readonly NamedScenario[])[] {
  const sections = new Map<string, NamedScenario[]>();
  const place = ({ gathered }: NamedScenario): number => periods.indexOf(gathered.facts.period);
  for (const each of named.toSorted((left, right) => place(left) - place(right))) {
    const { facts } = each.gathered;
    const key = `${facts.period} ${unitIn(facts, criterion)}`;
    const own = sections.get(key);
    if (own) own.push(each);
    else sections.set(key, [each]);
  }
  return [...sections.values()];
}

/** Figures of a functional unit that are asked for where they are refused are an error, with the reason. */
function refusePerUnit(named: readonly NamedScenario[], { by }: RankOptions, asked: string): void {
  const refusal = refusalOf(named, by);
  if (!refusal) return;
  const units = refusal.units.map((unit) => `"${unit}"`).join(', ');
  refuse(
    refusal.reason === 'mixed-units'
      ? `"${asked}" needs one functional unit, and there are ${units}: a gram of the one is no more than a gram of the other; compare scenarios of one unit, or by total`
      : `"${asked}" needs rows of one scenario each: a row by ${by} adds up several; use --by scenario or --by usage, or compare one file`,
  );
}

function refuseBaseline(name: string, rows: readonly string[]): never {
  const near = nearestNames(name, rows);
  const named = (near.length > 0 ? near : rows.slice(0, 10)).map((row) => `"${row}"`).join(', ');
  return refuse(`"--baseline ${name}" is no row; ${near.length > 0 ? 'the nearest are' : 'there are'} ${named}`);
}

type Said = Ranking['uncertainty'];

/** How intervals are drawn, where any are. */
function uncertaintyOf(all: readonly Gathered[], otherwise: Said): Said {
  const said = all.map(({ facts }) => facts.intervals.said);
  return said.find(({ method }) => method === 'draws') ?? said[0] ?? otherwise;
}

const filesPropagated = (all: readonly Gathered[]): string[] =>
  all.flatMap(({ facts: { file, intervals } }) => (intervals.said.method === 'propagation' ? [file] : []));

/** Takes scenarios one after the other, and ranks them in the end. */
export interface Ranker {
  /** `prices` are for a cost that the value of the scenario leaves open, `table` holds its usages where it does not list them. */
  add(
    prepared: PreparedScenario,
    also?: { readonly prices?: TokenPrices | undefined; readonly table?: ReadTable | undefined },
  ): void;
  /** Errors  InputError: a baseline that is no row, figures per unit where they are refused. */
  ranking(): Ranking;
}

/** Errors  InputError: a condition that cannot be read, a sorting that needs a baseline. */
export function rankerOf(options: RankOptions): Ranker {
  const { by, criterion, where, baseline, catalog } = options;
  const condition = where === undefined ? null : readCondition(where, conditionNames);
  if (options.sort === 'change' && baseline === undefined) refuse('"--sort change" needs "--baseline NAME"');
  const asked = [...(condition?.figures ?? [])];
  const needed = asked.map((name) => name.replace(/_per_unit$/, ''));
  const criteria = allCriteria.filter((each) => options.every || each === criterion || needed.includes(each));
  const drafting = { by, criterion, criteria, rules: qualityRules(catalog), differs: baseline !== undefined };
  const all: Gathered[] = [];
  return {
    add: (prepared, { prices, table } = {}) =>
      void all.push(gathered(entryOf(prepared, options, table), drafting, prices)),
    ranking: () => {
      const groups = sectionsOf(labelled(all), criterion);
      for (const named of groups) {
        if (options.sort === 'per_unit') refusePerUnit(named, options, '--sort per_unit');
        if (asked.some((name) => name.endsWith('_per_unit'))) refusePerUnit(named, options, `--where ${where ?? ''}`);
      }
      const parts = all.reduce((sum, { facts }) => sum + facts.parts, 0);
      // Rows of a table are added up by propagation of error, and draws do not add to that.
      const hasTable = all.some(({ facts }) => facts.isTable);
      const together = intervalsFor(parts, hasTable ? { samples: 0 } : options);
      const sections = groups.map((named) => {
        const [only, ...others] = named;
        const isAlone = only !== undefined && others.length === 0;
        const engine = isAlone ? only.gathered.facts.intervals.engine : together.engine;
        const drafts = draftsOf(named, { ...drafting, together: engine, isAlone });
        const section = sectionOf(named, { ...drafts, condition, options, together: engine });
        return { section, names: drafts.drafts.flatMap(({ name }) => name ?? []) };
      });
      if (baseline !== undefined && !sections.some(({ section }) => section.baseline))
        refuseBaseline(baseline, sections.flatMap(({ names }) => names)); // prettier-ignore
      return {
        tool: {
          version,
          method: methodVersions['ai-footprint'],
          dataVersion: `${catalog.data.version} ${catalog.data.hash}`,
        },
        by,
        criterion,
        sort: options.sort,
        reverse: options.reverse,
        where: where ?? null,
        top: options.top ?? null,
        baseline: baseline ?? null,
        scenarios: all.length,
        uncertainty: uncertaintyOf(all, together.said),
        propagated: options.samples ? filesPropagated(all) : [],
        together: together.said,
        criteria,
        sections: sections.map(({ section }) => section),
      };
    },
  };
}
