import { type Action, milder, severer } from '../domain/action.js';
import type { Finding, Span, Verdict } from '../domain/finding.js';
import type { RuleSettings } from '../domain/policy.js';
import { REASONS } from '../domain/reasons.js';
import { SPANS_PER_FINDING_MAX } from '../limits.js';
import { type CompiledPolicy, type CompiledRule, rulesFor } from './compile.js';
import type { Facts } from './facts.js';
import type { Outcome } from './rule.js';

/** Is told when a rule failed, so that the fault is not lost in a verdict. */
export type OnFault = (rule: string, fault: unknown) => void;

const UNKNOWN_MESSAGE = 'A check of this comment could not be carried out.';

/**
 * Judges one comment. Every enabled rule is asked, every finding is kept, and the severest action
 * wins, so the order of the rules cannot matter. Pure and synchronous; never throws for a rule that
 * does: the comment is then held at least, whatever the rule's `on_unknown` says, because that
 * setting answers for facts that are missing, not for a defect nobody has seen yet.
 */
export function evaluate(
  compiled: CompiledPolicy,
  facts: Facts,
  onFault?: OnFault,
): Verdict {
  const findings: Finding[] = [];
  let action: Verdict['action'] = 'approve';
  let shadow = false;
  for (const each of rulesFor(compiled, facts.history.thread.section)) {
    for (const outcome of outcomes(each, facts, onFault)) {
      const finding = findingOf(each, outcome, facts);
      findings.push(finding);
      action = severer(action, finding.action);
      const consequence = finding.observed_action === null;
      shadow ||= consequence && outcome.kind === 'match' && outcome.shadow === true;
    }
  }
  const { version, digest } = compiled.policy;
  return { action, shadow, policy_version: version, policy_digest: digest, findings };
}

/** What one rule finds under its policy; one that fails has found that it cannot be checked. */
export function findingsOf(compiled: CompiledRule, facts: Facts): readonly Finding[] {
  return outcomes(compiled, facts).map((outcome) => findingOf(compiled, outcome, facts));
}

interface Failure {
  readonly kind: 'failure';
  readonly reason: Outcome['reason'];
}

function outcomes(
  { rule, check }: CompiledRule,
  facts: Facts,
  onFault?: OnFault,
): readonly (Outcome | Failure)[] {
  try {
    return check(facts);
  } catch (fault) {
    onFault?.(rule.id, fault);
    return [{ kind: 'failure', reason: rule.reasons[0] }];
  }
}

function findingOf(
  { rule, settings }: CompiledRule,
  outcome: Outcome | Failure,
  facts: Facts,
): Finding {
  const { standard, message } = REASONS[outcome.reason];
  const severe = actionOf(settings, outcome);
  const due = rule.never_exempts === true ? severe : softened(severe, settings, facts);
  const common = {
    rule: rule.id,
    standard,
    reason: outcome.reason,
    action: settings.observe ? ('approve' as const) : due,
    observed_action: settings.observe ? due : null,
  };
  if (outcome.kind === 'match') {
    return {
      ...common,
      outcome: 'match',
      message,
      field: outcome.field ?? null,
      spans: bounded(outcome.spans ?? []),
      terms: [...new Set(outcome.terms)].slice(0, SPANS_PER_FINDING_MAX),
    };
  }
  return {
    ...common,
    outcome: 'unknown',
    message: UNKNOWN_MESSAGE,
    field: null,
    spans: [],
    terms: [],
  };
}

function actionOf(settings: RuleSettings, outcome: Outcome | Failure): Action {
  if (outcome.kind === 'match') {
    return milder(outcome.action ?? settings.action, outcome.at_most ?? 'reject');
  }
  return outcome.kind === 'failure' ? severer(settings.on_unknown, 'hold') : settings.on_unknown;
}

/** Trust spares an author the waiting, and never a rejection. */
function softened(action: Action, settings: RuleSettings, { history }: Facts): Action {
  const { exempt_after_approved: after } = settings;
  const exempt = after > 0 && history.approved_count >= after;
  return exempt && action === 'hold' ? 'approve' : action;
}

/** In the order of the text, each once, and no more of them than prove the point. */
function bounded(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const distinct = sorted.filter((span, i) => {
    const before = sorted[i - 1];
    return before === undefined || span.start !== before.start || span.end !== before.end;
  });
  return distinct.slice(0, SPANS_PER_FINDING_MAX);
}
