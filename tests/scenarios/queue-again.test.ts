import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Caller, Deps } from '../../src/deps.js';
import { LINE_ACTS_MAX } from '../../src/limits/desk.js';
import { listQueue } from '../../src/operations/list-queue.js';
import { reportComment } from '../../src/operations/report-comment.js';
import { openStore } from '../../src/store/open.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';
import { lastingDatabase, type TestDatabase } from '../support/databases.js';
import { complain, heldComment, shownComment } from '../support/desk.js';

let database: TestDatabase;
let service: TestApp;
beforeEach(async () => {
  database = await lastingDatabase();
  service = await startTestApp({}, database.url);
  await service.admin.put('/v1/policy', { reports: { hold_at: 0 } }, { 'if-match': '*' });
});
afterEach(async () => {
  await service.close();
  await database.remove();
});

const CALLER: Caller = { id: 'nobody', site_id: 'default', name: 'Nobody', scope: 'moderate' };

/** All of the line in pages, without what was told of it to others. */
async function line(deps: Deps): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = { cursor: cursor ?? null, limit: 3 };
    const { data, next_cursor } = await listQueue(deps, { caller: CALLER, query: {}, page });
    items.push(
      ...data.map(({ comment, kinds, priority, reasons }) => ({
        id: comment.id,
        kinds,
        priority,
        reasons,
      })),
    );
    cursor = next_cursor;
  }
  return items;
}

/** To somebody who has not looked before: nothing is known of a copy of the store. */
const lineAnew = async ({ deps }: TestApp): Promise<readonly unknown[]> =>
  line({ ...deps, store: { ...deps.store } });

/** What can happen between two looks, to one of the comments that are there; whether it did. */
const ACTS: Readonly<Record<string, (of: Answer['body'], at: number) => Promise<boolean>>> = {
  hold: async () => (await heldComment(service)).status === 'pending',
  reply: async ({ id }) => (await shownComment(service, { parent_id: id })).status === 'approved',
  report: async ({ id }, at) => {
    await complain(service, id, { readers: [`reader-${at}`] });
    return true;
  },
  approve: async (comment) => decided(comment, 'approve'),
  reject: async (comment) => decided(comment, 'reject'),
  claim: async ({ id }) => worked(await service.moderator.post(`/v1/queue/claims/${id}`, {})),
  edit: async ({ id }) => {
    const body = 'You are a clueless moron after all.';
    return worked(await service.cms.patch(`/v1/comments/${id}`, { body }));
  },
  withdraw: async ({ id }) => worked(await service.cms.delete(`/v1/comments/${id}`)),
  wait: async () => {
    service.pass(1_500);
    return Promise.resolve(true);
  },
};

const worked = ({ status }: Answer): boolean => status < 300;

async function decided(
  { id, version }: { readonly id: string; readonly version: number },
  action: 'approve' | 'reject',
): Promise<boolean> {
  const body = { reason: 'off topic', seen_version: version };
  return worked(await service.moderator.post(`/v1/comments/${id}/${action}`, body));
}

describe('The queue, looked at again,', () => {
  it('is what somebody sees who looks for the first time, whatever happened between', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 8; at += 1) ids.push((await shownComment(service)).id);
    for (const id of ids) await complain(service, id, { readers: ['a', 'b'] });
    const act = fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.constantFrom(...ids));
    const acts = fc.array(act, { minLength: 30, maxLength: 30 });
    let readers = 0;
    const done = new Set<string>();
    const property = fc.asyncProperty(acts, async (happening) => {
      for (const [name, id] of happening) {
        readers += 1;
        const comment = (await service.moderator.get(`/v1/comments/${id}`)).body;
        if ((await ACTS[name]?.(comment, readers)) === true) done.add(name);
        expect(await line(service.deps)).toEqual(await lineAnew(service));
      }
    });
    await fc.assert(property, { numRuns: 4, seed: 8, endOnFailure: true });
    expect([...done].sort()).toEqual(Object.keys(ACTS).sort());
  });

  it('is on later pages as it was on the first, whoever looks meanwhile', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) ids.push((await shownComment(service)).id);
    for (const id of ids) await complain(service, id, { readers: ['a'] });
    const [first = '', , , fourth = ''] = ids;
    const query = { caller: CALLER, query: {} };
    const { data, next_cursor } = await listQueue(service.deps, {
      ...query,
      page: { cursor: null, limit: 2 },
    });
    expect(data.map(({ comment }) => comment.id)).toEqual(ids.slice(0, 2));
    // It would be first of all, and stand on no later page.
    await complain(service, fourth, { readers: ['b', 'c'] });
    await shownComment(service, { parent_id: first });
    expect(await line(service.deps)).toMatchObject([{ id: fourth }, { id: first }, {}, {}, {}]);
    const page = { cursor: next_cursor, limit: 10 };
    const rest = await listQueue(service.deps, { ...query, page });
    expect(rest.data.map(({ comment }) => comment.id)).toEqual(ids.slice(2));
  });

  it('is not read anew where only others wrote', async () => {
    const { id } = await shownComment(service);
    await complain(service, id, { readers: ['a'] });
    const reported = vi.spyOn(service.deps.store.queue, 'reported');
    await line(service.deps);
    expect(reported).toHaveBeenCalledTimes(1);
    await shownComment(service);
    await heldComment(service);
    expect(await line(service.deps)).toHaveLength(2);
    expect(reported).toHaveBeenCalledTimes(1);
    await shownComment(service, { parent_id: id });
    expect((await line(service.deps))[0]).toMatchObject({ id, priority: { reach: 26 } });
    expect(reported).toHaveBeenCalledTimes(2);
    // Answers count for so long back, and less far with every hour.
    service.pass(3_600);
    await line(service.deps);
    expect(reported).toHaveBeenCalledTimes(3);
  });

  it('is read anew when somebody complained at another instance', async () => {
    const { id } = await shownComment(service);
    expect(await line(service.deps)).toEqual([]);
    const { clock, newId } = service.deps;
    const other = await openStore(database.url, { clock });
    await reportComment(
      { store: other.store, clock, newId },
      { caller: CALLER, id, reporter: 'a', reason: 'hate', text: null },
    );
    await other.close();
    expect(await line(service.deps)).toMatchObject([{ id }]);
  });

  it('is read anew when too much happened to go through', async () => {
    const { id } = await shownComment(service);
    await complain(service, id, { readers: ['a'] });
    await line(service.deps);
    const { store } = service.deps;
    const acts = vi.spyOn(store.audit, 'actsAfter');
    acts.mockImplementation(async () =>
      Promise.resolve(
        Array.from({ length: LINE_ACTS_MAX + 1 }, (_, at) => ({
          sequence: at + 1,
          kind: 'note.added' as const,
          comment_id: null,
        })),
      ),
    );
    const reported = vi.spyOn(store.queue, 'reported');
    expect(await line(service.deps)).toMatchObject([{ id }]);
    expect(reported).toHaveBeenCalledTimes(1);
  });
});
