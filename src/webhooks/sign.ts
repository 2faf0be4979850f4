import { createHmac } from 'node:crypto';

/** How a secret begins, so that it is recognised where it does not belong. */
export const SECRET_PREFIX = 'whsec_';

export interface Signed {
  readonly id: string;
  /** Seconds since 1970. */
  readonly sent_at_seconds: number;
  readonly body: string;
  /** `whsec_` and base64, each. */
  readonly secrets: readonly string[];
}

/**
 * The headers of Standard Webhooks 1.0: one `v1` signature for each secret, HMAC-SHA256 over the
 * id, the time and the body.
 */
export function signatureHeaders(signed: Signed): Readonly<Record<string, string>> {
  const { id, sent_at_seconds, body, secrets } = signed;
  const content = `${id}.${sent_at_seconds}.${body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(content, 'utf8').digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(sent_at_seconds),
    'webhook-signature': signatures.join(' '),
  };
}
