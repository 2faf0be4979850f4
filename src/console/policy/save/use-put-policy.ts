import { useMutation, useQueryClient } from '@tanstack/preact-query';

import { answerOf, api, Refusal } from '../../api/client.js';
import { tell } from '../../parts/toasts.js';
import { t } from '../../strings/strings.js';
import type { Document } from '../document/members.js';
import { sent } from '../document/sent.js';
import { keepDraft } from '../draft.js';

interface Put {
  readonly document: Document;
  /** The version that whoever changes it looked at. */
  readonly version: number;
}

/** Another version is in force than the one that was looked at. */
export function isOvertaken(error: Error): boolean {
  return error instanceof Refusal && error.problem?.code === 'policy_changed';
}

/** Puts a document in force, unless another did so since. */
export function usePutPolicy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ document, version }: Put) =>
      answerOf(
        api.PUT('/v1/policy', {
          params: { header: { 'if-match': `"${version}"` } },
          body: sent(document),
        }),
      ),
    onSuccess: (policy) => {
      queries.setQueryData(['policy', 'in force'], policy);
      keepDraft(null);
      tell({ text: t.policy.save.done(policy.version) });
      void queries.invalidateQueries({ queryKey: ['policy'] });
    },
    // What happened stands on the page then, with what the other changed.
    onError: (error) => {
      if (isOvertaken(error)) void queries.invalidateQueries({ queryKey: ['policy'] });
    },
  });
}
