/** What every format of `explain` says of a figure. */
import { criteria, type Criterion } from '../../assessment.ts';
import type { ExplainedNode } from '../../explain/explanation.ts';
import { messages, type Lang } from '../../messages/index.ts';
import { printValue } from '../../units.ts';
import { formatCentral, formatRange } from '../numbers.ts';
import { safe } from '../safe.ts';

/** The value as a person reads it, with the interval where there is one. */
export function reading(node: ExplainedNode, lang: Lang): string {
  const { kind, value, range, unit } = node;
  if (value === null) return messages(lang).unknown;
  const exact = { low: value, central: value, high: value };
  if ((kind === 'result' || kind === 'quantity') && range)
    return formatRange(range, unit, { lang, unitWords: 'method' });
  if (kind === 'quantity' || kind === 'result')
    return formatCentral(exact, unit, { lang, as: 'input', unitWords: 'method' });
  return formatRange(range ?? exact, unit, { lang, as: 'input', unitWords: 'method' });
}

/** Four digits in the unit of the formulas, as formulas print it. */
export function exactValue({ value, unit }: Pick<ExplainedNode, 'value' | 'unit'>): string {
  if (value === null) return '';
  return printValue(value, unit);
}

/** `J -> kWh: / 3.6e6`: a factor below 1 reads better as a division. */
export function conversionText({ from, to, factor }: ExplainedNode['conversions'][number]): string {
  const number = (value: number): string => {
    const [mantissa = '', power = '0'] = value.toExponential(6).split('e');
    return Number(power) > 5 ? `${Number(mantissa)}e${Number(power)}` : String(Number(value.toPrecision(7)));
  };
  return `${from} -> ${to}: ${factor < 1 ? `/ ${number(1 / factor)}` : `* ${number(factor)}`}`;
}

const resultId = new RegExp(`^(?:usages\\.(.+)\\.)?(${[...criteria, 'requests'].join('|')})(?:\\.([a-z_]+))?$`);

/** What a figure means: figures of the result in the language of the reader, the others as the method declares them. */
export function meaningOf({ id, kind, meaning }: ExplainedNode, lang: Lang): string {
  if (kind !== 'result') return safe(meaning);
  const say = messages(lang).explain;
  if (id === 'volume') return say.ofVolume;
  const [, usage, name = '', part] = resultId.exec(id) ?? [];
  if (usage !== undefined && name === 'requests') return say.ofKept(safe(usage));
  const what = say.criteria[name as Criterion];
  const whole = usage === undefined ? say.ofScenario(what) : say.ofUsage(what, safe(usage));
  switch (part) {
    case undefined:
      return whole;
    case 'per_unit':
      return say.ofUnit(what);
    case 'per_request':
      return say.ofResult(what, safe(usage ?? ''));
    default:
      return say.phase(whole, part);
  }
}

/** How an input came to its value, and where the scenario gives it. */
export function originOf({ status, path, at }: ExplainedNode, lang: Lang): string {
  const say = messages(lang).explain;
  if (status === null) return '';
  if (path === null) return say.statuses[status];
  return say.by(say.statuses[status], safe(at === null ? path : `${path} (${at})`));
}

/** `ml-energy-v3-fit 2026`: the id under which the sources list it; nothing of what the scenario says itself. */
export function sourceOf({ source, year }: ExplainedNode, lang: Lang): string {
  const say = messages(lang).explain;
  if (source === 'scenario') return '';
  return say.source(safe(year === null || source.endsWith(String(year)) ? source : `${source} ${year}`));
}

/** Why a figure is unknown, in sentences. */
export function whyUnknown(
  explanation: {
    readonly unknown: {
      readonly reasons: readonly (keyof ReturnType<typeof messages>['reasons'])[];
      readonly missing: readonly string[];
      readonly givenBy: readonly string[];
    } | null;
  },
  lang: Lang,
): readonly string[] {
  const { unknown } = explanation;
  if (!unknown) return [];
  const say = messages(lang);
  const missing = unknown.missing.length > 0 ? [say.explain.missing(unknown.missing.join(', '))] : [];
  const elsewhere = unknown.givenBy.length > 0 ? [say.explain.givenBy(unknown.givenBy.join(', '))] : [];
  const lines = [...unknown.reasons.map((reason) => say.reasons[reason]), ...missing, ...elsewhere];
  return lines.length > 0 ? lines : [say.explain.notUsed];
}
