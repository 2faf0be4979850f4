import { isObject, type Path } from './members.js';

/** As much of JSON Schema as a policy's has. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly default?: unknown;
  readonly description?: string;
}

export function typesOf({ type }: Schema): readonly string[] {
  return typeof type === 'string' ? [type] : (type ?? []);
}

/** The schema of the member at a path; null where the document can have none there. */
export function schemaAt(schema: Schema, path: Path): Schema | null {
  let found: Schema | null = schema;
  for (const name of path) found = found && memberSchema(found, name);
  return found;
}

export function memberSchema(schema: Schema, name: string): Schema | null {
  const own = schema.properties?.[name];
  if (own !== undefined) return own;
  for (const [pattern, member] of Object.entries(schema.patternProperties ?? {})) {
    if (new RegExp(pattern, 'u').test(name)) return member;
  }
  const { additionalProperties } = schema;
  if (isObject(additionalProperties)) return additionalProperties;
  return additionalProperties === false ? null : {};
}
