import type { FieldError } from '../../domain/errors.js';
import type { PolicyDocument, PolicyTerm, RuleSettings } from '../../domain/policy.js';
import { RULES } from '../rules/index.js';
import { defaultPolicyDocument, defaultSection } from './default.js';
import { meaningErrors } from './meaning.js';
import { shapeErrors } from './shape.js';

export type Completed =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** What a publisher may leave out, as far as types tell; `shapeErrors` has checked the rest. */
interface PartialDocument {
  readonly text?: string;
  readonly allowed_terms?: readonly PolicyTerm[];
  readonly rules?: Readonly<Record<string, Partial<RuleSettings>>>;
}

/**
 * Makes a whole policy of what a publisher sent: what is left out takes its default. Of a policy
 * that cannot be used, every mistake is named with a pointer into what was sent.
 */
export function completePolicy(input: unknown): Completed {
  const misshapen = shapeErrors(input);
  if (misshapen.length > 0) return { ok: false, errors: misshapen };
  const document = withDefaults(input as PartialDocument);
  const meaningless = meaningErrors(document);
  return meaningless.length > 0 ? { ok: false, errors: meaningless } : { ok: true, document };
}

function withDefaults(partial: PartialDocument): PolicyDocument {
  const defaults = defaultPolicyDocument();
  const rules = RULES.map((rule) => {
    const given = partial.rules?.[rule.id];
    return [rule.id, { ...defaultSection(rule), ...structuredClone(given) }];
  });
  return {
    text: partial.text ?? defaults.text,
    allowed_terms: [...(partial.allowed_terms ?? defaults.allowed_terms)],
    rules: Object.fromEntries(rules) as Record<string, RuleSettings>,
  };
}
