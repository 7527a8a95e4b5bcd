/** What stands beside the impacts: one picture or minute, the machines behind the requests, training against use. */
import type { Assessment, UsageResult } from '../../assessment.ts';
import { formatCount, formatInteger, formatRange } from '../numbers.ts';
import { safe } from '../safe.ts';
import { wrap } from '../wrap.ts';
import { labelled, type Page } from './page.ts';

const shownPieces = 5;
/** Fewer machines than this say nothing about the scale of a scenario. */
const worthSaying = 10;

/** Under one label, the first line behind it, the others below. */
function block(page: Page, label: string, texts: readonly string[]): string[] {
  return texts.flatMap((text, at) => labelled(page, at === 0 ? label : ' '.repeat(label.length), text));
}

export function perPiece(page: Page, { baseline: { usages } }: Assessment): string[] {
  const { words, lang } = page;
  const texts = usages.flatMap(({ id, perWork }) => {
    if (!perWork) return [];
    const prefix = usages.length > 1 ? `${safe(id)}: ` : '';
    const energy = formatRange(perWork.energy, 'kWh', { lang });
    const ghg = formatRange(perWork.ghg, 'kgCO2e', { lang });
    return [prefix + words.work.perPiece(energy, ghg, words.work.piece[perWork.unit])];
  });
  const others = texts.length - shownPieces;
  const more = others > 0 ? wrap(words.othersInJson(others, formatInteger(others, lang)), page.width) : [];
  return [...block(page, words.work.heading.perPiece, texts.slice(0, shownPieces)), ...more];
}

/** Machines of one kind, all usages together: their ranges are added as if they moved together. */
function machines(usages: readonly UsageResult[]): Map<string, { low: number; central: number; high: number }> {
  const all = new Map<string, { low: number; central: number; high: number }>();
  for (const { busy } of usages) {
    if (!busy) continue;
    const known = all.get(busy.accelerator) ?? { low: 0, central: 0, high: 0 };
    const { low, central, high } = busy.count;
    all.set(busy.accelerator, { low: known.low + low, central: known.central + central, high: known.high + high });
  }
  return all;
}

export function busyMachines(page: Page, { baseline }: Assessment): string[] {
  const { words, lang } = page;
  const texts = [...machines(baseline.usages)].flatMap(([accelerator, count]) =>
    count.central < worthSaying ? [] : [words.work.busy(formatCount(count, lang), safe(accelerator))],
  );
  return block(page, words.work.heading.machines, texts);
}

export function trainingAgainstUse(page: Page, { training }: Assessment): string[] {
  const { words, lang } = page;
  if (!training?.ghg || !training.useOverTraining) return [];
  const ghg = formatRange(training.ghg, 'kgCO2e', { lang });
  const { low, central, high } = training.useOverTraining;
  // Whichever is the larger is so many times the other: nobody reads 0.00002 times.
  const isTrainingLarger = central > 0 && central < 1 && low > 0;
  const times = isTrainingLarger ? { low: 1 / high, central: 1 / central, high: 1 / low } : training.useOverTraining;
  const say = isTrainingLarger ? words.work.trainingOverUse : words.work.useOverTraining;
  return block(page, words.work.heading.training, [say(ghg, formatCount(times, lang))]);
}
