/** Types as ClickHouse writes them: `Array(Tuple(key String, value Nullable(Int64)))`. */
import type { Path } from '../usage-log/types.ts';
import type { Kind } from '../usage-sql/dialect.ts';

interface Type {
  readonly name: string;
  readonly parts: readonly string[];
}

/** Parts between parentheses; commas in parts of parts and in quotes do not part. */
function typeOf(written: string): Type {
  const text = written.trim();
  const open = text.indexOf('(');
  if (open < 0 || !text.endsWith(')')) return { name: text, parts: [] };
  const parts: string[] = [];
  let depth = 0;
  let from = open + 1;
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quote !== '') {
      if (letter === '\\') at += 1;
      else if (letter === quote) quote = '';
    } else if (letter === "'" || letter === '`') quote = letter;
    else if (letter === '(') depth += 1;
    else if ((letter === ',' || letter === ')') && depth === 0) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    } else if (letter === ')') depth -= 1;
  }
  return { name: text.slice(0, open), parts };
}

function bare(written: string): Type {
  const type = typeOf(written);
  const [inner] = type.parts;
  return inner !== undefined && /^(?:Nullable|LowCardinality)$/.test(type.name) ? bare(inner) : type;
}

/** A part of a tuple: its name, quoted where it is no plain word, and its type. */
function partOf(type: Type, name: string): string | undefined {
  if (!/^(?:Tuple|Nested)$/.test(type.name)) return undefined;
  for (const part of type.parts) {
    const [, quoted, plain, rest = ''] = /^(?:`((?:[^`\\]|\\.)*)`|(\S+))\s+(.*)$/s.exec(part) ?? [];
    if ((plain ?? quoted?.replaceAll(/\\(.)/gs, '$1')) === name) return rest;
  }
  return undefined;
}

/** What is known of the value at a path below columns of these types. */
export function kindAt(columns: ReadonlyMap<string, string>, [first = '', ...others]: Path): Kind {
  let written = columns.get(first);
  for (const step of others) {
    if (written === undefined) return 'absent';
    const type = bare(written);
    written = step === '[]' ? (type.name === 'Array' ? type.parts[0] : undefined) : partOf(type, step);
  }
  if (written === undefined) return 'absent';
  const { name } = bare(written);
  if (/^U?Int\d+$|^Decimal/.test(name)) return 'number';
  if (/^(?:Float|BFloat)\d+$/.test(name)) return 'float';
  if (/^(?:DateTime|Date)/.test(name)) return 'time';
  if (/^(?:String|FixedString|Bool|UUID|Enum)/.test(name)) return 'text';
  if (name === 'Map') return 'map';
  return name === 'Array' ? 'list' : 'absent';
}
