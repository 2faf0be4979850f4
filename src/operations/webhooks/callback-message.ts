import type { Deps } from '../../deps.js';
import type { AuditEntry } from '../../domain/audit.js';
import { CALLBACK_MEMBER } from '../../domain/callback.js';
import type { Comment } from '../../domain/comment.js';
import type { Webhook } from '../../domain/webhook.js';

/**
 * Whether an endpoint is told of an act that it has subscribed to. The client behind a callback is
 * told only of later decisions about comments that it has had checked, and that it has not made
 * itself; what was decided at once was its answer.
 */
export async function isToldOf(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  { webhook, entry }: { readonly webhook: Webhook; readonly entry: AuditEntry },
): Promise<boolean> {
  if (webhook.callback_key === null) return true;
  const { comment_id, before_state, actor_id } = entry;
  if (comment_id === null || before_state === null) return false;
  if (actor_id === webhook.callback_key_id) return false;
  const comment = await store.comments.get(siteId, comment_id);
  return comment?.metadata?.[CALLBACK_MEMBER] === webhook.id;
}

/**
 * The body that Akismet's plugin for WordPress takes at its webhook (Automattic, class
 * Akismet_REST_API, receive_webhook): spam is what readers are not to see. Nothing of the author.
 */
export function callbackBody(
  { callback_key }: Pick<Webhook, 'callback_key'>,
  { kind }: Pick<AuditEntry, 'kind'>,
  { external_id, metadata }: Pick<Comment, 'external_id' | 'metadata'>,
): object {
  const post = metadata?.['comment_post_ID'];
  const parent = metadata?.['comment_parent'];
  const comment = {
    guid: external_id,
    result: kind === 'comment.approved' ? 'false' : 'true',
    ...(post !== undefined && { comment_post_ID: post }),
    ...(parent !== undefined && { comment_parent: parent }),
  };
  return { key: callback_key, endpoint: 'comment-check', comments: [comment] };
}
