import type { ReadText } from './read-text.js';
import { remembered } from './remembered.js';
import { compileTerms } from '../text/terms/matcher.js';
import type { TermMatcher } from '../text/terms/term.js';
import type { Hit } from './hits.js';
import { ALLOWED_EXPRESSIONS } from './terms/allowed.js';
import { ENGLISH_WORDS } from './terms/english.js';
import { isOrdinary } from './ordinary.js';
import { isName } from './terms/name.js';
import { OTHER_WORDS } from './terms/other-languages.js';
import { type Grade, GRADES, type Insult, type Word } from './terms/word.js';

/** An insult found in a text; whether it is aimed at anyone is not decided here. */
export interface InsultHit extends Hit {
  readonly insult: Insult;
}

/** The graded words, less a policy's allowed terms. Reads each text once, whoever asks. */
export interface Lexicon {
  graded(shadow: ReadText, grade: Grade): readonly Hit[];
  insults(shadow: ReadText): readonly InsultHit[];
}

interface Reading {
  readonly graded: Readonly<Partial<Record<Grade, readonly Hit[]>>>;
  readonly insults: readonly InsultHit[];
}

const NO_HITS: readonly Hit[] = [];

/** The lexicon of policies without allowed terms, which is most of them. */
let plain: Lexicon | null = null;

/** Compiles the built-in words; what `allowed` covers is never found. */
export function compileLexicon(allowed: readonly string[]): Lexicon {
  if (allowed.length > 0) return lexiconOf([...ALLOWED_EXPRESSIONS, ...allowed]);
  plain ??= lexiconOf(ALLOWED_EXPRESSIONS);
  return plain;
}

function lexiconOf(allowed: readonly string[]): Lexicon {
  const matcher = compileTerms([...ENGLISH_WORDS, ...OTHER_WORDS], allowed);
  const readingOf = remembered((text: ReadText) => read(matcher, text));
  return {
    graded: (shadow, grade) => readingOf(shadow).graded[grade] ?? NO_HITS,
    insults: (shadow) => readingOf(shadow).insults,
  };
}

function read(matcher: TermMatcher<Word>, shadow: ReadText): Reading {
  const graded: Partial<Record<Grade, Hit[]>> = {};
  const insults: InsultHit[] = [];
  for (const { entry, start, end } of matcher.find(shadow)) {
    const { grade, insult, name, spelling_of } = entry.value;
    if (name && isName(shadow.source, start, end)) continue;
    if (isOrdinary(shadow, entry.value, start)) continue;
    const hit = { term: spelling_of ?? entry.text, start, end };
    if (grade !== null) (graded[grade] ??= []).push(hit);
    if (insult !== null) insults.push({ ...hit, insult });
  }
  for (const grade of GRADES) {
    const hits = graded[grade];
    if (hits !== undefined && hits.length > 1) graded[grade] = outermost(hits);
  }
  return { graded, insults: insults.length > 1 ? outermost(insults) : insults };
}

/** Without what lies in another: "piece of shit" is said once, "*fuck*" adds nothing to "fuck". */
function outermost<H extends Hit>(hits: readonly H[]): H[] {
  const sorted = hits.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || wildcards(a) - wildcards(b),
  );
  let reach = -1;
  return sorted.filter(({ end }) => {
    const outer = end > reach;
    reach = Math.max(reach, end);
    return outer;
  });
}

const wildcards = ({ term }: Hit): number => term.split('*').length;
