import { CLAUSE_START, type Phrase, phrase } from '../phrases.js';

const YOU = String.raw`(?:you|u|ya|y'all)`;
const KIN = String.raw`(?:family|families|kids|children|wife|husband|mother|mom|mum|father|parents|son|daughter|brother|sister)`;
const THEM = String.raw`(?:he|she|they|him|her|them|it|these people|those people|this (?:man|woman|guy|reporter|writer|author)|the (?:mayor|president|minister|author|editor|writer|judge|reporter|journalist)|all of (?:you|them))`;
const ENDINGS = String.raw`(?:dies?|burns?|drowns?|rots?|chokes?|suffers?|starves?|bleeds?|freezes?|perish(?:es)?)`;

/** Wishes of death or harm to the person spoken to. */
export const WISHES: readonly Phrase[] = [
  phrase('I hope somebody shoots you', 'hope pray wish', String.raw`\b(?:hope|pray|wish) (?:that )?(?:somebody|someone|they|he|she|a [a-z]{1,12}) (?:[a-z]{1,12}ly )?(?:shoots?|stabs?|kills?|beats?|runs? over|strangles?|rapes?|murders?|poisons?|drowns?|hangs?) (?:you|u|your ${KIN})\b`),
  phrase('I hope it hits you', 'hope pray wish', String.raw`\b(?:hope|pray|wish) (?:that )?(?:the|a|some|your|that) (?:[a-z]{1,12} ){1,3}?(?:hits?|lands? on|falls? on|runs? over|crash(?:es)? into|kills?|finds?|gets?) (?:you|your (?:house|home|car|street|${KIN}))\b`),
  phrase('I hope you lose your legs', 'hope pray', String.raw`\b(?:hope|pray) (?:that )?(?:${YOU}|your ${KIN}) (?:both |all )?(?:loses?|breaks?) (?:both |all )?(?:of )?your (?:own )?(?:legs?|arms?|eyes?|hands?|neck|sight|children|kids|family|teeth)\b`),
  phrase('dance on your grave', 'grave graves', String.raw`\b(?:dance|dancing|spit|spitting|piss|pissing|shit) on (?:your|ur) graves?\b`),
  phrase('waiting for your funeral', 'obituary funeral', String.raw`\b(?:can't|cannot|cant|can not) wait (?:to (?:read|see|attend)|for|until) (?:your|ur) (?:obituary|funeral)\b`),
  phrase('nobody would miss you', 'miss', String.raw`\b(?:nobody|no one|no-one)(?:'d| would| will|'ll| is going to) (?:even |ever )?miss you\b(?! (?:more|like|as much))`),
  phrase('end it', 'end', CLAUSE_START, String.raw`(?:just |please |go )?end it(?: all)?(?=\s{0,3}(?:$|[.!?\n]))`),
  phrase('play in traffic', 'traffic motorway freeway tracks highway', String.raw`\bplay (?:in (?:the )?traffic|on the (?:motorway|freeway|highway|train tracks|tracks))\b`),
  phrase('die already', 'already', CLAUSE_START, String.raw`(?:just |please )?(?:die|drown|choke|burn|drop dead) already\b`),
  phrase('may you die', 'may', String.raw`\bmay (?:${YOU}|your ${KIN}) (?:all |both )?${ENDINGS}\b`),
  phrase('should have been aborted', 'aborted swallowed abortion', String.raw`\b(?:mother|mom|mum|mama|parents) (?:should have|should've|had|ought to have) (?:aborted|swallowed|drowned)\b|\bshould(?:'ve| have) been (?:an? )?(?:aborted|abortion)\b`),
  phrase('you deserve a beating', 'deserve deserves', String.raw`\b(?:${YOU}) (?:all |both |really )?deserves? (?:to be|to get|a good) (?:beaten|beating|raped|tortured|hurt|shot|stabbed|whipped|flogged|skinned)\b`),
  phrase('you will die', 'die dead', String.raw`\b(?:you|u)(?:'?ll| will|'re going to| are going to|'re gonna)(?: all)? (?:die|be dead)(?= (?:by|soon|slowly|alone|screaming|for this|for that|before|tonight|tomorrow)\b|\s{0,3}(?:$|[!\n]))`),
];

/** The same of others, and what may be a manner of speaking: for a person to read. */
export const DOUBTFUL_WISHES: readonly Phrase[] = [
  phrase('I hope it hits them', 'hope pray wish', String.raw`\b(?:hope|pray|wish) (?:that )?(?:the|a|some|that) (?:[a-z]{1,12} ){1,3}?(?:hits?|lands? on|falls? on|runs? over|kills?) (?:him|her|them|(?:his|her|their) (?:house|home|car|${KIN}))\b`),
  phrase('dance on their grave', 'grave graves', String.raw`\b(?:dance|dancing|spit|spitting|piss|pissing|shit) on (?:his|her|their) graves?\b`),
  phrase('waiting for their funeral', 'obituary funeral', String.raw`\b(?:can't|cannot|cant) wait (?:to (?:read|see)|for|until) (?:his|her|their) (?:obituary|funeral)\b`),
  phrase('let them drown', 'let', CLAUSE_START, String.raw`(?:just )?let (?:them|him|her|all of them|all of you|those [a-z]{1,14}|the [a-z]{1,14})(?: in [a-z]{1,8} [a-z]{1,10})? (?:all |just )?(?:drown|die|burn|starve|rot|freeze|hang)\b`),
  phrase('fed to the dogs', 'fed thrown put skinned', String.raw`\b(?:should|ought to|must|needs? to|deserves? to) (?:all )?be (?:fed to (?:the )?(?:dogs|pigs|lions|sharks|crocodiles|wolves)|put down|skinned alive|thrown (?:off|out of|under|from|into) (?:an?|the) [a-z]{1,12})\b`),
  phrase('pity it missed', 'pity shame bad', String.raw`\b(?:pity|shame|too bad) (?:that )?(?:the|that|his|her|your|they|he|she) (?:[a-z]{1,12} )?(?:didn't|did not|never|missed|survived)(?: (?:kill|hit|hurt|run|finish|get|shoot|die|aim))?\b(?=[^.!?\n]{0,30}\b(?:you|him|her|them|over|properly|dead|better)\b)`),
  phrase('may they die', 'may', String.raw`\bmay ${THEM} (?:all |both )?(?:die|burn|drown|rot|choke|suffer|starve|bleed|perish)\b`),
];
