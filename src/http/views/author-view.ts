import type { Static } from '@sinclair/typebox';

import type { Caller } from '../../deps.js';
import type { AuthorFile } from '../../operations/get-author.js';
import type { ListedAuthor } from '../../operations/list-authors.js';
import type { AuthorFileSchema, AuthorSchema } from '../schemas/author.js';
import { latestNotesView } from './note-view.js';

/** How authors look on the wire, to moderators. */
export function authorView({
  author,
  counts,
  standing,
}: ListedAuthor): Static<typeof AuthorSchema> {
  return {
    id: author.id,
    known_by: author.identity_kind,
    external_id: author.external_id,
    name: author.name,
    email: author.email,
    url: author.url,
    accepted_policy_version: author.accepted_policy_version,
    standing,
    counts: { ...counts },
    created_at: author.created_at,
    updated_at: author.updated_at,
    erased_at: author.erased_at,
  };
}

export function authorFileView(
  file: AuthorFile,
  caller: Caller,
): Static<typeof AuthorFileSchema> {
  const { strikes, ...rest } = file.standing_explained;
  return {
    ...authorView(file),
    standing_explained: { ...rest, strikes: { ...strikes, in_force: [...strikes.in_force] } },
    blocks: [...file.blocks],
    notes: latestNotesView(file.notes, caller),
  };
}
