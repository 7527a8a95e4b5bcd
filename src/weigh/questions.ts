/** Which questions a scenario answers, by what it gives; the questions are data (src/data/questions.yaml). */
import type { AnswerState } from '../assessment.ts';
import type { Catalog } from '../catalog/index.ts';
import type { Question } from '../catalog/types.ts';
import type { Scenario, Usage } from '../scenario/types.ts';

export interface AnsweredQuestion {
  readonly question: Question;
  readonly state: AnswerState;
  /** As `value.answers` says it, or the field that answers; null where nothing does. */
  readonly by: string | null;
}

type Found = 'given' | 'unknown' | 'absent';

function found(value: unknown): Found {
  if (value === undefined || value === null) return 'absent';
  if (value === 'unknown') return 'unknown';
  return Array.isArray(value) && value.length === 0 ? 'absent' : 'given';
}

function at(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}

/** Names of the file that are other names after reading. */
const readAs: Readonly<Record<string, string>> = { carbon_price: 'carbonPrice' };

function inUsage(usage: Usage, field: string): Found {
  const [first = '', ...rest] = field.split('.');
  if (usage.unknown.includes(field)) return 'unknown';
  if (first === 'region' || first === 'grid') {
    const given = usage.locations.some((place) => (first === 'region' ? place.region : place.grid) !== undefined);
    return given ? 'given' : usage.unknown.includes(first) ? 'unknown' : 'absent';
  }
  return found(at(usage, [first, ...rest]));
}

function answerOf(scenario: Scenario, { id, fields }: Question): Omit<AnsweredQuestion, 'question'> {
  const blocks = [scenario.value, ...scenario.usages.map(({ value }) => value)].filter((each) => each !== undefined);
  for (const { answers } of blocks) {
    const answer = answers[id];
    if (answer === undefined) continue;
    return answer === 'unknown' ? { state: 'looked', by: null } : { state: 'answered', by: answer };
  }
  let best: Omit<AnsweredQuestion, 'question'> = { state: 'open', by: null };
  for (const field of fields) {
    const [first = '', ...rest] = field.split('.');
    if (first === 'value' || first === 'carbon_price') {
      const path = rest.map((part) => readAs[part] ?? part);
      const values =
        first === 'value' ? blocks.map((block) => at(block, path)) : [at(scenario, [readAs[first] ?? first])];
      // The price of carbon of a value is that of the scenario.
      if (values.some((value) => found(value) === 'given')) return { state: 'answered', by: field };
      continue;
    }
    const states = scenario.usages.map((usage) => inUsage(usage, field));
    if (states.every((state) => state === 'given')) return { state: 'answered', by: field };
    if (states.includes('given')) best = { state: 'partly', by: field };
    else if (states.includes('unknown') && best.state === 'open') best = { state: 'looked', by: null };
  }
  return best;
}

/** Every question in the order of the data. */
export function answersOf(scenario: Scenario, catalog: Catalog): AnsweredQuestion[] {
  return catalog.data.questions.map((question) => ({ question, ...answerOf(scenario, question) }));
}
