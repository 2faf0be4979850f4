import type { ReadText } from '../read-text.js';
import type { InsultHit } from '../lexicon.js';
import { inflectionsOf } from '../../text/terms/inflections.js';
import type { Insult } from '../terms/word.js';
import { type Context, contextOf } from './context.js';
import {
  ADVERBS,
  ARTICLES,
  EPITHETS,
  FUNCTION_WORDS,
  MILD_WITH_OBJECT,
  NO_SUBJECT_NAMES,
  PERSONS,
  VERB_NOUNS,
} from './vocabulary.js';

/** Between "you are a" and the noun. */
const MODIFIERS_MAX = 4;

/** "idiot-proof", "clown's", "pig farmer": the insult is a part of something else. */
const PART_OF_COMPOUND = /^(?:-\p{L}|'s\b|’s\b)/u;
const ENDS = /^[\s]*(?:$|[.!?,;:…"”)\n*]|\p{Extended_Pictographic})/u;
/** "What an idiot you are", "idiots like you", "how stupid are you". */
const AIMED_AFTER = /^[\s,]{1,3}(?:you|u|ya|ye|y'all)\s(?:really |truly )?(?:are|r|must be)\b|^[\s,]{1,3}(?:you're|ur)\b/u;
const LIKE_YOU = /^\s(?:such as|like) (?:you|u|ya|yourself|yourselves|y'all)\b(?! (?:say|said|see))/u;
const ARE_YOU = /^\s(?:are|r|can|could|do|must) (?:you|u|ya|y'all|these people|this guy)\b/u;
const HUMAN_AFTER =
  /^\s(?:\p{L}+\s)?(?:ass|bunch|boys?|creatures?|excuse|fucks?|girls?|humans?|kids?|losers?|lot|m[ae]n|people|person|pieces?|things?|wom[ae]n)\b/u;
const COPULA =
  /(?:^|\s)(?:are|r|were|must be|gotta be|got to be|have to be|sound like|look like|looks like|sounds like|act like|acting like|behave like|is|'s)$/u;
const CONTRACTION = /(?:^|\s)(you're|youre|ur|u're|your|yer|yor|yure|y'all're|he's|she's|they're)$/u;
const YOU = /(?:^|\s)(?:you|u|ya|ye|y'all|yall)(?: (?:all|guys|people|two|lot|both|folks|sir|\S+ \S+ers))?$/u;
const QUESTION = /(?:^|\s)(?:are|r|were|being) (?:you|u|ya|y'all)(?: (?:all|guys|people))?$/u;
/** "this idiot", "those morons". */
const POINTED = /^(?:this|that|these|those)$/u;
/** What takes the sting out of "you are an idiot": it is asked, denied or supposed. */
const SUPPOSED =
  /\b(?:if|unless|whether|don't|dont|didn't|doesn't|isn't|aren't|not|never|nobody|no one|wouldn't|lest|hardly)\b[^,]{0,40}$/u;

/** Whether an insult is aimed at a person, going by the words around it. */
export function isAimed(shadow: ReadText, hit: InsultHit): boolean {
  if (hit.insult === 'coined') return true;
  const context = contextOf(shadow, hit);
  if (PART_OF_COMPOUND.test(context.after)) return false;
  if (hit.insult !== 'adjective' && isDisguised(shadow, hit)) return true;
  return hit.insult === 'adjective'
    ? adjectiveIsAimed(context, hit.term)
    : nounIsAimed(context, hit.insult, hit.term);
}

/** "A55" is also the name of a road. */
const DISGUISED_LENGTH_MIN = 4;

/** Nobody writes "m0r0n" or "i d i o t" of somebody in a story. */
function isDisguised({ source }: ReadText, { term, start, end }: InsultHit): boolean {
  if (term.length < DISGUISED_LENGTH_MIN) return false;
  const written = source.slice(start, end);
  if (/^[a-z]+$/iu.test(written)) return !inflectionsOf(term).includes(written.toLowerCase());
  return /[^a-z\s'’-]/iu.test(written) || /^(?:[a-z]\s){2,}[a-z]$/iu.test(written);
}

/** "Learn to read, dumbass.": the one comma sets off whom it is said to. */
function isVocative({ before, after }: Context): boolean {
  return before.at(-1) === ',' && before.indexOf(',') === before.length - 1 && ENDS.test(after);
}

/** "Stupid cow": somebody is called names, and nothing else is said. */
function isNameCalling(before: readonly string[], { opens, after }: Context): boolean {
  return opens && before.length > 0 && before.every(isEpithet) && ENDS.test(after);
}

function nounIsAimed(context: Context, insult: Insult, term: string): boolean {
  const { before, after } = context;
  const hard = insult === 'noun';
  const last = before.at(-1);
  const opening = withoutArticle(before, withoutModifiers(before));
  if (AIMED_AFTER.test(after) && (last !== undefined || hard)) return true;
  if (hard && LIKE_YOU.test(after)) return true;
  if (hard && isVocative(context)) return true;
  if (hard && opening === 0 && context.opens && isExclamation(context)) return true;
  if (!VERB_NOUNS.has(term) && isNameCalling(before, context)) return true;
  const bare = withoutModifiers(before);
  if (hard && POINTED.test(before[bare - 1] ?? '')) return true;
  if (isAddress(before, bare) && !(VERB_NOUNS.has(term) && !ENDS.test(after))) return true;
  return isPredicate(context, bare, hard);
}

function adjectiveIsAimed(context: Context, term: string): boolean {
  const { before, after } = context;
  if (MILD_WITH_OBJECT.has(term) && /^\s(?:of|about|to|in|on)\b/u.test(after)) return false;
  const last = before.at(-1) ?? '';
  if (ARE_YOU.test(after) && /^(?:how|that|so|really|this|too)$/u.test(last)) return true;
  if (isAddress(before, withoutModifiers(before))) {
    return ENDS.test(after) || HUMAN_AFTER.test(after);
  }
  return isPredicate(context, before.length, false);
}

/** "Idiot!", "what a complete moron": a sentence of nothing else. */
function isExclamation({ after }: Context): boolean {
  return ENDS.test(after);
}

/** "you moron", "you stupid, stupid idiots": the insult is what somebody is called. */
function isAddress(before: readonly string[], index: number): boolean {
  const subject = before[index - 1] ?? '';
  if (!/^(?:you|u|ya|ye|y'all|yall)$/u.test(subject)) return false;
  return before.slice(index).every(isEpithet);
}

function isEpithet(word: string): boolean {
  return word === ',' || EPITHETS.has(word) || /(?:less|headed|brained|minded|faced|ass)$/u.test(word);
}

/** "you are a complete idiot", "he is an imbecile", "the author is a moron", "@kim is a clown". */
function isPredicate(context: Context, index: number, thirdPersons: boolean): boolean {
  const { before } = context;
  const article = withoutArticle(before, index);
  const verb = withoutAdverbs(before, article);
  const head = before.slice(0, verb).join(' ');
  if (QUESTION.test(head)) return !SUPPOSED.test(head);
  const contraction = CONTRACTION.exec(head);
  if (contraction) {
    const [text, word = ''] = contraction;
    const second = /^(?:you|u|y)/u.test(word);
    // "your an idiot" is meant as "you're an idiot"; "your idiot brother" is not.
    if (/^(?:your|yer|yor)$/u.test(word) && !isArticle(before[verb])) return false;
    return (second || thirdPersons) && !SUPPOSED.test(head.slice(0, -text.length));
  }
  const copula = COPULA.exec(head);
  if (copula === null) return false;
  const subject = head.slice(0, copula.index);
  if (SUPPOSED.test(subject)) return false;
  if (YOU.test(subject)) return true;
  const words = subject === '' ? 0 : subject.split(' ').length;
  return isPerson(context, words - 1, thirdPersons);
}

function isPerson({ before, initial }: Context, index: number, thirdPersons: boolean): boolean {
  const word = before[index];
  if (word === undefined) return false;
  if (initial(index) === '@') return true;
  const pointed = /^(?:the|this|that|these|those|mr|mrs)$/u.test(before[index - 1] ?? '');
  if (PERSONS.has(word)) return pointed;
  if (!thirdPersons) return false;
  if (word === 'he' || word === 'she' || word === 'they') return true;
  return /\p{Lu}/u.test(initial(index)) && !NO_SUBJECT_NAMES.has(word) && word.length > 2;
}

const isArticle = (word: string | undefined): boolean => word === 'a' || word === 'an';

/** Where the description of a noun begins: "you are a | complete and utter". */
function withoutModifiers(before: readonly string[]): number {
  let index = before.length;
  while (index > 0 && before.length - index < MODIFIERS_MAX) {
    const word = before[index - 1] as string;
    const joins = word === ',' || word === 'and';
    if (joins ? index === before.length : FUNCTION_WORDS.has(word)) break;
    if (/ing$/u.test(word) && !EPITHETS.has(word)) break;
    index--;
  }
  while (before[index] === ',' || before[index] === 'and') index++;
  return index;
}

function withoutArticle(before: readonly string[], index: number): number {
  let at = index;
  while (at > 0 && index - at < 4 && ARTICLES.has(before[at - 1] as string)) at--;
  return at;
}

function withoutAdverbs(before: readonly string[], index: number): number {
  let at = index;
  while (at > 0 && index - at < MODIFIERS_MAX && isAdverb(before[at - 1] as string)) at--;
  return at;
}

function isAdverb(word: string): boolean {
  return ADVERBS.has(word) || (/ly$/u.test(word) && !/^(?:hardly|scarcely|barely)$/u.test(word));
}
