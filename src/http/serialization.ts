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
 * written by JSON.stringify, which no generated code comes near; what needs no picking is not
 * copied.
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

/** The list itself, where nothing of its items is left out. */
function pickOfItems(pick: Pick): Pick {
  if (pick === whole) return whole;
  return (value) => {
    const items = value as readonly unknown[];
    let picked: unknown[] | null = null;
    for (const [at, item] of items.entries()) {
      const sent = pick(item);
      if (sent !== item) picked ??= items.slice(0, at);
      picked?.push(sent);
    }
    return picked ?? items;
  };
}

function pickOfMembers(shape: Shape, resolve: Resolve): Pick {
  const { properties = {}, required = [] } = shape;
  const known = Object.entries(properties).map(([name, member]) => {
    return { name, pick: pickOf(member, resolve), required: required.includes(name) };
  });
  const nested = known.filter(({ pick }) => pick !== whole);
  const other = pickOfOthers(shape, resolve);
  return (value) => {
    const given = value as Members;
    if (isAsNamed(given, known)) return pickWithin(given, nested);
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

interface Member {
  readonly name: string;
  readonly pick: Pick;
  readonly required: boolean;
}

/**
 * Whether an object has what its schema names, in that order, and nothing else: then it need not be
 * copied. Most are made so, and copying took longer than writing.
 */
function isAsNamed(given: Members, known: readonly Member[]): boolean {
  let next = 0;
  for (const name in given) {
    let member = known[next];
    while (member !== undefined && member.name !== name && !member.required) {
      next += 1;
      member = known[next];
    }
    if (member?.name !== name || given[name] === undefined) return false;
    next += 1;
  }
  for (; next < known.length; next += 1) if (known[next]?.required === true) return false;
  return true;
}

/** The object itself, where nothing of its members is left out. */
function pickWithin(given: Members, nested: readonly Member[]): Members {
  let picked: Record<string, unknown> | null = null;
  for (const { name, pick } of nested) {
    const member = given[name];
    if (member === undefined) continue;
    const sent = pick(member);
    if (sent !== member) (picked ??= { ...given })[name] = sent;
  }
  return picked ?? given;
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
