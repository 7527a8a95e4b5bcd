/** What a usage does besides plain text, after reading: every value in the unit of its field. */
import type { Hosting } from '../assessment.ts';
import type { Given, Value } from './types.ts';

export interface Images {
  /** 1/request */
  readonly count?: Value;
  /** px */
  readonly width?: Value;
  readonly height?: Value;
  readonly steps?: Value;
  /** token, for a picture of 1024 x 1024. */
  readonly tokens?: Value;
}

export interface Video {
  /** 1/request */
  readonly count?: Value;
  /** s */
  readonly seconds: Given;
  /** px */
  readonly width?: Value;
  readonly height?: Value;
  /** 1/s */
  readonly fps?: Value;
  readonly steps?: Value;
  /** s */
  readonly clip?: Value;
}

export interface Audio {
  /** s/request */
  readonly seconds: Given;
  /** Heard or spoken, where the model does both. */
  readonly direction?: 'in' | 'out';
  /** Seconds of audio that an accelerator treats in a second. */
  readonly speed?: Value;
}

export interface Embeddings {
  /** token/request */
  readonly tokens: Given;
}

export interface Agent {
  readonly steps: Given;
  readonly calls_per_step?: Value;
  /** token/request */
  readonly tool_tokens?: Value;
  readonly retries?: Value;
}

/** What is kept, searched and sent; nothing of it is counted unless given. */
export interface Data {
  /** TB */
  readonly storage?: Value;
  readonly replicas?: Value;
  /** GB */
  readonly vectors?: Value;
  /** GB/period */
  readonly transfer?: Value;
  /** kWh/request */
  readonly device?: Value;
}

/** The kinds of work of which a usage does one; plain text is none of them. */
export const works = ['images', 'video', 'audio', 'embeddings'] as const;
export type Work = (typeof works)[number];

export interface WorkFields {
  readonly images?: Images;
  readonly video?: Video;
  readonly audio?: Audio;
  readonly embeddings?: Embeddings;
  readonly agent?: Agent;
  readonly turns?: Value;
  /** token/request */
  readonly context_tokens?: Value;
  readonly data?: Data;
  /** Who runs the machines: a service behind an API, rented machines, one's own. */
  readonly hosting?: Hosting;
  /** More use each year. */
  readonly growth?: Value;
}
