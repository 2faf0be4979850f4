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
  'profanity.likely': {
    standard: 'profanity',
    message: 'The comment reads as though it contained profanity.',
  },
  'hate.slur': {
    standard: 'hate',
    message: 'The comment contains a slur against a group of people.',
  },
  'hate.possible_slur': {
    standard: 'hate',
    message: 'The comment contains a word that is often used as a slur.',
  },
  'hate.dehumanising': {
    standard: 'hate',
    message: 'The comment denies people their humanity, or calls for their death, as a group.',
  },
  'hate.group_attack': {
    standard: 'hate',
    message: 'The comment attacks people for belonging to a group.',
  },
  'hate.likely_attack': {
    standard: 'hate',
    message: 'The comment reads as though it attacked people for belonging to a group.',
  },
  'sexual.explicit': { standard: 'sexual', message: 'The comment contains sexual language.' },
  'sexual.likely_explicit': {
    standard: 'sexual',
    message: 'The comment reads as though it were sexually explicit.',
  },
  'attack.insult': {
    standard: 'personal_attack',
    message: 'The comment insults a person instead of answering what was said.',
  },
  'attack.dismissal': {
    standard: 'personal_attack',
    message: 'The comment tells another person off abusively.',
  },
  'attack.likely_insult': {
    standard: 'personal_attack',
    message: 'The comment reads as though it insulted somebody.',
  },
  'attack.likely_severe': {
    standard: 'personal_attack',
    message: 'The comment reads as though it attacked somebody viciously.',
  },
  'threat.violence': { standard: 'threat', message: 'The comment threatens someone.' },
  'threat.self_harm': {
    standard: 'threat',
    message: 'The comment wishes that someone dies or urges someone to harm themselves.',
  },
  'threat.likely': {
    standard: 'threat',
    message: 'The comment reads as though it threatened somebody.',
  },
  'spam.advertising': { standard: 'spam', message: 'The comment reads like an advertisement.' },
  'spam.links': { standard: 'spam', message: 'The comment contains too many links.' },
  'spam.blocked_domain': {
    standard: 'spam',
    message: 'The comment links to a site that is not permitted here.',
  },
  'spam.shortener': {
    standard: 'spam',
    message: 'The comment contains a shortened link that hides where it leads.',
  },
  'spam.campaign': {
    standard: 'spam',
    message: 'The same text was posted by several people.',
  },
  'spam.near_campaign': {
    standard: 'spam',
    message: 'Nearly the same text was posted by several people.',
  },
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
  'personal_information.iban': {
    standard: 'personal_information',
    message: 'The comment contains a bank account number.',
  },
  'personal_information.address': {
    standard: 'personal_information',
    message: 'The comment says where a person lives.',
  },
  'off_limits.term': {
    standard: 'off_limits',
    message: 'The comment contains an expression that is not permitted here.',
  },
  'off_limits.moderation_key': {
    standard: 'off_limits',
    message: 'The comment contains something that a person reads first here.',
  },
  'off_limits.disallowed_key': {
    standard: 'off_limits',
    message: 'The comment contains something that is not permitted here.',
  },
  'profanity.own_term': {
    standard: 'profanity',
    message: 'The comment contains an expression that counts as profanity here.',
  },
  'attack.own_term': {
    standard: 'personal_attack',
    message: 'The comment contains an expression that counts as a personal attack here.',
  },
  'hate.own_term': {
    standard: 'hate',
    message: 'The comment contains an expression that counts as hateful here.',
  },
  'threat.own_term': {
    standard: 'threat',
    message: 'The comment contains an expression that counts as a threat here.',
  },
  'sexual.own_term': {
    standard: 'sexual',
    message: 'The comment contains an expression that counts as sexual language here.',
  },
  'spam.own_term': {
    standard: 'spam',
    message: 'The comment contains an expression that counts as advertising here.',
  },
  'personal_information.own_term': {
    standard: 'personal_information',
    message: 'The comment contains an expression that counts as a private detail here.',
  },
  'conduct.own_term': {
    standard: 'conduct',
    message: 'The comment contains an expression that breaks the rules of conduct here.',
  },
  'blocked.own_term': {
    standard: 'blocked',
    message: 'Comments with this expression are not accepted here.',
  },
  'off_limits.thread_closed': {
    standard: 'off_limits',
    message: 'This discussion is closed to new comments.',
  },
  'off_limits.thread_expired': {
    standard: 'off_limits',
    message: 'This discussion no longer takes new comments.',
  },
  'off_limits.language': {
    standard: 'off_limits',
    message: 'The comment is in a language that is not read here.',
  },
  'conduct.too_short': { standard: 'conduct', message: 'The comment is too short.' },
  'conduct.too_long': { standard: 'conduct', message: 'The comment is too long.' },
  'conduct.repeated_text': {
    standard: 'conduct',
    message: 'You have posted the same text before.',
  },
  'conduct.nearly_repeated_text': {
    standard: 'conduct',
    message: 'You have posted nearly the same text before.',
  },
  'conduct.too_fast': {
    standard: 'conduct',
    message: 'You are posting faster than is permitted here.',
  },
  'conduct.shouting': {
    standard: 'conduct',
    message: 'The comment is written mostly in capital letters.',
  },
  'conduct.character_flood': {
    standard: 'conduct',
    message: 'The comment repeats one character over and over.',
  },
  'conduct.gibberish': {
    standard: 'conduct',
    message: 'The comment consists mostly of random letters.',
  },
  'conduct.stacked_marks': {
    standard: 'conduct',
    message: 'The comment is written with marks that cover other text.',
  },
  'conduct.direction_override': {
    standard: 'conduct',
    message: 'The comment turns the direction of writing round.',
  },
  'conduct.name_is_address': {
    standard: 'conduct',
    message: 'The name given is the address of a page or of a mailbox.',
  },
  'conduct.impersonation': {
    standard: 'conduct',
    message: 'The name given reads like the name of someone else here.',
  },
  'conduct.staff_title': {
    standard: 'conduct',
    message: 'The name given reads like that of somebody who works here.',
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
  'conduct.author_history': {
    standard: 'conduct',
    message: 'Several of your latest comments were rejected, so a person reads this one first.',
  },
  'conduct.strikes': {
    standard: 'conduct',
    message: 'Comments of yours had to be rejected before, so a person reads this one first.',
  },
  'conduct.reported_often': {
    standard: 'conduct',
    message: 'Several readers have reported your comments, so a person reads this one first.',
  },
  'conduct.reported': {
    standard: 'conduct',
    message: 'Several readers have reported this comment, so a person reads it.',
  },
  'conduct.likely_toxic': {
    standard: 'conduct',
    message: 'The comment reads as though it were written to offend.',
  },
  'conduct.likely_rejected_here': {
    standard: 'conduct',
    message: 'Comments like this one were rejected here before, so a person reads it first.',
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
  // These tell nobody that, or whom, they resemble.
  'blocked.resembles_email': {
    standard: 'blocked',
    message: 'A person reads this comment before it is shown.',
  },
  'blocked.resembles_ip': {
    standard: 'blocked',
    message: 'A person reads this comment before it is shown.',
  },
  'blocked.resembles_name': {
    standard: 'blocked',
    message: 'A person reads this comment before it is shown.',
  },
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof REASONS;

export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];
