/** Tokens of a prompt, or of a conversation: what the scenario gives, else the profile of its task, marked. */
import { InternalError } from '../../errors.ts';
import type { TaskProfile } from '../../catalog/types.ts';
import type { Usage } from '../types.ts';
import { choiceOf, defaultOf, fill, fromScenario, implied, known, type Context, type Substitute } from './fill.ts';
import type { ResolvedModel } from './model.ts';
import type { ResolvedInput } from './types.ts';

export interface ResolvedTokens {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly ResolvedInput[];
}

function profileOf({ catalog }: Context, usage: Usage): TaskProfile {
  const profile =
    (usage.task === undefined ? undefined : catalog.profile(usage.task)) ??
    catalog.profile(choiceOf(catalog, 'task_profile'));
  if (!profile) throw new InternalError('src/data/profiles.yaml has no row of the default task profile');
  return profile;
}

/** Whether one result takes several calls, or more than one message goes into a call. */
function isConversation({ turns, agent, context_tokens: context, tokens }: Usage): boolean {
  return (
    known(turns) || agent !== undefined || known(context) || known(tokens?.input_images) || known(tokens?.cached_share)
  );
}

/** Hidden tokens: those of a model that always thinks, unless the output counts them. */
export function reasoningOf(context: Context, usage: Usage, model: ResolvedModel): Substitute {
  const isInOutput = usage.task === 'reasoning' && !known(usage.tokens?.output);
  return (isInOutput ? undefined : model.reasoning) ?? defaultOf(context.catalog, 'reasoning_tokens');
}

/** Rounds, context and cache of a conversation or an agent; the message stands where a prompt has its input. */
function conversation(context: Context, usage: Usage, message: Substitute): ResolvedInput[] {
  const { catalog } = context;
  const { turns, agent, tokens = {}, context_tokens: shared, path } = usage;
  const { input, input_images: images, cached_input: cached, cached_share: share } = tokens;
  const exact = (id: string, unit: string, field: string, value: Parameters<typeof known>[0], otherwise: number) =>
    known(value) ? fromScenario(id, unit, field, value, path) : implied(id, otherwise, unit);
  const pictures = defaultOf(catalog, 'tokens_per_input_image');
  return [
    fill('message_tokens', 'tokens.input', input, path, message),
    exact('context_tokens', 'token/request', 'context_tokens', shared, 0),
    exact('input_images', '1/request', 'tokens.input_images', images, 0),
    known(images)
      ? fill('tokens_per_input_image', 'catalog.defaults.tokens_per_input_image', undefined, path, pictures)
      : implied('tokens_per_input_image', 0, 'token'),
    exact('turns', '1', 'turns', turns, 1),
    exact('agent_steps', '1', 'agent.steps', agent?.steps, 1),
    exact('calls_per_step', '1', 'agent.calls_per_step', agent?.calls_per_step, 1),
    exact('retries', '1', 'agent.retries', agent?.retries, 0),
    agent
      ? fill('tool_tokens', 'agent.tool_tokens', agent.tool_tokens, path, defaultOf(catalog, 'tool_tokens'))
      : implied('tool_tokens', 0, 'token/request'),
    ...(known(cached)
      ? [fromScenario('held_tokens', 'token/request', 'tokens.cached_input', cached, path)]
      : known(turns) || agent || known(share)
        ? [fill('cached_share', 'tokens.cached_share', share, path, defaultOf(catalog, 'cached_share'))]
        : [implied('cached_share', 0, '1')]),
  ];
}

/** Tokens of a prompt; those that the scenario does not give come from the profile of its task and from its model. */
export function resolveTokens(context: Context, usage: Usage, model: ResolvedModel): ResolvedTokens {
  const profile = profileOf(context, usage);
  const note = `profile "${profile.id}"`;
  const typical = (part: 'input' | 'output'): Substitute => ({
    figure: profile[part],
    key: `profile:${profile.id}.${part}`,
    status: 'default',
    note,
  });
  const { input, output, reasoning, cached_input: cached } = usage.tokens ?? {};
  const answer = [
    fill('output_tokens', 'tokens.output', output, usage.path, typical('output')),
    fill('reasoning_tokens', 'tokens.reasoning', reasoning, usage.path, reasoningOf(context, usage, model)),
  ];
  if (isConversation(usage))
    return {
      mechanisms: [...(known(cached) ? ['conversation-cache'] : []), 'conversation'],
      inputs: [...answer, ...conversation(context, usage, typical('input'))],
    };
  return {
    mechanisms: [],
    inputs: [
      fill('input_tokens', 'tokens.input', input, usage.path, typical('input')),
      ...answer,
      fill('cached_tokens', 'tokens.cached_input', cached, usage.path, defaultOf(context.catalog, 'cached_tokens')),
    ],
  };
}
