import type { Desk } from './desk.js';

export interface Submitted {
  readonly comment: { readonly id: string; readonly version: number };
}

/** A comment that waits, by a reader of its own who is named by it: `Reader of 7`. */
export async function submit(
  desk: Pick<Desk, 'call'>,
  external_id: string,
  body = `You are a clueless moron, ${external_id}.`,
): Promise<Submitted> {
  return desk.call('POST', '/v1/comments', {
    external_id,
    thread: { external_id: 'bridge' },
    author: { external_id: `reader of ${external_id}`, name: `Reader of ${external_id}` },
    body,
  });
}
