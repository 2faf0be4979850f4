import type { Static } from '@sinclair/typebox';

import type { Caller } from '../../deps.js';
import type { QueueCount } from '../../operations/count-queue.js';
import type { QueueItem, QueueReason } from '../../operations/queueing/items.js';
import type {
  QueueCountsSchema,
  QueueItemSchema,
  QueueReasonSchema,
} from '../schemas/queue.js';
import { claimView } from './claim-view.js';
import { listedCommentView } from './comment-view.js';

export function queueItemView(item: QueueItem, caller: Caller): Static<typeof QueueItemSchema> {
  const { claim } = item;
  return {
    comment: listedCommentView(item, caller),
    kinds: [...item.kinds],
    waiting_since: item.waiting_since,
    priority: { ...item.priority },
    reasons: item.reasons.map(reasonView),
    claim: claim && claimView(claim, caller),
    actions: [...item.actions],
  };
}

const NOTHING = { standard: null, rule: null, reason: null, count: null, decision_id: null };

function reasonView(reason: QueueReason): Static<typeof QueueReasonSchema> {
  const { kind } = reason;
  if (kind === 'finding') {
    const { rule, standard, reason: code, message } = reason.finding;
    return { ...NOTHING, kind, message, standard, rule, reason: code };
  }
  if (kind === 'reported') {
    const { count, reason: said } = reason;
    const who = count === 1 ? 'One reader' : `${count} readers`;
    const message = `${who} reported it as ${said.replaceAll('_', ' ')}.`;
    return { ...NOTHING, kind, message, reason: said, count };
  }
  if (kind === 'notice') {
    const { count } = reason;
    const said = count === 1 ? 'One notice says' : `${count} notices say`;
    return { ...NOTHING, kind, message: `${said} that it is illegal.`, reason: 'illegal', count };
  }
  const { id, reason: said, restores, actor } = reason.decision;
  const held =
    actor.kind === 'reader' ? 'Enough readers reported it.' : 'It was held after it had been judged.';
  const message = restores === null ? held : 'A decision was taken back.';
  return { ...NOTHING, kind, message, reason: said, decision_id: id };
}

export function queueCountsView({
  pending,
  reported,
}: QueueCount): Static<typeof QueueCountsSchema> {
  return {
    pending: {
      ...pending,
      by_standard: [...pending.by_standard],
      by_section: [...pending.by_section],
    },
    reported: {
      ...reported,
      by_reason: [...reported.by_reason],
      by_section: [...reported.by_section],
    },
  };
}
