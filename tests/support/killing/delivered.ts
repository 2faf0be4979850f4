import { EVENT_TYPES } from '../../../src/domain/audit.js';
import { BEGINNING, testDeps } from '../deps.js';
import type { Receiver } from '../receiver.js';
import { call, type Service } from '../service.js';
import { driven, localSender } from '../webhooks.js';
import { ADMIN_KEY } from './acts.js';
import { rowsOf } from './rows.js';

/** From now on the receiver is told of everything that happens. */
export async function subscribe({ url }: Service, receiver: Receiver): Promise<void> {
  const body = JSON.stringify({ url: receiver.url });
  const { status } = await call(`${url}/v1/webhooks`, { key: ADMIN_KEY, method: 'POST', body });
  if (status !== 201) throw new Error(`no webhook could be made: ${status}`);
}

/** Longer than an attempt counts as under way that was lost with its process. */
const LATER_SECONDS = 3_600;

/**
 * Sends what is still to be sent, an hour later by its clock, and says which events on record never
 * reached the receiver.
 */
export async function undelivered(url: string, receiver: Receiver): Promise<readonly string[]> {
  const { deps, pass, close } = await testDeps(url);
  pass((Date.now() - BEGINNING) / 1000 + LATER_SECONDS);
  await driven({ ...deps, sender: localSender() }).all();
  await close();
  const rows = await rowsOf(url);
  const kinds = EVENT_TYPES.map((kind) => `'${kind}'`).join(', ');
  const events = await rows.all(`SELECT entry_id AS id FROM audit_entries WHERE kind IN (${kinds})
    AND sequence > (SELECT min(sequence) FROM audit_entries WHERE kind = 'webhook.created')`);
  await rows.close();
  const got = new Set(receiver.requests.map(({ headers }) => headers['webhook-id']));
  return events.map(({ id }) => String(id)).filter((id) => !got.has(id));
}
