/** What is judged of a scenario and what the lock keeps of it, from its assessment. */
import { criteria, type Assessment, type Criterion, type Impacts } from './assessment.ts';
import { mechanisms } from './engine/compiled.ts';
import { hasPeriodTotal, type PreparedScenario } from './prepare.ts';
import { lockedImpacts, lockedInput, lockedPlaces, rounded, roundedRange } from './project/entry.ts';
import { sealedText } from './project/lock-text.ts';
import type { LockedMaking, LockedScenario, LockedUsage } from './project/lock-types.ts';
import { assumedWidth, mostTelling, namesOf } from './report/ledger.ts';
import type { ResolvedUsage } from './scenario/resolve/types.ts';
import type { FigureFacts, ImpactFacts, Measure, ScenarioFacts } from './verdict/budget/types.ts';

export type Hash = (texts: readonly string[]) => string;

function impactFacts(impacts: Impacts): ImpactFacts {
  return Object.fromEntries(
    criteria.map((criterion): [Criterion, FigureFacts] => {
      const { unit, total, perUnit, bound } = impacts[criterion];
      return [
        criterion,
        { unit, total: total && roundedRange(total), perUnit: perUnit && roundedRange(perUnit), bound },
      ];
    }),
  );
}

function measureOf({ ledger }: Assessment): Measure | null {
  const next = mostTelling(ledger);
  return next && { path: namesOf(ledger)(next.entry), narrows: rounded(next.narrows) };
}

/** Of the whole scenario. */
function verdictOf({ verdict }: Assessment): ScenarioFacts['verdict'] {
  if (!verdict) return null;
  const { code, agreement } = verdict.whole;
  return { code, agreement: agreement === null ? null : rounded(agreement) };
}

/** @param file from the folder of the config. */
export function factsOf(file: string, assessment: Assessment): ScenarioFacts {
  const { scenario, baseline, dataQuality, ledger } = assessment;
  const width = assumedWidth(ledger);
  return {
    file,
    name: scenario.name,
    period: scenario.period,
    functionalUnit: scenario.functionalUnit,
    impacts: impactFacts(baseline.impacts),
    usages: baseline.usages.map(({ id, impacts, dataQuality: quality }) => ({
      id,
      impacts: impactFacts(impacts),
      grade: quality.grade,
    })),
    grade: dataQuality.grade,
    assumedWidth: width === null ? null : rounded(width),
    measure: measureOf(assessment),
    verdict: verdictOf(assessment),
  };
}

let equations: string | undefined;

/** What a calculation of today is made with. */
export function makingOf(
  { version, method, dataVersion }: Assessment['tool'],
  { hash, intervals }: { readonly hash: Hash; readonly intervals: string },
): LockedMaking {
  equations ??= hash([JSON.stringify(mechanisms)]).slice(0, 16);
  return { data: dataVersion, method, method_digest: equations, intervals, version };
}

/** What the scenario says of a usage, wherever in the list it stands. */
export function digestOf(written: object, hash: Hash): string {
  const { path: _, ...rest } = written as { readonly path?: string };
  return hash([JSON.stringify(rest)]).slice(0, 16);
}

function lockedUsage(
  usage: ResolvedUsage,
  written: object,
  facts: ScenarioFacts['usages'][number],
  hash: Hash,
): LockedUsage {
  const { facts: shown, estimator } = usage;
  return {
    digest: digestOf(written, hash),
    estimator,
    ...(shown.model === undefined ? {} : { model: shown.model }),
    ...(shown.place === null ? {} : { place: shown.place }),
    data_quality: facts.grade,
    counted: hasPeriodTotal(usage),
    requests_known: usage.requestsKnown,
    impacts: lockedImpacts(facts.impacts),
    ...lockedPlaces(usage.parts),
  };
}

/** A scenario as the lock keeps it. */
export function entryOf(
  { read, resolved }: PreparedScenario,
  facts: ScenarioFacts,
  {
    hash,
    sha256,
    sources,
    making,
  }: {
    readonly hash: Hash;
    readonly sha256: string;
    readonly sources: readonly string[];
    readonly making: LockedMaking;
  },
): LockedScenario {
  const usages = resolved.usages.flatMap((usage, index): [string, LockedUsage][] => {
    const [written, own] = [read.scenario.usages[index], facts.usages[index]];
    return written && own ? [[usage.id, lockedUsage(usage, written, own, hash)]] : [];
  });
  const open: LockedScenario = {
    making,
    seal: '',
    sha256,
    sources,
    name: facts.name,
    period: facts.period,
    functional_unit: facts.functionalUnit,
    data_quality: facts.grade,
    assumed_width: facts.assumedWidth,
    measure: facts.measure,
    verdict: facts.verdict,
    carbon_price: lockedInput(resolved.carbonPrice),
    volume: resolved.volume && lockedInput(resolved.volume),
    impacts: lockedImpacts(facts.impacts),
    usages: Object.fromEntries(usages),
  };
  return { ...open, seal: hash([sealedText(open)]).slice(0, 16) };
}
