import type { TSchema } from '@sinclair/typebox';
import type { FastifySerializerCompiler } from 'fastify';

import { whenNeeded } from '../domain/when-needed.js';

/** What a schema lets through of a value. */
type Pick = (value: unknown) => unknown;

type Members = Readonly<Record<string, unknown>>;

/** As much of a schema as says what of an answer may be sent. */
interface Shape {
  readonly $ref?: string;
  readonly anyOf?: readonly Shape[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

type Resolve = (name: string) => Pick;

/** Whatever it is: texts, numbers, and what has no members to choose from. */
const whole: Pick = (value) => value;

/**
 * Compiles the schemas of answers: what a schema does not name is not sent, and what it requires
 * must be there. A schema is compiled when the first of its answers is sent. What is picked is
 * written by JSON.stringify, which no generated code comes near.
 */
export function serializerCompiler(shared: readonly TSchema[]): FastifySerializerCompiler<unknown> {
  const byName = new Map<string, () => Pick>();
  const resolve: Resolve = (name) => {
    const known = byName.get(name);
    if (known === undefined) throw new Error(`no schema is named ${name}`);
    return (value) => known()(value);
  };
  for (const schema of shared) {
    byName.set(`${schema.$id ?? ''}#`, whenNeeded(() => pickOf(schema as Shape, resolve)));
  }
  return ({ schema }) => {
    const pick = whenNeeded(() => pickOf(schema as Shape, resolve));
    return (data) => JSON.stringify(pick()(data));
  };
}

function pickOf(shape: Shape, resolve: Resolve): Pick {
  if (shape.$ref !== undefined) return resolve(shape.$ref);
  if (shape.anyOf !== undefined) return pickOfAny(shape.anyOf, resolve);
  if (shape.items !== undefined) return pickOfItems(pickOf(shape.items, resolve));
  return shape.type === 'object' ? pickOfMembers(shape, resolve) : whole;
}

/** Of things that differ in their members an answer could not be told apart by its schema. */
function pickOfAny(shapes: readonly Shape[], resolve: Resolve): Pick {
  const picks = shapes.map((shape) => pickOf(shape, resolve)).filter((pick) => pick !== whole);
  const [pick, ...others] = picks;
  if (pick === undefined) return whole;
  if (others.length > 0) throw new Error('an answer is one thing or null');
  return (value) => (typeof value === 'object' && value !== null ? pick(value) : value);
}

function pickOfItems(pick: Pick): Pick {
  return pick === whole ? whole : (value) => (value as readonly unknown[]).map(pick);
}

function pickOfMembers(shape: Shape, resolve: Resolve): Pick {
  const { properties = {}, required = [] } = shape;
  const known = Object.entries(properties).map(([name, member]) => {
    return { name, pick: pickOf(member, resolve), required: required.includes(name) };
  });
  const other = pickOfOthers(shape, resolve);
  return (value) => {
    const given = value as Members;
    const picked: Record<string, unknown> = {};
    for (const { name, pick, required: needed } of known) {
      const member = given[name];
      if (member !== undefined) picked[name] = pick === whole ? member : pick(member);
      else if (needed) throw new Error(`an answer lacks "${name}"`);
    }
    if (other !== null) addOthers(picked, { given, properties, pick: other });
    return picked;
  };
}

/** For members whose names the schema does not say; null where they are not sent. */
function pickOfOthers(shape: Shape, resolve: Resolve): Pick | null {
  // As Type.Record has it, for whatever name.
  const others = shape.patternProperties?.['^(.*)$'] ?? shape.additionalProperties;
  if (typeof others === 'object') return pickOf(others, resolve);
  return others === true ? whole : null;
}

function addOthers(
  picked: Record<string, unknown>,
  from: { readonly given: Members; readonly properties: Members; readonly pick: Pick },
): void {
  for (const [name, member] of Object.entries(from.given)) {
    if (!Object.hasOwn(from.properties, name)) picked[name] = from.pick(member);
  }
}
