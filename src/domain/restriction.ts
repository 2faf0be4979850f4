import type { Decision } from './decision.js';
import type { Finding } from './finding.js';
import type { ReasonCode } from './reasons.js';
import type { ReportReason } from './report.js';
import { type Standard, STANDARDS } from './standard.js';
import type { Automation, Effect, StatementSource } from './statement.js';

/** Reasons to have a person look first, which say nothing against the comment itself. */
const PRECAUTIONS: ReadonlySet<string> = new Set<ReasonCode>([
  'off_limits.moderation_key',
  'conduct.premoderated_site',
  'conduct.premoderated_thread',
  'conduct.new_author',
  'conduct.author_history',
  'conduct.reported_often',
  'conduct.reported',
  'conduct.likely_rejected_here',
  'conduct.edited_after_rejection',
  'conduct.strikes',
  'blocked.resembles_email',
  'blocked.resembles_ip',
  'blocked.resembles_name',
]);

/** Reasons that would tell an author of somebody else. */
const UNTOLD = /^blocked\.resembles_/u;

/** What a decision that enforces a block rests on. */
const BLOCKS: ReadonlySet<string> = new Set<ReasonCode>(['blocked.author', 'blocked.identifier']);

/** What else is on record about a decision. */
export interface Occasion {
  /** Every decision about the comment, in any order. */
  readonly decisions: readonly Decision[];
  /** For each notice that the decision followed, whether a trusted flagger sent it. */
  readonly notices: readonly { readonly trusted: boolean }[];
  /** The reasons of the reports that the decision agreed with. */
  readonly reports: readonly ReportReason[];
}

/** What a decision against a comment rests on. */
export interface Basis {
  readonly effect: Extract<Effect, 'rejected' | 'held' | 'hidden'>;
  readonly standard: Standard | null;
  readonly legal_ground: string | null;
  readonly source: StatementSource;
  readonly automated_detection: boolean;
  readonly automated_decision: Automation;
  /** What the engine found, the decisive first; also where a person then decided. */
  readonly findings: readonly Finding[];
}

/** Whether a decision restricts what an author has written. */
export function restricts({ action }: Pick<Decision, 'action'>): boolean {
  return action === 'reject' || action === 'hold';
}

/**
 * What a decision against a comment rests on. A person who names no standard is taken to enforce
 * that of the engine's objection to the same text, or of the reports that the decision answers;
 * one who brings back an earlier decision, that of the earlier one.
 */
export function basisOf(decision: Decision, occasion: Occasion): Basis {
  const findings = findingsBehind(decision, occasion.decisions);
  return {
    effect: effectOf(decision),
    standard: standardOf(decision, findings, occasion),
    legal_ground: decision.legal_ground,
    source: sourceOf(decision, occasion),
    automated_detection: findings.some(isObjection),
    automated_decision: automationOf(decision, findings),
    findings,
  };
}

function effectOf({ action, shadow }: Decision): Basis['effect'] {
  if (action === 'hold') return 'held';
  return shadow ? 'hidden' : 'rejected';
}

function findingsBehind(decision: Decision, all: readonly Decision[]): readonly Finding[] {
  if (decision.actor.kind === 'system') {
    const decisive = decision.findings.filter(
      ({ action, observed_action }) => observed_action === null && action === decision.action,
    );
    return sorted(decisive);
  }
  const judgement = judgementBefore(decision, all);
  if (decision.block_id !== null || judgement === null) return [];
  return sorted(judgement.findings.filter(isObjection));
}

/** What speaks against the text comes before what only has a person look. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const weight = (finding: Finding) =>
    (isObjection(finding) ? 0 : 2) + (finding.action === 'reject' ? 0 : 1);
  return findings.toSorted((a, b) => weight(a) - weight(b));
}

/** The engine's latest word on the text that a later decision is about. */
function judgementBefore(
  { comment_version }: Decision,
  all: readonly Decision[],
): Decision | null {
  return all
    .filter(({ actor, comment_version: version }) =>
      actor.kind === 'system' && version < comment_version)
    .reduce<Decision | null>(
      (latest, each) =>
        latest !== null && latest.comment_version > each.comment_version ? latest : each,
      null,
    );
}

/** Whether a finding speaks against the text itself, and is in force. */
export function isObjection({ outcome, action, observed_action, reason }: Finding): boolean {
  return (
    outcome === 'match' &&
    observed_action === null &&
    action !== 'approve' &&
    !PRECAUTIONS.has(reason)
  );
}

function standardOf(
  decision: Decision,
  findings: readonly Finding[],
  { decisions, reports }: Occasion,
): Standard | null {
  if (decision.standard !== null) return decision.standard;
  if (decision.block_id !== null) return 'blocked';
  const found = findings.find(isObjection)?.standard;
  if (found !== undefined) return found;
  const reported = reports.find(isStandard);
  if (reported !== undefined) return reported;
  const origin = decisions.find(
    ({ id, comment_version }) =>
      id === decision.restores && comment_version < decision.comment_version,
  );
  if (origin === undefined) return null;
  return standardOf(origin, [], { decisions, notices: [], reports: [] });
}

function isStandard(reason: ReportReason): reason is Exclude<Standard, 'blocked'> {
  return (STANDARDS as readonly string[]).includes(reason);
}

function sourceOf({ actor }: Decision, { notices, reports }: Occasion): StatementSource {
  if (notices.some(({ trusted }) => trusted)) return 'trusted_flagger';
  if (notices.length > 0) return 'notice';
  return reports.length > 0 || actor.kind === 'reader' ? 'reports' : 'own_initiative';
}

/** The engine enforces a block that a person has raised: not without a person, nor by one. */
function automationOf({ actor }: Decision, findings: readonly Finding[]): Automation {
  if (actor.kind === 'reader') return 'fully';
  if (actor.kind !== 'system') return 'not';
  return findings.length > 0 && findings.every(isBlock) ? 'partially' : 'fully';
}

function isBlock({ reason }: Finding): boolean {
  return BLOCKS.has(reason);
}

/** Whether the author may learn of a finding: not that, or whom, they resemble. */
export function mayBeTold({ reason }: Finding): boolean {
  return !UNTOLD.test(reason);
}
