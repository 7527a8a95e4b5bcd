/** Ranks scenarios, or parts of them: gathers rows by section, and says what cannot be compared. Pure. */
import { qualityRules } from '../assess-quality.ts';
import { criteria as allCriteria, methodVersions, periods, type Criterion } from '../assessment.ts';
import { nearestNames } from '../catalog/nearest.ts';
import { intervalsFor } from '../evaluate-scenario.ts';
import type { PreparedScenario } from '../prepare.ts';
import { readCondition } from '../scenario/condition.ts';
import { version } from '../version.ts';
import { conditionNames } from './ask.ts';
import { draftsOf, type NamedEntry } from './draft.ts';
import { entryOf, unitIn } from './entry.ts';
import { refusalOf, refuse, sectionOf, type RankOptions } from './section.ts';
import type { Ranking } from './types.ts';

/** Names of scenarios as rows: with the file where two have one name. */
function labelled(entries: readonly NamedEntry['entry'][]): NamedEntry[] {
  const count = new Map<string, number>();
  for (const { name } of entries) count.set(name, (count.get(name) ?? 0) + 1);
  return entries.map((entry) => ({
    entry,
    label: (count.get(entry.name) ?? 0) > 1 ? `${entry.name} (${entry.file})` : entry.name,
  }));
}

/** Scenarios that can be added up: of one period, and of one currency where money is ranked. */
function sectionsOf(named: readonly NamedEntry[], criterion: Criterion): readonly (readonly NamedEntry[])[] {
  const sections = new Map<string, NamedEntry[]>();
  for (const each of named.toSorted(
    (left, right) => periods.indexOf(left.entry.period) - periods.indexOf(right.entry.period),
  )) {
    const { period } = each.entry;
    const key = `${period} ${unitIn(each.entry, criterion)}`;
    const own = sections.get(key);
    if (own) own.push(each);
    else sections.set(key, [each]);
  }
  return [...sections.values()];
}

/** Figures of a functional unit that are asked for where they are refused are an error, with the reason. */
function refusePerUnit(named: readonly NamedEntry[], { by }: RankOptions, asked: string): void {
  const refusal = refusalOf(named, by);
  if (!refusal) return;
  const units = refusal.units.map((unit) => `"${unit}"`).join(', ');
  refuse(
    refusal.reason === 'mixed-units'
      ? `"${asked}" needs one functional unit, and there are ${units}: a gram of the one is no more than a gram of the other; compare scenarios of one unit, or by total`
      : `"${asked}" needs rows of one scenario each: a row by ${by} adds up several; use --by scenario or --by usage, or compare one file`,
  );
}

/**
 * Ranks prepared scenarios.
 * Errors  InputError: a condition that cannot be read, a baseline that is no row, figures per unit where they are refused.
 */
export function rank(prepared: readonly PreparedScenario[], options: RankOptions): Ranking {
  const { by, criterion, where, baseline, catalog } = options;
  const condition = where === undefined ? null : readCondition(where, conditionNames);
  if (options.sort === 'change' && baseline === undefined) refuse('"--sort change" needs "--baseline NAME"');
  const asked = [...(condition?.figures ?? [])].map((name) => name.replace(/_per_unit$/, ''));
  const criteria = allCriteria.filter((each) => options.every || each === criterion || asked.includes(each));
  const groups = sectionsOf(labelled(prepared.map((each) => entryOf(each, options))), criterion);
  const perUnit = [...(condition?.figures ?? [])].find((name) => name.endsWith('_per_unit'));
  for (const named of groups) {
    if (options.sort === 'per_unit') refusePerUnit(named, options, '--sort per_unit');
    if (perUnit !== undefined) refusePerUnit(named, options, `--where ${where ?? ''}`);
  }
  const all = { usages: prepared.flatMap(({ resolved }) => resolved.usages) };
  const together = intervalsFor(all, options);
  const drafting = {
    by,
    criterion,
    criteria,
    rules: qualityRules(catalog),
    together: together.engine,
    differs: baseline !== undefined,
  };
  const sections = groups.map((named) => {
    const { drafts, whole, isOverlapping } = draftsOf(named, drafting, options.onDone ?? (() => undefined));
    const [only, ...others] = named;
    // Of a scenario alone the draws are its own.
    const engine = only && others.length === 0 ? only.entry.engine : together.engine;
    const section = sectionOf(named, { drafts, whole, isOverlapping, condition, options, together: engine });
    return { section, names: drafts.flatMap(({ name }) => name ?? []) };
  });
  if (baseline !== undefined && !sections.some(({ section }) => section.baseline)) {
    const names = sections.flatMap((each) => each.names);
    const near = nearestNames(baseline, names);
    const hint = near.length > 0 ? near : names.slice(0, 10);
    refuse(
      `"--baseline ${baseline}" is no row; ${near.length > 0 ? 'the nearest are' : 'there are'} ${hint.map((name) => `"${name}"`).join(', ')}`,
    );
  }
  const said = prepared.map(({ resolved }) => intervalsFor(resolved, options).said);
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
    scenarios: prepared.length,
    uncertainty: said.find(({ method }) => method === 'propagation') ?? said[0] ?? together.said,
    together: together.said,
    criteria,
    sections: sections.map(({ section }) => section),
  };
}
