/** What a usage must say of a model that does not write text. */
import type { ModelKind } from '../../catalog/types.ts';
import type { Work } from '../work-types.ts';

/** The field, with an example of it; undefined for text. */
export function neededWork(kind: ModelKind): { readonly key: Work; readonly example: string } | undefined {
  switch (kind) {
    case 'image':
      return { key: 'images', example: '"images: { count: 1, width: 1024, height: 1024 }"' };
    case 'video':
      return { key: 'video', example: '"video: { seconds: 5 s }"' };
    case 'audio':
      return { key: 'audio', example: '"audio: { seconds: 60 s }"' };
    case 'embedding':
      return { key: 'embeddings', example: '"embeddings: { tokens: 500 }"' };
    case 'text':
      return undefined;
    default:
      return kind satisfies never;
  }
}
