import type { Notice, NoticeStatus } from '../../domain/notice.js';
import type { StatementSettings } from '../../moderation/policy/desk/statements.js';

/**
 * What whoever sent a notice is told, for the CMS to pass on: that it came in (Article 16(4) of the
 * Digital Services Act), and what was decided, by whom and what can be done about it (16(5), (6)).
 */

/** Confirms that a notice came in. */
export function receiptOf({ id, created_at }: Pick<Notice, 'id' | 'created_at'>): string {
  return (
    `We received your notice on ${dayOf(created_at)}. Its number is ${id}. ` +
    'A person will look at the comment and at what you wrote, and you will be told what was decided.'
  );
}

export interface Answered {
  readonly status: Exclude<NoticeStatus, 'open'>;
  /** In the moderator's words. */
  readonly reason: string;
  /** The law that a removal rests on; null where it rests on the publisher's rules. */
  readonly legal_ground: string | null;
  /** Whether readers still see the comment. */
  readonly shown: boolean;
}

/** Tells what was decided, that a person decided it, why, and what can be done about it. */
export function answerTo(
  { id, created_at }: Pick<Notice, 'id' | 'created_at'>,
  { status, reason, legal_ground, shown }: Answered,
  { contact, redress }: Pick<StatementSettings, 'contact' | 'redress'>,
): string {
  const outcome = {
    removed:
      legal_ground === null
        ? 'The comment was removed because it breaks our rules for discussion.'
        : `The comment was removed on this legal ground: ${inSentence(legal_ground)}`,
    kept: shown
      ? 'The comment stays.'
      : 'Your notice was not followed. For another reason the comment is not shown to readers.',
    withdrawn: 'The author has withdrawn the comment, so it can no longer be read.',
  }[status];
  return [
    `This is about your notice ${id} of ${dayOf(created_at)}.`,
    outcome,
    'A person decided this; no automated means were used.',
    `The reason: ${inSentence(reason)}`,
    contact === '' ? '' : `If you disagree, write to us: ${inSentence(contact)}`,
    redress,
    'You may also turn to a body for out-of-court dispute settlement, or to a court.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}

function inSentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
