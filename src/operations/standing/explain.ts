import type { Deps } from '../../deps.js';
import type { Author } from '../../domain/author.js';
import { type Block, isInForce } from '../../domain/block.js';
import type { Strike } from '../../domain/strike.js';
import { secondsBefore, secondsBetween, timestamp } from '../../domain/time.js';
import { deskSettings } from '../../moderation/policy/desk/settings.js';
import type { SecondLook, StandingStore } from '../../store/standing-store.js';
import type { WarningCounts } from '../../store/warning-store.js';
import { currentPolicy } from '../found.js';

const SECONDS_PER_DAY = 86_400;

/** How people and the engine agreed about an author's latest comments, where both spoke. */
export interface Agreement {
  readonly looked_at: number;
  /** Held or rejected, and a person rejected it; or approved, and a person left it so. */
  readonly agreed: number;
  /** Held or rejected, and a person approved it. */
  readonly flagged_wrongly: number;
  /** Approved, and a person rejected it. */
  readonly missed: number;
}

/** What an author's standing is made of, beside the counts of comments. */
export interface StandingExplained {
  /** Whole days since the site met the author. */
  readonly age_days: number;
  readonly strikes: {
    /** Newest first. */
    readonly in_force: readonly (Strike & { readonly expires_at: string })[];
    /** At so many the policy blocks the author; 0 for never. */
    readonly block_at: number;
  };
  readonly engine: Agreement;
  /** Readers' reports about the author's comments, by what people made of them. */
  readonly reports: Awaited<ReturnType<StandingStore['reportOutcomes']>>;
  readonly warnings: WarningCounts;
  readonly blocks: { readonly in_force: number; readonly past: number };
}

/** Why an author stands as they do: all of it computed from the record, now. */
export async function explainStanding(
  deps: Pick<Deps, 'store' | 'clock'>,
  siteId: string,
  { author, blocks }: { readonly author: Author; readonly blocks: readonly Block[] },
): Promise<StandingExplained> {
  const { standing, warnings } = deps.store;
  const now = timestamp(deps.clock());
  const { document } = await currentPolicy(deps, siteId);
  const { expire_after_days, block_at } = deskSettings(document, 'strikes');
  const lasting = expire_after_days * SECONDS_PER_DAY;
  const strikes = await standing.strikes(siteId, author.id, secondsBefore(now, lasting));
  const inForce = blocks.filter((block) => isInForce(block, now)).length;
  return {
    age_days: Math.floor(secondsBetween(author.created_at, now) / SECONDS_PER_DAY),
    strikes: {
      in_force: strikes.map((strike) => ({
        ...strike,
        expires_at: secondsBefore(strike.decided_at, -lasting),
      })),
      block_at,
    },
    engine: agreement(await standing.secondLooks(siteId, author.id)),
    reports: await standing.reportOutcomes(siteId, author.id),
    warnings: await warnings.counts(siteId, author.id),
    blocks: { in_force: inForce, past: blocks.length - inForce },
  };
}

function agreement(looks: readonly SecondLook[]): Agreement {
  const wrongly = looks.filter((each) => each.engine !== 'approve' && each.person === 'approve');
  const missed = looks.filter((each) => each.engine === 'approve' && each.person === 'reject');
  return {
    looked_at: looks.length,
    agreed: looks.length - wrongly.length - missed.length,
    flagged_wrongly: wrongly.length,
    missed: missed.length,
  };
}
