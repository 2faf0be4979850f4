import { t } from '../../strings/strings.js';
import { count } from '../../strings/times.js';
import { isObject, type Path, pointerOf } from './members.js';
import { memberSchema, type Schema, typesOf } from './schema.js';

/** Something wrong with a member of a document. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

const FAULTS_MAX = 50;

/** What the schema says is wrong with a value, at once; the service knows what it means. */
export function faultsIn(schema: Schema, value: unknown, path: Path = []): readonly Fault[] {
  const detail = faultOf(schema, value);
  if (detail !== null) return [{ pointer: pointerOf(path), detail }];
  if (Array.isArray(value)) {
    const { items = {} } = schema;
    return value
      .flatMap((item, index) => faultsIn(items, item, [...path, String(index)]))
      .slice(0, FAULTS_MAX);
  }
  if (!isObject(value)) return [];
  return Object.entries(value)
    .flatMap(([name, member]) => {
      const inner = memberSchema(schema, name);
      const at = [...path, name];
      if (inner !== null) return faultsIn(inner, member, at);
      return [{ pointer: pointerOf(at), detail: t.policy.faults.unknown(name) }];
    })
    .slice(0, FAULTS_MAX);
}

/** What is wrong with a value itself; null where nothing is. */
function faultOf(schema: Schema, value: unknown): string | null {
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => hasType(value, type))) {
    return t.policy.faults.type(types.map((type) => t.policy.types[nameOf(type)]).join(' / '));
  }
  if (typeof value === 'number') return numberFault(schema, value);
  if (typeof value === 'string') return textFault(schema, value);
  if (Array.isArray(value)) return listFault(schema, value);
  const missing = isObject(value) ? schema.required?.find((name) => !(name in value)) : undefined;
  return missing === undefined ? null : t.policy.faults.missing(missing);
}

function numberFault({ minimum, maximum }: Schema, value: number): string | null {
  if (minimum !== undefined && value < minimum) return t.policy.faults.minimum(count(minimum));
  if (maximum !== undefined && value > maximum) return t.policy.faults.maximum(count(maximum));
  return null;
}

function textFault(schema: Schema, value: string): string | null {
  const { enum: values, minLength, maxLength, pattern } = schema;
  if (values !== undefined && !values.includes(value)) {
    return t.policy.faults.oneOf(values.join(', '));
  }
  if (minLength !== undefined && value.length < minLength) {
    return t.policy.faults.short(count(minLength));
  }
  if (maxLength !== undefined && value.length > maxLength) {
    return t.policy.faults.long(count(maxLength));
  }
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) {
    return t.policy.faults.pattern(pattern);
  }
  return null;
}

function listFault({ minItems, maxItems }: Schema, value: readonly unknown[]): string | null {
  if (minItems !== undefined && value.length < minItems) return t.policy.faults.empty;
  if (maxItems === undefined || value.length <= maxItems) return null;
  return t.policy.faults.many(count(maxItems));
}

const TYPES = ['boolean', 'integer', 'number', 'string', 'array', 'object', 'null'] as const;
type TypeName = (typeof TYPES)[number];

const nameOf = (type: string): TypeName => TYPES.find((each) => each === type) ?? 'object';

function hasType(value: unknown, type: string): boolean {
  switch (nameOf(type)) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}
