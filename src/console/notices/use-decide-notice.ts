import { useQueryClient } from '@tanstack/preact-query';
import { useLocation } from 'wouter-preact';

import type { CommentFile, DecideNotice, Notice } from '../../../openapi/types.js';
import { answerOf, api, codeOf } from '../api/client.js';
import { useSend } from '../api/use-send.js';
import { aboutAuthor, aboutComment } from '../comments/queries.js';
import { useSeen } from '../comments/use-seen.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import { NOTICES } from './queries.js';

type Said = Omit<DecideNotice, 'seen_version'>;

/** Answering a notice, and what stood in the way of it. */
export interface Deciding {
  decide(said: Said): void;
  readonly isPending: boolean;
  /** The comment as it is now, where it changed since the moderator saw it. */
  readonly met: CommentFile | null;
  readonly error: Error | null;
}

interface About {
  readonly notice: Notice;
  readonly file: CommentFile;
  /** Where to go on; null to stay. */
  readonly next: string | null;
  readonly onDecided: () => void;
}

const SHOWN_OTHERWISE: ReadonlySet<string> = new Set(['version_conflict', 'notice_decided']);

export function useDecideNotice({ notice, file, next, onDecided }: About): Deciding {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const seen = useSeen(file);
  const renew = async (): Promise<void> => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: NOTICES }),
      queries.invalidateQueries({ queryKey: aboutComment(notice.comment_id) }),
      queries.invalidateQueries({ queryKey: aboutAuthor(file.author.id) }),
    ]);
  };
  const { send, isPending, error } = useSend({
    send: async (said: Said) =>
      answerOf(
        api.POST('/v1/notices/{id}/decide', {
          params: { path: { id: notice.id } },
          body: { ...said, seen_version: seen.version },
        }),
      ),
    onSend: seen.forget,
    onSent: ({ status }) => {
      onDecided();
      tell({ text: t.noticeDesk.outcome[status] });
      void renew();
      if (next !== null) go(next);
      else document.getElementById('notice-heading')?.focus();
    },
    onRefused: async (fault) => {
      const code = codeOf(fault);
      if (code === 'notice_decided') tell({ kind: 'conflict', text: t.noticeDesk.meanwhile });
      if (code === 'version_conflict') await seen.renew();
      // Answered by somebody else, it is drawn with their answer in place of the form.
      await renew();
    },
  });
  const shown = SHOWN_OTHERWISE.has(codeOf(error) ?? '');
  return { decide: send, isPending, met: seen.met, error: shown ? null : error };
}
