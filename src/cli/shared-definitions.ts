/** A JSON Schema in which what stands in several places is written once, under `$defs`. It says the same. Pure. */
import type { JsonSchema } from '../scenario/describe-schema.ts';

/** Below this length a reference is hardly shorter than what it refers to. In letters of JSON. */
const shortest = 160;

type Json = JsonSchema | readonly Json[] | string | number | boolean | null;

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The meaning of a field belongs to the field, and stays where it is: two fields with the same values share the rest. */
const split = ({ description, ...rest }: JsonSchema) => ({
  own: description === undefined ? {} : { description },
  rest,
});

/** Every schema below one, with the name of the field that it stands in. `properties` holds schemas, and is none. */
function* within(schema: JsonSchema, name: string): Generator<{ readonly schema: JsonSchema; readonly name: string }> {
  const { properties = {}, items, anyOf = [] } = schema;
  const below = [
    ...Object.entries(properties),
    ...(isObject(items) ? [[name, items] as const] : []),
    ...anyOf.map((each) => [name, each] as const),
  ];
  for (const [key, each] of below) {
    yield { schema: each, name: key };
    yield* within(each, key);
  }
}

/** Names of the definitions by the text of what they hold, in the order in which a reader meets them. */
function definitionsOf(schema: JsonSchema): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const { schema: each, name } of within(schema, 'root')) {
    const text = JSON.stringify(split(each).rest);
    if (text.length < shortest) continue;
    if (!first.has(text)) first.set(text, name);
    else if (!names.has(text)) {
      const base = first.get(text) ?? name;
      const count = (taken.get(base) ?? 0) + 1;
      taken.set(base, count);
      names.set(text, count === 1 ? base : `${base}-${count}`);
    }
  }
  return names;
}

/**
 * The schema with a `$ref` wherever a part of at least 160 letters stands more than once.
 * Shape    in: a schema of draft 2020-12 without references; out: the same, with `$defs` where anything is shared
 * Example  { a: LONG, b: LONG } -> { a: { $ref: '#/$defs/a' }, b: { $ref: '#/$defs/a' } } with LONG under $defs/a
 */
export function shareDefinitions(schema: JsonSchema): JsonSchema {
  const names = definitionsOf(schema);
  const referring = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((each: Json) => referring(each));
    if (!isObject(value)) return value;
    const { own, rest } = split(value);
    const name = names.get(JSON.stringify(rest));
    return name === undefined ? inside(value) : { ...own, $ref: `#/$defs/${name}` };
  };
  const inside = (value: JsonSchema): JsonSchema =>
    Object.fromEntries(Object.entries(value).map(([key, each]) => [key, referring(each as Json)]));
  const $defs = Object.fromEntries([...names].map(([text, name]) => [name, inside(JSON.parse(text) as JsonSchema)]));
  return { ...inside(schema), ...(names.size > 0 ? { $defs } : {}) };
}
