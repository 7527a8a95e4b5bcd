/** The same contract as `--format json`, in YAML. Load it only when asked: `yaml` is slow to start. */
import { Document, visit } from 'yaml';
import type { Assessment } from '../assessment.ts';
import { toDocument } from './json.ts';
import { escapeInQuotes, needsEscape } from './safe.ts';

export function renderYaml(assessments: readonly Assessment[]): string {
  const document = new Document(toDocument(assessments), { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      // Only double quotes know escapes; a plain scalar would let a bidi override through.
      if (typeof node.value === 'string' && needsEscape(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  // Without line folding, a diff of two results shows figures and nothing else.
  return escapeInQuotes(document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER }));
}
