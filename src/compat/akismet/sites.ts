import type { Caller } from '../../deps.js';
import { GatepostError } from '../../domain/errors.js';
import type { FrontDeps } from '../front.js';
import { monthOf, type Sums, thisMonth } from './account.js';

export interface KeySite extends Sums {
  readonly site: string;
  readonly api_calls: number;
  readonly is_revoked: boolean;
}

/** One page of them. */
export interface SitesOfKey {
  readonly month: string;
  readonly sites: readonly KeySite[];
  readonly limit: number;
  readonly offset: number;
  readonly total: number;
}

/** What a client may ask for; the query as it came. */
export interface SitesQuery {
  readonly month?: unknown;
  readonly filter?: unknown;
  readonly offset?: unknown;
  readonly limit?: unknown;
}

const LIMIT_MAX = 500;

/**
 * The sites that use a key in a month: a key is of one site, so there is one or none.
 *
 * @throws GatepostError `invalid_request` for what is no month that has begun.
 */
export async function keySites(
  deps: FrontDeps,
  caller: Caller,
  query: SitesQuery,
): Promise<SitesOfKey> {
  const month = typeof query.month === 'string' ? query.month : thisMonth(deps);
  const sums = await monthOf(deps, caller, month);
  if (sums === null) throw new GatepostError('invalid_request', 'Invalid "month" value');
  const site = caller.site_id;
  const row: KeySite = { site, api_calls: sums.spam + sums.ham, ...sums, is_revoked: false };
  const all = typeof query.filter === 'string' && !site.includes(query.filter) ? [] : [row];
  const offset = numberOf(query.offset, 0);
  const limit = Math.min(numberOf(query.limit, LIMIT_MAX), LIMIT_MAX);
  const sites = all.slice(offset, offset + limit);
  return { month, sites, limit, offset, total: all.length };
}

/** The same as comma-separated values. Ids of sites hold no commas and no quotation marks. */
export function sitesAsCsv({ month, sites, limit, offset, total }: SitesOfKey): string {
  const about = `Active sites for the key during ${month} (limit:${limit}, offset: ${offset}, total: ${total})`;
  const head = 'Site,Total API Calls,Spam,Ham,Missed Spam,False Positives,Is Revoked';
  const rows = sites.map((each) =>
    [
      each.site,
      each.api_calls,
      each.spam,
      each.ham,
      each.missed_spam,
      each.false_positives,
      each.is_revoked,
    ].join(','),
  );
  return [about, head, ...rows, ''].join('\n');
}

function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'string' && /^\d{1,6}$/u.test(value) ? Number(value) : fallback;
}
