/** What the parser of YAML complains about, in words that do not suppose that the reader knows YAML. */
import type { YAMLError } from 'yaml';

const reasons: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  ALIAS_PROPS: 'an alias (*name) cannot carry an anchor or a tag of its own',
  BAD_ALIAS: 'the alias names no anchor that stands before it',
  BAD_DIRECTIVE: 'a line that starts with % is a YAML directive, and this one is not known',
  BAD_DQ_ESCAPE: 'the text in double quotes holds a backslash that means nothing; double it, or use single quotes',
  BAD_INDENT: 'the indentation does not fit the lines around it',
  BAD_SCALAR_START: 'a value cannot start with this character; put the value in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second ":" stands where a value was expected; put a value that holds ":" in quotes',
  BLOCK_IN_FLOW: 'an indented block cannot stand inside { } or [ ]',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'a character is missing here: a closing quote, bracket, comma, or a ":" after a key',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines; a ":" may be missing after the key',
  NON_STRING_KEY: 'a key must be plain text',
  TAB_AS_INDENT: 'a tab stands where YAML wants spaces; indent with spaces',
  TAG_RESOLVE_FAILED: 'a value that starts with "!" is a YAML tag, and this one is not known; put the value in quotes',
  UNEXPECTED_TOKEN: 'something stands here that does not belong',
};

export function reasonOf(error: YAMLError): string {
  return reasons[error.code] ?? error.message;
}
