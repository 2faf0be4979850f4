import type { Decision } from '../../domain/decision.js';
import type { Verdict } from '../../domain/finding.js';

/** The verdict that a decision of the engine recorded. */
export function verdictOfDecision(decision: Decision): Verdict {
  return {
    action: decision.action === 'delete' ? 'reject' : decision.action,
    shadow: decision.shadow,
    policy_version: decision.policy_version,
    policy_digest: decision.policy_digest,
    findings: decision.findings,
  };
}
