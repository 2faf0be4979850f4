import { createHmac } from 'node:crypto';

interface Signature {
  readonly secret: string;
  /** When it is said to be signed; now, unless said otherwise. */
  readonly seconds?: number;
}

/** Posts what Gatepost would post to an address for events; the status of the answer. */
export async function told(
  url: string,
  event: unknown,
  { secret, seconds = Date.now() / 1000 }: Signature,
): Promise<number> {
  const body = JSON.stringify(event);
  const time = String(Math.floor(seconds));
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const hash = createHmac('sha256', key).update(`evt_1.${time}.${body}`).digest('base64');
  const headers = {
    'content-type': 'application/json',
    'webhook-id': 'evt_1',
    'webhook-timestamp': time,
    'webhook-signature': `v1,${hash}`,
  };
  const { status } = await fetch(url, { method: 'POST', headers, body });
  return status;
}

/** The event that a moderator rejected a comment, by its number. */
export const rejected = (id: string, version: number) => ({
  type: 'comment.rejected',
  data: {
    actor: { kind: 'moderator' },
    comment: { id: 'cmt_1', external_id: id },
    after: { status: 'rejected', version },
  },
});
