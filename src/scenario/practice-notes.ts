/** What the fields of practices mean, and of what may be suggested. Part of the notes in field-notes.ts. */
import { placeNotes } from './place-notes.ts';
import type { Owner } from './schema.ts';

const shareOfRequests = 'Part of the requests that the practice reaches; all when absent.';

export const practiceNotes = {
  practices: {
    location: 'A place with cleaner electricity; none refuses a suggestion.',
    iterations: 'Fewer prompts for a kept result; none refuses a suggestion.',
    output: 'Shorter or smaller results; none refuses a suggestion.',
    model: 'A model of the right size; none refuses a suggestion.',
  },
  'practices.location': { ...placeNotes, share: shareOfRequests },
  'practices.iterations': {
    to: 'Prompts for a kept result afterwards.',
    by: 'Part of the prompts that goes.',
    divide: 'What the prompts are divided by.',
    share: shareOfRequests,
  },
  'practices.output': {
    tokens: 'Tokens of the answer afterwards.',
    by: 'Part of the output that goes.',
    width: 'Width in pixels afterwards.',
    height: 'Height in pixels afterwards.',
    steps: 'Denoising steps afterwards.',
    seconds: 'Length of the video afterwards.',
    share: shareOfRequests,
  },
  'practices.model': {
    use: 'The other model: id, alias, or a block that describes it.',
    divide: 'What the energy is divided by, where the other model is not in the catalogue.',
    quality: 'Results that it gets right, per result of the model of today: yours to state.',
    retry: 'Part of its answers that is asked again of the model of today.',
    share: shareOfRequests,
  },
  keep: {
    provider: 'Stay with this provider; true is the one of today.',
    continent: 'Stay on this continent ("ai-footprint catalog continents").',
    tier: 'Class of model that is enough at least ("ai-footprint catalog tiers").',
    regions: 'The only regions that may be suggested.',
    models: 'The only models that may be suggested.',
  },
} satisfies Partial<Record<Owner, Readonly<Record<string, string>>>>;
