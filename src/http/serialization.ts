import type { TSchema } from '@sinclair/typebox';
import build, { type Schema } from 'fast-json-stringify';
import type { FastifySerializerCompiler } from 'fastify';

import { whenNeeded } from '../domain/when-needed.js';

type Serialize = (data: unknown) => string;

/**
 * Compiles the schemas of answers. What Fastify does by itself would read every shared schema anew
 * for each of some five hundred answers, which took two thirds of a start. Here an answer gets the
 * schemas that it refers to, and those that say the same (the refusals of all routes) are compiled
 * once, when the first of them is sent.
 */
export function serializerCompiler(shared: readonly TSchema[]): FastifySerializerCompiler<unknown> {
  const byId = new Map(shared.map((schema) => [schema.$id ?? '', JSON.stringify(schema)]));
  // As many as there are different answers: they are all there when the app is built.
  const compiled = new Map<string, Serialize>();
  return ({ schema }) => {
    const text = JSON.stringify(schema);
    const known = compiled.get(text);
    if (known !== undefined) return known;
    const serializer = whenNeeded<Serialize>(() =>
      build(JSON.parse(text) as Schema, { schema: referredTo(text, byId) }),
    );
    const serialize: Serialize = (data) => serializer()(data);
    compiled.set(text, serialize);
    return serialize;
  };
}

/** The shared schemas that one refers to, and that these refer to in turn, by their names. */
function referredTo(
  text: string,
  byId: ReadonlyMap<string, string>,
): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const waiting = [text];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [, id = ''] of next.matchAll(/"\$ref":"([^"#]+)#"/gu)) {
      const schema = byId.get(id);
      if (schema === undefined || id in found) continue;
      found[id] = JSON.parse(schema) as Schema;
      waiting.push(schema);
    }
  }
  return found;
}
