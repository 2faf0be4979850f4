import type { Action } from '../domain/action.js';
import type { ActorKind, Decision, DecisionAction } from '../domain/decision.js';
import type { Field, Finding, Span } from '../domain/finding.js';
import type { ReasonCode } from '../domain/reasons.js';
import type { Standard } from '../domain/standard.js';
import type { Status } from '../domain/status.js';
import type { DecisionRow, FindingRow } from './schema.js';

/** A decision as it is stored, without its findings. */
export function rowOf(siteId: string, decision: Decision): DecisionRow {
  return {
    site_id: siteId,
    decision_id: decision.id,
    actor_kind: decision.actor.kind,
    actor_id: decision.actor.id,
    actor_name: decision.actor.name,
    shadowed_at: decision.shadow ? decision.created_at : null,
    comment_id: decision.comment_id,
    comment_version: decision.comment_version,
    action: decision.action,
    status: decision.status,
    reason: decision.reason,
    note: decision.note,
    policy_version: decision.policy_version,
    policy_digest: decision.policy_digest,
    facts: decision.facts,
    supersedes: decision.supersedes,
    standard: decision.standard,
    legal_ground: decision.legal_ground,
    block_id: decision.block_id,
    restores: decision.restores,
    created_at: decision.created_at,
  };
}

/** What a decision found, in its order. */
export function findingRows(siteId: string, { id, comment_id, findings }: Decision): FindingRow[] {
  return findings.map((finding, position) => ({
    site_id: siteId,
    decision_id: id,
    position,
    comment_id,
    rule: finding.rule,
    standard: finding.standard,
    reason: finding.reason,
    outcome: finding.outcome,
    action: finding.action,
    observed_action: finding.observed_action,
    message: finding.message,
    field: finding.field,
    spans: JSON.stringify(finding.spans),
    terms: JSON.stringify(finding.terms),
  }));
}

/** A decision from its row. */
export function decisionOf(row: DecisionRow, findings: readonly Finding[]): Decision {
  return {
    id: row.decision_id,
    actor: { kind: row.actor_kind as ActorKind, id: row.actor_id, name: row.actor_name },
    shadow: row.shadowed_at !== null,
    findings,
    comment_id: row.comment_id,
    comment_version: row.comment_version,
    action: row.action as DecisionAction,
    status: row.status as Status,
    reason: row.reason,
    note: row.note,
    policy_version: row.policy_version,
    policy_digest: row.policy_digest,
    facts: row.facts,
    supersedes: row.supersedes,
    standard: row.standard as Standard | null,
    legal_ground: row.legal_ground,
    block_id: row.block_id,
    restores: row.restores,
    created_at: row.created_at,
  };
}

/** A finding from its row. */
export function findingOf(row: FindingRow): Finding {
  return {
    rule: row.rule,
    standard: row.standard as Standard,
    reason: row.reason as ReasonCode,
    outcome: row.outcome as Finding['outcome'],
    action: row.action as Action,
    observed_action: row.observed_action as Action | null,
    message: row.message,
    field: row.field as Field | null,
    spans: JSON.parse(row.spans) as readonly Span[],
    terms: JSON.parse(row.terms) as readonly string[],
  };
}
