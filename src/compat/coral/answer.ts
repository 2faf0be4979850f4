import type { Static } from '@sinclair/typebox';

import type { Finding, Verdict } from '../../domain/finding.js';
import { isObjection, mayBeTold } from '../../domain/restriction.js';
import type { Standard } from '../../domain/standard.js';
import type { AnswerSchema } from './schemas.js';

/** Reasons of Coral for a flag, and of the Digital Services Act for a rejection. */
interface Words {
  readonly flag: 'COMMENT_DETECTED_TOXIC' | 'COMMENT_DETECTED_SPAM' | null;
  readonly code:
    | 'OFFENSIVE'
    | 'ABUSIVE'
    | 'SPAM'
    | 'BANNED_WORD'
    | 'HARASSMENT_BULLYING'
    | 'HATE_SPEECH'
    | 'OTHER';
}

/** A word that Coral does not know would make it throw the whole answer away. */
const WORDS: Readonly<Record<Standard, Words>> = {
  profanity: { flag: 'COMMENT_DETECTED_TOXIC', code: 'OFFENSIVE' },
  personal_attack: { flag: 'COMMENT_DETECTED_TOXIC', code: 'ABUSIVE' },
  hate: { flag: 'COMMENT_DETECTED_TOXIC', code: 'HATE_SPEECH' },
  threat: { flag: 'COMMENT_DETECTED_TOXIC', code: 'HARASSMENT_BULLYING' },
  sexual: { flag: 'COMMENT_DETECTED_TOXIC', code: 'OFFENSIVE' },
  spam: { flag: 'COMMENT_DETECTED_SPAM', code: 'SPAM' },
  personal_information: { flag: null, code: 'OTHER' },
  off_limits: { flag: null, code: 'BANNED_WORD' },
  conduct: { flag: null, code: 'OTHER' },
  blocked: { flag: null, code: 'OTHER' },
};

export type CoralAnswer = Static<typeof AnswerSchema>;
type Reason = NonNullable<CoralAnswer['moderationAction']>['rejectionReason'];

/** For what cannot be judged: a person looks. Refusing it would have Coral publish it. */
export const WITHHELD: CoralAnswer = { actions: [], status: 'SYSTEM_WITHHELD' };

/**
 * A verdict as Coral takes it: rejected with the reason that its author is told, or withheld for a
 * person. Null is no opinion, with which Coral goes on to its own phases: that nothing speaks
 * against a comment here is no reason to publish what they would hold.
 */
export function coralAnswer({ action, shadow, findings }: Verdict): CoralAnswer | null {
  if (action === 'approve') return null;
  const decisive = findings.filter(
    (each) => each.action === action && each.observed_action === null,
  );
  const flags = decisive
    .filter(isObjection)
    .flatMap(({ standard }) => WORDS[standard].flag ?? []);
  const actions = [...new Set(flags)].map((reason) => ({ actionType: 'FLAG' as const, reason }));
  if (action === 'hold') return { ...WITHHELD, actions };
  const rejected = { actions, status: 'REJECTED' };
  const told = decisive.find(isObjection) ?? decisive.find(mayBeTold);
  if (shadow || told === undefined) return rejected;
  return { ...rejected, moderationAction: { status: 'REJECTED', rejectionReason: reasonOf(told) } };
}

function reasonOf({ standard, message }: Finding): Reason {
  const { code } = WORDS[standard];
  return {
    code,
    detailedExplanation: message,
    ...(code === 'OTHER' && { customReason: message }),
  };
}
