/** Proposed budgets as YAML that fits into ai-footprint.config.yaml, with the value of today in a comment. */
import type { Suggestion } from '../suggest.ts';
import { checkWords } from '../messages/check/index.ts';
import type { RenderOptions } from './index.ts';
import { jsonText } from './json-text.ts';
import { formatInteger, formatRange } from './numbers.ts';
import { escapeInQuotes, safe } from './safe.ts';
import { wrap } from './wrap.ts';

/** A name as YAML: quoted where it could mean something else. */
const scalar = (text: string): string =>
  /^[A-Za-z0-9_./-]+$/.test(text) && !/^[-.\d]/.test(text) ? text : JSON.stringify(text);

export function renderSuggestion(suggestions: readonly Suggestion[], { lang, width }: RenderOptions): string {
  const words = checkWords(lang);
  const comment = (text: string, indent: string): string[] =>
    wrap(text, width - indent.length - 2).map((line) => `${indent}# ${line}`);
  const lines = [
    ...comment(words.suggest.title(formatInteger(suggestions.length, lang)), ''),
    ...comment(words.suggest.why, ''),
    'budgets:',
    ...suggestions.flatMap(({ file, assessment, limits, floor, partly }) => {
      const { scenario, baseline } = assessment;
      const name = safe(scenario.name);
      if (limits.length === 0) return comment(words.suggest.none(name), '  ');
      const { ghg } = baseline.impacts;
      const today = `${name}${lang === 'fr' ? ' :' : ':'} ${words.criteria.ghg} ${formatRange(ghg.total, ghg.unit, { lang })} ${words.periods[scenario.period]}`;
      return [
        ...comment(today, '  '),
        ...(partly ? comment(words.suggest.partly(name), '  ') : []),
        ...limits.flatMap(({ key, limit }) => [`  - ${key}: ${limit}`, `    scenario: ${scalar(file)}`]),
        ...(floor === null ? [] : [`  - change: { ghg: +10 %, floor: ${floor} }`, `    scenario: ${scalar(file)}`]),
      ];
    }),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

export function renderSuggestionJson(suggestions: readonly Suggestion[]): string {
  const document = {
    schema: 'ai-footprint/budget-suggestion/1',
    scenarios: suggestions.map(({ file, assessment, limits, floor, partly }) => ({
      file,
      name: assessment.scenario.name,
      limits,
      floor,
      partly,
    })),
  };
  return `${escapeInQuotes(jsonText(document))}\n`;
}
