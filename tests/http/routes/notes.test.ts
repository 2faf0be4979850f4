import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from '../../support/app.js';
import { allPages, shownComment } from '../../support/desk.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

describe.each([
  ['comments', 'comment'],
  ['authors', 'author'],
])('Notes on %s (addNote, listNotes, deleteNote)', (path, kind) => {
  const about = async (): Promise<string> => {
    const comment = await shownComment(service);
    return kind === 'comment' ? comment.id : comment.author.id;
  };
  const add = async (id: string, body = 'third time this week', who = service.moderator) =>
    who.post(`/v1/${path}/${id}/notes`, { body });

  it('are for moderators: listed newest first, and shown in the file', async () => {
    const id = await about();
    const { status, body } = await add(id);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      about: { kind, id },
      body: 'third time this week',
      created_by: 'moderate of default',
      own: true,
    });
    for (let i = 0; i < 11; i += 1) await add(id, `note ${i}`, service.admin);
    const listed = await allPages(service.moderator, `/v1/${path}/${id}/notes?limit=5`);
    expect(listed).toHaveLength(12);
    expect(listed[0]).toMatchObject({ body: 'note 10', own: false });
    expect(listed[11]).toEqual(body);
    const file = await service.moderator.get(`/v1/${path}/${id}`);
    expect(file.body.notes.count).toBe(12);
    expect(file.body.notes.latest).toEqual(listed.slice(0, 10));
  });

  it('are never in an answer to the CMS', async () => {
    const id = await about();
    await add(id, 'a secret of the desk');
    expect((await service.cms.get(`/v1/${path}/${id}/notes`)).status).toBe(403);
    expect((await add(id, 'x', service.cms)).status).toBe(403);
    const { body } = await service.cms.get(`/v1/${path}/${id}`);
    expect(JSON.stringify(body)).not.toContain('secret of the desk');
    expect(body).not.toHaveProperty('notes');
  });

  it('are deleted by who wrote them, or by an administrator', async () => {
    const id = await about();
    const ben = await service.client('moderate');
    const own = (await add(id)).body;
    const bens = (await add(id, 'Ben’s', ben)).body;
    const refused = await ben.delete(`/v1/notes/${own.id}`);
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect((await service.moderator.delete(`/v1/notes/${own.id}`)).body).toEqual(own);
    expect((await service.admin.delete(`/v1/notes/${bens.id}`)).status).toBe(200);
    expect((await service.admin.delete(`/v1/notes/${bens.id}`)).status).toBe(404);
    expect((await service.moderator.get(`/v1/${path}/${id}/notes`)).body.data).toEqual([]);
  });

  it('are on record without their text', async () => {
    const id = await about();
    const { body } = await add(id, 'nobody else shall read this');
    await service.moderator.delete(`/v1/notes/${body.id}`);
    const entries = await service.deps.store.audit.after('default', 0, 100);
    const acts = entries.filter(({ object_id }) => object_id === body.id);
    expect(acts.map((act) => act.kind)).toEqual(['note.added', 'note.deleted']);
    expect(JSON.stringify(acts)).not.toContain('nobody else');
  });

  it('need a text, something to be about, and the site of it', async () => {
    const id = await about();
    const other = await service.client('admin', 'other');
    const { id: note } = (await add(id)).body;
    expect((await add(id, '   ')).status).toBe(400);
    expect((await add(id, 'x'.repeat(2_001))).status).toBe(400);
    expect((await add('none')).status).toBe(404);
    expect((await add(id, 'x', other)).status).toBe(404);
    expect((await other.delete(`/v1/notes/${note}`)).status).toBe(404);
  });
});
