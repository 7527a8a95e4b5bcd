/** Scenarios as they come, down to the rows of a section. What is not needed of a scenario once its rows are made is let go. */
import { centralOf, type Uncertainty } from '../engine/uncertainty.ts';
import type { Grouping } from '../assessment.ts';
import type { TokenPrices } from '../weigh/prices.ts';
import { draftOf, type Draft, type DraftOptions, type Member } from './draft.ts';
import type { Entry, EntryFacts, Evaluation } from './entry.ts';
import { slicesOf } from './slices.ts';
import { Sums, totalsOf, type Whole } from './whole.ts';

/** Whether a row adds up pieces, of several scenarios too. */
export const isPooled = (by: Grouping): boolean => by !== 'scenario' && by !== 'usage';

/** A row of one scenario, named once all of them are known. */
interface OwnRow {
  /** Id of the usage; null for the scenario itself. */
  readonly usage: string | null;
  readonly draft: Draft;
}

/** What is kept of a scenario. */
export interface Gathered {
  readonly facts: EntryFacts;
  readonly totals: Whole;
  readonly rows: readonly OwnRow[];
  /** Where its pieces are still to be added up, or subtracted. */
  readonly entry: Entry | null;
}

export interface NamedScenario {
  readonly gathered: Gathered;
  /** Its name as a row. */
  readonly label: string;
}

/** One row a scenario, or a usage: its figures are those of `assess`, to the last bit. */
function ownRows(entry: Entry, own: Evaluation, options: DraftOptions, prices: TokenPrices | undefined): OwnRow[] {
  const { facts } = entry;
  const quality = entry.quality(own);
  const verdict = entry.verdict(prices);
  return slicesOf(options.by, facts.name, own).map((slice) => {
    const { usage } = slice;
    const id = usage === null ? null : (own.usages[usage]?.resolved.id ?? null);
    const draft = draftOf(null, [{ slice, facts, evaluation: own, graded: null }], options, {
      quality: usage === null ? quality.scenario : quality.usages[usage],
      verdict: id === null ? verdict?.whole : verdict?.usages.find((each) => each.id === id)?.verdict,
    });
    return { usage: id, draft };
  });
}

/** @param prices for a cost that a value leaves open. */
export function gathered(entry: Entry, options: DraftOptions, prices: TokenPrices | undefined): Gathered {
  const own = entry.own();
  const isLater = isPooled(options.by);
  return {
    facts: entry.facts,
    totals: totalsOf(own, options.criteria),
    rows: isLater ? [] : ownRows(entry, own, options, prices),
    entry: isLater || options.differs ? entry : null,
  };
}

/** The rows of a scenario under their names, on draws that all have in common where they are held against each other. */
function separate({ gathered: { rows, entry }, label }: NamedScenario, options: SectionOptions): Draft[] {
  const { by, together, isAlone } = options;
  // Draws in common are others than those of a scenario by itself, whose figures are those of `assess`.
  const common = options.differs && !isAlone && entry ? slicesOf(by, label, entry.common(together)) : [];
  return rows.map(({ usage, draft }, index) => {
    const name = usage === null ? label : isAlone ? usage : `${label}: ${usage}`;
    const shared = common[index];
    if (!shared) return { ...draft, name };
    const figures = [...draft.figures].map(
      ([criterion, figure]) => [criterion, { ...figure, response: shared.find(criterion)?.total }] as const,
    );
    return { ...draft, name, figures: new Map(figures) };
  });
}

/** The pieces of a scenario, by the name of the row that they belong to. */
function pool(
  { entry, facts }: Gathered,
  { by, together, isAlone }: SectionOptions,
  pools: Map<string | null, Member[]>,
) {
  if (!entry) return;
  const own = isAlone || by === 'model' || by === 'tag' ? entry.own() : null;
  const evaluation = isAlone && own ? own : entry.common(together);
  const graded = own && (by === 'model' || by === 'tag') ? entry.quality(own).usages : [];
  for (const slice of slicesOf(by, facts.name, evaluation)) {
    const usage = slice.usage === null ? undefined : evaluation.usages[slice.usage];
    const quality = slice.usage === null ? undefined : graded[slice.usage];
    const ghg = usage?.counted ? usage.responses.criteria.ghg.total : undefined;
    const member: Member = {
      slice,
      facts,
      evaluation,
      graded: usage && quality ? { id: usage.resolved.id, ghg: ghg ? centralOf(ghg) : null, quality } : null,
    };
    const known = pools.get(slice.row);
    if (known) known.push(member);
    else pools.set(slice.row, [member]);
  }
}

export interface SectionOptions extends DraftOptions {
  /** Of sums over several scenarios, and of differences. */
  readonly together: Uncertainty;
  /** Whether the section holds one scenario, whose draws are its own. */
  readonly isAlone: boolean;
}

/** Rows of a section before they are ranked. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly whole: Whole;
  /** Whether usages stand in several rows. */
  readonly isOverlapping: boolean;
}

export function draftsOf(named: readonly NamedScenario[], options: SectionOptions): Drafts {
  const sums = new Sums(named[0]?.gathered.facts.currency ?? '');
  const pools = new Map<string | null, Member[]>();
  const drafts: Draft[] = [];
  for (const each of named) {
    sums.add(each.gathered.totals, each.gathered.facts);
    if (isPooled(options.by)) pool(each.gathered, options, pools);
    else drafts.push(...separate(each, options));
  }
  for (const [name, members] of pools) drafts.push(draftOf(name, members, options, {}));
  const tagged = named.some(({ gathered: { entry } }) => entry?.hasSeveralTags ?? false);
  return {
    drafts: drafts.filter(({ figures }) => figures.has(options.criterion)),
    whole: sums.whole(options.criteria),
    isOverlapping: options.by === 'tag' && tagged,
  };
}
