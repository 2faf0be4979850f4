import { type RawBuilder, sql } from 'kysely';

import type { BlockKind } from '../domain/block.js';
import { type Argument, type Prepared, prepared, type RunPrepared } from './prepared.js';
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
  const [rows, ranges] = await Promise.all([
    run(OF_PEOPLE, { site_id, ...said }),
    ip === null ? [] : rangesInForce(run, site_id, { ip, now: said.now }),
  ]);
  return [...rows, ...ranges].sort((a, b) => (a.block_id < b.block_id ? -1 : 1));
}

/** Whether a block on any address is in force. */
export async function anyRangeInForce(
  run: RunPrepared,
  site_id: string,
  now: string,
): Promise<boolean> {
  return (await run(ANY_RANGE, { site_id, now })).length > 0;
}

/** Most sites block no address, and their comments are not compared with a range. */
async function rangesInForce(
  run: RunPrepared,
  site_id: string,
  { ip, now }: { readonly ip: string; readonly now: string },
): Promise<readonly BlockRow[]> {
  if (!(await anyRangeInForce(run, site_id, now))) return [];
  const starts = startsCovering(ip);
  const short = starts.length <= STARTS_IPV4;
  const values: Values = { site_id, now, ip };
  for (const [at, name] of (short ? NAMES.slice(0, STARTS_IPV4) : NAMES).entries()) {
    values[name] = starts[at] ?? '';
  }
  return run(short ? OF_IPV4 : OF_IPV6, values);
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

/** Of a kind that `condition` holds for. */
function ofKind<A extends { site_id: string; now: string }>(
  argument: Argument<A>,
  kind: BlockKind,
  condition: RawBuilder<unknown>,
): RawBuilder<BlockRow> {
  return sql`
    SELECT * FROM blocks
    WHERE site_id = ${argument('site_id')} AND kind = ${sql.lit(kind)} AND ${condition}
      AND lifted_at IS NULL AND (until IS NULL OR until > ${argument('now')})`;
}

/**
 * Each kind is a look into the index of its own; what did not come finds nothing. In no order: to
 * have them by id SQLite went through all blocks of the site, once for each kind.
 */
const OF_PEOPLE = prepared<Omit<Identifiers, 'ip'> & { site_id: string; now: string }>()<BlockRow>(
  (_, argument) => {
    const exactly = (kind: BlockKind, name: keyof Omit<Identifiers, 'ip'>) =>
      ofKind(argument, kind, sql`range_start = ${argument(name)}`);
    return sql<BlockRow>`
      ${exactly('author', 'author_id')} UNION ALL ${exactly('name', 'name')} UNION ALL
      ${exactly('email', 'email')} UNION ALL ${exactly('email_domain', 'email_domain')}`;
  },
);

const ANY_RANGE = prepared<{ site_id: string; now: string }>()<BlockRow>((_, argument) =>
  sql`${ofKind(argument, 'ip', sql`TRUE`)} LIMIT 1`,
);

/** Values by name, the beginnings of ranges among them. */
interface Values extends Record<string, string | null> {
  site_id: string;
  now: string;
}

/** By its beginnings: of all that begin below an address half would be read. */
function ofRanges(starts: number): Prepared<Values, BlockRow> {
  return prepared<Values>()<BlockRow>((_, argument) => {
    const beginnings = NAMES.slice(0, starts).map((name) => argument(name));
    const holds = sql`range_start IN (${sql.join(beginnings)}) AND range_end >= ${argument('ip')}`;
    return ofKind(argument, 'ip', holds);
  });
}

const OF_IPV4 = ofRanges(STARTS_IPV4);
const OF_IPV6 = ofRanges(STARTS_MAX);
