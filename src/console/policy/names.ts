import { t } from '../strings/strings.js';

const RULE_NAMES: Readonly<Record<string, string>> = t.ruleNames;
const MEMBER_NAMES: Readonly<Record<string, string>> = t.policy.members;

/** A rule as people call it; one that these strings do not know yet, by its id. */
export function ruleName(id: string): string {
  return RULE_NAMES[id] ?? inWords(id);
}

export function memberName(name: string): string {
  return MEMBER_NAMES[name] ?? inWords(name);
}

/** `max_links` as "Max links". */
function inWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
