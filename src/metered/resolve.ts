/** Each combination of model and place resolved once, and the names that lead to no figure. */
import type { Method } from '../assessment.ts';
import { InputError, InternalError, type Problem } from '../errors.ts';
import { prepare, type PreparedScenario } from '../prepare.ts';
import type { ResolvedPart, ResolvedUsage } from '../scenario/resolve/types.ts';
import type { Usage } from '../scenario/types.ts';
import type { Range } from '../units.ts';
import { slotFields, type LogQuery, type Reader, type SummedRows } from '../usage-log/types.ts';
import { slots } from './marked.ts';
import type { PartSlots } from '../engine/moments.ts';
import { slotsOf } from '../table-combination.ts';
import { countsRequests, marked } from './marked.ts';
import type { DefaultsText } from './defaults.ts';
import { namesOf, type NameOptions, type RowNames } from './names.ts';
import { JoinedRows, says } from './row-sums.ts';
import { typicalInput } from './typical-input.ts';
import { scenarioOf, type MeteredUsage } from './scenario.ts';

export interface ResolveOptions extends NameOptions {
  readonly method: Method;
  readonly defaults: DefaultsText | undefined;
}

/** Rows of one model, one place, and the same counts known. */
export interface Combination {
  readonly lines: readonly SummedRows[];
  readonly usage: Usage;
  /** Its inputs marked where the log does not give them. */
  readonly resolved: ResolvedUsage;
  /** Its parts, and which of their inputs the numbers of a row give. */
  readonly parts: readonly PartSlots<ResolvedPart>[];
  /** As it stands in a scenario. */
  readonly written: MeteredUsage;
}

export interface LeftOut {
  readonly kind: 'model' | 'region';
  readonly name: string | null;
  readonly lines: readonly SummedRows[];
  readonly problem: Problem | null;
}

export interface ResolvedLog {
  /** Undefined where no row leads to a figure. */
  readonly prepared: PreparedScenario | undefined;
  readonly combinations: readonly Combination[];
  readonly leftOut: readonly LeftOut[];
  /** Rows of each host that the catalogue does not know. */
  readonly unknownHosts: ReadonlyMap<string, number>;
}

interface Draft {
  readonly names: RowNames;
  readonly lines: SummedRows[];
}

const firstPower = (slot: number): number[] => slotFields.map((_, each) => (each === 0 || each === slot ? 1 : 0));

/** A request of the mean size; what a source counts inside of another count is not added to it. */
function writtenUsage(
  id: string,
  { names, lines }: Draft,
  query: LogQuery,
  { counting }: Pick<Reader, 'counting'>,
): MeteredUsage {
  const [line] = lines;
  if (!line) throw new InternalError('a combination without rows');
  const sums = new JoinedRows(query, lines);
  const requests = sums.sum(firstPower(slots.requests));
  const mean = (slot: number): number => sums.sum(firstPower(slot)) / requests;
  const has = (slot: number): boolean => says(line, slot);
  const { model, region, provider, isEmbedding } = names;
  const reasoning = has(slots.reasoning)
    ? { reasoning: mean(slots.reasoning) }
    : counting.reasoning === 'inside' && has(slots.output)
      ? { reasoning: 0 }
      : {};
  return {
    id,
    model,
    ...(region === undefined ? {} : { region }),
    ...(provider === undefined ? {} : { provider }),
    requests,
    iterations: 1,
    ...(isEmbedding
      ? { embeddings: { tokens: mean(slots.input) } }
      : {
          tokens: {
            ...(has(slots.input) ? { input: mean(slots.input) } : {}),
            ...(has(slots.input) && has(slots.cached) ? { cached_input: mean(slots.cached) } : {}),
            ...(has(slots.output) ? { output: mean(slots.output) } : {}),
            ...reasoning,
          },
        }),
  };
}

/** The usage whose names a problem is about; undefined where it is about something that the user wrote. */
function blamed(
  { path, place }: Problem,
  file: string,
): { readonly index: number; readonly field: string } | undefined {
  const [, index, field = ''] = /^usages\[(\d+)\](?:\.(\w+))?/.exec(path ?? '') ?? [];
  return index === undefined || (place && place.file !== file) ? undefined : { index: Number(index), field };
}

function leftOutOf(draft: Draft, kind: LeftOut['kind'], problem: Problem | null): LeftOut[] {
  const byName = new Map<string | null, SummedRows[]>();
  for (const line of draft.lines) {
    const name = kind === 'model' ? line.model : line.region;
    const same = byName.get(name);
    if (same) same.push(line);
    else byName.set(name, [line]);
  }
  return [...byName].map(([name, lines]) => ({ kind, name, lines, problem }));
}

/**
 * @param lines rows as they were added up.
 * Errors  InputError with what is wrong in the defaults; a name that is wrong in the log is told beside the result.
 */
export function resolveLog(
  name: string,
  lines: readonly SummedRows[],
  { query, reader, options }: { readonly query: LogQuery; readonly reader: Reader; readonly options: ResolveOptions },
): ResolvedLog {
  const drafts = new Map<string, Draft>();
  const nameless: SummedRows[] = [];
  const unknownHosts = new Map<string, number>();
  for (const line of lines) {
    const names = namesOf(line, options);
    if (!names) {
      nameless.push(line);
      continue;
    }
    if (names.unknownHost !== undefined && names.region === undefined)
      unknownHosts.set(names.unknownHost, (unknownHosts.get(names.unknownHost) ?? 0) + line.rows);
    const { model, region = null, provider = null, isEmbedding } = names;
    const key = JSON.stringify([model, isEmbedding, region, provider, line.known]);
    const draft = drafts.get(key);
    if (draft) draft.lines.push(line);
    else drafts.set(key, { names, lines: [line] });
  }
  const leftOut: LeftOut[] =
    nameless.length === 0 ? [] : [{ kind: 'model', name: null, lines: nameless, problem: null }];
  let kept = [...drafts.values()];
  while (kept.length > 0) {
    const ids = uniqueIds(kept);
    const written = kept.map((draft, place) => writtenUsage(ids[place] ?? '', draft, query, reader));
    const text = scenarioOf(name, written, options.defaults);
    try {
      const prepared = prepare(text, { catalog: options.catalog, method: options.method, both: false, practices: [] });
      return {
        prepared,
        combinations: combinationsOf(prepared, kept, written, { reader, typical: typicalInput(options.catalog) }),
        leftOut,
        unknownHosts,
      };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const wrong = new Map(
        error.problems.flatMap((problem) => {
          const where = blamed(problem, text.file);
          return where ? [[where.index, { problem, field: where.field }] as const] : [];
        }),
      );
      const others = error.problems.filter((problem) => !blamed(problem, text.file));
      if (others.length > 0 || wrong.size === 0) throw new InputError(others.length > 0 ? others : error.problems);
      for (const [index, { problem, field }] of wrong) {
        const draft = kept[index];
        if (draft) leftOut.push(...leftOutOf(draft, field === 'region' ? 'region' : 'model', problem));
      }
      kept = kept.filter((_, index) => !wrong.has(index));
    }
  }
  return { prepared: undefined, combinations: [], leftOut, unknownHosts };
}

/** Names for people; rows of one name that say other counts are told apart by a number. */
function uniqueIds(drafts: readonly Draft[]): string[] {
  const seen = new Map<string, number>();
  return drafts.map(({ names: { model, region, provider } }) => {
    const label = [model, region ?? provider].filter((part) => part !== undefined).join(' · ');
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${label} (${count})`;
  });
}

function combinationsOf(
  { read, resolved }: PreparedScenario,
  drafts: readonly Draft[],
  written: readonly MeteredUsage[],
  { reader, typical }: { readonly reader: Reader; readonly typical: Range },
): Combination[] {
  return drafts.map(({ lines, names }, place) => {
    const usage = read.scenario.usages[place];
    const own = resolved.usages[place];
    const as = written[place];
    const [line] = lines;
    if (!usage || !own || !as || !line) throw new InternalError('a combination was not resolved');
    const fields = names.isEmbedding
      ? slotFields.map((field) => (field === 'tokens.input' ? 'embeddings.tokens' : field))
      : slotFields;
    // Requests that are assumed come from the rows all the same.
    const varies = (slot: number): boolean =>
      slot === slots.requests || (says(line, slot) && (slot !== slots.cached || says(line, slots.input)));
    const guess = countsRequests(lines) ? {} : { guessed: slots.requests };
    const asked = marked(own, usage, lines, { reader, typical });
    const parts = asked.parts.map((part, at): PartSlots<ResolvedPart> => {
      // By their keys before they were marked.
      const before = own.parts[at];
      return { part, slots: before ? slotsOf(before, usage, fields, varies) : new Map(), ...guess };
    });
    return { lines, usage, resolved: asked, parts, written: as };
  });
}
