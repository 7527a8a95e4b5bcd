/** The measured configurations, with what the catalogue knows of the layers of their models. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { defaultCatalog } from '../../src/catalog/index.ts';

export interface Row {
  readonly id: string;
  readonly model: string;
  readonly task: string;
  readonly total: number;
  readonly active: number;
  readonly bits: number;
  readonly accelerators: number;
  readonly batch: number;
  readonly output: number;
  readonly energy: number;
}

export const rowsOf = (root: string): readonly Row[] =>
  (parse(readFileSync(join(root, 'test/validation/ml-energy.yaml'), 'utf8')) as { rows: Row[] }).rows;

/** Family of models that is held out together, by the name of the model. */
const families = [
  ['gemma', 'Gemma 3'],
  ['Llama-3', 'Llama 3'],
  ['Llama-4', 'Llama 4'],
  ['Nemotron', 'Nemotron Nano 2'],
  ['Qwen3', 'Qwen3'],
  ['gpt-oss', 'gpt-oss'],
] as const;

export function familyOf({ id, model }: Row): string {
  const family = families.find(([part]) => model.includes(part))?.[1];
  if (family === undefined) throw new Error(`${id}: no family`);
  return family;
}

/** Numbers that the makers published of the layers; absent where the law of the method stands for them. */
export interface Layers {
  readonly experts?: number;
  readonly experts_used?: number;
  readonly cache?: number;
  readonly state?: number;
}

/** Rows of the catalogue that have the layers of a measured model: a variant in another precision, or with pictures. */
const twins: Readonly<Record<string, string>> = {
  'meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8': 'meta/llama-4-maverick-17b-128e-instruct',
  'meta-llama/Llama-4-Scout-17B-16E-Instruct': 'meta/llama-4-scout-17b-16e-instruct',
  'nvidia/NVIDIA-Nemotron-Nano-9B-v2': 'nvidia/nemotron-nano-9b-v2',
  'nvidia/NVIDIA-Nemotron-Nano-12B-v2': 'nvidia/nemotron-nano-12b-v2',
  'nvidia/NVIDIA-Nemotron-Nano-12B-v2-VL-BF16': 'nvidia/nemotron-nano-12b-v2',
  'openai/gpt-oss-120b': 'openai/gpt-oss-120b',
  'openai/gpt-oss-20b': 'openai/gpt-oss-20b',
  'Qwen/Qwen3-235B-A22B-Instruct-2507': 'alibaba/qwen3-235b-a22b-2507',
  'Qwen/Qwen3-235B-A22B-Instruct-2507-FP8': 'alibaba/qwen3-235b-a22b-2507',
  'Qwen/Qwen3-235B-A22B-Thinking-2507': 'alibaba/qwen3-235b-a22b-thinking-2507',
  'Qwen/Qwen3-235B-A22B-Thinking-2507-FP8': 'alibaba/qwen3-235b-a22b-thinking-2507',
  'Qwen/Qwen3-30B-A3B-Instruct-2507': 'alibaba/qwen3-30b-a3b-instruct-2507',
  'Qwen/Qwen3-30B-A3B-Thinking-2507': 'alibaba/qwen3-30b-a3b-thinking-2507',
  'Qwen/Qwen3-Coder-30B-A3B-Instruct': 'alibaba/qwen3-coder-30b-a3b-instruct',
  'Qwen/Qwen3-Omni-30B-A3B-Instruct': 'alibaba/qwen3-omni-30b-a3b-instruct',
  'Qwen/Qwen3-VL-235B-A22B-Instruct': 'alibaba/qwen3-vl-235b-a22b-instruct',
  'Qwen/Qwen3-VL-235B-A22B-Instruct-FP8': 'alibaba/qwen3-vl-235b-a22b-instruct',
  'Qwen/Qwen3-VL-30B-A3B-Instruct': 'alibaba/qwen3-vl-30b-a3b-instruct',
};

export function layersOf({ id, model }: Row): Layers {
  const name = twins[model];
  if (name === undefined) return {};
  const found = defaultCatalog().model(name);
  if (!found || !('ok' in found)) throw new Error(`${id}: the catalogue has no "${name}"`);
  const { experts, experts_used: used, cache, state } = found.ok;
  return {
    ...(experts && used ? { experts: experts.value, experts_used: used.value } : {}),
    ...(cache ? { cache: cache.value } : {}),
    ...(state ? { state: state.value } : {}),
  };
}

/** Profile whose input tokens stand in for those that the publisher does not give. */
const profiles: Readonly<Record<string, string>> = {
  'lm-arena-chat': 'chat',
  gpqa: 'reasoning',
  'sourcegraph-fim': 'code-completion',
  'image-chat': 'image-chat',
  'video-chat': 'image-chat',
};

export function profileOf({ id, task }: Row): string {
  const profile = profiles[task];
  if (profile === undefined) throw new Error(`${id}: no profile for "${task}"`);
  return profile;
}
