import { createHmac } from 'node:crypto';

import type { Decision } from './decision.js';

/**
 * Digests by which the record can prove that a text or a decision is still the one that was
 * recorded: HMAC-SHA256 in hexadecimal digits, keyed with the comment's own seal, so that who has
 * the record alone cannot try texts against it, and nobody can once the seal is erased. Null for a
 * comment that has none.
 */

/** Of a comment's text. */
export function bodyDigest(seal: string | null, body: string): string | null {
  return seal === null ? null : keyed(seal, 'body', body);
}

/** Of everything that a decision says. */
export function decisionDigest(seal: string | null, decision: Decision): string | null {
  if (seal === null) return null;
  const { actor, findings, ...own } = decision;
  const said = [
    own.id,
    own.comment_id,
    own.comment_version,
    [actor.kind, actor.id, actor.name],
    own.action,
    own.status,
    own.shadow,
    own.reason,
    own.note,
    own.policy_version,
    own.policy_digest,
    own.facts,
    own.supersedes,
    [own.standard, own.legal_ground, own.block_id, own.restores],
    own.created_at,
    findings.map((each) => [
      [each.rule, each.standard, each.reason, each.outcome, each.action, each.observed_action],
      each.message,
      each.field,
      each.spans.map(({ start, end }) => [start, end]),
      each.terms,
    ]),
  ];
  return keyed(seal, 'decision', JSON.stringify(said));
}

/** What is said of one thing cannot be passed off as said of another. */
function keyed(seal: string, what: string, said: string): string {
  return createHmac('sha256', Buffer.from(seal, 'hex')).update(`${what}\0${said}`).digest('hex');
}
