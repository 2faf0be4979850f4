import type { Deps } from '../deps.js';
import type { Block } from '../domain/block.js';
import { GatepostError } from '../domain/errors.js';
import type { Statement } from '../domain/statement.js';
import { timestamp } from '../domain/time.js';
import { deskSettings } from '../moderation/policy/desk/settings.js';
import { localeAmong, told } from '../moderation/statements/compose.js';
import { currentPolicy } from './found.js';
import { policyOf } from './stating/policy-of.js';
import { notRestricted, seesHidden, type StatementAsked } from './stating/reader.js';

/**
 * The statement of reasons for a block, for whoever may not post because of it. It says neither
 * whom or what the block is on, nor the reason that moderators noted for each other. Of a block in
 * mode `shadow` it is for moderators alone while the block is in force.
 *
 * @throws GatepostError `not_found`, `not_restricted`.
 */
export async function getBlockStatement(
  deps: Pick<Deps, 'store' | 'clock'>,
  { caller, id, locale: asked }: StatementAsked,
): Promise<Statement> {
  const siteId = caller.site_id;
  const block = await deps.store.blocks.get(siteId, id);
  if (!block) {
    throw new GatepostError('not_found', `There is no block with the id ${JSON.stringify(id)}.`);
  }
  const ended_at = endOf(block, timestamp(deps.clock()));
  if (block.mode === 'shadow' && ended_at === null && !seesHidden(caller)) {
    throw notRestricted('block');
  }
  const version = await deps.store.statements.policyVersionAt(siteId, block.created_at);
  const policy = await policyOf(deps, siteId, version ?? 1);
  const settings = deskSettings((await currentPolicy(deps, siteId)).document, 'statements');
  const locale = localeAmong([asked], settings);
  const byPolicy = block.raised_by === 'policy';
  return told(
    {
      decision_id: null,
      block_id: block.id,
      comment_id: null,
      effect: block.mode === 'hold' ? 'account_held' : 'account_blocked',
      decided_at: block.created_at,
      ends_at: block.until,
      ended_at,
      facts: { thread: null, posted_at: null, reasons: [], told: null },
      ground: {
        kind: 'terms',
        legal_ground: null,
        standard: 'blocked',
        policy_version: policy.version,
        policy_text: policy.document.text,
        terms_url: orNull(settings.terms_url),
      },
      source: 'own_initiative',
      automated_detection: byPolicy,
      automated_decision: byPolicy ? 'fully' : 'not',
      redress: {
        appeal_until: null,
        contact: orNull(settings.contact),
        own: orNull(settings.redress),
        out_of_court: orNull(settings.out_of_court),
      },
    },
    { locale, settings },
  );
}

function endOf({ lifted_at, until }: Block, now: string): string | null {
  if (lifted_at !== null) return lifted_at;
  return until !== null && until <= now ? until : null;
}

const orNull = (text: string): string | null => (text === '' ? null : text);
