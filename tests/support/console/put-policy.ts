import { expect } from 'vitest';

import { ADMIN_KEY, type Desk } from './desk.js';

/** Puts a policy in force, whichever was before. */
export async function putPolicy({ url }: Pick<Desk, 'url'>, document: unknown): Promise<void> {
  const answer = await fetch(`${url}/v1/policy`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${ADMIN_KEY}`,
      'content-type': 'application/json',
      'if-match': '*',
    },
    body: JSON.stringify(document),
  });
  expect(answer.status).toBe(200);
}
