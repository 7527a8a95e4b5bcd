/** Meanings, units and bounds put into the JSON Schema of a scenario, where editors show them. */
import { fieldNotes } from './field-notes.ts';
import { ownerKind } from './shape.ts';
import { knownKeys, type Owner } from './schema.ts';
import type { Path } from './text/place.ts';
import { fieldOf, fields, type Field, type FieldName } from './value/fields.ts';

/** The part of a JSON Schema that a scenario uses. */
export interface JsonSchema {
  readonly [key: string]: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** Numbers of the practices that are fields of a usage under another name. */
const practiceFields: Readonly<Partial<Record<string, FieldName>>> = {
  'practices.output.tokens': 'tokens.output',
  'practices.output.width': 'images.width',
  'practices.output.height': 'images.height',
  'practices.output.steps': 'images.steps',
  'practices.output.seconds': 'video.seconds',
};

const isField = (name: string): name is FieldName => Object.hasOwn(fields, name);

/** Unit, bounds and example of a field; undefined where it is no number. */
export function numericField(owner: Owner, key: string): Field | undefined {
  const own = `${owner}.${key}`;
  const inPractices = owner.startsWith('practices.') ? `practices.${key}` : own;
  const known = practiceFields[own] ?? [own, inPractices, key].find(isField);
  return known !== undefined && isField(known) ? fieldOf(known) : undefined;
}

/** What a field must be, in words: `at least 1`. */
export function boundsOf({ minimum, maximum, above }: Field): string {
  const least = minimum === undefined ? [] : [above ? `more than ${minimum}` : `at least ${minimum}`];
  return [...least, ...(maximum === undefined ? [] : [`at most ${maximum}`])].join(', ');
}

function note(owner: Owner, key: string, schema: JsonSchema): string | undefined {
  const meaning = owner === 'quantity' ? undefined : fieldNotes[owner][key];
  const field = takesNumber(schema) ? numericField(owner, key) : undefined;
  if (meaning === undefined || !field) return meaning;
  const unit = field.unit === '1' ? 'A plain number' : `In ${field.unit} when no unit is given`;
  const bounds = boundsOf(field);
  return `${meaning} ${unit}${bounds === '' ? '' : `, ${bounds}`}; as in ${field.example}.`;
}

/** Whether a number is among what a field takes: not so of blocks and names. */
export const takesNumber = ({ anyOf, type }: JsonSchema): boolean =>
  type === 'number' || (anyOf?.some(takesNumber) ?? false);

/** What kind of block a schema describes. The block of a value may stand under the name of another: `embeddings: { tokens: { value } }`. */
export function ownerOf({ properties = {} }: JsonSchema, path: Path): Owner {
  const isValue = knownKeys.quantity.every((key) => Object.hasOwn(properties, key));
  return isValue ? 'quantity' : ownerKind(path);
}

/** The schema with a description on every field. */
export function describeSchema(schema: JsonSchema, path: Path = []): JsonSchema {
  const owner = ownerOf(schema, path);
  const { properties, items, anyOf } = schema;
  return {
    ...schema,
    ...(anyOf ? { anyOf: anyOf.map((each) => describeSchema(each, path)) } : {}),
    ...(items ? { items: describeSchema(items, [...path, 0]) } : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, each]) => {
              const description = note(owner, key, each);
              const within = describeSchema(each, [...path, key]);
              return [key, description === undefined ? within : { description, ...within }];
            }),
          ),
        }
      : {}),
  };
}
