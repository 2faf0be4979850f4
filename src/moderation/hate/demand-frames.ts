import { ADVERBS, EXISTS, type Frame, frame, THE, unmistakable, WHERE } from './grammar.js';
import { RHETORICAL } from './standing.js';
import {
  DESPISED,
  DIE,
  EXCLUDED,
  EXPEL,
  HURT,
  KILL,
  KILLED,
  SUBHUMAN,
  VILE_BEFORE,
} from './vocabulary.js';

/** Urges others, or says what the speaker means to do. */
const INTENT = String.raw`(?:let us|(?:i|we)(?: am| are)?(?: [a-z]{2,12}ly)? (?:will|shall|going to|about to|want to|should|must|have to|need to|ought to|would (?:love|like) to|would (?:happily|gladly)|would|could|wish (?:i|we) could|dream of|plan to|hope to)|(?:someone|somebody|they|you|people|everyone|the (?:government|army|police|state)) (?:should|must|ought to|needs? to|has to|have to|better)|(?:it is |high |about )*time (?:to|we|somebody|someone)|when (?:will|do|are) (?:we|they|you)|why (?:do|can|are|should) not (?:we|they|you|i)|why (?:do|can) (?:we|they) not|can we|please|just|going to|feel like|want to|right to|okay to|ok to|waiting (?:for )?to)`;
const COMMAND = String.raw`(?<=^(?:[a-z]{1,9} , )?|[,"] |\b${INTENT} (?:all |just |really |finally |please |go |go and |and |have to |be able to |start |kill and |[a-z]{2,12}ly ){0,2}|\b(?:and|so|then|please|just) )`;
const MEANT = String.raw`(?<=\b${INTENT} (?:all |just |really |finally |go |go and |go out and |and |[a-z]{2,12}ly ){0,2})`;
const OF = String.raw`(?:(?:up|down|off|out|(?:the|every|all) (?:houses?|homes?|shops?|churches|church|mosques?|synagogues?|families|children|faces?|heads?) (?:of|with)) )?`;
const EVERY = `(?:${VILE_BEFORE} )?(?:all|every|these|those|the|any)`;
const BAD_NAMES = `(?:scum|vermin|parasites|trash|filth|freaks|garbage|degenerates|animals|pests|rats|pigs|savages|creatures|losers|idiots|morons)`;
const BACK = String.raw`(?:to where|where|to (?:your|their|africa|asia|mexico|syria|india|turkey|china|the (?:jungle|desert|zoo|kitchen|caves?|sea)))`;

/** What should happen to a group, or what somebody means to do to it. */
export const DEMAND_FRAMES: readonly Frame[] = [
  unmistakable('a group to be killed', `${COMMAND}${ADVERBS}${KILL} ${OF}${THE}[§°]`),
  frame('a group to be killed', `${COMMAND}${ADVERBS}(?:${KILL}|${HURT}) ${OF}${THE}¤(?= all|$| ,)`),
  frame('a group to be hurt', `(?:${MEANT}${ADVERBS}${HURT} ${OF}${THE}|${COMMAND}${HURT} ${OF}${EVERY} ${THE})[§°](?! s\\b)`),
  frame('a group to be hurt', String.raw`[°§].{0,40}${MEANT}${ADVERBS}(?:${KILL}|${HURT}) (?:¤|their|his|her|the living)`),
  frame('a group to be driven out', `${COMMAND}${ADVERBS}(?:${EXPEL}) ${THE}[§°](?! (?:s|to (?:suffer|be|die|drown|feel))\\b)`),
  frame('a group to be driven out', `${COMMAND}${ADVERBS}(?:kick|send|throw|keep|get|ship|drive|lock|wipe|chase|round|burn|put|want) ${THE}[§¤]${WHERE} (?:all )?(?:back\\b|out(?! of (?:poverty|trouble|danger|debt|harm|the (?:cold|rain)))|away|home|off|up|down|in (?:camps|cages|jail|prison|a (?:zoo|cage|camp))|gone|dead)`),
  frame('a group not wanted', String.raw`\b(?:(?:do|did) not want|do not need|had enough of|are full of|too many|enough|no (?:more )?(?:place|room|space|use|need|future|hope)(?: [a-z]+){0,4} for) ${THE}[§¤](?= ?$| ,| (?:here|in (?:our|my|this)|around|near|already|living|coming|as|any|at all|anywhere|to (?:live|come|move|teach)|and|, )\b)`),
  frame('a group told to go', String.raw`(?<=^(?:[a-z]{1,9} , )?|[,"] )${THE}[§°] (?:,? ?)(?:go (?:back|home)|get out|out(?= ?$| ,| of (?:our|my|this|the country|europe|here))|not (?:welcome|wanted|allowed)|must go|have to go|need to go|has to go|off our)`),
  frame('somebody told to go', String.raw`\b(?:go|get|crawl|send|fuck off|piss off|run|swim|move|shipped) (?:the (?:fuck|hell) )?(?:[§¤] |all )?back ${BACK}`),
  frame('a wish against a group', `(?<!\\b(?:you|they|he|she|who|people|racists|nazis|not|never) (?:really |all |do |just )?)\\b(?:hope|wish|pray|praying|hoping|want|wishing|may|let|love to see|like to see|would love it if|happy (?:when|if)|glad (?:when|if|that)) (?:that )?${THE}[§¤]${WHERE} ${ADVERBS}(?:to )?(?:(?:would|will|could|to) )?(?:all |just )?(?:${DIE}|died?|dies|dead|disappear(?:ed)?|vanish(?:ed)?|(?:get|be|were|are) ${ADVERBS}(?:${KILLED}|${EXCLUDED}|gone|dead|extinct|cancer|aids|covid|what)|never (?:existed|been born|come)|did not exist|had never|gone|suffering|go away|leave|cease)\\b`),
  frame('a world without a group', String.raw`\b(?:better|cleaner|safer|nicer|happier|paradise|great|best|peaceful|beautiful|better off|imagine (?:a|the) world|dream of a (?:world|country))(?: [a-z]+){0,5} (?:without|if (?:there were no|all)|once|when|(?:with )?no) (?:(?:all|the|these|those|any|every|such|more|${VILE_BEFORE}) ){0,4}[§°¤]`),
  frame('a group better dead', String.raw`\b(?:only good [§°£] (?:is|are) (?:a )?(?:dead|gone)|[§°] (?:are|is) (?:better off |best |better |only good )(?:when )?(?:dead|gone|silent|in a grave)|another dead [£§°]|dead [§£°] (?:is|are) (?:a )?(?:good|better))`),
  frame('a group and the ovens', String.raw`(?:[§¤].*\b(?:ovens?|gas chambers?|concentration camps?)\b.*\b(?:work(?:s|ed)?|again|remind|back|ready|need|open|warm|waiting)|\b(?:remind|send|put|back|throw|need|reopen|open|bring back).*[§¤].*\b(?:ovens?|gas chambers?|showers)|\b(?:ovens?|gas chambers?)\b.* for ${THE}[§¤]|\bhitler (?:was right|should have|did nothing wrong|had the right|did not finish|was right about))`),
  frame('a group that costs', String.raw`\b(?:my|our|your) (?:taxes|tax money|taxpayers? money|money|hard earned money|benefits|welfare)\b.*\b(?:feed|feeding|for|pay for|support|on|house|housing|go to|goes to|keep|fund|finance) ${THE}[§¤](?: |$)`),
  frame('a group to blame', String.raw`\b(?:problem|trouble|wrong|fault|reason)(?: [a-z]+){0,7} (?:is|are|because of|of) ${THE}[§](?= ?$| ,)`),
  frame('a group insulted by name', '¶'),
  frame('a group insulted by name', `(?<!not |about |of the |called )(?<=^(?:[a-z]{1,9} , )?|[,"] |\\b(?:the|these|those|all|you|of|such|by|with|and|some|see|saw|at|for|from|another|like|most|because of|stupid|are|hate) )${VILE_BEFORE} (?:${VILE_BEFORE} ){0,2}§`),
  frame('somebody insulted by a group', `\\b(?:you|u|ya|that|this|a|another) (?:[a-z]{2,12}ly |such |little |old |typical ){0,2}${VILE_BEFORE} (?:${VILE_BEFORE} |little |old ){0,3}[£°](?= ?$| ,| go| get| should| and| deserves?| is| are| must| can| will)`),
  frame('somebody insulted by a group', `(?<=^|[,"] )${VILE_BEFORE} (?:${VILE_BEFORE} |little |old ){0,2}£(?= ?$| ,)`),
  frame('somebody insulted by a group', String.raw`\byou are (?:nothing but |only |just |merely |no more than )(?:a |an )(?:[a-z]+ ){0,2}[£°]`),
  frame('somebody insulted by a group', String.raw`(?<=^|[,"] )(?:shut up|go home|go away|get out|die|get lost|fuck off|piss off|drop dead|go back|back to the kitchen)(?: [a-z]+){0,4} (?:,|you) (?:[a-z]+ ){0,2}[£§](?= ?$| ,)`),
  frame('scum like a group', String.raw`\b${BAD_NAMES} (?:like|such as|called|named|known as) ${THE}[§¤]`),
  frame('being in a group called wrong', String.raw`ø (?:is|should be|must be|will always be) (?:just |nothing but |simply |always |still |really |a |an |the |[a-z]{2,12}ly ){0,3}(?:disgusting|sick|sickness|gross|evil|wrong|unnatural|abnormal|illness|mental illness|mental disorder|mentally ill|disorder|disease|sin|sinful|perversion|perverted|abomination|crime|illegal|banned|outlawed|punished|punishable|cancer|plague|choice|against nature|filthy|defect|curse|shame|shameful|virus|immoral|repulsive|vile|forbidden|cured|disability of|unforgivable)\b`),
  frame('a group fit for nothing', String.raw`\b(?:(?:are|is) )?good for nothing (?:but|except|other than)|(?:all|only thing|what) ${THE}[§°] (?:are|is) good (?:for|at)\b`),
  frame('a group kept from others', String.raw`(?<=\b(?:never|not|would not|will not) (?:let|want|allow|leave|trust|have) )${THE}[§°](?: [a-z]+){0,2} (?:near|around|teach|touch|in|into|anywhere|alone with|with|to (?:teach|raise|marry|touch|live|be near))\b(?! danger)`),
  frame('a group compared with beasts', `${THE}[§°] ,? ?(?:${SUBHUMAN}|${DESPISED}) (?:the lot|all|every)`),
  frame('a group compared with beasts', String.raw`\b(?:even )?(?:animals?|dogs?|rats?|pigs?|monkeys?|apes?|cockroaches|insects|my dog) (?:are|is|have|has|smell|behave|act|know)s? (?:[a-z]+ ){0,3}(?:than|as) ${THE}[§°¤]`),
  frame('a group unwelcome', `\\bwhy (?:are|is) there (?:so many|always) ${THE}§ ${EXISTS}`),
];

const FORBIDDEN =
  /\b(?:not|never|nobody|no one|no right|without|against|(?<!\b(?:i|we) (?:[a-z]+ )?)(?:wanted|wants|want|tried|tries|trying|threatened|threatens|threatening|planned|plans|planning|plotted|vowed|promised|ordered|decided|urged|called|calls|hoped|agreed|refused?))(?! [a-z ]*\bbut\b)(?: [a-z§°¤]+){0,7}$/u;

/** Whether what is demanded is forbidden, or was what others meant to do. */
export const isForbidden = (before: string): boolean => 
  FORBIDDEN.test(before.replaceAll(RHETORICAL, '').trimEnd());
