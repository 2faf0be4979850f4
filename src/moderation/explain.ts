import { type Action, severer } from '../domain/action.js';
import type { Finding } from '../domain/finding.js';
import type { Standard } from '../domain/standard.js';
import { type CompiledPolicy, type CompiledRule, rulesFor } from './compile.js';
import { findingsOf } from './evaluate.js';
import type { Facts } from './facts.js';
import { languageOf } from './ordinary.js';
import type { Gauge } from './rule.js';

/** A gauge that stands within this share of its limit, on either side, is near it. */
const NEAR_SHARE = 0.2;

export interface ReadGauge extends Gauge {
  /** A small change of the comment or of the policy could have changed the rule's answer. */
  readonly near: boolean;
}

/** What one rule said of a comment, and how long it took. */
export interface RuleAnswer {
  readonly rule: string;
  readonly standard: Standard;
  readonly answer: 'match' | 'clear' | 'unknown';
  /** What the policy says follows; null where nothing was found. */
  readonly action: Action | null;
  /** The rule is only watched. */
  readonly observe: boolean;
  readonly microseconds: number;
  readonly gauges: ReadGauge[];
}

/** How a verdict came about. */
export interface Explanation {
  /** The body as it was read for matching. */
  readonly shadow: string;
  /** ISO 639-1; null where it cannot be told. */
  readonly language: string | null;
  /** The enabled rules, in the order of the policy. */
  readonly rules: RuleAnswer[];
}

/**
 * Asks every rule once more and notes what it says and how long it takes. `stopwatch` tells
 * milliseconds. Never throws for a rule that does, as `evaluate` does not.
 */
export function explain(
  compiled: CompiledPolicy,
  facts: Facts,
  stopwatch: () => number,
): Explanation {
  const rules = rulesFor(compiled, facts.history.thread.section);
  return {
    shadow: facts.shadow.text,
    language: languageOf(facts.shadow),
    rules: rules.map((each) => answerOf(each, facts, stopwatch)),
  };
}

function answerOf(each: CompiledRule, facts: Facts, stopwatch: () => number): RuleAnswer {
  const { rule, settings } = each;
  const started = stopwatch();
  const findings = findingsOf(each, facts);
  const microseconds = Math.round((stopwatch() - started) * 1_000);
  return {
    rule: rule.id,
    standard: rule.standard,
    answer: answerFrom(findings),
    action: severest(findings),
    observe: settings.observe,
    microseconds,
    gauges: rule.gauges === undefined ? [] : rule.gauges(settings, facts).map(readGauge),
  };
}

function severest(findings: readonly Finding[]): Action | null {
  if (findings.length === 0) return null;
  return findings.map((each) => each.observed_action ?? each.action).reduce(severer);
}

/** Written out, member by member: with a spread it took longer than most rules do. */
function readGauge({ setting, value, limit }: Gauge): ReadGauge {
  const near = Math.abs(value - limit) <= Math.abs(limit) * NEAR_SHARE;
  return { setting, value, limit, near };
}

function answerFrom(findings: readonly Finding[]): RuleAnswer['answer'] {
  if (findings.some(({ outcome }) => outcome === 'match')) return 'match';
  return findings.length > 0 ? 'unknown' : 'clear';
}
