import type { Caller, Deps } from '../deps.js';
import type { Author } from '../domain/author.js';
import type { Block } from '../domain/block.js';
import { emailDomain, emailKey } from '../domain/identity.js';
import { timestamp } from '../domain/time.js';
import { EXPORT_ADDRESSES_MAX, EXPORT_BLOCKS_MAX, PERSON_EXPORT_PAGE } from '../limits/transfer.js';
import type { ExportedRow, PersonalList } from '../store/export-store.js';
import { foldedName } from '../text/folded-name.js';
import { ipDigits } from './blocking/ip-range.js';
import { commentsWithParts } from './exporting/comments.js';
import { foundAuthor } from './found.js';
import { exported } from './recording/acts-of-privacy.js';
import { recordActs } from './recording/record-acts.js';
import { paceOf } from './replaying/pace.js';

/** A member of an export: a value, or a list that is read while it is written. */
export type ExportMember = readonly [
  name: string,
  value: ExportedRow | string | null | readonly object[] | AsyncIterable<object>,
];

type Needs = Pick<Deps, 'store' | 'clock' | 'stopwatch' | 'newId'>;

/**
 * Everything that is held about an author, by our id or the CMS's, member for member; lists are
 * read in pages, so that a long history takes no more memory than a short one. That it was given
 * out is on record before the first member. Others are in it with what they said about the author
 * or did, and not with who they are.
 *
 * @throws GatepostError `not_found`.
 */
export async function exportAuthor(
  deps: Needs,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<readonly ExportMember[]> {
  const siteId = caller.site_id;
  const author = await deps.store.transaction(siteId, async (store) => {
    const found = await foundAuthor({ store }, siteId, id);
    await recordActs({ ...deps, store }, siteId, [exported(found.id, caller.id)]);
    return found;
  });
  const reporter = author.external_id;
  const list = (name: PersonalList, key: string) => pages(deps, siteId, { list: name, key });
  return [
    ['exported_at', timestamp(deps.clock())],
    ['site_id', siteId],
    ['author', { ...author }],
    ['erasure', await erasureOf(deps, siteId, author)],
    ['comments', commentsWithParts(deps, siteId, author.id)],
    ['reports_made', reporter === null ? [] : list('reports_made', reporter)],
    ['notices_made', await deps.store.exports.noticesMade(siteId, author)],
    ['warnings', list('warnings', author.id)],
    ['notes', list('notes', author.id)],
    ['blocks', await blocksOn(deps, siteId, author)],
    ['record', list('audit', author.id)],
  ];
}

/** What was erased, and when, where it was. */
async function erasureOf(
  { store }: Needs,
  siteId: string,
  { id }: Author,
): Promise<ExportedRow | null> {
  const erasure = await store.erasures.get(siteId, id);
  if (erasure === null) return null;
  const { requested_at, finished_at, keep_texts } = erasure;
  const texts = keep_texts ? 'kept under no name' : 'erased';
  return { requested_at, finished_at, texts };
}

/** Every page of a list about the author, row after row. */
async function* pages(
  deps: Needs,
  siteId: string,
  of: { readonly list: PersonalList; readonly key: string },
): AsyncGenerator<object> {
  const pace = paceOf(deps, 0);
  let after = '';
  for (;;) {
    const rows = await deps.store.exports.list(siteId, of, { after, limit: PERSON_EXPORT_PAGE });
    yield* rows;
    if (rows.length < PERSON_EXPORT_PAGE) return;
    after = String(rows.at(-1)?.['id']);
    await pace.giveWay();
  }
}

/**
 * Blocks in force on the author or on what the author and the comments are known by, and past ones
 * on the author. Who made them is left out.
 */
async function blocksOn(
  { store, clock }: Needs,
  siteId: string,
  author: Author,
): Promise<readonly object[]> {
  const now = timestamp(clock());
  const folded = foldedName(author.name);
  const known = {
    author_id: author.id,
    name: author.erased_at === null && folded !== '' ? folded : null,
    email: author.email === null ? null : emailKey(author.email),
    email_domain: author.email === null ? null : emailDomain(author.email),
    ip: null,
  };
  const nothing = { author_id: null, name: null, email: null, email_domain: null };
  const found = [
    ...(await store.blocks.ofAuthor(siteId, author.id, EXPORT_BLOCKS_MAX)),
    ...(await store.blocks.inForce(siteId, known, now)),
  ];
  if (await store.blocks.hasIpBlocks(siteId, now)) {
    const addresses = await store.exports.addresses(siteId, author.id, EXPORT_ADDRESSES_MAX);
    for (const address of addresses) {
      const from = { ...nothing, ip: ipDigits(address) };
      found.push(...(await store.blocks.inForce(siteId, from, now)));
    }
  }
  const once = new Map(found.map((block) => [block.id, block]));
  return [...once.values()].map(withoutNames);
}

function withoutNames({ created_by: _, lifted_by: __, ...block }: Block): object {
  return block;
}
