import type { Act } from '../../domain/audit.js';
import type { Appeal } from '../../domain/appeal.js';

/** How appeals look on record. What was said stands with the appeal alone. */

/** An author challenged a decision. */
export function appealFiled(appeal: Appeal): Act {
  return {
    kind: 'appeal.filed',
    actor: { kind: 'author', id: appeal.author_id },
    ...about(appeal),
    before: null,
    after: { status: appeal.status, appealed_decision_id: appeal.decision_id },
  };
}

/** Somebody looked, or what it was about is no longer there. */
export function appealResolved(appeal: Appeal, actor: Act['actor']): Act {
  return {
    kind: 'appeal.resolved',
    actor: { kind: actor.kind, id: actor.id },
    ...about(appeal),
    before: { status: 'filed' },
    after: { status: appeal.status, appealed_decision_id: appeal.decision_id },
  };
}

function about(appeal: Appeal): Pick<Act, 'object' | 'comment_id' | 'author_id'> {
  return {
    object: { kind: 'appeal', id: appeal.id },
    comment_id: appeal.comment_id,
    author_id: appeal.author_id,
  };
}
