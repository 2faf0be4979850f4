import type { PolicyDocument, Preset } from '../../domain/policy.js';
import { RULES } from '../rules/index.js';
import { completeDesk } from './desk/settings.js';
import { presetSection } from './presets.js';

const DISCUSSION_POLICY = [
  'Comments are welcome. Say what you think, disagree as firmly as you like, and keep to the ' +
    'subject.',
  'You are responsible for what you post. Profanity, personal attacks, slurs, threats, sexual ' +
    "language, other people's private details, advertising and other inappropriate material are " +
    'not published.',
  'Comments are checked automatically; one that is in doubt waits until a person has read it. ' +
    'Readers who break these rules may be blocked.',
].join('\n\n');

/** The preset that a site starts with. */
export const DEFAULT_PRESET: Preset = 'balanced';

/** A preset as a whole policy. */
export function presetDocument(preset: Preset): PolicyDocument {
  const rules = Object.fromEntries(RULES.map((rule) => [rule.id, presetSection(preset, rule)]));
  return {
    preset,
    text: DISCUSSION_POLICY,
    allowed_terms: [],
    rules,
    sections: {},
    ...completeDesk({}),
  };
}

/** The policy that a site starts with. */
export function defaultPolicyDocument(): PolicyDocument {
  return presetDocument(DEFAULT_PRESET);
}
