import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createKey } from '../../src/operations/create-key.js';
import { verifyAudit } from '../../src/operations/verify-audit.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { signIn } from '../support/browser.js';
import { appealed } from '../support/fuzz/appealed.js';
import { OPERATIONS } from '../support/fuzz/operations.js';
import { type Answered, broken, brokenRefusal, mediaType } from '../support/fuzz/oracle.js';
import { remembered } from '../support/fuzz/remembered.js';
import { type Plan, plans } from '../support/fuzz/requests.js';
import { requestOf, send, type Sent, type Shown } from '../support/fuzz/send.js';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 20_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_130);
/** Only a session that was ended is answered so. */
const SIGNED_OUT = 204;
const SITES = ['default', 'other'];
/** What no request alone can do: one needs a model to stand on, one a delivery that has failed. */
const NEVER_DONE = ['learnHouse', 'replayDelivery'];
/** 853 seconds were seen on two cores with a load of 24. */
const RUN_MILLISECONDS_MAX = 1_500_000;
/** What a failure shows of a request: enough to send it again. */
const SHOWN_LENGTH = 1_500;

let service: TestApp;
/**
 * Keys: two of each scope, one that is none, and no key. Browsers: two in a session, and one whose
 * page does not know the token of its session.
 */
const callers: Shown[] = [];
const own = new Set<string>();

beforeAll(async () => {
  const sender = {
    refusal: async (url: string) => Promise.resolve(url.startsWith('https:') ? null : 'is refused'),
    send: async () =>
      Promise.resolve({ http_status: 500, problem: null, retry_after_seconds: null }),
  };
  service = await startTestApp({ sender });
  for (const site of SITES) {
    await service.client('admin', site);
    for (const scope of ['admin', 'moderate', 'submit'] as const) {
      const caller = { site_id: site };
      const { token, key } = await createKey(service.deps, { caller, name: scope, scope });
      callers.push(bearer(token));
      own.add(key.id);
    }
  }
  callers.push(bearer('gp_nobody_nothing'), bearer(''));
  // Of a key that signs in with nobody else: so many would push these sessions out.
  const caller = { site_id: 'default' };
  const { token, key } = await createKey(service.deps, { caller, name: 'console', scope: 'admin' });
  own.add(key.id);
  signInAgain = async () => {
    const { cookie, csrf } = await signIn(service.app, token);
    return { cookie, 'x-csrf-token': csrf };
  };
  const { cookie = '' } = await signInAgain();
  callers.push({ cookie }, await signInAgain(), await signInAgain());
});
afterAll(async () => service.close());

const bearer = (token: string): Shown => ({ authorization: `Bearer ${token}` });
let signInAgain: () => Promise<Shown>;

/** The operation that a request is for, which another method than planned may have made another. */
function verdictOf(plan: Plan, sent: Sent, answered: Answered): string | null {
  const { path } = plan.operation;
  if (plan.method === 'HEAD') return answered.status >= 500 ? 'a fault of the service' : null;
  const operation = OPERATIONS.find((each) => each.path === path && each.method === sent.method);
  return operation === undefined ? brokenRefusal(answered) : broken(operation, answered);
}

function shown(sent: Sent, { status, body }: Answered): string {
  const request = JSON.stringify(sent).slice(0, SHOWN_LENGTH);
  return `${request}\n  → ${status} ${body.slice(0, SHOWN_LENGTH)}`;
}

describe('Whatever is sent to any operation', () => {
  it(`is answered as openapi.json says: ${REQUESTS} requests with seed ${SEED}`, async () => {
    const memory = remembered(own);
    const failures = new Map<string, string>();
    const seen = new Set<string>();
    const succeeded = new Set(await appealed(service, memory));
    // A request that was answered in a new way is changed and sent again.
    const telling: Plan[] = [];
    const again = fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.nat({ max: 9_999 }) },
    );
    const requests = plans(OPERATIONS, callers.length);
    const property = fc.asyncProperty(requests, again, async (fresh, from) => {
      const base = from === null ? undefined : telling[from % telling.length];
      const plan: Plan = base === undefined ? fresh : mixed(base, fresh, from ?? 0);
      const sent = requestOf(plan, callers, memory);
      service.pass(1);
      const answered = await send(service.app, sent);
      const id = plan.operation.operationId;
      const wrong = verdictOf(plan, sent, answered);
      if (wrong !== null && !failures.has(`${id}: ${wrong}`)) {
        failures.set(`${id}: ${wrong}`, shown(sent, answered));
      }
      if (answered.status < 300) succeeded.add(id);
      if (answered.status === SIGNED_OUT) callers[plan.caller] = await signInAgain();
      const json = mediaType(answered.type).endsWith('json') && answered.body !== '';
      const body = json ? (JSON.parse(answered.body) as { code?: string }) : {};
      if (answered.status < 300) memory.learn(body);
      const way = `${id} ${answered.status} ${body.code ?? ''}`;
      if (!seen.has(way)) telling.push(plan);
      seen.add(way);
    });
    const began = performance.now();
    await fc.assert(property, { numRuns: REQUESTS, seed: SEED, endOnFailure: true });
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `fuzz: ${REQUESTS} requests to ${OPERATIONS.length} operations in ${seconds.toFixed(0)} s, ` +
        `seed ${SEED}, ${seen.size} different answers, ${failures.size} broken promises`,
    );
    expect([...failures].map(([what, request]) => `${what}\n  ${request}`).join('\n')).toBe('');
    const never = OPERATIONS.map((each) => each.operationId).filter((id) => !succeeded.has(id));
    expect(NEVER_DONE, 'operations that were never done').toEqual(expect.arrayContaining(never));
  }, RUN_MILLISECONDS_MAX);

  it('leaves a record that is whole', async () => {
    for (const site_id of SITES) {
      const watch = { onProgress: () => undefined };
      const verified = await verifyAudit(service.deps, { site_id, known: null }, watch);
      const { entries, comments } = verified;
      console.log(`fuzz: the record of ${site_id}: ${entries} entries, ${comments} comments`);
      expect(verified.entries).toBeGreaterThan(0);
      expect(verified.problems).toEqual([]);
    }
  });
});

/** The first with one part of the other, of the same operation; else by the other’s caller. */
function mixed(base: Plan, other: Plan, n: number): Plan {
  const same = base.operation === other.operation;
  const parts: readonly Partial<Plan>[] = same
    ? [
        { body: other.body },
        { query: other.query },
        { headers: other.headers },
        { path: other.path },
      ]
    : [{ caller: other.caller }, {}, {}, {}];
  return { ...base, ...parts[n % parts.length] };
}
