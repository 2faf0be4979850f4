import type { Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import type { TransparencyForm } from '../domain/transparency/form.js';
import { timestamp } from '../domain/time.js';
import { deskSettings } from '../moderation/policy/desk/settings.js';
import type { StatementSettings } from '../moderation/policy/desk/statements.js';
import type { Place, Within } from '../store/statement-store.js';
import { currentPolicy } from './found.js';
import { checkedPeriod } from './replaying/period.js';
import { rejectionPage } from './stating/rejections.js';
import { formOfBlock, formOfRejection } from './stating/transparency-form.js';

export interface TransparencyAsked {
  readonly caller: { readonly site_id: string };
  /** RFC 3339; inclusive. */
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  readonly cursor: string | null;
  /** At most `TRANSPARENCY_BATCH_MAX`. */
  readonly limit: number;
}

export interface TransparencyBatch {
  readonly statements: readonly TransparencyForm[];
  readonly next_cursor: string | null;
}

/** The cursor with which the blocks begin, after the last rejection. */
const BLOCKS = 'blocks';

interface Asked extends Within {
  readonly site_id: string;
  readonly limit: number;
  readonly settings: StatementSettings;
}

/**
 * What was decided against authors within a time, as the transparency database takes it: the
 * rejections, oldest first, then blocks of authors. No more
 * than `limit` at once; a batch can have fewer, also
 * none, while others follow. No personal data is in it.
 *
 * @throws GatepostError `invalid_date`, `invalid_cursor`.
 */
export async function listTransparencyStatements(
  deps: Pick<Deps, 'store' | 'clock'>,
  { caller, cursor, limit, ...period }: TransparencyAsked,
): Promise<TransparencyBatch> {
  const siteId = caller.site_id;
  const { from, to } = checkedPeriod(period);
  const { document } = await currentPolicy(deps, siteId);
  const asked: Asked = {
    site_id: siteId,
    from: from ?? timestamp(0),
    to: to ?? timestamp(deps.clock()),
    limit,
    settings: deskSettings(document, 'statements'),
  };
  if (cursor === BLOCKS) return blocks(deps, asked, null);
  if (cursor === null) return rejections(deps, asked, null);
  const place = await deps.store.statements.placeOf(siteId, cursor);
  if (place !== null) return rejections(deps, asked, place);
  const block = await deps.store.statements.placeOfBlock(siteId, cursor);
  if (block !== null) return blocks(deps, asked, block);
  throw new GatepostError('invalid_cursor', 'The cursor names no place in this list.');
}

async function rejections(
  deps: Pick<Deps, 'store'>,
  asked: Asked,
  after: Place | null,
): Promise<TransparencyBatch> {
  const { site_id, settings, limit } = asked;
  const page = await rejectionPage(deps, site_id, { within: asked, after, limit });
  const statements = page.rejections.map((rejection) => formOfRejection(rejection, settings));
  if (page.next !== null) return { statements, next_cursor: page.next.id };
  const room = limit - statements.length;
  if (room === 0) return { statements, next_cursor: BLOCKS };
  const rest = await blocks(deps, { ...asked, limit: room }, null);
  return { statements: [...statements, ...rest.statements], next_cursor: rest.next_cursor };
}

async function blocks(
  { store }: Pick<Deps, 'store'>,
  asked: Asked,
  after: Place | null,
): Promise<TransparencyBatch> {
  const { site_id, settings, limit } = asked;
  const page = { after, limit: limit + 1 };
  const ids = await store.statements.blocksOfAuthors(site_id, asked, page);
  const statements: TransparencyForm[] = [];
  for (const id of ids.slice(0, limit)) {
    const block = await store.blocks.get(site_id, id);
    if (block === null) continue;
    const version = await store.statements.policyVersionAt(site_id, block.created_at);
    statements.push(formOfBlock(block, { ...settings, policy_version: version ?? 1 }));
  }
  return { statements, next_cursor: ids.length > limit ? (ids[limit - 1] ?? null) : null };
}
