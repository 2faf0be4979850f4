import fc, { type Arbitrary } from 'fast-check';

import { resolved, type Schema } from './operations.js';

/** How deep good values go; what lies deeper is left out where it may be. */
const DEPTH_MAX = 5;

/** Stands for an id, a cursor or a token that the service gave: see remembered.ts. */
export const placeholder = (kind: string): Arbitrary<string> =>
  fc.nat({ max: 9_999 }).map((n) => `@@${kind}:${n}@@`);

const TEXTS = [
  'Thank you for the report, it answers a question of mine.',
  'You are a moron and an idiot.',
  'I will kill you tomorrow.',
  'Cheap pills at http://example.com/buy and https://bit.ly/x',
  'Write to me: jane.doe@example.com, +44 20 7946 0958',
  'ALL OF THIS IS SHOUTED AND SHOUTED AGAIN',
  'Zażółć gęślą jaźń 🏴‍☠️ \u202Eright to left\u202C e\u0301\u0301\u0301\u0301',
  'f u c k and sh1t',
];
const TIMES = [
  '2026-11-23T12:00:00Z',
  '2026-11-22T09:30:00.123456789Z',
  '2026-11-23T13:59:59+02:00',
  '2026-11-24T12:00:00.000Z',
  '2030-01-01T00:00:00Z',
];
const HARD_TIMES = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59-23:59',
  '2016-12-31T23:59:60Z',
  '2026-02-29T00:00:00Z',
  '2026-11-23T24:00:00Z',
  '2026-11-23 12:00:00Z',
  '2026-11-23T12:00:00',
];

/** Values by the names of members, where any text of that length would reach little. */
const NAMED: readonly (readonly [RegExp, Arbitrary<unknown>])[] = [
  [/^(parent_id|comment_id)$/u, placeholder('cmt')],
  [/^author_id$/u, fc.oneof(placeholder('aut'), fc.constantFrom('reader-1', 'reader-2'))],
  [/^(thread|author)$/u, fc.oneof(placeholder('thr'), placeholder('aut'))],
  [/^cursor$/u, fc.oneof(placeholder('cursor'), placeholder('any'))],
  // The id that has to be said twice: see the paths of authors.
  [/^confirm$/u, fc.constantFrom('@@aut:0@@', '@@aut:1@@')],
  [/^token$/u, placeholder('token')],
  [/^external_id$/u, fc.nat({ max: 12 }).map((n) => `reader-${n}`)],
  [/^(id|.*_id)$/u, placeholder('cmt')],
  [/^(ids|comments)$/u, fc.array(placeholder('cmt'), { minLength: 1, maxLength: 4 })],
  [/^(body|text|reason|note)$/u, fc.constantFrom(...TEXTS)],
  [/^email$/u, fc.constantFrom('jane@example.com', 'J.Doe+x@mail.example.org')],
  [/^ip$/u, fc.constantFrom('203.0.113.9', '2001:db8::9', '203.0.113.0/24')],
  [/^url$/u, fc.constantFrom('https://hooks.example.com/a', 'https://example.com/article?x=1')],
  [/^(seen_)?version$/u, fc.integer({ min: 1, max: 3 })],
  [/^(last_event_id|last-event-id)$/u, fc.constantFrom('0', '5', '999999')],
];

/** What no schema asks for, and what a careless or hostile client sends all the same. */
export const wild: Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, '', ' ', '\u200B') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(-1, 0, -0, 0.5, 2 ** 31, 2 ** 53, 2 ** 63, 1e308, 5e-324),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '\uD800',
      'a\uDC00b',
      'x\0y',
      'a'.repeat(3_000),
      '𝔘'.repeat(300),
      '__proto__',
      "'; DROP TABLE comments; --",
      '../../etc/passwd',
      '%00',
      '"*\\',
      'NaN',
      '-1',
      '1e3',
      '99999999999999999999',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...TIMES, ...HARD_TIMES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 2, arbitrary: placeholder('any') },
);

/** A value as its schema wants it, most of the time one that leads somewhere. */
export function goodValue(schema: Schema, name = '', depth = 0): Arbitrary<unknown> {
  const own = resolved(schema);
  const examples = [...(own.examples ?? []), ...(own.example === undefined ? [] : [own.example])];
  const made = madeValue(own, name, depth);
  if (examples.length === 0) return made;
  return fc.oneof(
    { weight: 3, arbitrary: made },
    { weight: 1, arbitrary: fc.constantFrom(...examples) },
  );
}

function madeValue(schema: Schema, name: string, depth: number): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) {
    return fc.oneof(...schema.anyOf.map((each) => goodValue(each, name, depth + 1)));
  }
  if (schema.type === 'null') return fc.constant(null);
  const named = NAMED.find(([pattern]) => pattern.test(name))?.[1];
  if (named !== undefined && schema.type !== 'object') return named;
  if (schema.type === 'string') return textValue(schema);
  if (schema.type === 'integer' || schema.type === 'number') return numberValue(schema);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'array') {
    const least = schema.minItems ?? 0;
    const most = Math.max(least, Math.min(schema.maxItems ?? 3, 3));
    const item = goodValue(schema.items ?? {}, '', depth + 1);
    return depth > DEPTH_MAX && least === 0
      ? fc.constant([])
      : fc.array(item, { minLength: least, maxLength: most });
  }
  if (schema.type === 'object') return objectValue(schema, depth);
  return fc.jsonValue({ maxDepth: 2 });
}

function textValue({ format, minLength = 0, maxLength = 60 }: Schema): Arbitrary<unknown> {
  if (format === 'date-time') {
    return fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...TIMES) },
      { weight: 1, arbitrary: fc.constantFrom(...HARD_TIMES) },
    );
  }
  const longest = Math.max(minLength, Math.min(maxLength, 60));
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('a', 'Reader', 'en', 'news', 'other') },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength: longest }) },
  );
}

function numberValue({ type, minimum = -5, maximum = 1_000_000 }: Schema): Arbitrary<unknown> {
  if (type === 'number') return fc.double({ min: minimum, max: maximum, noNaN: true });
  const small = Math.min(minimum + 5, maximum);
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: minimum, max: small }) },
    { weight: 1, arbitrary: fc.integer({ min: minimum, max: maximum }) },
    { weight: 1, arbitrary: fc.constantFrom(minimum, maximum) },
  );
}

function objectValue(schema: Schema, depth: number): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const members = Object.entries(properties).filter(
    ([name]) => required.includes(name) || depth <= DEPTH_MAX,
  );
  // A policy has a hundred members: of so many a few, or nothing would ever be accepted.
  const absent = members.length > 8 ? 6 : 1;
  const optional = (name: string, value: Arbitrary<unknown>): Arbitrary<unknown> =>
    required.includes(name)
      ? value
      : fc.oneof(
          { weight: absent, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: value },
        );
  const known = fc.record(
    Object.fromEntries(
      members.map(([name, each]) => [name, optional(name, goodValue(each, name, depth + 1))]),
    ),
  );
  if (typeof additionalProperties !== 'object') return known;
  const others = fc.dictionary(
    fc.constantFrom('a', 'key', 'en', 'news', 'spam', '__proto__'),
    goodValue(additionalProperties, '', depth + 1),
    { maxKeys: 3 },
  );
  return fc.tuple(known, others).map(([own, more]) => ({ ...more, ...(own as object) }));
}
