/** Fields of pictures, video, speech, embeddings, conversations and agents. Part of the table in fields.ts. */
import { notNegative, perRequest } from './field-parts.ts';

const count = {
  unit: '1', implied: ['1/request'], suffixed: '1', bounded: false, minimum: 0, ceiling: 1e9, why: notNegative,
}; // prettier-ignore
const side = {
  unit: 'px', bounded: false, minimum: 16, ceiling: 1e5, why: 'a diffusion model works on patches of 16 pixels',
  plausible: { high: 8192, than: 'the pictures of any model', slips: [] },
}; // prettier-ignore
const steps = {
  unit: '1', bounded: false, minimum: 1, ceiling: 1e4, why: 'a picture takes at least one step',
  plausible: { high: 250, than: 'any sampler', slips: [{ by: 10 }] }, example: '28',
}; // prettier-ignore
const tokens = {
  unit: 'token/request', implied: ['token/request', '1/request', 'token'], suffixed: '1', bounded: false, minimum: 0,
  ceiling: 1e12, why: notNegative,
}; // prettier-ignore
const calls = { unit: '1', implied: perRequest, bounded: false, ceiling: 1e6 };

// prettier-ignore
export const workFields = {
  'images.count': { ...count, name: 'images.count', wanted: 'a number of pictures for one prompt', example: '4' },
  'images.width': { ...side, name: 'images.width', wanted: 'a width in pixels', example: '1024' },
  'images.height': { ...side, name: 'images.height', wanted: 'a height in pixels', example: '1024' },
  'images.steps': { ...steps, name: 'images.steps', wanted: 'a number of denoising steps' },
  'images.tokens': {
    name: 'images.tokens', unit: 'token', implied: ['token'], suffixed: '1', bounded: false, minimum: 0, above: true,
    ceiling: 1e6, why: 'a picture is written in tokens', wanted: 'a number of tokens for a picture of 1024 x 1024',
    example: '1290',
  },
  'video.count': { ...count, name: 'video.count', wanted: 'a number of videos for one prompt', example: '1' },
  'video.seconds': {
    name: 'video.seconds', unit: 's', wanted: 'a length of time', bounded: false, minimum: 0.1, ceiling: 1e6,
    why: 'a video has a length', plausible: { high: 3600, than: 'what one prompt makes', slips: [{ by: 1000, unit: 'ms' }] },
    example: '5 s',
  },
  'video.width': { ...side, name: 'video.width', wanted: 'a width in pixels', example: '1280' },
  'video.height': { ...side, name: 'video.height', wanted: 'a height in pixels', example: '720' },
  'video.fps': {
    name: 'video.fps', unit: '1', implied: ['s'], wanted: 'a number of frames in a second', bounded: false, minimum: 1,
    ceiling: 1000, why: 'a video has at least one frame a second',
    plausible: { high: 120, than: 'any screen', slips: [] }, example: '16',
  },
  'video.clip': {
    name: 'video.clip', unit: 's', wanted: 'a length of time', bounded: false, minimum: 0.1, ceiling: 1e6,
    why: 'a clip has a length', example: '5 s',
  },
  'video.steps': { ...steps, name: 'video.steps', wanted: 'a number of denoising steps' },
  'audio.seconds': {
    name: 'audio.seconds', unit: 's/request', implied: perRequest, wanted: 'a length of time for one request', bounded: false,
    minimum: 0, ceiling: 1e9, why: notNegative, plausible: { high: 1e5, than: 'one recording', slips: [{ by: 1000, unit: 'ms' }] },
    example: '60 min',
  },
  'audio.speed': {
    name: 'audio.speed', unit: '1', wanted: 'a plain number (seconds of audio that an accelerator treats in a second)',
    bounded: false, minimum: 0, above: true, ceiling: 1e6, why: 'a model that treats no audio treats none', example: '150',
  },
  'embeddings.tokens': { ...tokens, name: 'embeddings.tokens', wanted: 'a number of tokens per request', example: '2M' },
  'tokens.input_images': {
    ...count, name: 'tokens.input_images', wanted: 'a number of pictures sent with a prompt', example: '2',
  },
  'tokens.cached_share': {
    name: 'tokens.cached_share', unit: '1', wanted: 'a share', bounded: true, minimum: 0, maximum: 1,
    why: 'the server still holds between none and all of what is sent again', example: '80 %',
  },
  context_tokens: {
    ...tokens, name: 'context_tokens', wanted: 'a number of tokens sent with each call',
    plausible: { high: 10e6, than: 'the context of any model', slips: [] }, example: '3000',
  },
  turns: {
    ...calls, name: 'turns', wanted: 'a number of messages in a conversation', minimum: 1,
    why: 'a conversation has at least one message', plausible: { high: 500, than: 'a conversation', slips: [] }, example: '6',
  },
  'agent.steps': {
    ...calls, name: 'agent.steps', wanted: 'a number of steps for one task', minimum: 1, why: 'a task takes at least one step',
    plausible: { high: 1000, than: 'one task', slips: [] }, example: '12',
  },
  'agent.calls_per_step': {
    ...calls, name: 'agent.calls_per_step', wanted: 'a number of calls of the model in a step', minimum: 1,
    why: 'a step calls the model at least once', example: '1.5',
  },
  'agent.tool_tokens': { ...tokens, name: 'agent.tool_tokens', wanted: 'a number of tokens that tools bring in at each step', example: '800' },
  'agent.retries': {
    name: 'agent.retries', unit: '1', wanted: 'a share of the calls', bounded: true, minimum: 0, ceiling: 100,
    why: 'fewer calls than calls are not made', plausible: { high: 5, than: 'any agent that works', slips: [{ by: 100, unit: '%' }] },
    example: '10 %',
  },
  'serving.tokens_per_second': {
    name: 'serving.tokens_per_second', unit: 'token/s', implied: ['token/s', 'token', '1/s'], wanted: 'tokens per second of one request',
    bounded: false, minimum: 0, above: true, ceiling: 1e6, why: 'a service that writes nothing serves nobody',
    plausible: { high: 5000, than: 'any deployment on accelerators of this catalogue', slips: [{ by: 60, unit: 'token/min' }] }, example: '40',
  },
  'serving.time_per_output_token': {
    name: 'serving.time_per_output_token', unit: 's/token', implied: ['1/token'], wanted: 'a time between two tokens of one request',
    bounded: false, minimum: 0, above: true, ceiling: 1e4, why: 'a token takes some time',
    plausible: { low: 0.0002, high: 2, than: 'any deployment on accelerators of this catalogue', slips: [{ by: 1000, unit: 'ms' }] },
    example: '25 ms',
  },
  'serving.latency': {
    name: 'serving.latency', unit: 's/request', implied: perRequest, wanted: 'a time from a request to the end of its answer',
    bounded: false, minimum: 0, above: true, ceiling: 1e6, why: 'an answer takes some time',
    plausible: { high: 3600, than: 'any answer that somebody waits for', slips: [{ by: 1000, unit: 'ms' }] }, example: '12 s',
  },
  'serving.utilisation': {
    name: 'serving.utilisation', unit: '1', wanted: 'a share', bounded: true, minimum: 0, above: true, maximum: 1,
    why: 'machines that serve work some of the time, and never more than all of it', example: '30 %',
  },
} as const;
