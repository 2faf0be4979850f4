import { REASONS } from '../../src/domain/reasons.js';
import { defaultSection } from '../../src/moderation/policy/presets.js';
import type { Rule } from '../../src/moderation/rule.js';
import { RULES } from '../../src/moderation/rules/index.js';
import { markdownTable } from './markdown.js';

export const PAGE = 'docs/policy.md';

/** The page with the tables under its headings "Rules" and "Reasons" as the code has them. */
export function withTables(page: string): string {
  const rules = markdownTable(['rule', 'what it does', '', 'a match leads to', 'thresholds'], rows());
  const reasons = Object.entries(REASONS).map(([code, { standard, message }]) => [
    `\`${code}\``,
    standard,
    message,
  ]);
  const withRules = underHeading(page, 'Rules', rules);
  return underHeading(withRules, 'Reasons', markdownTable(['reason', 'standard', 'sentence'], reasons));
}

const rows = (): string[][] =>
  RULES.map((rule) => [
    `\`${rule.id}\``,
    rule.description,
    rule.defaults.enabled ? 'on' : 'off',
    rule.defaults.action,
    thresholds(rule),
  ]);

function thresholds(rule: Rule): string {
  const section = defaultSection(rule);
  return Object.keys(rule.settings.properties)
    .map((name) => `\`${name}\` ${JSON.stringify(section[name])}`)
    .join(', ');
}

/** Puts a table in the place of the first one under a heading. */
function underHeading(page: string, heading: string, fresh: string): string {
  const pattern = new RegExp(`(^## ${heading}\\n(?:(?!^[|#]).*\\n)*)(?:^\\|.*\\n)+`, 'mu');
  if (!pattern.test(page)) throw new Error(`${PAGE} has no table under "${heading}"`);
  return page.replace(pattern, (_, before: string) => `${before}${fresh}\n`);
}
