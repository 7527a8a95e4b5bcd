/** Text -> value, with the place of every path. Used for scenarios; any other YAML file of the user can be read the same way. */
import { InputError, problem } from '../../errors.ts';
import type { Place, Problem } from '../../errors.ts';
import { readJson } from './json.ts';
import { Lines, parsePath } from './place.ts';
import type { Path as Parts, Target } from './place.ts';
import { readYaml } from './yaml-text.ts';
import type { YamlText } from './yaml-text.ts';

export type { Place };

/** A path as names and indices, or as text: `['usages', 0, 'model']` or `usages[0].model`. */
export type Path = Parts | string;

export function partsOf(path: Path): Parts {
  return typeof path === 'string' ? parsePath(path) : path;
}

export interface Document {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** Faults that leave the rest readable: duplicate-key, octal-number, not-finite. The caller must not compute with them. */
  readonly problems: readonly Problem[];
  /** Undefined when the path is not in the file. */
  locate(path: Path, on?: Target): Place | undefined;
}

// Control characters, except tab, line feed, carriage return and next line.
const control = /[^\P{Cc}\t\n\r\u0085]/gu;

function refuseControls(file: string, text: string): void {
  if (text.search(control) < 0) return;
  const lines = new Lines(file, text);
  const problems = [...text.matchAll(control)].slice(0, 20).map(({ 0: character, index }) => {
    const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    return problem(
      'bad-yaml',
      { reason: `the text holds the control character ${name}` },
      { place: lines.place(index, index + 1) },
    );
  });
  throw new InputError(problems);
}

/** JSON that YAML does not take (a key of more than 1024 characters) has values, but no places. */
function parsedForPlaces(file: string, text: string): YamlText | undefined {
  try {
    return readYaml({ file, text }, { merge: false });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/**
 * Reads a YAML or JSON text. JSON takes a fast path and is parsed again only when a place is asked for.
 * Errors  throws InputError: bad-yaml, several-documents, too-many-aliases, empty-file, each with its place.
 */
export function readDocument({ file, text: written }: { readonly file: string; readonly text: string }): Document {
  const text = written.replace(/^\uFEFF/, '');
  refuseControls(file, text);
  const json = readJson(text);
  let yaml: YamlText | undefined;
  if (!json) yaml = readYaml({ file, text }, { merge: true });
  return {
    file,
    text: written,
    value: json ? json.value : yaml?.value,
    problems: yaml?.problems ?? [],
    locate: (path, on = 'value') => {
      yaml ??= parsedForPlaces(file, text);
      return yaml?.locate(partsOf(path), on);
    },
  };
}
