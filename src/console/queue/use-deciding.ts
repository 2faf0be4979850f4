import { useQueryClient } from '@tanstack/preact-query';
import { useRef } from 'preact/hooks';
import { useLocation } from 'wouter-preact';

import type { DecidedComment } from '../../../openapi/types.js';
import { decide, undo, type Wanted } from '../acts/acts.js';
import { conflictOf, standing } from '../acts/happened.js';
import { session } from '../api/session.js';
import { aboutAuthor, aboutComment } from '../comments/queries.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import type { Desk, Row } from './use-desk.js';

interface Done {
  readonly comment_id: string;
  readonly author_id: string;
  readonly decision_id: string;
}

/** Deciding about rows of the list, and taking it back. */
export interface Deciding {
  decide(row: Row, wanted: Wanted): Promise<void>;
  /** Takes back the last decision of this page that still can be. */
  undoLast(): void;
}

const UNDONE_MAX = 200;

let kept = { owner: '', done: { current: [] as readonly Done[] } };

/** What the moderator decided in this tab, also before they looked at something else. */
function useDone(): { current: readonly Done[] } {
  const owner = session.value?.key.id ?? '';
  if (kept.owner !== owner) kept = { owner, done: { current: [] } };
  return kept.done;
}

export function useDeciding(desk: Desk): Deciding {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const done = useDone();
  const dismissLast = useRef<() => void>(() => undefined);
  const newest = useRef(desk);
  newest.current = desk;
  const refresh = ({ comment_id, author_id }: Omit<Done, 'decision_id'>): void => {
    void queries.invalidateQueries({ queryKey: aboutComment(comment_id) });
    void queries.invalidateQueries({ queryKey: aboutAuthor(author_id) });
    void queries.invalidateQueries({ queryKey: ['queue', 'counts'] });
  };
  const takeBack = async (one: Done): Promise<void> => {
    done.current = done.current.filter(({ decision_id }) => decision_id !== one.decision_id);
    dismissLast.current();
    try {
      const { comment } = await undo(one.decision_id);
      newest.current.waitsAgain(one.comment_id, comment.version);
      newest.current.select(one.comment_id);
      const look = { name: t.queue.look, run: () => navigate(`/comments/${one.comment_id}`) };
      const listed = newest.current.known.has(one.comment_id);
      dismissLast.current = tell({ text: t.queue.undone, ...(!listed && { action: look }) });
    } catch (fault) {
      tell({ kind: 'conflict', text: faultText(fault) });
    }
    refresh(one);
  };
  const decided = (row: Row, { comment, decision }: DecidedComment): void => {
    const one = { comment_id: row.id, author_id: comment.author.id, decision_id: decision.id };
    done.current = [...done.current, one].slice(-UNDONE_MAX);
    newest.current.setFate(row.id, {
      kind: 'decided',
      status: comment.status,
      by: null,
      mine: true,
      at: decision.created_at,
      decision_id: decision.id,
    });
    dismissLast.current();
    dismissLast.current = tell({
      text: t.queue.decided(t.status[comment.status], row.item.comment.author.name),
      action: { name: t.queue.undo, run: () => void takeBack(one) },
    });
    refresh(one);
  };
  return {
    decide: async (row, wanted) => {
      newest.current.setFate(row.id, { kind: 'sending', action: wanted.action });
      newest.current.moveOnFrom(row.id);
      try {
        decided(row, await decide(row.id, wanted));
      } catch (fault) {
        await refused(newest.current, row, { wanted, fault });
      }
    },
    undoLast: () => {
      const last = done.current.at(-1);
      if (last === undefined) tell({ text: t.queue.nothingToUndo });
      else void takeBack(last);
    },
  };
}

interface Refused {
  readonly wanted: Wanted;
  readonly fault: unknown;
}

/** Of a conflict the row shows what happened; any other fault leaves it as it was. */
async function refused(desk: Desk, row: Row, { wanted, fault }: Refused): Promise<void> {
  const conflict = await conflictOf(row.id, wanted, fault).catch(() => null);
  if (conflict === null) {
    desk.setFate(row.id, null);
    tell({ kind: 'fault', text: faultText(fault) });
    return;
  }
  desk.setFate(row.id, { kind: 'conflict', conflict });
  const by = standing(conflict.file)?.actor.name ?? '';
  const text =
    conflict.code === 'claimed_by_another'
      ? t.conflict.claimed(conflict.file.claim?.key_name ?? '')
      : t.conflict.stands(t.status[conflict.file.status], by);
  tell({ kind: 'conflict', text, action: { name: t.queue.look, run: () => desk.select(row.id) } });
}

function faultText(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
