import { Type } from '@sinclair/typebox';
import { describe, expect, it } from 'vitest';

import { nullable, reference } from '../../src/http/schemas/reference.js';
import { serializerCompiler } from '../../src/http/serialization.js';

const Author = Type.Object(
  { name: Type.String(), url: Type.Optional(nullable(Type.String())) },
  { $id: 'Author' },
);
const Thread = Type.Object(
  { id: Type.String(), authors: Type.Array(reference(Author)) },
  { $id: 'Thread' },
);

const written = (schema: object, data: unknown): string =>
  serializerCompiler([Author, Thread])({ schema, method: 'GET', url: '/' })(data);

const serialize = (schema: object, data: unknown): unknown => JSON.parse(written(schema, data));

describe('An answer', () => {
  it('has what its schema names and nothing else, however deep', () => {
    const data = { id: 'thr_1', authors: [{ name: 'Robin', ip: '192.0.2.1' }], secret: 1 };
    expect(serialize(reference(Thread), data)).toEqual({
      id: 'thr_1',
      authors: [{ name: 'Robin' }],
    });
  });

  it.each([
    ['null', null, null],
    ['an object', { name: 'Robin', ip: '192.0.2.1' }, { name: 'Robin' }],
  ])('has for what may be null %s', (_, given, sent) => {
    const schema = Type.Object({ author: nullable(reference(Author)) });
    expect(serialize(schema, { author: given })).toEqual({ author: sent });
  });

  it.each([
    ['all of it where the schema says so', true, { a: 1, b: { c: 2 } }],
    ['what the schema of the others lets through', reference(Author), { b: { name: 'Robin' } }],
  ])('has of members without names %s', (_, additionalProperties, others) => {
    const schema = Type.Object({ id: Type.String() }, { additionalProperties });
    expect(serialize(schema, { id: 'x', ...others })).toEqual({ id: 'x', ...others });
  });

  it('picks from members without names as from all others', () => {
    const schema = Type.Record(Type.String(), reference(Author));
    expect(serialize(schema, { a: { name: 'Robin', ip: '192.0.2.1' } })).toEqual({
      a: { name: 'Robin' },
    });
  });

  it('leaves out what may be missing, and is not sent without what must be there', () => {
    expect(serialize(Author, { name: 'Robin' })).toEqual({ name: 'Robin' });
    expect(() => serialize(Author, { url: null })).toThrow('an answer lacks "name"');
  });

  it.each([
    ['in its order', { name: 'Robin', url: null }],
    ['in another order', { url: null, name: 'Robin' }],
    ['with something that is undefined', { name: 'Robin', url: undefined }],
    ['with something more between', { name: 'Robin', ip: '192.0.2.1', url: null }],
    ['with something more behind', { name: 'Robin', url: null, ip: '192.0.2.1' }],
  ])('is the same text whether it was made as its schema is or %s', (_, author) => {
    const { url } = author;
    const picked = url === undefined ? { name: 'Robin' } : { name: 'Robin', url };
    expect(written(Author, author)).toBe(JSON.stringify(picked));
    const thread = { id: 'thr_1', authors: [{ name: 'Kim' }, author] };
    expect(written(Thread, thread)).toBe(
      JSON.stringify({ id: 'thr_1', authors: [{ name: 'Kim' }, picked] }),
    );
  });

  it('is never one of several objects, which its schema could not tell apart', () => {
    const schema = Type.Object({ either: Type.Union([reference(Author), reference(Thread)]) });
    expect(() => serialize(schema, { either: { name: 'Robin' } })).toThrow('one thing or null');
  });
});
