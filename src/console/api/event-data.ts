import type { LiveEvent } from './live.js';

/** Who acted, as the stream tells moderators. */
export interface EventActor {
  readonly kind: string;
  /** Of a moderator, the id of the key. */
  readonly id: string | null;
  readonly name: string | null;
}

/** What events say in their free part, as far as the console looks at it. */
export interface EventData {
  readonly comment_id: string | null;
  readonly author_id: string | null;
  readonly actor: EventActor;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Reads the free part of an event; what is not there is null. */
export function eventData({ data }: LiveEvent): EventData {
  const actor = objectIn(data, 'actor');
  return {
    comment_id: textIn(objectIn(data, 'comment'), 'id'),
    author_id: textIn(objectIn(data, 'author'), 'id'),
    actor: {
      kind: textIn(actor, 'kind') ?? 'system',
      id: textIn(actor, 'id'),
      name: textIn(actor, 'name'),
    },
    after: objectIn(data, 'after'),
  };
}

type Members = Readonly<Record<string, unknown>>;

function objectIn(members: Members, name: string): Members {
  const value = members[name];
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

export function textIn(members: Members, name: string): string | null {
  const value = members[name];
  return typeof value === 'string' ? value : null;
}
