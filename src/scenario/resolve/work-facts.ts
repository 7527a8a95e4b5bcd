/** What a usage does besides plain text, for the line that introduces it. */
import type { UsageFacts, WorkFacts } from '../../assessment.ts';
import type { Range } from '../../units.ts';
import type { Usage } from '../types.ts';
import { known } from './fill.ts';
import type { ResolvedInput } from './types.ts';

const one: Range = { low: 1, central: 1, high: 1 };

const divided = ({ low, central, high }: Range, by: number): Range => ({
  low: low / by,
  central: central / by,
  high: high / by,
});

function workOf(usage: Usage, inputs: readonly ResolvedInput[]): WorkFacts | undefined {
  const range = (id: string): Range | undefined => inputs.find((each) => each.id === id)?.range;
  const [width, height, steps] = [range('image_width'), range('image_height'), range('diffusion_steps')];
  const size = width && height ? { size: `${width.central} x ${height.central}` } : {};
  const seen = { ...size, ...(steps ? { steps } : {}) };
  if (usage.images) return { unit: 'image', amount: range('image_count') ?? one, ...seen };
  if (usage.video) return { unit: 'video-second', amount: usage.video.seconds.range, ...seen };
  if (usage.audio) return { unit: 'audio-minute', amount: divided(usage.audio.seconds.range, 60) };
  if (usage.embeddings) return { unit: 'million-tokens', amount: divided(usage.embeddings.tokens.range, 1e6) };
  return undefined;
}

export function workFacts(
  usage: Usage,
  inputs: readonly ResolvedInput[],
): Pick<UsageFacts, 'work' | 'turns' | 'agentSteps'> {
  const work = workOf(usage, inputs);
  return {
    ...(work ? { work } : {}),
    ...(known(usage.turns) ? { turns: usage.turns.range } : {}),
    ...(usage.agent ? { agentSteps: usage.agent.steps.range } : {}),
  };
}
