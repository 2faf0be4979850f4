import { type Static, type TSchema, type TUnsafe, Type } from '@sinclair/typebox';

/**
 * Points to a schema that is registered under its `$id`, so that the OpenAPI file names it once.
 * Types as the schema itself does.
 */
export function reference<S extends TSchema>(schema: S & { $id?: string }): TUnsafe<Static<S>> {
  if (schema.$id === undefined) throw new Error('only a schema with an $id can be referred to');
  return Type.Unsafe<Static<S>>({ $ref: `${schema.$id}#` });
}

/** A member that is always there and may be null. */
export function nullable<S extends TSchema>(schema: S, description?: string) {
  const said = description === undefined ? {} : { description };
  return Type.Unsafe<Static<S> | null>({ ...said, anyOf: [schema, { type: 'null' }] });
}

/** One of a closed set of words. */
export function oneOf<const T extends readonly string[]>(
  values: T,
  options: { readonly description?: string; readonly default?: T[number] } = {},
) {
  return Type.Unsafe<T[number]>({ ...options, type: 'string', enum: values });
}
