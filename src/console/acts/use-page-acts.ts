import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import type { CommentFile, Decision } from '../../../openapi/types.js';
import { aboutAuthor, aboutComment } from '../comments/queries.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import { decide, type DecidingAction, type Said, undo, type Wanted } from './acts.js';
import { type Conflict, conflictOf, insisted } from './happened.js';

/** Deciding about the one comment that a page is about. */
export interface PageActs {
  /** What stood in the way of the last decision; null for nothing. */
  readonly conflict: Conflict | null;
  readonly busy: boolean;
  /** About the version of the comment that was looked at. */
  decide(action: DecidingAction, said: Said, seen_version: number): void;
  insist(): void;
  leave(): void;
  undo(decision: Decision): void;
  /** What the page shows is read anew. */
  refresh(): void;
}

export function usePageActs(file: CommentFile | undefined): PageActs {
  const queries = useQueryClient();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [busy, setBusy] = useState(false);
  const refresh = (): void => {
    if (file === undefined) return;
    void queries.invalidateQueries({ queryKey: aboutComment(file.id) });
    void queries.invalidateQueries({ queryKey: aboutAuthor(file.author.id) });
    void queries.invalidateQueries({ queryKey: ['comments'] });
    void queries.invalidateQueries({ queryKey: ['queue', 'counts'] });
  };
  const undoIt = async (decisionId: string): Promise<void> => {
    try {
      await undo(decisionId);
      tell({ text: t.queue.undone });
    } catch (fault) {
      tell({ kind: 'conflict', text: textOf(fault) });
    }
    refresh();
  };
  const run = async (wanted: Wanted): Promise<void> => {
    if (file === undefined || busy) return;
    setBusy(true);
    setConflict(null);
    try {
      const { comment, decision } = await decide(file.id, wanted);
      tell({
        text: t.queue.decided(t.status[comment.status], comment.author.name),
        action: { name: t.queue.undo, run: () => void undoIt(decision.id) },
      });
    } catch (fault) {
      const met = await conflictOf(file.id, wanted, fault).catch(() => null);
      if (met === null) tell({ kind: 'fault', text: textOf(fault) });
      setConflict(met);
    }
    setBusy(false);
    refresh();
  };
  return {
    conflict,
    busy,
    decide: (action, said, seen_version) => {
      void run({ action, seen_version, said, override: false });
    },
    insist: () => {
      if (conflict !== null) void run(insisted(conflict));
    },
    leave: () => setConflict(null),
    undo: (decision) => void undoIt(decision.id),
    refresh,
  };
}

const textOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
