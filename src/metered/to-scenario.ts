/** What a log measured as a scenario that assesses at once: means of requests, with how much they vary beside them. */
import { slotFields, type LogQuery } from '../usage-log/types.ts';
import { callsPerLines } from './calls-per.ts';
import { defaultsOnly, type DefaultsText } from './defaults.ts';
import type { Combination } from './resolve.ts';
import { JoinedRows, rowsIn, says } from './row-sums.ts';
import type { Metered, Money } from './types.ts';

/** Enough to come back to the same total, few enough to read. */
const written = (value: number): string => String(Number(value.toPrecision(9)));
const rough = (value: number): string => String(Number(value.toPrecision(3)));

/** One line of a comment, whatever a log holds. */
const inComment = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');

/** Standard deviation of a count over requests. */
function deviation(sums: JoinedRows, slot: number): number {
  const at = (power: number): number =>
    sums.sum(slotFields.map((_, each) => (each === 0 ? 1 : each === slot ? power : 0)));
  const requests = sums.sum(slotFields.map((_, each) => (each === 0 ? 1 : 0)));
  return Math.sqrt(Math.max(0, at(2) / requests - (at(1) / requests) ** 2));
}

function usageLines({ lines, written: usage, resolved }: Combination, query: LogQuery): string[] {
  const sums = new JoinedRows(query, lines);
  const { id, model, provider, region, requests, tokens, embeddings } = usage;
  const slotOf = { input: 1, cached_input: 2, output: 3, reasoning: 4 } as const;
  const numbers = (Object.entries(tokens ?? {}) as [keyof typeof slotOf, number][]).map(([field, mean]) => {
    const isInside = field === 'reasoning' && lines.some((line) => !says(line, slotOf.reasoning));
    const note = isInside ? 'in the output' : `standard deviation ${rough(deviation(sums, slotOf[field]))}`;
    return `      ${field}: ${written(mean)} # ${note}`;
  });
  return [
    `  - id: ${JSON.stringify(id)} # ${rowsIn(lines)} rows`,
    `    model: ${JSON.stringify(model)}`,
    ...(provider === undefined ? [] : [`    provider: ${JSON.stringify(provider)}`]),
    ...(region === undefined ? [] : [`    region: ${JSON.stringify(region)}`]),
    `    requests: ${written(requests)}${resolved.requestsKnown ? '' : ' # assumed: the log does not count them'}`,
    '    iterations: 1 # a call of the log is one prompt',
    ...(embeddings
      ? [`    embeddings: { tokens: ${written(embeddings.tokens)} } # standard deviation ${rough(deviation(sums, 1))}`]
      : numbers.length === 0
        ? []
        : ['    tokens:', ...numbers]),
  ];
}

/** Parts of the defaults as they were written, so that the scenario stands alone. */
function defaultLines(defaults: DefaultsText | undefined): string[] {
  if (!defaults) return [];
  return defaultsOnly(defaults)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}

/** What stands above the usages: where the numbers are from, and what the log has besides. */
function headLines(
  { log, whole, assessment }: Pick<Metered, 'log' | 'whole' | 'assessment'>,
  defaults: DefaultsText | undefined,
): string[] {
  const { total } = whole.impacts.ghg;
  const days = log.first === null || log.last === null ? 'no times in the log' : `${log.first} to ${log.last}`;
  const gases = total ? `${rough(total.central)} kgCO2e in the log, row by row` : 'greenhouse gases unknown';
  return [
    `# Measured: ${inComment(assessment.scenario.name)}, ${days}, ${whole.rows} rows; ${gases}.`,
    `# Numbers are those of the whole log; for a rate, write the period and divide: ${whole.money ? 'spend: 12 kUSD/year' : 'requests: 12k/month'}.`,
    ...callsPerLines(log.callsPer).map(inComment),
    `name: ${JSON.stringify(`${assessment.scenario.name}, measured`)}`,
    'period: once',
    ...defaultLines(defaults),
    'usages:',
  ];
}

/** YAML of an export of costs: what was spent in each currency that has a factor. */
export const spendYaml = (
  metered: Pick<Metered, 'log' | 'whole' | 'assessment'>,
  money: readonly Money[],
  defaults: DefaultsText | undefined,
): string =>
  [
    ...headLines(metered, defaults),
    ...money.flatMap(({ currency, amount }) => [
      `  - id: spend in ${currency}`,
      '    spend:',
      `      amount: ${Number(amount.toPrecision(12))} ${currency}`,
      '      # sector: the usual one of the currency is assumed; "ai-footprint catalog spend" lists others',
    ]),
    '',
  ].join('\n');

/**
 * YAML of the combinations of a log. Its total differs from that of the log by what long prompts and long answers have in common,
 * which means do not hold; the comment gives the total of the log.
 */
export function scenarioYaml(
  metered: Pick<Metered, 'log' | 'whole' | 'assessment'>,
  combinations: readonly Combination[],
  { query, defaults }: { readonly query: LogQuery; readonly defaults: DefaultsText | undefined },
): string {
  return [...headLines(metered, defaults), ...combinations.flatMap((each) => usageLines(each, query)), ''].join('\n');
}
