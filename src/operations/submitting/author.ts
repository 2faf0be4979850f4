import type { Deps } from '../../deps.js';
import type { Author } from '../../domain/author.js';
import { identityOf } from '../../domain/identity.js';
import type { Submission } from '../../domain/submission.js';
import { foldedName } from '../../text/folded-name.js';

type Needs = Pick<Deps, 'store' | 'newId'>;

/** What a submission may say anew of an author; most say what is known. */
const SAID = ['name', 'folded_name', 'email', 'url', 'accepted_policy_version'] as const;

const isAsBefore = (before: Author, after: Author): boolean =>
  SAID.every((field) => before[field] === after[field]);

/** Meets the author, or takes over the name and addresses they now use. */
export async function storeAuthor(
  deps: Needs,
  siteId: string,
  { submission, now }: { readonly submission: Submission; readonly now: string },
): Promise<{ readonly author: Author; readonly known: boolean }> {
  const said = submission.author;
  const identity = identityOf(said);
  const known = await deps.store.authors.getByIdentity(siteId, identity.kind, identity.key);
  const accepted = submission.accepted_policy_version;
  const latest = {
    name: said.name,
    folded_name: foldedName(said.name),
    email: said.email ?? known?.email ?? null,
    url: said.url ?? known?.url ?? null,
    accepted_policy_version: accepted ?? known?.accepted_policy_version ?? null,
    updated_at: now,
  };
  const author: Author = known
    ? { ...known, ...latest }
    : {
        id: deps.newId('aut'),
        identity_kind: identity.kind,
        identity_key: identity.key,
        external_id: said.external_id,
        created_at: now,
        erased_at: null,
        ...latest,
      };
  const { authors } = deps.store;
  if (known === null) await authors.insert(siteId, author);
  else if (isAsBefore(known, author)) await authors.touch(siteId, author.id, now);
  else await authors.update(siteId, author);
  return { author, known: known !== null };
}
