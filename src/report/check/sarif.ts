/** A check as SARIF 2.1.0: each finding at the line of the scenario to edit, with the limit as a related place. */
import type { CheckReport } from '../../check-types.ts';
import type { Place } from '../../errors.ts';
import type { Item, Outcome } from '../../verdict/budget/types.ts';
import { jsonText } from '../json-text.ts';
import { escapeInQuotes } from '../safe.ts';
import { fingerprint, identityOf } from './fingerprint.ts';
import { headline, itemWords, sentence } from './words.ts';

const levels: Readonly<Record<Exclude<Outcome, 'pass'>, 'error' | 'warning' | 'note'>> = {
  fail: 'error',
  warn: 'warning',
  unsettled: 'note',
  moved: 'note',
  debt: 'note',
  waived: 'note',
};

/** A path as a relative URI. */
const uri = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

function physical({ file, line, column, length }: Place) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uri(file), uriBaseId: '%SRCROOT%' },
      region: { startLine: line, startColumn: column, endColumn: column + length },
    },
  };
}

const ruleNames = {
  change: 'change',
  assumed_width: 'assumed-width',
  data_quality: 'data-quality',
  verdict: 'verdict',
} as const;

/** One rule a kind of limit: `budget/ghg`, `budget/ghg-per-unit`, `budget/change`. */
const ruleOf = ({ budget }: Item): string =>
  `budget/${budget.limit.kind === 'impact' ? budget.key.replaceAll('_', '-') : ruleNames[budget.limit.kind]}`;

function result(item: Item) {
  const said = itemWords(item, 'en');
  const { budget } = item;
  return {
    ruleId: ruleOf(item),
    level: item.outcome === 'pass' ? ('none' as const) : levels[item.outcome],
    message: { text: `${said.outcome}: ${sentence(said)}` },
    locations: [
      item.place
        ? physical(item.place)
        : { physicalLocation: { artifactLocation: { uri: uri(item.file), uriBaseId: '%SRCROOT%' } } },
    ],
    ...(budget.place
      ? { relatedLocations: [{ id: 1, ...physical(budget.place), message: { text: `limit: ${said.expected}` } }] }
      : {}),
    partialFingerprints: { 'aiFootprintBudget/v1': fingerprint(identityOf(item)) },
    ...(item.outcome === 'waived' && item.waiver
      ? {
          suppressions: [
            {
              kind: 'external',
              justification: `${item.waiver.waiver.owner} until ${item.waiver.waiver.expires}: ${item.waiver.waiver.reason}`,
            },
          ],
        }
      : {}),
    properties: { outcome: item.outcome, status: item.status },
  };
}

export function renderSarif(report: CheckReport): string {
  const found = report.items.filter(({ outcome }) => outcome !== 'pass');
  const rules = [...new Set(found.map(ruleOf))].toSorted();
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ai-footprint',
            semanticVersion: report.tool.version,
            informationUri: 'https://github.com/ai-footprint/ai-footprint',
            rules: rules.map((id) => ({
              id,
              shortDescription: {
                text: `Budget of the footprint of AI: ${id.slice('budget/'.length).replaceAll('-', ' ')}`,
              },
              help: { text: 'Budgets are judged on the interval of a modelled footprint: docs/ci.md.' },
            })),
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            exitCode: report.decision.code,
            exitCodeDescription: headline(report.decision, 'en'),
          },
        ],
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder in which ai-footprint ran.' } } },
        columnKind: 'utf16CodeUnits',
        results: found.map(result),
      },
    ],
  };
  return `${escapeInQuotes(jsonText(document))}\n`;
}
