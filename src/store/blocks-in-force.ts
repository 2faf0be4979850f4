import { type RawBuilder, sql } from 'kysely';

import type { BlockKind } from '../domain/block.js';
import { type Prepared, prepared, type RunPrepared } from './prepared.js';
import type { BlockRow } from './schema.js';

/** What came with a comment, in the form in which blocks compare it; null for what did not come. */
export interface Identifiers {
  readonly author_id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly email_domain: string | null;
  /** 32 hexadecimal digits. */
  readonly ip: string | null;
}

/** An IPv4 address has 48 bits that can be set, of which each gives a range another beginning. */
const STARTS_IPV4 = 49;
const STARTS_MAX = 129;
const NAMES = Array.from({ length: STARTS_MAX }, (_, at) => `start_${at}`);
const ZEROS = '0'.repeat(32);

/** Every block that any of the identifiers falls under, by id. */
export async function blocksInForce(
  run: RunPrepared,
  site_id: string,
  { ip, ...said }: Identifiers & { readonly now: string },
): Promise<readonly BlockRow[]> {
  const starts = ip === null ? [] : startsCovering(ip);
  const short = starts.length <= STARTS_IPV4;
  const values: Values = { site_id, ...said, ip };
  for (const [at, name] of (short ? NAMES.slice(0, STARTS_IPV4) : NAMES).entries()) {
    values[name] = starts[at] ?? '';
  }
  const rows = await run(short ? OF_IPV4 : OF_IPV6, values);
  return rows.toSorted((a, b) => (a.block_id < b.block_id ? -1 : 1));
}

/** Where a block in CIDR notation that an address falls under can begin: each once. */
function startsCovering(ip: string): readonly string[] {
  const starts = [ip];
  for (let at = ip.length - 1; at >= 0; at -= 1) {
    let digit = Number.parseInt(ip.charAt(at), 16);
    while (digit > 0) {
      // Without its last bit that is set.
      digit &= digit - 1;
      starts.push(ip.slice(0, at) + digit.toString(16) + ZEROS.slice(at + 1));
    }
  }
  return starts;
}

type Values = Record<string, string | null>;

/**
 * Each kind is a look into the index of its own; what did not come finds nothing. A range is looked
 * for by its beginnings: to look for all that begin below an address would read half of them. In no
 * order: to have them by id SQLite went through all blocks of the site, once for each kind.
 */
function inForce(starts: number): Prepared<Values, BlockRow> {
  return prepared<Values>()<BlockRow>((_, argument) => {
    const of = (kind: BlockKind, condition: RawBuilder<unknown>) => sql`
      SELECT * FROM blocks
      WHERE site_id = ${argument('site_id')} AND kind = ${sql.lit(kind)} AND ${condition}
        AND lifted_at IS NULL AND (until IS NULL OR until > ${argument('now')})`;
    const exactly = (kind: BlockKind, name: keyof Identifiers) =>
      of(kind, sql`range_start = ${argument(name)}`);
    const beginnings = NAMES.slice(0, starts).map((name) => argument(name));
    return sql<BlockRow>`
      ${exactly('author', 'author_id')} UNION ALL ${exactly('name', 'name')} UNION ALL
      ${exactly('email', 'email')} UNION ALL ${exactly('email_domain', 'email_domain')} UNION ALL
      ${of('ip', sql`range_start IN (${sql.join(beginnings)}) AND range_end >= ${argument('ip')}
        AND EXISTS (SELECT 1 FROM blocks AS any_ip
          WHERE any_ip.site_id = ${argument('site_id')} AND any_ip.kind = ${sql.lit('ip')}
            AND any_ip.lifted_at IS NULL)`)}`;
  });
}

const OF_IPV4 = inForce(STARTS_IPV4);
const OF_IPV6 = inForce(STARTS_MAX);
