import type { PolicyDocument, RuleSettings } from '../../domain/policy.js';
import type { Rule } from '../rule.js';
import { RULES } from '../rules/index.js';

const DISCUSSION_POLICY = [
  'Comments are welcome. Say what you think, disagree as firmly as you like, and keep to the ' +
    'subject.',
  'You are responsible for what you post. Profanity, personal attacks, slurs, threats, sexual ' +
    "language, other people's private details, advertising and other inappropriate material are " +
    'not published.',
  'Comments are checked automatically; one that is in doubt waits until a person has read it. ' +
    'Readers who break these rules may be blocked.',
].join('\n\n');

/** A rule's section of the default policy: its thresholds and what follows from it. */
export function defaultSection(rule: Rule): RuleSettings {
  const section: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(rule.settings.properties)) {
    section[name] = structuredClone(schema['default']);
  }
  return { ...section, ...rule.defaults, observe: false, exempt_after_approved: 0 };
}

/** The policy that a site starts with: every rule as its own file says. */
export function defaultPolicyDocument(): PolicyDocument {
  const rules = Object.fromEntries(RULES.map((rule) => [rule.id, defaultSection(rule)]));
  return { text: DISCUSSION_POLICY, allowed_terms: [], rules };
}
