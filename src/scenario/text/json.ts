/** The fast way in for JSON: JSON.parse, refused wherever the slower YAML reader would have something to say. */

const deepest = 100;

/** Colons outside strings, which is the number of keys as written; undefined when nested too deep to be a scenario. */
function countColons(text: string): number | undefined {
  let colons = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22: // a string: jump to its end
        for (at += 1; at < text.length && text.charCodeAt(at) !== 0x22; at += 1) {
          if (text.charCodeAt(at) === 0x5c) at += 1;
        }
        break;
      case 0x3a:
        colons += 1;
        break;
      case 0x7b:
      case 0x5b:
        depth += 1;
        if (depth > deepest) return undefined;
        break;
      case 0x7d:
      case 0x5d:
        depth -= 1;
        break;
    }
  }
  return colons;
}

/** Keys of a parsed value; undefined when it holds a number such as 1e999 that is not finite. */
function countKeys(value: unknown): number | undefined {
  let keys = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'number' && !Number.isFinite(next)) return undefined;
    if (typeof next !== 'object' || next === null) continue;
    const inside = Object.values(next);
    if (!Array.isArray(next)) keys += inside.length;
    for (const each of inside) if (typeof each === 'object' || typeof each === 'number') open.push(each);
  }
  return keys;
}

/**
 * The value of a JSON text, or undefined when it is not plain JSON: other syntax, a key given twice (fewer keys than
 * colons), a number that is not finite, or nesting without end. The YAML reader then finds the place and the words.
 */
export function readJson(text: string): { readonly value: unknown } | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const colons = countColons(text);
  return colons !== undefined && colons === countKeys(value) ? { value } : undefined;
}
