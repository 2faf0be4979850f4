/**
 * How an attack stands: `said` by the writer; `quoted`, and nobody says whether with approval; or
 * `denied`: told of others, denied, or quoted to be condemned.
 */
export type Standing = 'said' | 'quoted' | 'denied';

/** Where the attack begins in its sentence, and what stands around it. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** Sentences before and after, outside of the one that holds it. */
  readonly near: string;
  /** It stands between quotation marks that were opened before it. */
  readonly quoted: boolean;
}

const CUES =
  'say|says|said|saying|state|stated|stating|claim|claims|claimed|claiming|think|thinks|thinking|' +
  'thought|believe|believes|believed|believing|tell|tells|telling|told|argue|argues|argued|arguing|' +
  'insist|insists|insisted|suggest|suggests|suggested|suggesting|imply|implies|implying|pretend|' +
  'pretends|shout|shouts|shouted|shouting|yell|yelled|yelling|chant|chanted|chanting|scream|' +
  'screamed|screaming|wrote|write|writes|writing|post|posts|posted|posting|tweet|tweeted|read|' +
  'reads|heard|hear|hearing|assume|assumes|assumed|assuming|stereotype|stereotypes|notion|idea|' +
  'myth|lie|lies|belief|beliefs|prejudice|rumou?r|theory|slogan|propaganda|accuse|accused|accuses|' +
  'wish|wishes|hopes|hoped|vowed|threatened|threatens|threatening|urged|urges|calls|called|call|' +
  'calling|wanted|wants|want|joke|jokes|joked|feel|feels|preach|preaches|teach|teaches|taught|' +
  'agree|agreed|mean|means|claims|view|describes|described|convinced|treat|hate|hates|love|accept|' +
  'tweets|rant|rants|signs?|banner|graffiti|headline|caption|comments?|letter|post';
/** Whose view it is has to be found before the cue. */
const CUE = new RegExp(String.raw`^(.*)\b(?:${CUES})\b(?: that| ,| "| of| about| on| like| how| such as)*(?: [a-z']+){0,2}(?: ,| "| that)*\s*$`, 'u');
/** Speaks for himself, or for everybody. */
const OWN_VIEW =
  /(?:^|\b(?:i|we|my|our|let me|just|to|and|honest|me|everyone|everybody|we all|they all|who else|anyone else|do not you|can not you|what(?:ever)? you|only one (?:who|that)|would|must|have to|can)(?: (?:am|are|would|will|can|could|do|did|have|has|must|just|still|really|also|all|always|only|to|should|[a-z]{2,12}ly)){0,3}) $/u;
/** Who denies it, or calls it wrong to say so. */
const DENIAL =
  /\b(?:not|never|nobody|no one|none of us|hardly|stop|quit|refuse to|refuses to|instead of|rather than|without|against|wrong|false|untrue|unacceptable|unfair|disgusting|racist|sexist|ignorant|ridiculous|nonsense|absurd|horrible|awful|sad|shameful|stupid|insane|sick of|tired of|dare|hurtful|offensive|rude|cruel|hypocritical|outrageous|disgraceful|dangerous|insulting|lie|myth|wonder whether|who says|since when|how can you|how can anyone|how could anyone|do you (?:really |honestly |seriously |actually )?(?:think|believe)|does (?:anyone|anybody) (?:really |still )?(?:think|believe)|disagree|doubt)\b(?: [a-z§°¤£',]+){0,5}$/u;
const SAYING = new RegExp(String.raw`\b(?:${CUES}|mutters?|muttered|mumbles?|hiss(?:ed)?|spat|sings?|sang|repeats?|repeated|replied|answered|spray(?:ed)?|painted|printed)\b`, 'u');
/** Whoever repeats his own words hides behind the marks. */
const OWN_WORDS = /\b(?:i|we) (?:also |always |still |do )?(?:say|said|repeat|mean|think|believe)\b(?: [a-z]+){0,2}[ ,"]*$/u;
const SAYS_AT_END =
  /\b(?:say|saying|said|think|thinking|believe|believing|claim|claiming|mean|meaning|imply|implying|suggest|suggesting|call|calling|assume|assuming|pretend|pretending|true|case|fact|agree|tell|telling|idea|view|notion|hear|hearing|read|reading|judge|treat|hate|hating|accept|generali[sz]e|says|lie|myth|because|convinced|belief)\b(?: [a-z']+){0,3}(?: ,| "| that)*\s*$/u;
const NO_TRUTH =
  /\b(?:not|never|wrong|unacceptable|racist|racism|sexist|sexism|homophobic|homophobia|transphobic|transphobia|antisemitic|anti semitic|antisemitism|islamophobic|islamophobia|xenophobic|xenophobia|ableist|bigot|bigots|bigoted|bigotry|hateful|hate speech|hatred|prejudices?|prejudiced|stereotypes?|discriminat\w*|disgusting|disgrace|disgraceful|shame|shameful|ashamed|ignorant|ignorance|stupid|idiotic|ridiculous|nonsense|rubbish|bullshit|absurd|sick|sad|hurtful|hurts?|cruel|awful|horrible|terrible|appalling|appalled|appals|lie|false|untrue|myth|stop|cannot|disagree|condemn\w*|whoever|anyone who|people who|those who|no place|banned|deleted|removed|reported|thrown out|arrested|fined|convicted|charged|sentenced|fired|sacked|suspended|apologi[sz]e\w*|offensive|vile|abhorrent|outrag\w*|shock\w*|hypocrit\w*|nazis?|fascists?|trolls?|extremists?|victims?|unfair|intolerable|intolerant|inappropriate|toxic|problematic|dangerous|evil|moron|idiot|threat|crime|judge|court|police|jury|trial|who says|who said|allowed|tolerated|acceptable|century|decade|such a thing|unbelievable|can not believe|how (?:can|dare|could))\b/u;
const TRUTH =
  /\b(?:is right|was right|were right|are right|so true|is true|was true|how true|exactly|i agree|could not agree more|spot on|well said|he has a point|and rightly so|has a point|i mean it|amen|i stand by|i second|totally agree|the truth|what i (?:think|say|believe|said)|my opinion|love this|love that)\b/u;
const CALLED_WRONG =
  /^ ?"?(?: ,)? (?:is|are|was|were|sounds?|seems?|would be|has)(?: [a-z']+){0,3} (?:wrong|racist|sexist|hateful|unacceptable|disgusting|offensive|ignorant|stupid|nonsense|lie|false|untrue|myth|stereotype|prejudice|bigoted|what (?:racists|nazis|they|he|she|people|some|bigots)|ridiculous|hurtful|dangerous)\b/u;

/** "don't you think", "isn't it obvious": asked by whoever thinks so. */
export const RHETORICAL =
  /\b(?:do|does|is|are|can|could|would|should) not (?:you|we|it|they|anyone|everyone)\b(?: (?:think|agree|believe|feel|find))?/gu;

/** How an attack stands, going by the words around it. */
export function standingOf(around: Surroundings): Standing {
  const { after, near, quoted } = around;
  const before = around.before.replaceAll(RHETORICAL, '').trimEnd();
  const outside = `${before} ${after} ${near}`;
  if (TRUTH.test(outside)) return quoted ? 'quoted' : 'said';
  if (quoted) {
    if (OWN_WORDS.test(before)) return 'quoted';
    return NO_TRUTH.test(outside) || SAYING.test(outside) ? 'denied' : 'quoted';
  }
  if (CALLED_WRONG.test(after)) return 'denied';
  if (DENIAL.test(before) && SAYS_AT_END.test(before)) return 'denied';
  return isTold(before) ? 'denied' : 'said';
}

/** Whether the words before lead in what somebody else says or thinks. */
function isTold(before: string): boolean {
  return CUE.test(before) && !OWN_VIEW.test(before.replace(CUE, '$1'));
}
