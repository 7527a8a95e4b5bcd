/** What the fields of value and budget mean. Part of the notes in field-notes.ts. */
import type { Owner } from './schema.ts';

export const valueNotes = {
  value: {
    need: 'What the use is for.',
    alternatives: 'Other ways to meet the need: is an AI needed at all?',
    avoided: 'What no longer happens thanks to the use.',
    economic: 'What it brings and costs.',
    social: 'What it does to people.',
    rebound: 'Use that the gain itself provokes, as a part of the use.',
    carbon_price: 'Price of a tonne of CO2e.',
    answers: 'Answers to the questions of "ai-footprint questions", by their ids.',
  },
  'value.alternatives': {
    name: 'What one would do instead.',
    meets_need: 'Whether it meets the need: fully, partly or not.',
    ghg: 'Its greenhouse gases over the period.',
  },
  'value.avoided': {
    name: 'What is avoided.',
    amount: 'How much of it.',
    unit: 'What the amount counts.',
    factor: 'Greenhouse gases of one of them, or a row of "ai-footprint catalog equivalences".',
    evidence: 'How it is known: measured, estimated or claimed.',
  },
  'value.economic': {
    benefit: 'Money that it brings.',
    minutes_saved: 'Time saved for one kept result.',
    hourly_cost: 'Cost of an hour of work.',
    cost: 'What it costs; the list price of the tokens when absent.',
    rate: 'Rate of two currencies, as in 1.15 USD/EUR.',
  },
  'value.social': { score: 'From -3 (harms people) over 0 to 3 (serves them).', because: 'The reason.' },
  budget: {
    ghg: 'Most greenhouse gases.',
    ghg_per_unit: 'Most greenhouse gases of one functional unit.',
    water: 'Most water.',
  },
} satisfies Partial<Record<Owner, Readonly<Record<string, string>>>>;
