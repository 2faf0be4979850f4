import { aComment, type TestApp } from '../app.js';
import type { Answer } from '../client.js';
import type { Remembered } from './remembered.js';

/** What an appeal is about, beside which chance alone would seldom put a right answer. */
const APPEALS = 3;

/**
 * Has comments rejected and appealed against, one of which is answered: what needs four right
 * requests in a row is not left to chance. Resolves with the operations that were done.
 *
 * @throws where one of them is refused.
 */
export async function appealed(service: TestApp, memory: Remembered): Promise<readonly string[]> {
  const { cms, moderator, admin } = service;
  const done = new Set<string>();
  const did = (operation: string, { status, body }: Answer): Answer['body'] => {
    if (status >= 300) throw new Error(`${operation}: ${status} ${JSON.stringify(body)}`);
    done.add(operation);
    memory.learn(body);
    return body;
  };
  for (let each = 0; each < APPEALS; each += 1) {
    const { comment } = did('submitComment', await cms.post('/v1/comments', aComment()));
    const about = `/v1/comments/${comment.id}`;
    const decision = { seen_version: comment.version, reason: 'off the subject' };
    const rejected = did('rejectComment', await moderator.post(`${about}/reject`, decision));
    const appeal = did(
      'fileAppeal',
      await cms.post(`${about}/appeals`, {
        author: comment.author.external_id,
        text: 'It is about the bridge, as the article is.',
      }),
    );
    did('getAppeal', await moderator.get(`/v1/appeals/${appeal.id}`));
    if (each > 0) continue;
    const seen_version = rejected.comment.version;
    const answer = { outcome: 'overturned', reason: 'You are right.', seen_version };
    did('resolveAppeal', await admin.post(`/v1/appeals/${appeal.id}/resolve`, answer));
  }
  return [...done];
}
