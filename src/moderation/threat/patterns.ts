import { CLAUSE_START, type Phrase, phrase } from '../phrases.js';

/** Where an imperative stands: at the start of a clause, or after a word that urges. */
const URGED = String.raw`(?<=(?:^|[.!?,;:"“”()\n*–—-]\s{0,3}|\b(?:go|please|pls|plz|just|should|then|now|better|must|favou?r and|ought to|to go|why don't you)\s))`;
const AND = String.raw`(?:and )?`;
const SELF = String.raw`(?:your|ur|yo)\s?sel(?:f|ves)\b`;
const YOU = String.raw`(?:you|u|ya|y'all)`;
const FIRST = String.raw`\b(?:i|we)(?:'?ll| will|(?:'?m|'?re| am| are)? (?:going to|gonna|gunna|about to|coming to)|'?m a| want to| wanna|'d love to| would love to|'?d like to| swear (?:to god )?(?:i|we)(?:'?ll| will)) (?:(?!not |never |have |n't)[a-z']{1,12} ){0,3}`;
const IMMA = String.raw`\b(?:imma|ima|i'mma|gonna) `;
const STRIKES =
  'kill murder shoot stab strangle behead rape slaughter lynch gut maim choke hang hunt assassinate unalive';
const STRIKE = `(?:${STRIKES.replaceAll(' ', '|')})`;
const STRUCKS =
  'killed shot hanged hung stabbed murdered beheaded lynched raped executed slaughtered exterminated gassed strung put burned burnt';
const STRUCK = String.raw`(?:killed|shot|hanged|hung|stabbed|murdered|beheaded|lynched|raped|executed|slaughtered|exterminated|gassed|strung up|put down|put up against a wall|burned alive|burnt alive)`;
const KIN = String.raw`(?:family|families|kids|children|wife|husband|mother|mom|mum|father|parents|son|daughter|brother|sister)`;
const VICTIM = String.raw`(?:${YOU}|your (?:[a-z]{1,12} )?${KIN}|every(?: last)? one of you|all of you|the author|the writer|the journalist)\b`;
const HARMLESS = String.raw`(?! (?:an?|the|some|over|another|my|your) [a-z-]{1,12}(?: [a-z-]{1,12})?(?:mail|message|text|link|copy|note|line|dm|pm)\b| (?:an?|another) (?:dm|pm|email|text|line|note|message)\b| (?:with kindness|laughing|at chess|at cards|down politically))`;

/** Announcements of violence, in so many words. */
export const VIOLENCE: readonly Phrase[] = [
  phrase('I will kill you', STRIKES, `(?:${FIRST}|${IMMA})`, `${STRIKE} ${VICTIM}`, HARMLESS),
  phrase('I will beat you', 'beat break smash cut blow bash kick rip slit put end', `(?:${FIRST}|${IMMA})`, String.raw`(?:beat (?:you|your ass) (?:up|to death|to a pulp|senseless)|beat the [a-z]{1,10} out of ${YOU}|(?:break|smash|cut off|blow|bash|kick|rip) (?:your|ur) (?:[a-z]{1,12} )?(?:neck|legs?|arms?|face|head|skull|jaw|teeth|kneecaps?|brains?|throat|fingers|bones|hands?|balls|tongue)|(?:slit|cut|rip) (?:your|ur) throat|put a (?:bullet|knife) (?:in|into|through) (?:you|your|ur)|end your life|put you (?:in the ground|six feet under|in a (?:grave|coffin|body bag)))\b`),
  phrase('I will find you', 'hunt track find', `(?:${FIRST}|${IMMA})`, String.raw`(?:hunt (?:you|u|your family) down|track (?:you|u|your family) down|find (?:you|u) and|find out where you live|find where you live|find (?:you|u)(?=\s{0,3}(?:$|[.!?;\n])))`),
  phrase('I will burn your house', 'burn blow bomb torch shoot set firebomb', `(?:${FIRST}|${IMMA})`, String.raw`(?:burn|blow|bomb|torch|shoot|set fire to|firebomb) (?:down |up )?(?:your|the|that|this) (?:[a-z]{1,12} )?(?:house|home|office|offices|building|school|church|mosque|synagogue|newsroom|car|place|family)\b`),
  phrase('I know where you live', 'know', String.raw`\b(?:i|we) (?:already |do |now )?know (?:exactly )?where (?:you|u|your ${KIN}) (?:and your ${KIN} )?(?:live|lives|work|works|sleep|sleeps|go to school|goes to school|park)\b`),
  phrase('someone should shoot you', `${STRIKES} put beat bomb burn`, String.raw`\b(?:someone|somebody|they|people|we|anyone|i)(?:'d| had)? (?:should|ought to|needs to|need to|must|better|has to) (?:really |just )?(?:${STRIKE}|put a bullet (?:in|through|into)|beat|bomb|burn) ${VICTIM}`, HARMLESS),
  phrase('you will be shot', STRUCKS, String.raw`\b(?:you|u)(?:'?ll|'re| will| are| should| deserve| ought| need| must)(?: all| both)?(?: gonna| going to| to)? (?:be|get) (?:[a-z]{1,12}ly )?${STRUCK}\b`),
  phrase('you are a dead man', 'dead', String.raw`\b(?:you're|youre|you are|ur|u r) (?:all |a |gonna be |going to be )?dead (?:man|men|meat|woman)\b`),
  phrase('watch your back', 'watch watching', String.raw`\byou(?:'d)? (?:had )?(?:better|should) (?:start )?watch(?:ing)? your back\b`),
  phrase('coming for you', 'coming', String.raw`\b(?:i'm|im|i am|we're|we are) coming (?:for|after|to) (?:you and your ${KIN}|your ${KIN}|your (?:house|home))\b`),
];

/** Wishing a death, or urging someone to bring about their own. */
export const SELF_HARM: readonly Phrase[] = [
  phrase('kill yourself', 'kill hang shoot drown neck off unalive rope gut burn', URGED, AND, String.raw`(?:kill|hang|shoot|drown|neck|off|unalive|rope|gut|burn) ${SELF}`),
  phrase('kill yourself', 'kill hang shoot drown neck unalive', String.raw`\b(?:you|u) (?:should|need to|ought to|gotta|must) (?:all |just |really )?(?:go )?(?:and )?(?:kill|hang|shoot|drown|neck|unalive) ${SELF}`),
  phrase('kill yourself', 'killyourself gokillyourself killurself gokillurself iwillkillyou illkillyou killyou', String.raw`\b(?:go|just)?kill(?:yourself|urself)\b|\b(?:i(?:ll|will|mgonna)?)?killyou\b`),
  phrase('kys', 'kys k', String.raw`\bk[.\s]?y[.\s]?s\b(?!')`),
  phrase('drink bleach', 'bleach', URGED, AND, String.raw`(?:drink|chug|swallow|inject) (?:some |a (?:bottle|gallon|cup|glass) of )?bleach\b`),
  phrase('jump off a bridge', 'jump', String.raw`(?<=\b(?:go|please|should|just|can|don't you|need to)\s)`, AND, String.raw`jump (?:off|in front of|under|out of) (?:of )?(?:an?|the|your) (?:[a-z]{1,10} )?(?:bridge|cliff|building|roof|rooftop|train|bus|truck|window|balcony)\b`),
  phrase('end your life', 'end take', URGED, AND, String.raw`(?:end|take) (?:your|ur) (?:own )?(?:[a-z]{1,12} )?(?:life|lives)\b`),
  phrase('slit your wrists', 'slit cut', URGED, AND, String.raw`(?:slit|cut) (?:your|ur) (?:own )?(?:wrists?|throat)\b`),
  phrase('just die', 'die', String.raw`\b(?:go|you should|u should|please|pls|plz|you need to|why don't you|you can|just go) (?:just |all )?(?:and )?die\b(?! (?:hard|laughing|in peace|der|die|das|in the [a-z]{1,10} of))`),
  phrase('just die', 'die', CLAUSE_START, String.raw`die (?:already|slow|slowly|you|u|scum|bitch|pig)\b`),
  phrase('die in a fire', 'die', String.raw`\bdie in an? (?:[a-z]{1,10} )?(?:fire|hole|ditch|gutter|car crash|plane crash)\b`),
  phrase('I hope you die', 'hope hoping hopefully', String.raw`\bhop(?:e|ing|efully) (?:that )?(?:${YOU}|he|she|they|your (?:[a-z]{1,12} )?${KIN})(?: and your ${KIN})?(?: all| both| will| just| do)?(?: [a-z]{1,10}ly)? (?:dies?|burns? (?:in hell|alive|to death)|rots?|chokes?(?: on| to)?|gets? (?:cancer|aids|covid|ebola|raped|shot|killed|murdered|stabbed|run over|hit by|beaten|what's coming)|drops? dead|never wakes? up|overdoses?)\b(?! (?:laughing|happy|peacefully|of old age|of boredom|hard|rich|in peace|trying))`),
  phrase('I wish you were dead', 'wish', String.raw`\bwish (?:that )?${YOU} (?:were (?:dead|never born)|was dead|would (?:just )?die|'d (?:just )?die|had (?:died|never been born))\b`),
  phrase('better without you', 'better', String.raw`\b(?:world|everyone|everybody|we|us)(?:'d| would| will|'ll)? (?:all )?be (?:a )?better (?:place |off )?(?:without you|if you (?:were dead|died|were gone|never existed|didn't exist))\b`),
  phrase('nobody would miss you', 'miss care', String.raw`\b(?:nobody|no one|no-one)(?:'d| would| will) (?:even )?(?:miss you if you|care if you (?:died|die|were dead|killed))`),
  phrase('you deserve to die', 'deserve should', String.raw`\b(?:you|u) (?:all |people |guys )?(?:deserve to die|don't deserve to (?:live|breathe|exist|be alive)|do not deserve to (?:live|breathe|exist)|should be dead|should have died|should've died|should have been aborted)\b`),
];

/** What may be a threat, a manner of speaking or a report: for a person to read. */
export const DOUBTFUL: readonly Phrase[] = [
  phrase('I will kill him', STRIKES, `(?:${FIRST}|${IMMA})`, String.raw`(?:kill|murder|shoot|stab|strangle|behead|rape|lynch|hang) (?:him|her|them|those|these|that)\b(?! (?:with kindness|laughing|an?|the|over)\b)`),
  phrase('someone should shoot him', `${STRIKES} put`, String.raw`\b(?:someone|somebody|anyone) (?:should|ought to|needs to|must|has to|better) (?:really |just )?(?:kill|murder|shoot|stab|strangle|behead|rape|lynch|hang|assassinate|put a bullet (?:in|through|into)) (?:him|her|them|these|those|this|that)\b`),
  phrase('someone should shoot them', `${STRIKES} put bomb burn`, String.raw`\b(?:someone|somebody|anyone) (?:should|ought to|needs to|must|has to|better) (?:really |just )?(?:kill|murder|shoot|stab|strangle|behead|rape|lynch|hang|assassinate|unalive|bomb|burn|put a bullet (?:in|through|into)) (?:the|this|that|our|every|all) (?:[a-z]{1,14} )?(?:president|minister|mayor|journalists?|reporters?|editors?|authors?|judges?|politicians?|police|cops?|council|senators?|governor|bankers?|teachers?|doctors?|king|queen|pope|ceo|government|family|one of them)\b`),
  phrase('they should be shot', STRUCKS, String.raw`\b(?:he|she|they|these people|those people|politicians|journalists|bankers|the (?:mayor|president|minister|author|editor|council|government)) (?:all |really |just )?(?:should|ought to|need to|needs to|deserves? to|must) (?:all |both )?(?:be |get )?${STRUCK}\b`),
  phrase('he deserves to die', 'die dead death', String.raw`\b(?:he|she|they|these people|those people|the (?:mayor|president|minister|author|editor)) (?:all |really |just )?(?:deserves? (?:to die|death|to be dead)|should (?:just )?(?:die|be dead|drop dead)|(?:is|are) better off dead)\b`),
  phrase('you are dead', 'dead', String.raw`\b(?:you're|youre|you are) (?:so |all )?dead(?=\s{0,3}(?:$|[.!?\n]))`),
  phrase('coming for you', 'coming', String.raw`\b(?:i'm|im|i am|we're|we are) coming (?:for|after) you\b`),
  phrase('watch your back', 'watch', String.raw`\bwatch your back\b`),
  phrase('I could kill you', 'kill strangle shoot murder stab', String.raw`\b(?:i|we)(?:'d| would| could) (?:gladly |happily |love to )?(?:kill|strangle|shoot|murder|stab) ${VICTIM}`, HARMLESS),
];
