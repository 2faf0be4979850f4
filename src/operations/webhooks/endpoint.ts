import type { Deps } from '../../deps.js';
import { EVENT_TYPES, type EventType } from '../../domain/audit.js';
import { GatepostError } from '../../domain/errors.js';

const SECRET_BYTES = 32;

/** A secret as Standard Webhooks writes it. */
export function newWebhookSecret({ randomBytes }: Pick<Deps, 'randomBytes'>): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** The types in the order of the catalogue, each once; null stays null, which is all of them. */
export function inOrder(types: readonly EventType[] | null): readonly EventType[] | null {
  return types === null ? null : EVENT_TYPES.filter((type) => types.includes(type));
}

/**
 * An address as it is kept.
 *
 * @throws GatepostError `invalid_webhook_url`.
 */
export async function checkedUrl({ sender }: Pick<Deps, 'sender'>, url: string): Promise<string> {
  const mistake = await sender.refusal(url);
  if (mistake === null) return new URL(url).href;
  throw new GatepostError('invalid_webhook_url', `The address ${mistake}.`, {
    errors: [{ pointer: '/url', detail: mistake }],
  });
}
