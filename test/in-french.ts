/** Whether every sentence of an error has its French: asked of each error that any test provokes (docs/decisions/0019). */
import { inFrench } from '../src/messages/problems/french.ts';

/** What stands in quotes, in braces or in a path is the reader's. */
const ours = (text: string): string => text.replaceAll(/"[^"]*"|\{[^}]*\}|\S*[._/@:]\S+/g, '');

const english = /\b(?:the|with|which|should|there (?:is|are)|is not|and|of|give|write|it is|its|needs|holds)\b/;

/** Longer texts hold what a stranger wrote, and stay as they are. */
const longest = 600;

/** Several words that no sentence says, or words of a sentence that stayed behind. */
function isLeft(text: string): boolean {
  if (text.length > longest) return false;
  const french = inFrench(text);
  return english.test(ours(french)) || (french === text && /[a-z]{2,} [a-z]{2,}/.test(ours(text)));
}

/** Errors  Error that names the sentences without French. */
export function refuseEnglish(texts: readonly string[]): void {
  const left = [...new Set(texts.filter(isLeft))];
  if (left.length === 0) return;
  const list = left.map((text) => `  ${text}\n    -> ${inFrench(text)}\n`).join('');
  throw new Error(`without French in src/messages/problems:\n${list}`);
}

/** Message, why and fix of each problem on stderr, in one line each, or as JSON. */
export function sentencesOf(stderr: string): readonly string[] {
  if (stderr.startsWith('[')) {
    const told = JSON.parse(stderr) as readonly Record<'message' | 'why' | 'fix', string | null>[];
    return told.flatMap(({ message, why, fix }) => [message, why, fix].filter((each) => each !== null));
  }
  const texts: string[] = [];
  let isOpen = false;
  for (const line of stderr.split('\n')) {
    const [, text] = /^(?:error\[[a-z-]+\]| +(?:why|fix)): (.*)$/.exec(line) ?? [];
    const isMore: boolean = isOpen && /^ {2,}(?!-->)[^ |]/.test(line);
    if (text !== undefined) texts.push(text);
    else if (isMore) texts.push(`${texts.pop() ?? ''} ${line.trim()}`);
    isOpen = text !== undefined || isMore;
  }
  return texts;
}
