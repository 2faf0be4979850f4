import { type TObject, type TProperties, type TSchema, Type } from '@sinclair/typebox';

import { ACTIONS, type Action } from '../../domain/action.js';
import { PRESETS } from '../../domain/policy.js';
import { STANDARDS } from '../../domain/standard.js';
import {
  POLICY_SECTIONS_MAX,
  POLICY_TERMS_MAX,
  POLICY_TEXT_LENGTH_MAX,
  SECTION_LENGTH_MAX,
} from '../../limits.js';
import { AllowedTerm } from '../publisher/term-schema.js';
import type { Rule, RuleDefaults } from '../rule.js';
import { RULES } from '../rules/index.js';
import { DEFAULT_PRESET } from './default.js';
import { DESK_SETTINGS } from './desk/settings.js';
import { PRESET_DEFINITIONS } from './presets.js';

const action = (description: string, standing?: Action): TSchema =>
  Type.Unsafe<Action>({
    type: 'string',
    enum: [...ACTIONS],
    ...(standing !== undefined && { default: standing }),
    description,
  });

/** What every rule has; with the defaults of one, or of none where many are meant. */
const common = (defaults: Partial<RuleDefaults>): TProperties => ({
  enabled: Type.Boolean({
    ...(defaults.enabled !== undefined && { default: defaults.enabled }),
    description: 'Whether the rule is asked at all.',
  }),
  action: action('What follows when the rule matches.', defaults.action),
  on_unknown: action('What follows when the rule could not be checked.', defaults.on_unknown),
  observe: Type.Boolean({
    default: false,
    description: 'Only watch: findings are kept and counted, and nothing follows from them.',
  }),
  exempt_after_approved: Type.Integer({
    minimum: 0,
    maximum: 100_000,
    default: 0,
    description:
      'Authors with so many approved comments are not held by this rule; 0 exempts nobody. What ' +
      'would be rejected still is.',
  }),
});

/** An object every member of which may be left out, and that has no others. */
function partial(members: TProperties, description: string): TObject {
  const optional = Object.entries(members).map(([name, schema]) => [name, Type.Optional(schema)]);
  return Type.Object(Object.fromEntries(optional) as TProperties, {
    additionalProperties: false,
    description,
  });
}

const ruleSection = (rule: Rule): TObject =>
  partial({ ...common(rule.defaults), ...rule.settings.properties }, rule.description);

const rules = partial(
  Object.fromEntries(RULES.map((rule) => [rule.id, ruleSection(rule)])),
  'What the rules enforce and what follows, one section for each rule.',
);

const withRules = new Set(RULES.map((rule) => rule.standard));
const standards = partial(
  Object.fromEntries(
    STANDARDS.filter((standard) => withRules.has(standard)).map((standard) => [
      standard,
      partial(common({}), `For every rule of the standard "${standard}" that says nothing else.`),
    ]),
  ),
  'What several rules have in common, said once for all rules of a standard. Written to their ' +
    'sections when the policy is saved.',
);

const threadSections = Type.Record(
  Type.String({ pattern: `^(?=.*\\S)[^\\u0000]{1,${SECTION_LENGTH_MAX}}$` }),
  partial({ standards, rules }, 'What differs in the threads of this section.'),
  {
    default: {},
    additionalProperties: false,
    maxProperties: POLICY_SECTIONS_MAX,
    description:
      'By the name of a section of the publication (`thread.section` of a comment; case does not ' +
      'count), what differs there. The settings of "sport" hold in "sport/football" as well, ' +
      'unless it has its own.',
  },
);

const deskMembers = Object.fromEntries(
  Object.entries(DESK_SETTINGS).map(([name, schema]) => [
    name,
    partial(schema.properties, String(schema.description)),
  ]),
);

const preset = Type.Unsafe<(typeof PRESETS)[number]>({
  type: 'string',
  enum: [...PRESETS],
  default: DEFAULT_PRESET,
  description:
    'What everything takes that is left out. ' +
    PRESETS.map((name) => `\`${name}\`: ${PRESET_DEFINITIONS[name].description}`).join(' '),
});

/**
 * A policy as a publisher may send it. What is left out takes the default shown. Built from the
 * rules, so that a new rule or threshold needs no second place.
 */
export const PolicyInput = partial(
  {
    preset,
    text: Type.String({
      minLength: 1,
      maxLength: POLICY_TEXT_LENGTH_MAX,
      description: 'The discussion policy that readers see beside the comment form.',
    }),
    allowed_terms: Type.Array(AllowedTerm, {
      maxItems: POLICY_TERMS_MAX,
      default: [],
      description:
        'Expressions that the word rules and the blocked terms never object to, for example ' +
        'the name of a place or a person.',
    }),
    standards,
    rules,
    sections: threadSections,
    ...deskMembers,
  },
  'What is left out takes its default from the preset.',
);

/** The published JSON Schema (draft 2020-12) of what PUT /v1/policy takes, for editors. */
export const POLICY_JSON_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A policy of Gatepost',
  ...PolicyInput,
} as const;
