import type { Standard } from './standard.js';

interface Reason {
  readonly standard: Standard;
  /** For the author of the comment; complete by itself; no jargon. */
  readonly message: string;
}

/**
 * Every reason a finding can carry. The codes are stable: they are stored, filtered by and counted,
 * so a code is never renamed and never reused for something else.
 */
export const REASONS = {
  'profanity.strong': {
    standard: 'profanity',
    message: 'The comment contains strong profanity.',
  },
  'profanity.mild': { standard: 'profanity', message: 'The comment contains mild profanity.' },
  'profanity.possible': {
    standard: 'profanity',
    message: 'The comment contains a word that is often used as profanity.',
  },
  'profanity.other_language': {
    standard: 'profanity',
    message: 'The comment contains a word that is offensive in the language it is written in.',
  },
  'hate.slur': {
    standard: 'hate',
    message: 'The comment contains a slur against a group of people.',
  },
  'hate.possible_slur': {
    standard: 'hate',
    message: 'The comment contains a word that is often used as a slur.',
  },
  'sexual.explicit': { standard: 'sexual', message: 'The comment contains sexual language.' },
  'attack.insult': {
    standard: 'personal_attack',
    message: 'The comment insults a person instead of answering what was said.',
  },
  'attack.dismissal': {
    standard: 'personal_attack',
    message: 'The comment tells another person off abusively.',
  },
  'threat.violence': { standard: 'threat', message: 'The comment threatens someone.' },
  'threat.self_harm': {
    standard: 'threat',
    message: 'The comment wishes that someone dies or urges someone to harm themselves.',
  },
  'spam.links': { standard: 'spam', message: 'The comment contains too many links.' },
  'personal_information.email': {
    standard: 'personal_information',
    message: 'The comment contains an e-mail address.',
  },
  'personal_information.phone': {
    standard: 'personal_information',
    message: 'The comment contains a telephone number.',
  },
  'personal_information.card': {
    standard: 'personal_information',
    message: 'The comment contains what looks like a payment card number.',
  },
  'off_limits.term': {
    standard: 'off_limits',
    message: 'The comment contains an expression that is not permitted here.',
  },
  'off_limits.thread_closed': {
    standard: 'off_limits',
    message: 'This discussion is closed to new comments.',
  },
  'conduct.too_short': { standard: 'conduct', message: 'The comment is too short.' },
  'conduct.too_long': { standard: 'conduct', message: 'The comment is too long.' },
  'conduct.repeated_text': {
    standard: 'conduct',
    message: 'You have posted the same text before.',
  },
  'conduct.too_fast': {
    standard: 'conduct',
    message: 'You are posting faster than is permitted here.',
  },
  'conduct.shouting': {
    standard: 'conduct',
    message: 'The comment is written mostly in capital letters.',
  },
  'conduct.premoderated_site': {
    standard: 'conduct',
    message: 'Every comment here is read by a person before it is shown.',
  },
  'conduct.premoderated_thread': {
    standard: 'conduct',
    message: 'Every comment in this discussion is read by a person before it is shown.',
  },
  'conduct.new_author': {
    standard: 'conduct',
    message: 'The first comments of a new author are read by a person before they are shown.',
  },
  'conduct.edited_after_rejection': {
    standard: 'conduct',
    message: 'The comment was rejected before it was edited, so a person reads it again.',
  },
  'blocked.author': { standard: 'blocked', message: 'You may not post comments here.' },
  'blocked.identifier': {
    standard: 'blocked',
    message: 'Comments from this name or address are not accepted here.',
  },
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof REASONS;

export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];
