import { useQueryClient } from '@tanstack/preact-query';
import { useLocation } from 'wouter-preact';

import type { Appeal, CommentFile, ResolveAppeal } from '../../../openapi/types.js';
import { answerOf, api, codeOf } from '../api/client.js';
import { useSend } from '../api/use-send.js';
import { aboutAuthor, aboutComment } from '../comments/queries.js';
import { useSeen } from '../comments/use-seen.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import { APPEALS } from './queries.js';

export type Outcome = ResolveAppeal['outcome'];

interface Said {
  readonly outcome: Outcome;
  readonly reason: string;
}

/** Answering an appeal, and what stood in the way of it. */
export interface Answering {
  answer(said: Said): void;
  readonly isPending: boolean;
  /** The comment as it is now, where it changed since the moderator saw it. */
  readonly met: CommentFile | null;
  /** Refused, because the decision is this moderator’s own. */
  readonly refused_own: boolean;
  readonly error: Error | null;
}

interface About {
  readonly appeal: Appeal;
  readonly file: CommentFile;
  /** Where to go on; null to stay. */
  readonly next: string | null;
  readonly onAnswered: () => void;
}

export function useAnswer({ appeal, file, next, onAnswered }: About): Answering {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const seen = useSeen(file);
  const renew = async (): Promise<void> => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: APPEALS }),
      queries.invalidateQueries({ queryKey: aboutComment(appeal.comment_id) }),
      queries.invalidateQueries({ queryKey: aboutAuthor(appeal.author_id) }),
    ]);
  };
  const { send, isPending, error } = useSend({
    send: async ({ outcome, reason }: Said) =>
      answerOf(
        api.POST('/v1/appeals/{id}/resolve', {
          params: { path: { id: appeal.id } },
          body: { outcome, reason, seen_version: seen.version },
        }),
      ),
    onSend: seen.forget,
    onSent: (_, { outcome }) => {
      onAnswered();
      tell({ text: t.appealDesk.outcome[outcome] });
      void renew();
      if (next !== null) go(next);
      else document.getElementById('appeal-heading')?.focus();
    },
    onRefused: async (fault) => {
      const code = codeOf(fault);
      if (code === 'appeal_resolved') tell({ kind: 'conflict', text: t.appealDesk.answeredMeanwhile });
      if (code === 'version_conflict') await seen.renew();
      // Answered by somebody else, it is drawn with their answer in place of the form.
      await renew();
    },
  });
  const code = codeOf(error) ?? '';
  return {
    answer: send,
    isPending,
    met: seen.met,
    refused_own: code === 'same_moderator',
    error: SHOWN_OTHERWISE.has(code) ? null : error,
  };
}

const SHOWN_OTHERWISE: ReadonlySet<string> = new Set([
  'same_moderator',
  'version_conflict',
  'appeal_resolved',
]);
