import { ADVERBS, FILL, type Frame, frame, SUBJECT, THE } from './grammar.js';
import { DESPISED, DIE, EXCLUDED, EXPEL, HURT, KILL, KILLED, LEAVE, SUBHUMAN, VILE } from './vocabulary.js';

const LOOK = '(?:see|hear|meet|look at|think of|think about|walk past|sit next to|am near|read about)';
const GOOD = '(?:very |really |as |that |even |just |fully )*(?:smart|intelligent|clever|human|people|equal|normal|natural|good|capable|worth|able to|fit to|clean|honest|civili[sz]ed|welcome|real|safe around|trustworthy)';
const BEATING = '(?:beating|slap|bullet|kicking|lesson|spanking|punch|whipping|good hiding|thrashing|bashing|noose)';

/** Turns of speech that are hostile to a group without saying what it is. */
export const TURN_FRAMES: readonly Frame[] = [
  frame('a group called despicable', String.raw`\b(?:never|yet to) (?:yet )?(?:met|meet|seen|see|known|know|find|found) (?:a |an |one |any )(?:single )?(?:good|honest|smart|intelligent|decent|hard working|hardworking|clean|nice|sane|normal|useful|loyal) [§°£]`),
  frame('a threat against a group', String.raw`\b(?:i am|we are) coming (?:for|after) (?:all )?(?:the |these |those |you )?§`),
  frame('a group hated', String.raw`\bi (?:hate|despise|detest|loathe|can not stand)(?: more than anything| most)? ,? ?(?:it is|is|are) ${THE}[§]`),
  frame('a group that disgusts', String.raw`\b(?:disgusts?|sickens?|repulses?|makes? (?:me|us) (?:sick|ill|puke|vomit|angry)|(?:i|we) (?:get|feel|am) (?:so |really |physically )?(?:sick|ill|nauseous|nauseated|disgusted|angry|uncomfortable|unsafe)|i want to (?:puke|vomit|throw up|scream))(?: (?:me|us))? (?:to|when|whenever|every time|seeing|looking at|hearing|just)(?: i| we)?(?: have to)? (?:${LOOK} )?${THE}[§°¤](?! (?:being|treated|s|get|suffer|beaten)\b)`),
  frame('a group that disgusts', `${SUBJECT}(?:piss(?:es)? (?:me|us) off|gets? on my|drives? me (?:mad|crazy|insane|nuts|up)|makes? my (?:blood|skin|stomach)|freaks? me out|creeps? me out|offends? me|ruins? my|bothers? me)`),
  frame('a group called despicable', String.raw`\b(?:never|not) (?:yet )?(?:met|seen|known|come across) (?:[§°]|one of [§¤]|any [§]) (?:who|that) (?:was|is|did|does|were|had|could) ?(?:not)?`),
  frame('a group called despicable', String.raw`\b(?:something|a lot|lots|everything|so much) (?:[a-z]+ ){0,2}(?:wrong|off|evil|sick|disgusting|rotten|broken) (?:with|about|in) ${THE}[§]`),
  frame('a group called despicable', String.raw`\b(?:all|only thing|one thing) (?:the |these |those )?[§¤] (?:ever |can |know how to |want to )?(?:do|want|know|care about|are good for|think about|bring)(?: to us)? is`),
  frame('a group called despicable', `${SUBJECT}(?:come|came|are|cross|enter|arrive|move)(?: only| just| over| here| in| into| to| this| our| the| country| border| borders){0,5} to (?:rape|steal|murder|kill|take|live off|leech|exploit|destroy|replace|breed|rob|sponge|cheat)\\b`),
  frame('a group called despicable', String.raw`(?<=^|[,"] )typical [§£]`),
  frame('a group called despicable', `\\b(?:what|how|such) (?:a |an )?(?:[a-z]+ ){0,3}(?:${DESPISED}|${VILE}|${SUBHUMAN})(?: [a-z]+)? ${THE}[¤§] (?:all )?are\\b`),
  frame('a group called worthless', `${SUBJECT}(?:are|is) ${ADVERBS}(?:worth (?:less|nothing|shit)|less than|lower than|closer to|not people (?:i|we|you)|more like (?:${SUBHUMAN}|${DESPISED}|vegetables)|(?:§|boys) in (?:dresses|skirts|wigs))`),
  frame('a group compared with beasts', `${SUBJECT}(?!(?:are|is|were|get|got) (?:being )?(?:[a-z]+ed|kept|held|shot|sold|seen|hit|beaten|driven) )(?!works?|die|dies|suffer|bleed|look|feel|love)[a-z]+ (?:[a-z]+ ){0,5}like (?:a |an |the )?(?:[a-z]+ )?(?:${SUBHUMAN}|animals|pigs|dogs|beasts|savages|rabbits|flies|ants|swine|vultures|sheep|cattle)\\b`),
  frame('a group kept in its place', String.raw`${SUBJECT}(?:should|can|must|ought to|need to|better) be (?:[a-z]+ )?(?:happy|glad|thankful|grateful|lucky|pleased) (?:that |if )?we\b`),
  frame('a group kept in its place', `${SUBJECT}(?:would|might|may|are|will) be better off (?:in|dead|back|at home|somewhere|elsewhere|if they (?:left|died))`),
  frame('a group kept in its place', `${SUBJECT}should(?: really)? (?:not|never) (?:drive|vote|work|speak|think|talk|play|serve|fly|be (?:pilots|doctors|teachers|judges|soldiers|in|on|near|around|seen|heard|here))\\b(?! (?:alone at night|for (?:free|less|nothing)|in fear|in silence|danger|in danger|poverty|on the street|unpaid|until))`),
  frame('a group kept from others', String.raw`\bnot (?:want|let|allow) (?:my|our|your|any) [a-z]+ (?:to )?(?:[a-z]+ ){1,4}[§°]`),
  frame('a group kept from others', String.raw`\bno [a-z]+ (?:here |at all |any more )?if (?:we had|there were|there was) no ${THE}[§]`),
  frame('a threat against a group', `\\b(?:any|every|the next|the first|each|all) (?:[a-z]+ )?[°§] (?:[a-z]+ ){0,7}(?:is getting|gets|get|will get|is dead|are dead|dies|will die|is going to (?:die|get)|are going to (?:die|get)|will be ${KILLED}|will regret|will pay|better run)\\b(?! (?:married|paid|a (?:vote|job|pension)|the (?:vote|same)|better|up|old))`),
  frame('a threat against a group', String.raw`\byou (?:all )?§ (?:,? ?)(?:all )?(?:had better|better|are going to|will|should|are)(?: all)? (?:watch out|watch your|run|hide|die|pay|regret|be sorry|next|dead|get what)`),
  frame('a group wished hurt', `${SUBJECT}(?:(?:are|is) (?:begging|asking|overdue|due) for|needs?|could use|deserves?|wants?|should get|must get) (?:it|to be taught|(?:a |an |some |another )(?:[a-z]+ )?${BEATING})`),
  frame('a group wished dead', `\\btime (?:that )?${THE}[§¤] (?:are|were|was|is|get|got|be) ${ADVERBS}(?:${KILLED}|${EXCLUDED}|gone|dead)`),
  frame('a group wished hurt', `\\b(?:not wrong|not (?:a |even )*(?:crime|sin|murder)|no (?:crime|sin|shame)|fine|okay|ok|right|legal|only fair|a good thing|good|fun|justified|acceptable|allowed|our duty|duty|a pleasure) to (?:${KILL}|${HURT}|${EXPEL}|hate|despise) ${THE}[§°]`),
  frame('a group wished hurt', `\\b(?:(?:i|we) can not wait to|who (?:wants|would like|is going) to(?: help (?:me|us)| join (?:me|us))?|(?:help|join) (?:me|us)(?: and)?|itching to|ready to|itch to) ${ADVERBS}(?:${KILL}|${HURT}|${EXPEL}) ${THE}[§°¤]`),
  frame('a group called unequal', `${SUBJECT}(?:will|can|could|would) never (?:ever )?(?:be (?!forgotten|silenced|afraid|erased|alone|the same|free|safe|allowed|able to (?:forgive|return|go|pay|afford|retire|trust))|amount|learn|understand (?:us|our|anything)|integrate|fit in|belong|have (?:a |any )?(?:brains?|souls?|culture))`),
  frame('a group called unequal', `${SUBJECT}never (?:ever )?(?:did|do|does|contributed|gave|built|invented|achieved|worked|made|bring|brought|learn|pay|wash)\\b`),
  frame('a group called unequal', String.raw`\bno such thing as (?:a |an )?(?!illegal)(?:[a-z]+ ){0,2}[§°£]`),
  frame('a group called unequal', `\\b(?:i|we)(?: [a-z]+)? do not (?:really )?(?:think|believe|feel|see why)(?: that| like)? ${THE}[§°] (?:(?:are|is) ${GOOD}|should (?:be (?:allowed|here|given|able)|have (?!to)|vote|exist|live|marry|adopt|teach)|deserves?\b(?! (?:this|that|to be|to die|it|such))|belongs?|can be trusted|(?:have|has) (?:a |any )?(?:soul|souls|rights|brains?|place|feelings))`),
  frame('being in a group called wrong', String.raw`\b(?:not|never) (?:okay|ok|normal|natural|right|acceptable|healthy|moral) to be ø`),
  frame('a group asked about', String.raw`\bwhy (?:would|should) (?:anyone|anybody|you|i|we|somebody) (?:ever )?(?:want|like|trust|hire|love|date|marry|help|live|care|respect|listen|believe|feed|pay)(?: [a-z]+){0,4} ${THE}[§°](?= ?$| ,)`),
  frame('a group asked about', `\\b(?:when|why|how long until|can|could|will) (?:are|will|do|can|could|should)? ?${THE}[§¤] ${ADVERBS}(?:not )?(?:going to |gonna |please |just |all ){0,2}(?:${LEAVE}|${DIE}|go extinct)\\b`),
  frame('a group asked about', String.raw`\bwhy (?:do|does|are|should|is) ${THE}[§°] (?:even |still )?(?:exist|here|alive|allowed (?:to|in|here)|breathing|have rights)\b`),
  frame('a group asked about', String.raw`\b(?:do|does|are|is|can) ${THE}[§°] even (?:have|human|people|think|know|serve|count|matter|need|deserve|real|exist|able)\b`),
  frame('a group that hates', String.raw`${SUBJECT}hates? (?:us|our|the west|america|everyone|white people|europe|christians|freedom)\b`),
  frame('a group damned', `${SUBJECT}(?:are|is|will|all|should|can|must) (?:all )?(?:going|go|burn|rot) (?:straight )?(?:to|in) hell\\b`),
  frame('a group damned', `${SUBJECT}(?:must|should|have to|need to|can) (?:all )?go(?= ?$| ,)`),
  frame('a group damned', `${SUBJECT}(?:have|has) no (?:right|rights|reason|purpose|business) to\\b(?! (?:appeal|counsel|a lawyer))`),
  frame('a group not wanted', String.raw`(?<=^|[,"] |\band )(?:no|zero) (?:more )?[§°£](?= ?$| ,| (?:allowed|here|in (?:our|this|my)|near|please|wanted|welcome|beyond)\b)`),
  frame('a group found despicable', `\\b(?:makes|shows|proves) (?:that )?${THE}[§] (?:look|are) ${FILL}(?:${VILE}|${DESPISED}|${SUBHUMAN})\\b`),
];
