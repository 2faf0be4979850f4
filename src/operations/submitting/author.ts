import type { Deps } from '../../deps.js';
import type { Author } from '../../domain/author.js';
import { identityOf } from '../../domain/identity.js';
import type { Submission } from '../../domain/submission.js';
import { foldedName } from '../../text/folded-name.js';

/** What a submission may say anew of an author; most say what is known. */
const SAID = ['name', 'folded_name', 'email', 'url', 'accepted_policy_version'] as const;

const isAsBefore = (before: Author, after: Author): boolean =>
  SAID.every((field) => before[field] === after[field]);

/** The author of a submission as they now are: met, or with the name and addresses they now use. */
export function authorMet(
  deps: Pick<Deps, 'newId'>,
  known: Author | null,
  { submission, now }: { readonly submission: Submission; readonly now: string },
): Author {
  const said = submission.author;
  const accepted = submission.accepted_policy_version;
  const latest = {
    name: said.name,
    folded_name: foldedName(said.name),
    email: said.email ?? known?.email ?? null,
    url: said.url ?? known?.url ?? null,
    accepted_policy_version: accepted ?? known?.accepted_policy_version ?? null,
    updated_at: now,
  };
  if (known !== null) return { ...known, ...latest };
  const identity = identityOf(said);
  return {
    id: deps.newId('aut'),
    identity_kind: identity.kind,
    identity_key: identity.key,
    external_id: said.external_id,
    created_at: now,
    erased_at: null,
    ...latest,
  };
}

/** Stores what came of it. One query. */
export async function storeAuthor(
  { store: { authors } }: Pick<Deps, 'store'>,
  siteId: string,
  { known, author }: { readonly known: Author | null; readonly author: Author },
): Promise<void> {
  if (known === null) await authors.insert(siteId, author);
  else if (isAsBefore(known, author)) await authors.touch(siteId, author.id, author.updated_at);
  else await authors.update(siteId, author);
}
