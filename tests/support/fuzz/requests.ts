import fc, { type Arbitrary } from 'fast-check';

import type { Operation, Parameter } from './operations.js';
import { goodValue, placeholder, wild } from './values.js';

/** A request before what it refers to is filled in. */
export interface Plan {
  readonly operation: Operation;
  /** Another one than the operation's, in a few. */
  readonly method: string;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: readonly (readonly [string, unknown])[];
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or what pretends to be; null for none. */
  readonly body: { readonly value: unknown } | { readonly raw: string | Buffer } | null;
  /** Who sends it: see `callers` in the test. */
  readonly caller: number;
}

/** The kind of id that stands behind this part of a path. */
const KINDS: Readonly<Record<string, string>> = {
  comments: 'cmt',
  decisions: 'dec',
  authors: 'aut',
  threads: 'thr',
  notes: 'nte',
  reports: 'rep',
  appeals: 'apl',
  notices: 'ntc',
  blocks: 'blk',
  warnings: 'wrn',
  webhooks: 'whk',
  deliveries: 'dlv',
  claims: 'cmt',
  keys: 'other',
};

/** Some have much more to try than others, and some leave less behind than they find. */
const WEIGHTS: Readonly<Record<string, number>> = {
  submitComment: 20,
  rejectComment: 6,
  approveComment: 4,
  previewComment: 6,
  putPolicy: 6,
  reportComment: 4,
  fileAppeal: 16,
  getAppeal: 4,
  resolveAppeal: 20,
  fileNotice: 4,
  blockAuthor: 3,
  createBlock: 3,
  testWebhook: 4,
  getDelivery: 4,
};

/** Requests to every operation: most of them nearly right, some of them far from it. */
export function plans(operations: readonly Operation[], callers: number): Arbitrary<Plan> {
  return fc.oneof(
    ...operations.map((operation) => ({
      weight: WEIGHTS[operation.operationId] ?? 2,
      arbitrary: planOf(operation, callers),
    })),
  );
}

function planOf(operation: Operation, callers: number): Arbitrary<Plan> {
  return fc.record({
    operation: fc.constant(operation),
    method: fc.oneof(
      { weight: 60, arbitrary: fc.constant(operation.method) },
      { weight: 1, arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD') },
    ),
    path: pathOf(operation),
    query: queryOf(operation.parameters.filter((each) => each.in === 'query')),
    headers: headersOf(operation),
    body: operation.body === null ? noBody : bodyOf(goodValue(operation.body)),
    caller: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.nat({ max: callers - 1 }) },
    ),
  });
}

function pathOf({ path, parameters }: Operation): Arbitrary<Record<string, unknown>> {
  const values = parameters
    .filter((each) => each.in === 'path')
    .map(({ name, schema }) => {
      const before = new RegExp(`/([a-z-]+)/\\{${name}\\}`, 'u').exec(path)?.[1] ?? '';
      const kind = KINDS[before];
      const good = kind === undefined ? goodValue(schema, name) : placeholder(kind);
      const theirs = fc.constantFrom('reader-1', '@@aut:0@@', '@@aut:1@@');
      return [
        name,
        fc.oneof(
          { weight: 12, arbitrary: good },
          { weight: 6, arbitrary: before === 'authors' ? theirs : good },
          { weight: 1, arbitrary: placeholder('any') },
          { weight: 1, arbitrary: wild },
        ),
      ] as const;
    });
  return fc.record(Object.fromEntries(values));
}

function queryOf(parameters: readonly Parameter[]): Arbitrary<[string, unknown][]> {
  if (parameters.length === 0) {
    return fc.oneof(
      { weight: 30, arbitrary: fc.constant<[string, unknown][]>([]) },
      { weight: 1, arbitrary: fc.constant<[string, unknown][]>([['unknown', 'x']]) },
    );
  }
  const one = fc.oneof(
    ...parameters.map(({ name, schema, required }) => ({
      weight: required === true ? 10 : 1,
      arbitrary: fc.tuple(
        fc.constant(name),
        fc.oneof(
          { weight: 12, arbitrary: goodValue(schema, name) },
          { weight: 1, arbitrary: wild },
        ),
      ),
    })),
  );
  return fc
    .tuple(
      fc.tuple(
        ...parameters
          .filter(({ required }) => required === true)
          .map(({ name, schema }) => fc.tuple(fc.constant(name), goodValue(schema, name))),
      ),
      fc.array(one, { maxLength: 3 }),
    )
    .map(([required, more]) => [...required, ...more] as [string, unknown][]);
}

const headerValue = fc.oneof(
  fc.constantFrom('*', '"1"', '"2"', 'W/"3"', '""', '0', '-1', '1e9', 'a, b', 'é', 'x'.repeat(300)),
  fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[^\x20-\x7e]/gu, '?')),
);

function headersOf({ operationId, parameters }: Operation): Arbitrary<Record<string, string>> {
  const own = parameters.filter((each) => each.in === 'header').map(({ name }) => name);
  const value: Arbitrary<Record<string, string>> =
    operationId === 'putPolicy'
      ? fc.constant<Record<string, string>>({ 'if-match': '*' })
      : fc.constant<Record<string, string>>({});
  const name = fc.constantFrom(
    ...own,
    'if-match',
    'idempotency-key',
    'accept',
    'content-type',
    'x-forwarded-for',
    'last-event-id',
  );
  return fc.oneof(
    { weight: 8, arbitrary: value },
    { weight: 1, arbitrary: fc.constant({ accept: 'text/event-stream', 'if-match': '*' }) },
    { weight: 1, arbitrary: fc.nat({ max: 30 }).map((n) => ({ 'idempotency-key': `key-${n}` })) },
    { weight: 1, arbitrary: fc.dictionary(name, headerValue, { maxKeys: 2 }) },
  );
}

const RAW: readonly (string | Buffer)[] = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '{"a":1}',
  '{"__proto__":{"admin":true}}',
  '{"body":"\\ud800"}',
  '\uFEFF{}',
  `${'['.repeat(2_000)}${']'.repeat(2_000)}`,
  `{"body":"${'x'.repeat(1_100_000)}"}`,
  Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
];

const raw = fc.constantFrom(...RAW).map((each) => ({ raw: each }));
const noBody: Arbitrary<Plan['body']> = fc.oneof(
  { weight: 30, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: raw },
);

/** Half of them as they should be; in the others one or two places are not. */
function bodyOf(good: Arbitrary<unknown>): Arbitrary<Plan['body']> {
  const spoilt = fc
    .tuple(good, fc.array(fc.tuple(fc.nat({ max: 99 }), wild), { minLength: 1, maxLength: 2 }))
    .map(([value, changes]) =>
      changes.reduce((changed, [place, by]) => spoil(changed, place, by), value),
    );
  return fc.oneof(
    { weight: 12, arbitrary: good.map((value) => ({ value })) },
    { weight: 10, arbitrary: spoilt.map((value) => ({ value })) },
    { weight: 1, arbitrary: raw },
  );
}

/** The same value with something else in one of its places, which are counted from the top. */
function spoil(value: unknown, place: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return by;
  const names = Object.keys(value);
  // One place more: a member that nobody knows.
  const name = names[place % (names.length + 1)] ?? 'unknown';
  const rest = Math.floor(place / (names.length + 1));
  const member: unknown = (value as Record<string, unknown>)[name];
  const changed = rest === 0 ? by : spoil(member, rest, by);
  return Array.isArray(value)
    ? value.map((each: unknown, n) => (String(n) === name ? changed : each))
    : { ...value, [name]: changed };
}
