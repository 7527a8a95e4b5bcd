/** What a condition may ask of a row: its figures and its names. */
import { criteria, criterionUnit, type Criterion } from '../assessment.ts';
import type { Conditioned, ConditionNames } from '../scenario/condition.ts';
import { currencies } from '../scenario/value/convert.ts';
import type { Draft } from './draft.ts';
import type { RankedFigure } from './types.ts';

export type AskedFigure = Criterion | `${Criterion}_per_unit` | 'share';
export type AskedText = 'name' | 'scenario' | 'file' | 'usage' | 'model' | 'region' | 'tag' | 'grade' | 'verdict';

/** Rows differ in their currency, and in nothing else. */
const unitsOf = (criterion: Criterion): readonly string[] =>
  criterion === 'climate_cost' ? currencies : [criterionUnit[criterion]];

export const conditionNames: ConditionNames<AskedFigure, AskedText> = {
  figures: Object.fromEntries([
    ...criteria.map((criterion) => [criterion, unitsOf(criterion)]),
    ...criteria.map((criterion) => [`${criterion}_per_unit`, unitsOf(criterion)]),
    ['share', ['1']],
  ]) as Record<AskedFigure, readonly string[]>,
  texts: ['name', 'scenario', 'file', 'usage', 'model', 'region', 'tag', 'grade', 'verdict'],
};

const one = (text: string | null): readonly string[] => (text === null ? [] : [text]);

export function conditioned(
  { name, holds, grade, verdict }: Draft,
  figures: Readonly<Partial<Record<Criterion, RankedFigure>>>,
  { criterion: ranked }: { readonly criterion: Criterion },
): Conditioned<AskedFigure, AskedText> {
  return {
    figure: (asked, unit) => {
      if (asked === 'share') return figures[ranked]?.share ?? null;
      const criterion = criteria.find((each) => asked === each || asked === `${each}_per_unit`);
      const found = criterion && figures[criterion];
      if (!found || (unit !== undefined && found.unit !== unit)) return null;
      return (asked === criterion ? found.total : found.perUnit)?.central ?? null;
    },
    texts: (asked) => {
      switch (asked) {
        case 'name':
          return one(name);
        case 'scenario':
          return holds.scenarios;
        case 'file':
          return holds.files;
        case 'usage':
          return holds.usages;
        case 'model':
          return holds.models;
        case 'region':
          return holds.regions;
        case 'tag':
          return holds.tags;
        case 'grade':
          return one(grade);
        case 'verdict':
          return one(verdict);
        default:
          return asked satisfies never;
      }
    },
  };
}
