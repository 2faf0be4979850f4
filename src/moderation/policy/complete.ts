import type { FieldError } from '../../domain/errors.js';
import type {
  CommonSettings,
  DeskName,
  PolicyDocument,
  PolicyTerm,
  Preset,
  RuleSettings,
  ThreadSection,
} from '../../domain/policy.js';
import { POLICY_ERRORS_MAX } from '../../limits.js';
import type { Standard } from '../../domain/standard.js';
import type { Rule } from '../rule.js';
import { RULES } from '../rules/index.js';
import { DEFAULT_PRESET, presetDocument } from './default.js';
import { completeDesk } from './desk/settings.js';
import { meaningErrors } from './meaning.js';
import { presetSection } from './presets.js';
import { sectionErrors } from './sections.js';
import { shapeErrors } from './shape.js';

export type Completed =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** What a publisher may say of rules: of all of a standard, and of one. */
interface PartialRules {
  readonly standards?: Readonly<Partial<Record<Standard, Partial<CommonSettings>>>>;
  readonly rules?: Readonly<Record<string, Partial<RuleSettings>>>;
}

/** What a publisher may leave out, as far as types tell; `shapeErrors` has checked the rest. */
interface PartialDocument extends PartialRules, Pick<PolicyDocument, DeskName> {
  readonly preset?: Preset;
  readonly text?: string;
  readonly allowed_terms?: readonly PolicyTerm[];
  readonly sections?: Readonly<Record<string, PartialRules>>;
}

/**
 * Makes a whole policy of what a publisher sent: what is left out takes its default from the
 * preset, and what was said of a standard is written to its rules. Of a policy that cannot be used,
 * every mistake is named with a pointer into what was sent.
 */
export function completePolicy(input: unknown): Completed {
  const misshapen = shapeErrors(input);
  if (misshapen.length > 0) return { ok: false, errors: misshapen };
  const document = withDefaults(input as PartialDocument);
  const meaningless = [...meaningErrors(document), ...sectionErrors(document)].slice(
    0,
    POLICY_ERRORS_MAX,
  );
  return meaningless.length > 0 ? { ok: false, errors: meaningless } : { ok: true, document };
}

function withDefaults(partial: PartialDocument): PolicyDocument {
  const preset = partial.preset ?? DEFAULT_PRESET;
  const defaults = presetDocument(preset);
  const rules = RULES.map((rule): [string, RuleSettings] => [
    rule.id,
    { ...presetSection(preset, rule), ...said(partial, rule) },
  ]);
  const sections = Object.entries(partial.sections ?? {});
  return {
    preset,
    text: partial.text ?? defaults.text,
    allowed_terms: [...(partial.allowed_terms ?? defaults.allowed_terms)],
    rules: Object.fromEntries(rules),
    sections: Object.fromEntries(sections.map(([name, each]) => [name, sectionOf(each)])),
    ...completeDesk(partial),
  };
}

/** Only what a section says itself, so that it follows the rest of the policy. */
function sectionOf(partial: PartialRules): ThreadSection {
  const rules = RULES.map((rule) => [rule.id, said(partial, rule)] as const);
  return { rules: Object.fromEntries(rules.filter(([, each]) => Object.keys(each).length > 0)) };
}

/** What is said of one rule, by its standard and by its name. */
function said({ standards, rules }: PartialRules, rule: Rule): Partial<RuleSettings> {
  return structuredClone({ ...standards?.[rule.standard], ...rules?.[rule.id] });
}
