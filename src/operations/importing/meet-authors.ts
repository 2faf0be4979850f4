import type { Deps } from '../../deps.js';
import { type Author, IDENTITY_KINDS } from '../../domain/author.js';
import { datedId } from '../../domain/dated-id.js';
import { identityOf } from '../../domain/identity.js';
import type { ImportedComment } from '../../domain/imported.js';
import { foldedName } from '../../text/folded-name.js';

/** Authors as they are after a lot of comments, by what they are known by. */
export interface MetAuthors {
  authorOf(comment: ImportedComment): Author;
  readonly unknown: readonly Author[];
  readonly changed: readonly Author[];
}

const keyOf = (kind: string, key: string): string => JSON.stringify([kind, key]);

/**
 * Meets the authors of a lot: the earliest comment tells since when they are there, the latest how
 * they are called. Whoever has been erased stays so.
 */
export async function meetAuthors(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  comments: readonly ImportedComment[],
): Promise<MetAuthors> {
  const met = new Map<string, Author>();
  const changed = new Set<string>();
  const unknown = new Set<string>();
  const identities = comments.map(({ author }) => identityOf(author));
  for (const kind of IDENTITY_KINDS) {
    const keys = identities.filter((each) => each.kind === kind).map(({ key }) => key);
    for (const author of await store.imports.authors(siteId, kind, [...new Set(keys)])) {
      met.set(keyOf(kind, author.identity_key), author);
    }
  }
  for (const comment of comments) {
    const identity = identityOf(comment.author);
    const key = keyOf(identity.kind, identity.key);
    const before = met.get(key);
    const after = before === undefined ? newAuthor(comment) : withComment(before, comment);
    met.set(key, after);
    if (before === undefined) unknown.add(key);
    else if (after !== before && !unknown.has(key)) changed.add(key);
  }
  const of = (keys: ReadonlySet<string>): readonly Author[] =>
    [...keys].flatMap((key) => met.get(key) ?? []);
  return {
    authorOf: ({ author }) => {
      const { kind, key } = identityOf(author);
      const found = met.get(keyOf(kind, key));
      if (found === undefined) throw new Error('an author of this lot was not met');
      return found;
    },
    unknown: of(unknown),
    changed: of(changed),
  };
}

function newAuthor({ author, created_at, external_id }: ImportedComment): Author {
  const { kind, key } = identityOf(author);
  return {
    id: datedId('aut', Date.parse(created_at), [external_id]),
    identity_kind: kind,
    identity_key: key,
    external_id: author.external_id,
    name: author.name,
    folded_name: foldedName(author.name),
    email: author.email,
    url: author.url,
    accepted_policy_version: null,
    created_at,
    updated_at: created_at,
    erased_at: null,
  };
}

function withComment(known: Author, { author, created_at }: ImportedComment): Author {
  if (known.erased_at !== null) return known;
  const since = created_at < known.created_at ? { created_at } : {};
  if (created_at <= known.updated_at) return 'created_at' in since ? { ...known, ...since } : known;
  return {
    ...known,
    ...since,
    name: author.name,
    folded_name: foldedName(author.name),
    email: author.email ?? known.email,
    url: author.url ?? known.url,
    updated_at: created_at,
  };
}
