/** Those that share a key, in the order in which each key was first seen. Keys are told apart as JSON writes them. */
export function grouped<Of, Key>(
  all: readonly Of[],
  keyOf: (each: Of) => Key,
): readonly { readonly key: Key; readonly members: readonly Of[] }[] {
  const found = new Map<string, { readonly key: Key; readonly members: Of[] }>();
  for (const each of all) {
    const key = keyOf(each);
    const text = JSON.stringify(key);
    const same = found.get(text);
    if (same) same.members.push(each);
    else found.set(text, { key, members: [each] });
  }
  return [...found.values()];
}
