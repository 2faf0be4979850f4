import { type Policy, type PolicyDocument, type RuleSettings, textOfTerm } from '../domain/policy.js';
import { compileLexicon } from './lexicon.js';
import { deskSettings } from './policy/desk/settings.js';
import { presetSection } from './policy/presets.js';
import type { Check, PolicyContext, Rule } from './rule.js';
import { RULES } from './rules/index.js';

/** An enabled rule, with everything that it matches compiled. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly settings: RuleSettings;
  readonly check: Check;
}

/** A policy made ready: its enabled rules, and those of the sections that differ. */
export interface CompiledPolicy {
  readonly policy: Policy;
  readonly rules: readonly CompiledRule[];
  /** By the folded name of the section. */
  readonly sections: ReadonlyMap<string, readonly CompiledRule[]>;
}

/** Makes a policy ready to judge by. */
export function compilePolicy(policy: Policy, rules: readonly Rule[] = RULES): CompiledPolicy {
  const { document } = policy;
  const allowed_terms = document.allowed_terms.map(textOfTerm);
  const strikes = deskSettings(document, 'strikes');
  const context = { lexicon: compileLexicon(allowed_terms), allowed_terms, strikes };
  const everywhere = new Map(
    rules.map((rule) => [rule.id, compileRule(rule, standing(document, rule), context)]),
  );
  const sections = Object.entries(document.sections).map(([name, section]) => {
    const compiled = rules.map((rule) => {
      const standard = everywhere.get(rule.id) ?? null;
      const own = section.rules[rule.id];
      if (own === undefined) return standard;
      const settings = { ...standing(document, rule), ...own };
      if (!settings.enabled) return null;
      // What a rule looks for is compiled once where only what follows from it is another.
      const same = standard !== null && Object.keys(ownSettings(own)).length === 0;
      return same ? { ...standard, settings } : compileRule(rule, settings, context);
    });
    return [sectionKey(name), enabled(compiled)] as const;
  });
  return { policy, rules: enabled([...everywhere.values()]), sections: new Map(sections) };
}

/**
 * The rules for the threads of a section; of "sport/football" those of "sport" where the policy
 * has none for it.
 */
export function rulesFor(
  { rules, sections }: Pick<CompiledPolicy, 'rules' | 'sections'>,
  section: string | null,
): readonly CompiledRule[] {
  if (section === null || sections.size === 0) return rules;
  for (let key = sectionKey(section); key !== ''; key = key.slice(0, key.lastIndexOf('/'))) {
    const own = sections.get(key);
    if (own !== undefined) return own;
    if (!key.includes('/')) break;
  }
  return rules;
}

/** What a rule is set to beside what every rule has: its thresholds and lists. */
export function ownSettings(settings: Partial<RuleSettings>): Readonly<Record<string, unknown>> {
  const { enabled: _, action, on_unknown, observe, exempt_after_approved, ...own } = settings;
  return own;
}

/** Sections of these names are one. */
export function sectionKey(name: string): string {
  return name.trim().toLowerCase();
}

/** A rule that is younger than the stored document runs as the document's preset has it. */
function standing({ preset, rules }: PolicyDocument, rule: Rule): RuleSettings {
  return { ...presetSection(preset, rule), ...rules[rule.id] };
}

function compileRule(
  rule: Rule,
  settings: RuleSettings,
  context: PolicyContext,
): CompiledRule | null {
  return settings.enabled ? { rule, settings, check: rule.compile(settings, context) } : null;
}

const enabled = (rules: readonly (CompiledRule | null)[]): readonly CompiledRule[] =>
  rules.filter((each) => each !== null);
