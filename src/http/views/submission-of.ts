import type { Static } from '@sinclair/typebox';

import type { Submission } from '../../domain/submission.js';
import type { SubmissionSchema } from '../schemas/submission.js';

/** What was sent with everything left out written as null; an empty form field counts as that. */
export function submissionOf(sent: Static<typeof SubmissionSchema>): Submission {
  const { thread, author } = sent;
  return {
    thread: {
      external_id: thread.external_id,
      url: orNull(thread.url),
      title: orNull(thread.title),
      section: orNull(thread.section),
    },
    author: {
      external_id: orNull(author.external_id),
      name: author.name,
      email: orNull(author.email),
      ip: orNull(author.ip),
      url: orNull(author.url),
      user_agent: orNull(author.user_agent),
    },
    body: sent.body,
    parent_id: orNull(sent.parent_id),
    external_id: orNull(sent.external_id),
    created_at: sent.created_at ?? null,
    locale: orNull(sent.locale),
    accepted_policy_version: sent.accepted_policy_version ?? null,
    metadata: sent.metadata ?? null,
  };
}

/** Empty form fields are what a CMS sends for nothing. */
export function orNull(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === '' ? null : text;
}
