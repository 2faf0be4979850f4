import type { Act } from '../../domain/audit.js';
import type { Actor } from '../../domain/decision.js';
import type { Warning } from '../../domain/warning.js';

/** A moderator warned an author. What was said stands with the warning alone. */
export function warned(warning: Warning, actor: Pick<Actor, 'kind' | 'id'>): Act {
  return {
    kind: 'author.warned',
    actor: { kind: actor.kind, id: actor.id },
    ...about(warning),
    before: null,
    after: { acknowledged: false },
  };
}

/** The author was shown the warning. */
export function acknowledged(warning: Warning): Act {
  return {
    kind: 'warning.acknowledged',
    actor: { kind: 'author', id: warning.author_id },
    ...about(warning),
    before: { acknowledged: false },
    after: { acknowledged: true },
  };
}

function about({
  id,
  author_id,
  comment_id,
}: Warning): Pick<Act, 'object' | 'comment_id' | 'author_id'> {
  return { object: { kind: 'warning', id }, comment_id, author_id };
}
