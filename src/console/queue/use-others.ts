import { useQueryClient } from '@tanstack/preact-query';

import type { Comment } from '../../../openapi/types.js';
import { eventData, type EventData, textIn } from '../api/event-data.js';
import { type LiveEvent, useLive } from '../api/live.js';
import { useSession } from '../api/use-session.js';
import { aboutComment } from '../comments/queries.js';
import type { Desk } from './use-desk.js';

/** Shows in the list what others do about its comments while it is looked at. */
export function useOthers(desk: Desk): void {
  const queries = useQueryClient();
  const own = useSession().session?.key.id ?? '';
  useLive((event) => {
    const data = eventData(event);
    const id = data.comment_id;
    if (id === null || !desk.known.has(id)) return;
    if (event.type === 'claim.taken' || event.type === 'claim.released') {
      claimed(desk, { id, event, own });
    } else {
      happened(desk, { id, event, own });
    }
    void queries.invalidateQueries({ queryKey: aboutComment(id) });
  });
}

interface Heard {
  readonly id: string;
  readonly event: LiveEvent;
  /** The id of the key that is signed in here. */
  readonly own: string;
}

function claimed(desk: Desk, { id, event, own }: Heard): void {
  const { actor, after } = eventData(event);
  const expires_at = textIn(after, 'expires_at');
  if (event.type === 'claim.released' || expires_at === null) {
    desk.setClaim(id, null);
    return;
  }
  desk.setClaim(id, {
    mine: actor.id === own,
    key_id: actor.id ?? '',
    key_name: actor.name ?? '',
    claimed_at: event.timestamp,
    expires_at,
  });
}

const DECIDED: Readonly<Partial<Record<LiveEvent['type'], Comment['status']>>> = {
  'comment.approved': 'approved',
  'comment.rejected': 'rejected',
  'comment.deleted': 'deleted',
};

function happened(desk: Desk, { id, event, own }: Heard): void {
  const data = eventData(event);
  const before = desk.fateOf(id);
  // What was decided here is known better by its answer.
  if (before?.kind === 'sending' || isOfThisPage(before, data)) return;
  const status = DECIDED[event.type];
  if (status !== undefined) {
    desk.setFate(id, {
      kind: 'decided',
      status,
      by: data.actor.name,
      mine: data.actor.id === own,
      at: event.timestamp,
      decision_id: textIn(data.after, 'decision_id'),
    });
    desk.setClaim(id, null);
  } else if (event.type === 'comment.edited') {
    desk.setFate(id, { kind: 'edited' });
  } else if (event.type === 'comment.held' && before?.kind === 'decided') {
    const version = data.after['version'];
    if (typeof version === 'number') desk.waitsAgain(id, version);
  }
}

function isOfThisPage(fate: ReturnType<Desk['fateOf']>, { after }: EventData): boolean {
  return fate?.kind === 'decided' && fate.decision_id === textIn(after, 'decision_id');
}
