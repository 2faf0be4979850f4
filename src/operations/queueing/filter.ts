import type { Caller, Deps } from '../../deps.js';
import type { QueueKind } from '../../domain/queue.js';
import type { ReasonCode } from '../../domain/reasons.js';
import type { Standard } from '../../domain/standard.js';
import { timestamp } from '../../domain/time.js';
import { namedIds } from '../found.js';
import type { LineFilter } from './line.js';

export const CLAIMED = ['mine', 'others', 'none'] as const;

/** What a moderator asks of the queue; all that is given must hold. */
export interface QueueQuery {
  readonly kind?: QueueKind;
  readonly standard?: Standard;
  readonly reason?: ReasonCode;
  /** Our id or the CMS's. */
  readonly thread?: string;
  readonly section?: string;
  /** Our id or the CMS's. */
  readonly author?: string;
  /** As in the locales of comments: "en" is also "en-GB". */
  readonly language?: string;
  /** In minutes. */
  readonly min_age?: number;
  readonly max_age?: number;
  readonly claimed?: (typeof CLAIMED)[number];
}

const HELD_BY = { mine: 'me', others: 'others', none: 'nobody' } as const;

/** The filter that a query amounts to; null where it names what the site has not. */
export async function lineFilter(
  deps: Pick<Deps, 'store' | 'clock'>,
  caller: Caller,
  query: QueueQuery,
): Promise<LineFilter | null> {
  const { thread, author, language, claimed, ...plain } = query;
  const siteId = caller.site_id;
  const named = await namedIds(deps, siteId, { thread, author });
  if (named === null) return null;
  return {
    ...plain,
    ...named,
    ...(language !== undefined && { locale: language }),
    ...(claimed !== undefined && {
      claims: {
        held_by: HELD_BY[claimed],
        site_id: siteId,
        key_id: caller.id,
        now: timestamp(deps.clock()),
      },
    }),
  };
}
