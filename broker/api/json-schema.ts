// Builders for the JSON schemas of the API: one schema validates, serializes and documents.

/** The part of JSON Schema 2020-12 this API uses. */
export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly (string | number | null)[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly default?: string | number;
}

/** Integers on the wire stay exact in every JavaScript client. */
export const integer: JsonSchema = { type: "integer" };
export const number: JsonSchema = { type: "number" };
export const text: JsonSchema = { type: "string" };
export const flag: JsonSchema = { type: "boolean" };

export function described(schema: JsonSchema, description: string): JsonSchema {
  return { ...schema, description };
}

export function nullable(schema: JsonSchema): JsonSchema {
  if (schema.$ref !== undefined) return { oneOf: [schema, { type: "null" }] };
  return { ...schema, type: [String(schema.type), "null"] };
}

export function oneOfWords(...words: readonly string[]): JsonSchema {
  return { type: "string", enum: words };
}

export function arrayOf(items: JsonSchema): JsonSchema {
  return { type: "array", items };
}

/** A reference to a schema registered under its `$id`. */
export function ref(id: string): JsonSchema {
  return { $ref: `${id}#` };
}

/** A schema for every key of a view: `{…} satisfies SchemasOf<View>` reports a missing one. */
export type SchemasOf<T> = { readonly [K in keyof T]-?: JsonSchema };

/** A closed object in which every key is required. */
export function objectOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return {
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** `objectOf` with a name other schemas can refer to. */
export function named(
  id: string,
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  return { $id: id, title: id, description, ...objectOf(properties) };
}
