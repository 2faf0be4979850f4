import { ADVERBS, FILL, type Frame, frame, THE, unmistakable } from './grammar.js';
import { DESPISED, SUBHUMAN, VILE } from './vocabulary.js';

/** Whoever speaks hates: the speaker, everybody, or nobody who is named. */
const SPEAKER = String.raw`(?<=^(?:[a-z]{1,9} , )?|[,"] |\b(?:i|i am|i would|i do|we|we all|all of us|everyone|everybody|who else|anyone else|people like me|and|but|because|so|to|really|just|still|also|fucking|absolutely|totally|why|you should|you must|who does not|you have to|fuck|not racist|only one (?:who|that)|i have|i have always) |\b(?:i|we) [a-z]{2,12}ly )`;
const HATE = `(?:hated?|hates|despised?|despises|detest(?:s|ed)?|loathed?|loathes|abhor(?:s|red)?|resents?|(?:can|could) (?:not|never|hardly) (?:stand|bear|tolerate|abide|take|respect|accept|deal with)|dislike|(?:am |are )?${ADVERBS}(?:sick(?: and tired)?|tired|fed up|disgusted|repulsed|revolted|nauseated|appalled)(?: to death)? (?:of|by|with|at)(?: (?:seeing|hearing|having|being around|reading about|looking at|listening to|all))?|(?:have|feel) (?:(?!no |never |not )[a-z]+ ){0,3}(?:no (?:respect|sympathy|time|tolerance|love|pity|empathy)|contempt|hatred|hate|disgust|loathing|repulsion|scorn) (?:for|of|towards?|against|at)|want nothing to do with|(?:would|will|could|can|do|should|must) (?:never|not) (?:ever )?(?:trust|date|love|kiss|support|be friends with|bring home|hire|respect|accept|marry|let|tolerate|like|want|need|care about|touch|sit next to|live (?:next to|with|near)|vote for|work (?:with|for)|employ|serve|rent to)|never (?:trust|respect|hire|liked|trusted|respected))`;

/** What is felt for a group. */
export const OBJECT_FRAMES: readonly Frame[] = [
  frame('a group found despicable', `${SPEAKER}${ADVERBS}(?:find|found|consider|call|regard|see|view) ${THE}[§¤] (?:as |to be )?${FILL}(?:${VILE}|${DESPISED}|${SUBHUMAN})\\b`),
  frame('a group hated', `${SPEAKER}${ADVERBS}${HATE} ${THE}(?:[§°¶]|¤(?! to be| to feel))(?! (?:s|being (?!everywhere|here|around|in (?:my|our)|near|so|all)|getting|having|to (?!be (?:here|in|around|near|allowed)|live|come|vote|teach|exist|move|have)[a-z]+|jokes?)\\b)`),
  frame('a group hated', String.raw`\bmy (?:deep |utter |pure |burning )?(?:hatred|hate|contempt|disgust|loathing) (?:for|of|towards?|against) ${THE}[§¤]`),
  frame('a group hated', String.raw`\bhow (?:can|could) (?:anybody|anyone|somebody|someone|you|people|one) not (?:hate|despise|detest|loathe) ${THE}[§¤]`),
  frame('a group nobody likes', String.raw`\b(?:nobody|no one|no (?:[a-z]+ )?(?:person|man|one|employer|landlord)|nobody here) (?:really |actually |ever |in their right mind |sane )?(?:(?:will|would|should|can|could) (?:ever )?)?(?:likes?|wants?|needs?|loves?|respects?|trusts?|hires?|marry|marries|miss(?:es)?|cares? about|asked for|believes?|accepts?|cares? if) ${THE}[§°¤](?! (?:to (?!(?:be (?:here|in|around|near|allowed)|live|come|vote|teach|exist|move)\b)|s\b))`),
  frame('nothing good about a group', String.raw`\b(?:nothing|not one good thing|not anything) (?:good |positive |decent |human )(?:has |can |will )?(?:ever )?(?:about|comes?|came|come|in|to say about) (?:out of |from |of )?${THE}[§¤]`),
  frame('trust in a group denied', String.raw`\b(?:never|do not|can not|should not|could not|no one should|nobody should|must not|not) (?:ever )?(?:trust|hire|believe|marry|employ|respect|rent to|do business with) ${THE}[§°¤]`),
  unmistakable('death to a group', String.raw`(?<=^|[,"] |[a-z] )death (?:to|upon) ${THE}[§¤]`),
];
