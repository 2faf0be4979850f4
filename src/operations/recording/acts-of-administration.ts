import type { Act, RecordedState } from '../../domain/audit.js';
import type { ApiKey } from '../../domain/api-key.js';
import type { SiteModelChoice } from '../../domain/site-model.js';
import type { Thread } from '../../domain/thread.js';
import type { Actor } from '../../domain/decision.js';

/** How acts of those who run a site look on record. */

/** Who acts at the command line or by the settings of the process: nobody with a key. */
export const OPERATOR: Act['actor'] = { kind: 'system', id: null };

const NOBODY = { comment_id: null, author_id: null } as const;

export function keyCreated(key: ApiKey, actor: Act['actor']): Act {
  return ofKey('key.created', key, actor);
}

export function keyRevoked(key: ApiKey, actor: Act['actor']): Act {
  return ofKey('key.revoked', key, actor);
}

function ofKey(kind: 'key.created' | 'key.revoked', key: ApiKey, actor: Act['actor']): Act {
  const revoked = kind === 'key.revoked';
  return {
    kind,
    actor: { kind: actor.kind, id: actor.id },
    object: { kind: 'key', id: key.id },
    ...NOBODY,
    before: revoked ? { scope: key.scope, revoked: false } : null,
    after: { scope: key.scope, revoked },
  };
}

/** A person set how a thread is; `before` is null where the site had not met it. */
export function threadChanged(
  before: Thread | null,
  after: Thread,
  actor: Pick<Actor, 'kind' | 'id'>,
): Act {
  return {
    kind: 'thread.changed',
    actor: { kind: actor.kind, id: actor.id },
    object: { kind: 'thread', id: after.id },
    ...NOBODY,
    before: before && threadState(before),
    after: threadState(after),
  };
}

const threadState = (thread: Thread): RecordedState => ({
  open: thread.closed_at === null,
  premoderated: thread.premoderated_at !== null,
});

/** An administrator chose what a site's moderators taught it, or switched it off. */
export function modelChosen(
  choice: Pick<SiteModelChoice, 'use' | 'version'>,
  actor: Pick<Actor, 'kind' | 'id'>,
): Act {
  return {
    kind: 'model.chosen',
    actor: { kind: actor.kind, id: actor.id },
    object: { kind: 'model', id: String(choice.version ?? choice.use) },
    ...NOBODY,
    before: null,
    after: { use: choice.use, version: choice.version },
  };
}
