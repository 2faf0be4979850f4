import type { CommonSettings, Preset, RuleSettings } from '../../domain/policy.js';
import type { Standard } from '../../domain/standard.js';
import type { Rule } from '../rule.js';

/** What a preset says where it differs from the rules' own defaults. */
export interface PresetDefinition {
  readonly description: string;
  /** For every rule of a standard; what `rules` says of one of them comes first. */
  readonly standards: Readonly<Partial<Record<Standard, Partial<CommonSettings>>>>;
  readonly rules: Readonly<Record<string, Partial<RuleSettings>>>;
}

const WATCHED = { observe: true } as const;

/** Thresholds of the classifier's scores, from which on a comment is held. */
function scoresFrom(thresholds: Readonly<Record<string, number | null>>): Partial<RuleSettings> {
  const held = Object.entries(thresholds).map(([attribute, hold_at]) => [
    attribute,
    { hold_at, reject_at: null },
  ]);
  return Object.fromEntries(held) as Partial<RuleSettings>;
}

export const PRESET_DEFINITIONS: Readonly<Record<Preset, PresetDefinition>> = {
  open: {
    description:
      'For readers who are used to rough talk: slurs and threats are rejected, profanity waits, ' +
      'and manners are left to the readers.',
    standards: { sexual: { action: 'approve' } },
    rules: {
      strong_profanity: { action: 'hold' },
      possible_profanity: { action: 'approve' },
      other_language_profanity: { action: 'approve' },
      link_count: { max_links: 5 },
      link_shortener: { action: 'approve' },
      shouting: { action: 'approve' },
      gibberish: { action: 'approve' },
      author_history: { min_rejected_share: 0.75 },
      classifier_scores: scoresFrom({
        toxicity: null,
        severe_toxicity: 0.6,
        insult: null,
        profanity: null,
        threat: 0.6,
        identity_attack: 0.8,
        sexually_explicit: null,
      }),
    },
  },
  balanced: {
    description:
      'For a newspaper: profanity, slurs and threats are rejected, and what is in doubt waits for ' +
      'a person. The rules as they are.',
    standards: {},
    rules: {},
  },
  strict: {
    description:
      'For young readers and sensitive subjects: the first comment of every author waits, mild ' +
      'words and every link wait, and personal attacks are rejected.',
    standards: { sexual: { action: 'reject' }, personal_attack: { action: 'reject' } },
    rules: {
      mild_profanity: { action: 'hold' },
      group_attack: { action: 'reject' },
      link_count: { max_links: 0 },
      link_shortener: { action: 'reject' },
      shouting: { min_share: 0.5 },
      new_author: { enabled: true },
      author_history: { min_rejected_share: 0.3 },
      repeated_text: { min_characters: 1 },
      classifier_scores: scoresFrom({
        toxicity: 0.5,
        severe_toxicity: 0.3,
        insult: 0.45,
        profanity: 0.7,
        threat: 0.25,
        identity_attack: 0.5,
        sexually_explicit: 0.7,
      }),
    },
  },
  wordpress: {
    description:
      'What a WordPress administrator expects: two links wait, the first comment of every author ' +
      'waits, and a second one within 15 seconds or of the same text is refused. What WordPress ' +
      'does not check is watched, and nothing follows from it.',
    standards: {
      profanity: WATCHED,
      personal_attack: WATCHED,
      hate: WATCHED,
      threat: WATCHED,
      sexual: WATCHED,
      personal_information: WATCHED,
    },
    rules: {
      language_not_served: WATCHED,
      advertising: WATCHED,
      // WordPress holds a comment that has as many links as its setting says, which is two.
      link_count: { max_links: 1 },
      link_shortener: WATCHED,
      campaign: WATCHED,
      posting_too_fast: {
        action: 'reject',
        window_seconds: 15,
        max_comments: 1,
        max_comments_per_ip: 1,
      },
      repeated_text: { min_characters: 1 },
      // The age that WordPress proposes where an administrator closes old posts.
      thread_expired: { max_days: 14 },
      new_author: { enabled: true },
      shouting: WATCHED,
      character_flood: WATCHED,
      gibberish: WATCHED,
      text_tricks: WATCHED,
      author_name: WATCHED,
      author_history: WATCHED,
      strikes: WATCHED,
      resembles_blocked: WATCHED,
      reported_often: WATCHED,
      classifier_scores: WATCHED,
      outside_scores: WATCHED,
    },
  },
};

/** A rule's section as its own file says: its thresholds and what follows from it. */
export function defaultSection(rule: Rule): RuleSettings {
  const section: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(rule.settings.properties)) {
    section[name] = structuredClone(schema['default']);
  }
  return { ...section, ...rule.defaults, observe: false, exempt_after_approved: 0 };
}

/** A rule's section under a preset. */
export function presetSection(preset: Preset, rule: Rule): RuleSettings {
  const { standards, rules } = PRESET_DEFINITIONS[preset];
  return { ...defaultSection(rule), ...standards[rule.standard], ...rules[rule.id] };
}
