import type { Rule } from '../rule.js';
import { advertising } from './advertising.js';
import { authorBlocked } from './author-blocked.js';
import { authorHistory } from './author-history.js';
import { authorName } from './author-name.js';
import { blockedLinks } from './blocked-links.js';
import { blockedTerms } from './blocked-terms.js';
import { bodyLength } from './body-length.js';
import { campaign } from './campaign.js';
import { characterFlood } from './character-flood.js';
import { classifierScores } from './classifier-scores.js';
import { dehumanising } from './dehumanising.js';
import { disallowedKeys } from './disallowed-keys.js';
import { editedAfterRejection } from './edited-after-rejection.js';
import { gibberish } from './gibberish.js';
import { groupAttack } from './group-attack.js';
import { identifierBlocked } from './identifier-blocked.js';
import { languageNotServed } from './language-not-served.js';
import { linkCount } from './link-count.js';
import { linkShortener } from './link-shortener.js';
import { mildProfanity } from './mild-profanity.js';
import { moderationKeys } from './moderation-keys.js';
import { newAuthor } from './new-author.js';
import { otherLanguageProfanity } from './other-language-profanity.js';
import { outsideScores } from './outside-scores.js';
import { personalAttack } from './personal-attack.js';
import { personalInformation } from './personal-information.js';
import { possibleProfanity } from './possible-profanity.js';
import { possibleSlur } from './possible-slur.js';
import { possibleThreat } from './possible-threat.js';
import { postingTooFast } from './posting-too-fast.js';
import { premoderatedThread } from './premoderated-thread.js';
import { premoderation } from './premoderation.js';
import { repeatedText } from './repeated-text.js';
import { reportedOften } from './reported-often.js';
import { resemblesBlocked } from './resembles-blocked.js';
import { sexualLanguage } from './sexual-language.js';
import { shouting } from './shouting.js';
import { slur } from './slur.js';
import { strikes } from './strikes.js';
import { strongProfanity } from './strong-profanity.js';
import { textTricks } from './text-tricks.js';
import { threadClosed } from './thread-closed.js';
import { threadExpired } from './thread-expired.js';
import { threat } from './threat.js';

/**
 * Every rule there is: the table of contents of a policy. Findings are shown in this order; what
 * follows from them does not depend on it.
 */
export const RULES: readonly Rule[] = [
  // Who may post, and where.
  authorBlocked,
  identifierBlocked,
  resemblesBlocked,
  threadClosed,
  threadExpired,
  languageNotServed,
  // What is written.
  bodyLength,
  strongProfanity,
  mildProfanity,
  possibleProfanity,
  otherLanguageProfanity,
  slur,
  possibleSlur,
  dehumanising,
  groupAttack,
  sexualLanguage,
  personalAttack,
  threat,
  possibleThreat,
  advertising,
  linkCount,
  blockedLinks,
  linkShortener,
  personalInformation,
  blockedTerms,
  classifierScores,
  outsideScores,
  moderationKeys,
  disallowedKeys,
  // How it is posted.
  repeatedText,
  postingTooFast,
  campaign,
  shouting,
  characterFlood,
  gibberish,
  textTricks,
  authorName,
  // What a person wants to read first.
  premoderation,
  premoderatedThread,
  newAuthor,
  authorHistory,
  strikes,
  reportedOften,
  editedAfterRejection,
];
