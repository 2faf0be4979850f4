import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';

import type { CommentFile, Decision, ListedComment } from '../../../openapi/types.js';
import { claim, release, type Said, undo, type Wanted } from '../acts/acts.js';
import { isHeld } from '../comments/held.js';
import { aboutComment } from '../comments/queries.js';
import { Refusal } from '../api/client.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import { shownOf } from './pane.js';
import type { Deciding } from './use-deciding.js';
import type { Desk, Row } from './use-desk.js';

export type DialogName = 'reject' | 'block' | 'note' | 'help';

/** A dialog, and what it was opened about: the list may go on behind it. */
export interface Asked {
  readonly dialog: DialogName;
  readonly row: Row;
  /** The comment as it was looked at. */
  readonly shown: ListedComment;
  readonly seen_version: number;
}

/** What a moderator can do where they are, by a button or by a key. */
export interface Acts {
  readonly asked: Asked | null;
  open(dialog: DialogName): void;
  close(): void;
  approve(): void;
  reject(said: Said): void;
  note(): void;
  claim(): void;
  openThread(): void;
  undoDecision(decision: Decision): void;
  /** Decides although it was refused before. */
  insist(wanted: Wanted): void;
  /** Leaves a conflict as it stands. */
  leave(id: string): void;
}

interface Here {
  readonly desk: Desk;
  readonly deciding: Deciding;
  readonly file: CommentFile | undefined;
}

export function useActs({ desk, deciding, file }: Here): Acts {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const { at } = desk;
  const open = (dialog: DialogName): void => {
    if (at === null) return;
    setAsked({ dialog, row: at, shown: shownOf(at, file), seen_version: seenVersion(at, file) });
  };
  const refresh = (id: string): void =>
    void queries.invalidateQueries({ queryKey: aboutComment(id) });
  return {
    asked,
    open,
    close: () => setAsked(null),
    approve: () => {
      // What another has decided is overturned by a deliberate act alone.
      if (at?.fate?.kind === 'decided') tell({ kind: 'conflict', text: t.queue.alreadyDecided });
      else if (at !== null && at.fate?.kind !== 'sending') {
        const seen_version = seenVersion(at, file);
        void deciding.decide(at, { action: 'approve', seen_version, said: {}, override: false });
      }
    },
    reject: (said) => {
      setAsked(null);
      if (asked === null || desk.fateOf(asked.row.id)?.kind === 'sending') return;
      const { row, seen_version } = asked;
      void deciding.decide(row, { action: 'reject', seen_version, said, override: false });
    },
    note: () => open('note'),
    claim: () => {
      if (at !== null) void toggleClaim(desk, at).then(() => refresh(at.id));
    },
    openThread: () => at !== null && navigate(`/threads/${at.item.comment.thread.id}`),
    undoDecision: (decision) => {
      void takeBack(desk, decision).then(() => refresh(decision.comment_id));
    },
    insist: (wanted) => {
      if (at !== null) void deciding.decide(at, wanted);
    },
    leave: (id) => leaveConflict(desk, id),
  };
}

/** What the page shows is what was seen. */
function seenVersion(row: Row, file: CommentFile | undefined): number {
  return Math.max(row.version, shownOf(row, file).version);
}

async function toggleClaim(desk: Desk, { id, claim: held }: Row): Promise<void> {
  try {
    if (isHeld(held) && held.mine) {
      await release(id);
      desk.setClaim(id, null);
    } else {
      desk.setClaim(id, await claim(id));
    }
  } catch (fault) {
    const by = held?.key_name ?? '';
    const taken = fault instanceof Refusal && fault.problem?.code === 'claimed_by_another';
    const text = taken ? t.conflict.claimed(by) : (fault as Error).message;
    tell({ kind: taken ? 'conflict' : 'fault', text });
  }
}

async function takeBack(desk: Desk, decision: Decision): Promise<void> {
  try {
    const { comment, decision: made } = await undo(decision.id);
    tell({ text: t.queue.undone });
    if (comment.status === 'pending') {
      desk.waitsAgain(comment.id, comment.version);
      return;
    }
    const { id: decision_id, created_at: at } = made;
    const { status } = comment;
    desk.setFate(comment.id, { kind: 'decided', status, by: null, mine: true, at, decision_id });
  } catch (fault) {
    tell({ kind: 'conflict', text: fault instanceof Error ? fault.message : String(fault) });
  }
}

function leaveConflict(desk: Desk, id: string): void {
  const fate = desk.fateOf(id);
  if (fate?.kind !== 'conflict') return;
  const { file } = fate.conflict;
  const decision = file.decisions.at(-1);
  desk.setClaim(id, file.claim ?? null);
  if (file.status === 'pending' || decision === undefined) {
    desk.waitsAgain(id, file.version);
    return;
  }
  desk.setFate(id, {
    kind: 'decided',
    status: file.status,
    by: decision.actor.name ?? null,
    mine: false,
    at: decision.created_at,
    decision_id: decision.id,
  });
  desk.moveOnFrom(id);
}
