import { VILE, VILE_BEFORE } from './vocabulary.js';

/** A way of attacking a group, looked for where the sign of a group stands in a sentence. */
export interface Frame {
  readonly name: string;
  /**
   * Sticky: matches at the sign, with what stands before it looked behind to and captured. Where
   * the sign has no one place in it, global, and looked for in the whole sentence.
   */
  readonly pattern: RegExp;
  /** Cannot be meant otherwise when it is said. */
  readonly unmistakable: boolean;
}

const SIGN = /^(?:\[[§°£¶¤ø]+\]|[§°£¶¤ø])/u;

/** A frame that a person should see. */
export const frame = (name: string, source: string): Frame => ({
  name,
  pattern: atSign(source),
  unmistakable: false,
});
/** A frame that nobody needs to read twice. */
export const unmistakable = (name: string, source: string): Frame => ({
  ...frame(name, source),
  unmistakable: true,
});

/** An expression that begins at the sign that it names, so that it is tried nowhere else. */
function atSign(source: string): RegExp {
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    const sign = depth === 0 ? SIGN.exec(source.slice(at)) : null;
    if (sign !== null) {
      return new RegExp(`(?<=(${source.slice(0, at)}))${source.slice(at)}`, 'uy');
    }
    if (source[at] === '(') depth += 1;
    if (source[at] === ')') depth -= 1;
  }
  return new RegExp(source, 'gu');
}

const MODIFIER = String.raw`(?:all|some|few|couple|next|first|the|these|those|every|each|any|most|of|single|last|one|you|a|an|our|other|such|so|many|more|entire|whole|both|half|typical|damned|illegal|muslim|young|old|local|rich|poor|modern|western|bunch|lot|lots|${VILE_BEFORE})`;
/** What may stand before the name: "every single one of these". */
export const THE = `(?:${MODIFIER} ){0,6}`;
const AND_OTHERS = String.raw`(?: (?:,|and|or|and the|and all|or the|, and) [§°¤]){0,3}`;
export const WHERE = String.raw`(?: (?:here|today|nowadays|now|everywhere|alike|(?:around|over) (?:here|us|me|there)|like (?:you|them|that|this|her|him|these)|these days|(?:in|from|of|around|on|at|across|over) (?:(?:the|this|our|my|your|that|all|these) ){0,2}[a-z]{2,15}|(?:that |whom )?(?:i|we) (?:have )?(?:ever )?(?:know|knew|meet|met|see|seen|saw|work with|worked with)|(?:who|that) (?:come|comes|live|lives|walk|walks|cross|crosses|enter|enters|touch|touches|wear|wears|speak|speaks|move|moves|look|looks)(?: [a-z]+){0,4}?))?(?: ,)?`;
/** Adverbs; those that take back what they stand with are none. */
const LY = String.raw`(?!hardly|rarely|scarcely|barely|supposedly|allegedly|seldom|reportedly|falsely|wrongly)[a-z]{2,12}ly`;
export const ADVERBS = `(?:(?:all|just|really|simply|always|only|still|also|both|fucking|so|even|now|do|as well|${LY}) ){0,3}`;
/** Before a name that is no subject: "against Muslims", "hating women", "those who insult Jews". */
export const NO_SUBJECT = String.raw`(?<!\b(?:of|to|for|with|against|about|towards?|by|from|between|among|at|on|in|into|over|under|not|no|hate|hates|hated|hurt|hurts|beat|attack|insult|help|helps|treat|treats|love|loves|kill|protect|let|makes?|call|calls|without|behind|near|(?<!feels? |felt |seems )like|if|wish|lets|allow|had|has|have) ${THE})(?<!(?:[a-z]{2}ing|[a-z]{2}ed) ${THE})(?<!\b(?:who|which|whoever|anyone|those|people|things|laws|men|women) (?!think|thinks|believe|feel|say)(?:[a-z]+ ){1,3})`;
/** The group as the subject of a clause. */
export const SUBJECT = `[§°¤](?<![§¤](?= (?:is|has|does|was)\\b))${AND_OTHERS}${WHERE} ${ADVERBS}`;
export const BE = `(?:are|is|be|were always|have always been|has always been|have been|will always be|will be|seem|seems|looks?|acts?|behaves?|smells?|lives?|fights?|breeds?|multiply|reproduce|spread|must be|might as well be|may as well be|remain|sound)`;
export const FILL = String.raw`(?:(?:all|just|so|such|the|a|an|really|very|fucking|bloody|damn|goddamn|nothing|but|more|than|of|bunch|pack|herd|load|total|complete|utter|absolute|pure|always|only|most|mostly|basically|mere|like|as|literally|and|,|or|even|still|too|quite|kind|sort|breed|both|also|little|big|huge|either|nation|race|people|some|kinds|real|single|one|worse|no|better|society|s|born|some kind|creatures|dirty|mentally|morally|in general|group|form|swarm|plain|by nature|naturally|in fact|,|fit|gang|freaking|our|human|social|walking|bigger|biggest|far|way|much|obviously|this|world|country|${VILE_BEFORE}|${VILE}|${LY}) ){0,7}`;
export const ALL_BE = `${ADVERBS}(?:be |get |have been |have to be |all ){0,2}${ADVERBS}`;
export const MUST = `(?:should|must|ought to|ought|need to|needs to|have to|has to|deserves? to|better|got to|want)`;
export const ME = `(?:me|us|everyone|everybody|people|you)`;

/** Being here at all. */
export const EXISTS = String.raw`(?:here|in|near|around|anywhere|to (?:live|come|vote|teach|exist|move|have|be (?:here|in|around|near|allowed)))`;
