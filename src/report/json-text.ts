/** JSON for people and for diffs: what holds only plain values stands on one line, the rest is indented by two. */

const widest = 140;

function plainText(value: unknown): string | undefined {
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return value === null ? 'null' : undefined;
  }
}

const keyTexts = new Map<string, string>();

/** `"key": `, made once for each key of the contract. */
function keyText(key: string): string {
  let text = keyTexts.get(key);
  if (text === undefined) keyTexts.set(key, (text = `${JSON.stringify(key)}: `));
  return text;
}

/** The items of a list or an object as text on one line; undefined when one of them is not plain. */
function onOneLine(value: object): string | undefined {
  let line = '';
  const add = (key: string, each: unknown): boolean => {
    if (each === undefined) return true;
    const text = plainText(each);
    if (text === undefined) return false;
    line += (line === '' ? '' : ', ') + key + text;
    return true;
  };
  if (Array.isArray(value)) return value.every((each) => add('', each)) ? `[${line}]` : undefined;
  for (const [key, each] of Object.entries(value)) if (!add(keyText(key), each)) return undefined;
  return line === '' ? '{}' : `{ ${line} }`;
}

/** Text of a JSON value whose numbers are finite, without a newline at its end. Same value, same bytes. */
export function jsonText(value: unknown, indent = ''): string {
  if (value === null || typeof value !== 'object') return plainText(value) ?? 'null';
  const line = onOneLine(value);
  if (line !== undefined && indent.length + line.length <= widest) return line;
  const deeper = `${indent}  `;
  const items: string[] = [];
  if (Array.isArray(value)) for (const each of value) items.push(deeper + jsonText(each, deeper));
  else {
    for (const [key, each] of Object.entries(value)) {
      if (each !== undefined) items.push(deeper + keyText(key) + jsonText(each, deeper));
    }
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}
