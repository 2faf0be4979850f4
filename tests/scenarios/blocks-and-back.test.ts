import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const HELD = 'You are a clueless moron, and so on.';
const REJECTED = 'This is fucking late.';
const HOUR = 3_600;

const say = async (author: Record<string, unknown>, body?: string): Promise<string> =>
  (
    await service.cms.post(
      '/v1/comments',
      aComment({ author: { name: author['external_id'], ...author }, ...(body && { body }) }),
    )
  ).body.comment.id;
const read = async (id: string) => (await service.moderator.get(`/v1/comments/${id}`)).body;
const statuses = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await read(id)).status));
const decide = async (id: string, action: string) => {
  const { version } = await read(id);
  const path = `/v1/comments/${id}/${action}`;
  expect((await service.moderator.post(path, { seen_version: version })).status).toBe(200);
};
const block = async (id: string, said: object) =>
  service.moderator.post(`/v1/authors/${id}/block`, { reason: 'spam', ...said });

describe('A block that reaches back', () => {
  it('gives comments back in the order in which they came, whichever it took first', async () => {
    const older = await say({ external_id: 'troll' });
    service.pass(30 * 60);
    const newer = await say({ external_id: 'troll' });
    const since = new Date(service.deps.clock() - 1_000).toISOString();
    expect((await block('troll', { reject_since: since })).body.rejected_comments).toBe(1);
    expect((await block('troll', { reject_hours: 1 })).body.rejected_comments).toBe(1);
    await service.moderator.post('/v1/authors/troll/unblock', { reason: 'sorry' });
    const { body } = await service.moderator.get('/v1/decisions?author=troll&limit=2');
    const back = body.data.map((decision: { comment_id: string }) => decision.comment_id);
    expect(back).toEqual([newer, older]);
  });

  it('takes down what came in since, and its end restores exactly what it alone rejected', async () => {
    const troll = { external_id: 'troll' };
    const old = await say(troll);
    // A record that speaks for the author, or what a block rejects would soon speak against them.
    for (let times = 0; times < 5; times += 1) {
      service.pass(60);
      await say(troll);
    }
    service.pass(48 * HOUR);
    const approved = await say(troll);
    const waiting = await say(troll, HELD);
    const rejected = await say(troll, REJECTED);
    const decided = await say(troll);
    const other = await say({ external_id: 'bystander' });
    const { status, body } = await block('troll', { reject_hours: 24 });
    expect([status, body.rejected_comments]).toEqual([200, 3]);
    const all = [old, approved, waiting, rejected, decided, other];
    const down = ['approved', 'rejected', 'rejected', 'rejected', 'rejected', 'approved'];
    expect(await statuses(all)).toEqual(down);
    const file = await service.moderator.get(`/v1/blocks/${body.block.id}`);
    expect(file.body.rejected_comments).toBe(3);

    // Somebody looked at one of them: theirs is the last word.
    await decide(decided, 'approve');
    await decide(decided, 'reject');
    const fine = await say(troll);
    const bad = await say(troll, 'What a clueless moron you are, dear colleague.');
    const worse = await say(troll, REJECTED);
    expect(await statuses([fine, bad, worse])).toEqual(['rejected', 'rejected', 'rejected']);

    const lifted = await service.moderator.post('/v1/authors/troll/unblock', { reason: 'sorry' });
    expect(lifted.body).toMatchObject({ standing: 'good', restored_comments: 4 });
    expect(lifted.body.blocks[0]).toMatchObject({ lift_reason: 'sorry', replaced_by: null });
    const after = ['approved', 'approved', 'pending', 'rejected', 'rejected', 'approved'];
    expect(await statuses(all)).toEqual(after);
    expect(await statuses([fine, bad, worse])).toEqual(['approved', 'pending', 'rejected']);

    const [first, takenDown, back] = (await read(approved)).decisions;
    expect(back).toMatchObject({ action: 'approve', reason: 'block lifted: spam' });
    expect(back.supersedes).toBe(takenDown.id);
    const stored = await service.deps.store.decisions.byIds('default', [back.id, takenDown.id]);
    expect(stored.get(takenDown.id)).toMatchObject({ block_id: body.block.id, restores: null });
    expect(stored.get(back.id)).toMatchObject({ restores: first.id });
    const again = await service.moderator.post('/v1/authors/troll/unblock');
    expect(again.body.restored_comments).toBe(0);
  });

  it('keeps everything down when it is lifted without restoring', async () => {
    const id = await say({ external_id: 'troll' });
    await block('troll', { reject_hours: 1 });
    const fresh = await say({ external_id: 'troll' });
    await service.moderator.post('/v1/authors/troll/unblock', { restore: false });
    expect(await statuses([id, fresh])).toEqual(['rejected', 'rejected']);
  });

  it('hands what it rejected on to the block that replaces it', async () => {
    const id = await say({ external_id: 'troll' });
    const first = (await block('troll', { reject_hours: 1 })).body.block;
    const refused = await say({ external_id: 'troll' });
    const second = (await block('troll', { mode: 'hold' })).body.block;
    expect((await service.moderator.get(`/v1/blocks/${first.id}`)).body).toMatchObject({
      replaced_by: second.id,
    });
    expect(await statuses([id, refused])).toEqual(['rejected', 'rejected']);
    const lifted = await service.moderator.delete(`/v1/blocks/${second.id}`);
    expect(lifted.body.restored_comments).toBe(2);
    expect(await statuses([id, refused])).toEqual(['approved', 'approved']);
  });

  it('takes down what came with a name or an address', async () => {
    const ip = { ip: '203.0.113.9' };
    const rows = [
      ['ip', '203.0.113.0/24', ip, { ip: '203.0.114.9' }],
      ['email', 'Joe@example.org', { email: 'joe@Example.org' }, { email: 'jo@example.org' }],
      ['email_domain', 'spam.example', { email: 'a@spam.example' }, { email: 'a@ham.example' }],
      ['name', 'Golden Gary', { name: 'golden  GАRY' }, { name: 'Golden Gar' }],
    ] as const;
    for (const [kind, value, hit, miss] of rows) {
      const down = await say({ external_id: `hit ${kind}`, ...hit });
      const up = await say({ external_id: `miss ${kind}`, ...miss });
      const { status, body } = await service.moderator.post('/v1/blocks', {
        kind,
        value,
        reason: 'r',
        reject_hours: 1,
      });
      expect([status, body.rejected_comments]).toEqual([201, 1]);
      expect(await statuses([down, up])).toEqual(['rejected', 'approved']);
      const later = await say({ external_id: `later ${kind}`, ...hit });
      expect(await statuses([later])).toEqual(['rejected']);
      const lifted = await service.moderator.delete(`/v1/blocks/${body.id}?reason=mistake`);
      expect(lifted.body).toMatchObject({ restored_comments: 2, lift_reason: 'mistake' });
      expect(await statuses([down, up, later])).toEqual(['approved', 'approved', 'approved']);
    }
  });

  it('leaves down what another block keeps down, until that one is lifted as well', async () => {
    const troll = { external_id: 'troll', ip: '203.0.113.9' };
    await say(troll);
    await block('troll', {});
    const { body: onIp } = await service.moderator.post('/v1/blocks', {
      kind: 'ip',
      value: '203.0.113.9',
      reason: 'r',
    });
    const both = await say(troll);
    const one = await service.moderator.post('/v1/authors/troll/unblock');
    expect(one.body.restored_comments).toBe(0);
    expect(await statuses([both])).toEqual(['rejected']);
    const two = await service.moderator.delete(`/v1/blocks/${onIp.id}`);
    expect(two.body.restored_comments).toBe(1);
    expect(await statuses([both])).toEqual(['approved']);
  });

  it('holds what another block would still hold', async () => {
    const troll = { external_id: 'troll', ip: '203.0.113.9' };
    await say(troll);
    await block('troll', {});
    const on = { kind: 'ip', value: '203.0.113.9', reason: 'r', mode: 'hold' };
    await service.moderator.post('/v1/blocks', on);
    const both = await say(troll);
    await service.moderator.post('/v1/authors/troll/unblock');
    expect(await statuses([both])).toEqual(['pending']);
  });

  it('is told to nobody in mode shadow, and restores the same', async () => {
    const id = await say({ external_id: 'troll' });
    await block('troll', { mode: 'shadow', reject_hours: 1 });
    const fresh = await say({ external_id: 'troll' });
    expect(await read(id)).toMatchObject({ status: 'rejected', shadow: true });
    await service.moderator.post('/v1/authors/troll/unblock');
    expect(await read(id)).toMatchObject({ status: 'approved', shadow: false });
    expect(await read(fresh)).toMatchObject({ status: 'approved', shadow: false });
  });

  it('does not bring back what its author has withdrawn', async () => {
    const id = await say({ external_id: 'troll' });
    await block('troll', { reject_hours: 1 });
    await service.cms.delete(`/v1/comments/${id}`);
    await service.moderator.post('/v1/authors/troll/unblock');
    expect(await statuses([id])).toEqual(['deleted']);
  });
});

describe('A temporary block', () => {
  it('ends by itself, and leaves down what it rejected until somebody lifts it', async () => {
    const id = await say({ external_id: 'hothead' });
    const { body } = await block('hothead', { days: 2, reject_hours: 1 });
    expect(Date.parse(body.block.until) - service.deps.clock()).toBe(48 * HOUR * 1000);
    service.pass(48 * HOUR - 1);
    expect(await statuses([await say({ external_id: 'hothead' })])).toEqual(['rejected']);
    service.pass(1);
    expect(await statuses([await say({ external_id: 'hothead' }), id])).toEqual([
      'approved',
      'rejected',
    ]);
    // There is no block in force any more that this could lift.
    await service.moderator.post('/v1/authors/hothead/unblock');
    expect(await statuses([id])).toEqual(['rejected']);
    await service.moderator.delete(`/v1/blocks/${body.block.id}`);
    expect(await statuses([id])).toEqual(['approved']);
  });
});

describe('Strikes', () => {
  const put = async (policy: object): Promise<void> => {
    const { headers } = await service.admin.get('/v1/policy');
    const seen = { 'if-match': String(headers['etag']) };
    expect((await service.admin.put('/v1/policy', policy, seen)).status).toBe(200);
  };
  const file = async (id: string) => (await service.moderator.get(`/v1/authors/${id}`)).body;

  it('block an author at the threshold, for the days that the policy says, and once', async () => {
    await put({ strikes: { block_at: 3, block_days: 7 } });
    await say({ external_id: 'rude' }, `${REJECTED} One.`);
    await decide(await say({ external_id: 'rude' }), 'reject');
    expect((await file('rude')).standing).not.toBe('blocked');
    await say({ external_id: 'rude' }, `${REJECTED} Three.`);
    const blocked = await file('rude');
    expect(blocked.standing).toBe('blocked');
    expect(blocked.blocks).toMatchObject([
      { raised_by: 'policy', created_by: 'gatepost', reason: '3 strikes within 90 days' },
    ]);
    expect(blocked.standing_explained.strikes.in_force).toHaveLength(3);
    await say({ external_id: 'rude' }, `${REJECTED} Four.`);
    expect((await file('rude')).blocks).toHaveLength(1);
    service.pass(7 * 24 * HOUR);
    expect((await file('rude')).standing).not.toBe('blocked');
  });

  it('block an author when a moderator’s rejection makes it so, and longer each time', async () => {
    await put({ strikes: { block_at: 1, block_days: 2, repeat_factor: 3 } });
    const days = async (): Promise<number> => {
      await decide(await say({ external_id: 'rude' }), 'reject');
      const [newest] = (await file('rude')).blocks;
      service.pass((Date.parse(newest.until) - service.deps.clock()) / 1000);
      return (Date.parse(newest.until) - Date.parse(newest.created_at)) / 86_400_000;
    };
    expect([await days(), await days(), await days()]).toEqual([2, 6, 18]);
  });

  it('expire, vanish when they are overturned, and stay when the comment is withdrawn', async () => {
    const first = await say({ external_id: 'rude' }, `${REJECTED} One.`);
    service.pass(24 * HOUR);
    const second = await say({ external_id: 'rude' }, `${REJECTED} Two.`);
    const held = async () =>
      (await file('rude')).standing_explained.strikes.in_force.map(
        (strike: { comment_id: string }) => strike.comment_id,
      );
    expect(await held()).toEqual([second, first]);
    await service.cms.delete(`/v1/comments/${first}`);
    expect(await held()).toEqual([second, first]);
    await decide(second, 'approve');
    expect(await held()).toEqual([first]);
    service.pass(89 * 24 * HOUR + 1);
    expect(await held()).toEqual([]);
  });

  it('are not what a block took down, what came twice, or what came to a closed thread', async () => {
    await say({ external_id: 'unlucky' });
    const long = 'The council meets on Monday evening to talk about the new bridge.';
    await say({ external_id: 'unlucky' }, long);
    await say({ external_id: 'unlucky' }, long);
    await service.moderator.put('/v1/threads/shut', { closed: true });
    const thread = { external_id: 'shut' };
    const author = { external_id: 'unlucky', name: 'Unlucky' };
    await service.cms.post('/v1/comments', aComment({ author, thread }));
    await block('unlucky', { reject_hours: 1 });
    await say({ external_id: 'unlucky' });
    const { counts, standing_explained } = await file('unlucky');
    expect(counts.rejected).toBeGreaterThanOrEqual(3);
    expect(standing_explained.strikes.in_force).toEqual([]);
  });

  it('hold what follows, however many comments were approved before', async () => {
    const author_history = { enabled: false };
    await put({ rules: { author_history, strikes: { exempt_after_approved: 1 } } });
    await say({ external_id: 'rude' });
    for (const word of ['One', 'Two', 'Three']) {
      expect(await statuses([await say({ external_id: 'rude' })])).toEqual(['approved']);
      service.pass(60);
      await say({ external_id: 'rude' }, `${REJECTED} ${word}.`);
    }
    const next = await say({ external_id: 'rude' });
    expect(await read(next)).toMatchObject({
      status: 'pending',
      findings: [{ rule: 'strikes', reason: 'conduct.strikes' }],
    });
    service.pass(91 * 24 * HOUR);
    expect(await statuses([await say({ external_id: 'rude' })])).toEqual(['approved']);
  });
});

describe('A new author who looks like a blocked one', () => {
  const judged = async (author: Record<string, unknown>) => {
    const { status, findings } = await read(await say(author));
    return [status, findings.map((each: { reason: string }) => each.reason)];
  };
  const banned = {
    external_id: 'banned',
    name: 'Golden Gary',
    email: 'gary@example.org',
    ip: '203.0.113.9',
  };

  it('is held for the same mailbox, address or name, and is not told so', async () => {
    await say(banned);
    await block('banned', {});
    expect(await judged({ external_id: 'a', email: 'Gary@Example.org' })).toEqual([
      'pending',
      ['blocked.resembles_email'],
    ]);
    expect(await judged({ external_id: 'b', ip: '203.0.113.9' })).toEqual([
      'pending',
      ['blocked.resembles_ip'],
    ]);
    const alike = await say({ external_id: 'c', name: 'G0lden Gаry' });
    expect(await read(alike)).toMatchObject({
      status: 'pending',
      findings: [
        { reason: 'blocked.resembles_name', field: null, spans: [], terms: [] },
      ],
    });
    expect((await read(alike)).findings[0].message).not.toMatch(/block|gary|name/iu);
    expect(await judged({ external_id: 'd', ip: '203.0.113.10', name: 'Silver Sue' })).toEqual([
      'approved',
      [],
    ]);
  });

  it('is trusted once a comment was approved, and when the block is over', async () => {
    await say(banned);
    await block('banned', { days: 1 });
    const first = await say({ external_id: 'a', ip: '203.0.113.9' });
    await decide(first, 'approve');
    expect(await judged({ external_id: 'a', ip: '203.0.113.9' })).toEqual(['approved', []]);
    service.pass(24 * HOUR);
    expect(await judged({ external_id: 'b', ip: '203.0.113.9' })).toEqual(['approved', []]);
  });

  it('is not held at an address that others in good standing share', async () => {
    await say({ external_id: 'colleague 1', ip: '203.0.113.9' });
    await say({ external_id: 'colleague 2', ip: '203.0.113.9' });
    await say(banned);
    await block('banned', {});
    expect(await judged({ external_id: 'newcomer', ip: '203.0.113.9' })).toEqual(['approved', []]);
  });

  it('is not held for a name that somebody in good standing has as well', async () => {
    await say({ external_id: 'other anna', name: 'Anna' });
    await say({ external_id: 'bad anna', name: 'Anna' });
    await block('bad anna', {});
    expect(await judged({ external_id: 'third anna', name: 'Anna' })).toEqual(['approved', []]);
  });

  it('does not make a name common by coming again and again', async () => {
    await say(banned);
    await block('banned', {});
    for (const external_id of ['again 1', 'again 2', 'again 3']) {
      expect(await judged({ external_id, name: 'Golden Gary' })).toEqual([
        'pending',
        ['blocked.resembles_name'],
      ]);
    }
  });

  it('is not held for an address that the blocked one used long ago', async () => {
    await say(banned);
    await block('banned', {});
    service.pass(31 * 24 * HOUR);
    expect(await judged({ external_id: 'tenant', ip: '203.0.113.9' })).toEqual(['approved', []]);
  });
});
