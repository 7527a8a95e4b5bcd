/** What the four good practices change. */
import type { Criterion, Impacts } from './impact.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Range } from '../units.ts';

/** The four good practices, in the order of the study. */
export const practiceIds = ['location', 'iterations', 'output', 'model'] as const;
export type PracticeId = (typeof practiceIds)[number];

/** Usages up to which practices are suggested unasked: a scenario of more is a portfolio, and `advise` is for one. */
export const suggestedUpTo = 100;

/**
 * What comes of a practice in a usage: it changes the usage; the usage is so already; nothing better is known; the way
 * the usage is estimated says nothing of it; the scenario refuses it.
 */
export const practiceStatuses = ['applies', 'already-so', 'nothing-better', 'out-of-reach', 'refused'] as const;
export type PracticeStatus = (typeof practiceStatuses)[number];

/** Why a practice is what it is: of a suggestion where it comes from, of one that does not apply why not. */
export const practiceReasons = [
  'lowest-of-provider',
  'lowest-of-continent',
  'lowest-allowed',
  'smallest-of-family',
  'smallest-of-provider',
  'trained-prompting',
  'length-that-is-read',
  'one-prompt',
  'smallest-class',
  'none-of-class',
  'place-unknown',
  'not-of-the-catalogue',
  'not-of-this-estimate',
  'gases-measured',
  'none-allowed',
  'not-in-the-total',
] as const;
export type PracticeReason = (typeof practiceReasons)[number];

/** A value before or after a practice: the name of a place or of a model, or a number of prompts, of tokens. */
export type Setting = string | Range;

/** A practice in one usage. */
export interface UsagePractice {
  readonly usage: string;
  readonly status: PracticeStatus;
  readonly suggested: boolean;
  readonly reason: PracticeReason | null;
  /** What the reason names: a provider, a continent, a class of size. */
  readonly named: string | null;
  readonly from: Setting | null;
  readonly to: Setting | null;
  /** Part of the requests that it reaches. */
  readonly share: number;
  readonly retry: number;
  readonly quality: Range | null;
  /** What it puts in, with its sources; width shares are not computed. */
  readonly inputs: readonly LedgerEntry[];
}

/** A practice over all usages. Figures are null where it changes none of them. */
export interface PracticeItem {
  readonly id: PracticeId;
  /** Whether the catalogue suggests it wherever it applies. */
  readonly suggested: boolean;
  readonly usages: readonly UsagePractice[];
  /** This practice alone: greenhouse gases after over before. */
  readonly aloneGhg: Range | null;
  /** Criteria that rise with this practice alone, after over before. */
  readonly rising: readonly { readonly criterion: Criterion; readonly factor: Range }[];
  /** Usages whose greenhouse gases rise with it: after over before, at central values. */
  readonly worseIn: readonly { readonly usage: string; readonly factor: number }[];
  /** The scenario with this practice alone. */
  readonly alone: Impacts | null;
  /** The scenario with this practice and those before it. */
  readonly path: Impacts | null;
  /** Its greenhouse gases at central values, kgCO2e. */
  readonly pathGhg: number | null;
  /** Of each criterion, after over before: this practice alone. */
  readonly aloneFactor: Readonly<Partial<Record<Criterion, Range>>>;
  /** Greenhouse gases after over before: on top of the practices before it, what the next one still brings. */
  readonly stepFactor: Range | null;
  /** Fair share of the cut of all practices together, by Shapley. */
  readonly shares: Readonly<Partial<Record<Criterion, number>>>;
}

/** Greenhouse gases fall, and another criterion rises. */
export interface BurdenShift {
  readonly practice: PracticeId | 'all';
  readonly criterion: Criterion;
  /** After over before. */
  readonly factor: Range;
}

export interface Practices {
  /** In the order of the path. */
  readonly items: readonly PracticeItem[];
  readonly all: Impacts;
  /** Before over after; of greenhouse gases, how many times usage may grow before the gain is gone. */
  readonly dividedBy: Readonly<Partial<Record<Criterion, Range>>>;
  readonly burdenShifts: readonly BurdenShift[];
}
